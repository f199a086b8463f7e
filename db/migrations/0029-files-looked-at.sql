-- What a file is, by its content. Files kept before this have none, and are handed out as bytes that nothing opens by itself.
alter table stored_file add column kind text;

-- What a virus scanner said of a file, each time it was asked. The last clean or found decides; the others are tries that failed.
create table file_scan (
  partnership_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  scanned_at timestamptz not null,
  outcome text not null check (outcome in ('clean', 'found', 'not-reached', 'refused')),
  -- which program with which signatures, in its own words; none when it was not reached
  scanner text,
  -- what was found, by the scanner's name for it; or why the try failed
  words text,
  primary key (partnership_id, id),
  foreign key (partnership_id, file_id) references stored_file,
  check (outcome <> 'found' or words <> ''),
  check (outcome not in ('clean', 'found') or scanner <> '')
);
create index file_scan_by_file on file_scan (partnership_id, file_id, scanned_at desc);
call scope_to_partnership('file_scan', 'select, insert');

-- Files of any partnership that wait for the scanner: their ids and nothing more, for the work that asks it again. A try that
-- failed is followed by the next after one minute, two, four and so on, an hour at most.
create function files_to_scan(as_at timestamptz, most integer)
  returns table (partnership_id uuid, file_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select stored_file.partnership_id, stored_file.id
  from stored_file
  left join lateral (
    select count(*) as tries, max(scanned_at) as last_at, bool_or(outcome in ('clean', 'found')) as is_decided
    from file_scan
    where file_scan.partnership_id = stored_file.partnership_id and file_scan.file_id = stored_file.id
  ) scans on true
  where scans.is_decided is not true
    and (scans.last_at is null or scans.last_at + make_interval(mins => least(60, 2 ^ least(scans.tries - 1, 6))::integer) <= as_at)
  order by stored_file.added_at
  limit most
$$;
revoke execute on function files_to_scan(timestamptz, integer) from public;
grant execute on function files_to_scan(timestamptz, integer) to trellis_app;
