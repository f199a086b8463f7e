-- How often somebody asked within the minute that runs: one row for each account and each place of the network, under a hash of it.
-- No partnership's data, so in a schema of its own; lost in a crash without harm, so not written to the log of changes.
create schema edge;
grant usage on schema edge to trellis_app;

create unlogged table edge.rate_count (
  key text primary key,
  minute timestamptz not null,
  count integer not null
);
create index rate_count_by_minute on edge.rate_count (minute);
grant select, insert, update, delete on edge.rate_count to trellis_app;
