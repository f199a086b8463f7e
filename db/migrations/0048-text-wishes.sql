-- That somebody wishes to be asked by text message, at the number they had then. With another number the wish is of nobody any more.
create table text_wish (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- of the number, so that it is kept in one place only
  mobile_hash text not null,
  -- how they said so, where somebody else recorded it; null where they said so here themselves
  words text,
  wished_at timestamptz not null,
  recorded_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, recorded_by) references person,
  foreign key (partnership_id, ended_by) references person,
  check ((ended_at is null) = (ended_by is null))
);
create unique index text_wish_standing on text_wish (partnership_id, person_id) where ended_at is null;
call scope_to_partnership('text_wish', 'select, insert, update (ended_at, ended_by)');
call show_to_readers('text_wish', 'grant');

-- The number at which somebody is told things by text message: theirs now, wished for, and not refused since; null when they are not.
create function text_number(partnership uuid, person uuid) returns text
  language sql stable as $$
  select known.mobile from person known
  join text_wish wish on wish.partnership_id = known.partnership_id and wish.person_id = known.id and wish.ended_at is null
    and wish.mobile_hash = encode(sha256(convert_to(known.mobile, 'UTF8')), 'hex')
  where known.partnership_id = partnership and known.id = person and known.left_on is null
    and not exists (select from address_refusal refused where refused.partnership_id = known.partnership_id
      and refused.channel = 'text' and refused.address = known.mobile and refused.at >= wish.wished_at)
$$;
grant execute on function text_number(uuid, uuid) to trellis_app;

-- With the number goes its hash: by retention and by erasure too.
create function forget_text_number() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update text_wish set mobile_hash = '' where partnership_id = new.partnership_id and person_id = new.id;
  return null;
end $$;
create trigger text_number_gone after update of mobile on person
  for each row when (old.mobile is not null and new.mobile is null) execute function forget_text_number();
