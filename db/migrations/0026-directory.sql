-- The directory: organisations that merge and are renamed, people who come and leave, posts that outlast their holders, bodies with
-- seats. Whatever is held has the day it began and, once it is over, the first day without it. Nothing begins ahead of its day, so
-- what has no end is held now.

alter table organisation rename column sector to kind;
alter table organisation drop constraint organisation_sector_check;
update organisation set kind = case kind when 'health' then 'nhs' when 'education' then 'school' else kind end;
alter table organisation
  add check (kind in ('council', 'nhs', 'police', 'school', 'college', 'charity', 'young-people', 'other')),
  add column formed_on date,
  add column ended_on date,
  add column successor_id uuid,
  add foreign key (partnership_id, successor_id) references organisation,
  add check (successor_id is null or (ended_on is not null and successor_id <> id)),
  add check (ended_on >= formed_on),
  drop constraint organisation_partnership_id_name_key;
create unique index organisation_name_now on organisation (partnership_id, name) where ended_on is null;

alter table body
  add column parent_id uuid,
  add column terms text,
  add column formed_on date,
  add column ended_on date,
  add column successor_id uuid,
  add foreign key (partnership_id, parent_id) references body,
  add foreign key (partnership_id, successor_id) references body,
  add check (parent_id <> id),
  add check (successor_id is null or (ended_on is not null and successor_id <> id)),
  add check (ended_on >= formed_on),
  drop constraint body_partnership_id_name_key;
create unique index body_name_now on body (partnership_id, name) where ended_on is null;

-- A seat is a record of its own: the same person may sit twice, years apart.
alter table body_member
  add column id uuid not null default gen_random_uuid(),
  add column starts date,
  add column ends_before date,
  add check (ends_before >= starts),
  drop constraint body_member_pkey,
  drop constraint body_member_seat_check;
alter table body_member
  alter column id drop default,
  add primary key (partnership_id, id),
  add check (seat in ('chair', 'deputy-chair', 'member'));
create unique index body_member_now on body_member (partnership_id, body_id, person_id) where ends_before is null;

alter table person add column mobile text, add column left_on date;

create table post (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  organisation_id uuid,
  body_id uuid,
  ended_on date,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation,
  foreign key (partnership_id, body_id) references body,
  check (num_nonnulls(organisation_id, body_id) < 2)
);
create unique index post_name_now on post (partnership_id, name, organisation_id, body_id) nulls not distinct
  where ended_on is null;
call scope_to_partnership('post', 'select, insert, update');

create table post_holding (
  partnership_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  starts date,
  ends_before date,
  primary key (partnership_id, id),
  foreign key (partnership_id, post_id) references post,
  foreign key (partnership_id, person_id) references person,
  check (ends_before >= starts)
);
create unique index post_holding_now on post_holding (partnership_id, post_id, person_id) where ends_before is null;
create index post_holding_by_person on post_holding (partnership_id, person_id);
call scope_to_partnership('post_holding', 'select, insert, update');

insert into post (partnership_id, id, name, organisation_id)
select partnership_id, gen_random_uuid(), post, organisation_id from person
where post <> '' group by partnership_id, post, organisation_id;
insert into post_holding (partnership_id, id, post_id, person_id)
select person.partnership_id, gen_random_uuid(), post.id, person.id from person
join post on post.partnership_id = person.partnership_id and post.name = person.post
  and post.organisation_id is not distinct from person.organisation_id;
alter table person drop column post;

-- What something was called before: histories keep the name of their time, and a plan may still use it.
create table former_name (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  used_until date not null,
  person_id uuid,
  organisation_id uuid,
  post_id uuid,
  body_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, organisation_id) references organisation,
  foreign key (partnership_id, post_id) references post,
  foreign key (partnership_id, body_id) references body,
  check (num_nonnulls(person_id, organisation_id, post_id, body_id) = 1)
);
call scope_to_partnership('former_name', 'select, insert');

