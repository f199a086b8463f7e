-- Each entry of the audit trail is chained to the one before it by hash, within a partnership. The entry itself names nobody but by id;
-- who they were, what stood before and after, and from where it was done are kept apart, so that they can be blanked for a
-- person's sake while the chain stays whole: the chain holds only their salted hash.

create table audit_detail (
  partnership_id uuid not null,
  entry_id uuid not null,
  salt uuid not null default gen_random_uuid(),
  content text not null,
  blanked_at timestamptz,
  primary key (partnership_id, entry_id),
  foreign key (partnership_id, entry_id) references audit_entry,
  check (blanked_at is null or content = '')
);
call scope_to_partnership('audit_detail', 'select, insert');

insert into audit_detail (partnership_id, entry_id, content)
select partnership_id, id, json_build_object('by', by_name, 'before', before, 'after', after)::text from audit_entry;

alter table audit_entry drop column by_name, drop column before, drop column after;
create index audit_entry_by_time on audit_entry (partnership_id, at desc, id desc);
create index audit_entry_by_person on audit_entry (partnership_id, by_person, at desc);

-- `hash` is over the hash before it and the entry's text; the first of a partnership follows 64 noughts.
create table audit_link (
  partnership_id uuid not null,
  number bigint not null check (number >= 1),
  entry_id uuid not null,
  detail_hash text not null,
  previous_hash text not null,
  hash text not null,
  primary key (partnership_id, number),
  unique (partnership_id, entry_id),
  foreign key (partnership_id, entry_id) references audit_entry
);
call scope_to_partnership('audit_link', 'select');

create function hash_of(words text) returns text
  language sql immutable parallel safe
  return encode(sha256(convert_to(words, 'UTF8')), 'hex');

-- What is hashed of an entry: a JSON array of its fields and of its details' hash.
create function audit_text(entry audit_entry, detail_hash text) returns text
  language sql stable
  return json_build_array(entry.partnership_id, entry.id,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.by_person, entry.what,
    entry.subject_kind, entry.subject_id, detail_hash)::text;

create function chain_entry(entry audit_entry) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_link audit_link;
  detail text;
begin
  select hash_of(salt::text || E'\n' || content) into strict detail
    from audit_detail where partnership_id = entry.partnership_id and entry_id = entry.id;
  select * into last_link from audit_link
    where partnership_id = entry.partnership_id order by number desc limit 1;
  last_link.number := coalesce(last_link.number, 0) + 1;
  last_link.previous_hash := coalesce(last_link.hash, repeat('0', 64));
  insert into audit_link (partnership_id, number, entry_id, detail_hash, previous_hash, hash)
  values (entry.partnership_id, last_link.number, entry.id, detail, last_link.previous_hash,
    hash_of(last_link.previous_hash || E'\n' || audit_text(entry, detail)));
end $$;
revoke execute on function chain_entry(audit_entry) from public;

-- At commit, one transaction of a partnership after another: whoever waits sees the link that was made before.
create function chain_at_commit() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.partnership_id::text, 7204512));
  perform chain_entry(new);
  return null;
end $$;
revoke execute on function chain_at_commit() from public;

do $$
declare entry audit_entry;
begin
  for entry in select * from audit_entry order by partnership_id, at, id loop
    perform chain_entry(entry);
  end loop;
end $$;

create constraint trigger chain_entry after insert on audit_entry
  deferrable initially deferred for each row execute function chain_at_commit();
