-- Messages out of Trellis. One is queued in the transaction of whatever causes it, and goes out behind it: `message_due` has a row for
-- each that something is still to be done for, and a worker that takes one moves its moment on, so that nobody else takes it meanwhile.

create table message (
  partnership_id uuid not null references partnership,
  id uuid not null,
  -- said by whoever queues it, so that one thing is told once
  key text not null check (key <> ''),
  channel text not null check (channel in ('mail', 'text')),
  to_address text not null check (to_address <> ''),
  to_name text,
  person_id uuid,
  purpose text not null check (purpose <> ''),
  subject text not null check (subject <> ''),
  body text not null,
  is_secret boolean not null,
  queued_at timestamptz not null,
  not_before timestamptz not null,
  expires_at timestamptz,
  -- when the words of a secret message were taken away, which is when it ended
  blanked_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, key),
  foreign key (partnership_id, person_id) references person,
  check (blanked_at is null or (is_secret and body = ''))
);
create index message_by_time on message (partnership_id, queued_at desc, id desc);
create index message_by_address on message (partnership_id, channel, to_address);
call scope_to_partnership('message', 'select, insert, update (body, blanked_at)');

create table message_due (
  partnership_id uuid not null,
  message_id uuid not null,
  due_at timestamptz not null,
  primary key (partnership_id, message_id),
  foreign key (partnership_id, message_id) references message
);
create index message_due_by_time on message_due (due_at);
call scope_to_partnership('message_due', 'select, insert, update, delete');

-- Begun before a message is handed over and ended after it: one that never ended is of a worker that was lost, and nobody knows.
create table message_attempt (
  partnership_id uuid not null,
  message_id uuid not null,
  number integer not null check (number >= 1),
  via text not null check (via <> ''),
  began_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('taken', 'put-off', 'refused', 'unsure')),
  -- what the server said
  words text,
  -- what the server calls it
  reference text,
  primary key (partnership_id, message_id, number),
  foreign key (partnership_id, message_id) references message,
  check ((ended_at is null) = (outcome is null))
);
call scope_to_partnership('message_attempt', 'select, insert, update (ended_at, outcome, words, reference)');

-- How a message ended. Without a row here it is still to go.
create table message_end (
  partnership_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('sent', 'kept', 'refused', 'given-up', 'expired', 'withdrawn')),
  primary key (partnership_id, message_id),
  foreign key (partnership_id, message_id) references message
);
call scope_to_partnership('message_end', 'select, insert');

-- That nothing can be delivered to an address, as its server said.
create table address_refusal (
  partnership_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('mail', 'text')),
  address text not null check (address <> ''),
  words text not null,
  primary key (partnership_id, message_id),
  foreign key (partnership_id, message_id) references message
);
create index address_refusal_by_address on address_refusal (partnership_id, channel, address, at desc);
call scope_to_partnership('address_refusal', 'select, insert');

-- Which partnerships have something to send, and no more: each is then entered by its own scope.
create function partnerships_with_messages_due(moment timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select partnership_id from message_due where due_at <= moment
  group by partnership_id order by min(due_at) limit most
$$;
revoke execute on function partnerships_with_messages_due(timestamptz, integer) from public;
grant execute on function partnerships_with_messages_due(timestamptz, integer) to trellis_app;

-- What is done once a day for the whole installation. It holds nothing of any partnership, and stands in a schema of its own.
create schema installation;
grant usage on schema installation to trellis_app;

create table installation.job_run (
  name text not null check (name <> ''),
  day date not null,
  began_at timestamptz not null,
  -- a worker that says nothing until then was lost, and another may take its place
  held_until timestamptz not null,
  finished_at timestamptz,
  primary key (name, day)
);
grant select, insert, update on installation.job_run to trellis_app;