-- Who stands in for a person or a post, from a day to another. It may be dated ahead.
create table deputy (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid,
  post_id uuid,
  deputy_id uuid not null,
  starts date not null,
  ends_before date,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, post_id) references post,
  foreign key (partnership_id, deputy_id) references person,
  check (num_nonnulls(person_id, post_id) = 1),
  check (person_id <> deputy_id),
  check (ends_before >= starts)
);
create index deputy_by_deputy on deputy (partnership_id, deputy_id);
call scope_to_partnership('deputy', 'select, insert, update');

alter table action_lead
  add column post_id uuid,
  add column organisation_id uuid,
  add foreign key (partnership_id, post_id) references post,
  add foreign key (partnership_id, organisation_id) references organisation;
create index action_lead_by_post on action_lead (partnership_id, post_id);

-- Somebody left: what they held, and to whom each thing went, so that it can be undone.
create table departure (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  left_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  handed_over jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, recorded_by) references person,
  foreign key (partnership_id, undone_by) references person
);
create unique index departure_in_force on departure (partnership_id, person_id) where undone_at is null;
call scope_to_partnership('departure', 'select, insert, update');

-- Names of plans tied to the directory, or untied: what the leads were, and which versions of the actions the tying left behind.
create table tie_change (
  partnership_id uuid not null references partnership,
  id uuid not null,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null,
  before jsonb not null,
  versions jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, made_by) references person,
  foreign key (partnership_id, undone_by) references person
);
create index tie_change_by_time on tie_change (partnership_id, made_at desc);
call scope_to_partnership('tie_change', 'select, insert, update');

-- A list of people and organisations as it was handed in, to be looked at row by row before any of it is done.
create table directory_list (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null,
  rows jsonb not null,
  handed_in_at timestamptz not null,
  handed_in_by uuid not null,
  done_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, handed_in_by) references person
);
call scope_to_partnership('directory_list', 'select, insert, update');

-- The wall: whoever left holds nothing. It is looked at when something is given to them, behind the lock that a foreign key takes on
-- them, and again when a departure is committed; so of two people who act at once, one is refused.
create function held_by_leavers(whom uuid, partnership uuid) returns text
  language sql stable
  return (
    select 'a lead of an action' from action_lead lead
      join action on action.partnership_id = lead.partnership_id and action.id = lead.action_id
      join plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id
      join person on person.partnership_id = lead.partnership_id and person.id = lead.person_id
      where lead.partnership_id = partnership and lead.person_id = whom and action.set_aside_at is null
        and (plan.ends_before is null or plan.ends_before > person.left_on)
    union all
    select 'a post' from post_holding
      where partnership_id = partnership and person_id = whom and ends_before is null
    union all
    select 'a seat' from body_member
      where partnership_id = partnership and person_id = whom and ends_before is null
    union all
    select 'a sign-in' from person_account where partnership_id = partnership and person_id = whom
    limit 1);

create function leavers_hold_nothing() returns trigger
  language plpgsql as $$
declare held text;
begin
  if exists (select from person where partnership_id = new.partnership_id and id = new.person_id and left_on is not null) then
    held := held_by_leavers(new.person_id, new.partnership_id);
    if held is not null then
      raise exception 'somebody who left cannot be given %', held using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return null;
end $$;

create trigger somebody_present after insert on action_lead for each row when (new.person_id is not null)
  execute function leavers_hold_nothing();
create trigger somebody_present after insert or update on post_holding for each row execute function leavers_hold_nothing();
create trigger somebody_present after insert or update on body_member for each row execute function leavers_hold_nothing();
create trigger somebody_present after insert on person_account for each row execute function leavers_hold_nothing();

create function departure_leaves_nothing() returns trigger
  language plpgsql as $$
declare held text;
begin
  if exists (select from person where partnership_id = new.partnership_id and id = new.id and left_on is not null) then
    held := held_by_leavers(new.id, new.partnership_id);
    if held is not null then
      raise exception 'somebody who left still holds %', held using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return null;
end $$;

create constraint trigger departure_leaves_nothing after update of left_on on person
  deferrable initially deferred for each row when (new.left_on is not null) execute function departure_leaves_nothing();
