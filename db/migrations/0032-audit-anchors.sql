-- Where the head of the audit chain is sent each day. An address is added and taken away, and never altered.
create table anchor_address (
  partnership_id uuid not null references partnership,
  id uuid not null,
  address text not null check (address <> ''),
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, added_by) references person,
  foreign key (partnership_id, removed_by) references person,
  check ((removed_at is null) = (removed_by is null))
);
create unique index anchor_address_now on anchor_address (partnership_id, lower(address)) where removed_at is null;
call scope_to_partnership('anchor_address', 'select, insert, update (removed_at, removed_by)');

-- Every partnership of the installation, by id and nothing more, for what is done each day: each is then entered by its own scope.
create function partnerships_here() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select partnership_id from partnership order by partnership_id
$$;
revoke execute on function partnerships_here() from public;
grant execute on function partnerships_here() to trellis_app;
