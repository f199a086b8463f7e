-- A role is given at a moment, by somebody, for a reason, and taken so too; what was once given stays to be seen. Of a role given
-- before this was kept nobody knows when or why. Where nobody gave or took it, whoever runs Trellis did.
alter table role_grant
  add column id uuid not null default gen_random_uuid(),
  add column given_at timestamptz,
  add column given_by uuid,
  add column given_reason text check (given_reason <> ''),
  add column taken_at timestamptz,
  add column taken_by uuid,
  add column taken_reason text check (taken_reason <> ''),
  add foreign key (partnership_id, given_by) references person,
  add foreign key (partnership_id, taken_by) references person,
  add check ((taken_at is null) = (taken_reason is null)),
  add check (taken_by is null or taken_at is not null),
  drop constraint role_grant_pkey;
alter table role_grant alter column id drop default, add primary key (partnership_id, id);
create unique index role_grant_now on role_grant (partnership_id, person_id, role) where taken_at is null;
create index role_grant_by_role on role_grant (partnership_id, role) where taken_at is null;
revoke delete on role_grant from trellis_app;
grant update (taken_at, taken_by, taken_reason) on role_grant to trellis_app;

-- Whether a role is somebody's who can use it: they sign in, and no role of theirs that stands alone puts it out of force.
create function role_is_used(which text, partnership uuid) returns boolean
  language sql stable
  return exists (select from role_grant held
    join person_account account on account.partnership_id = held.partnership_id and account.person_id = held.person_id
    where held.partnership_id = partnership and held.role = which and held.taken_at is null
      and not exists (select from role_grant alone
        where alone.partnership_id = partnership and alone.person_id = held.person_id and alone.taken_at is null
          and alone.role in ('scrutiny', 'young-person')));

-- The wall: a partnership that had an administrator, or a manager, keeps one. It is looked at when a transaction that takes such a
-- role, its holder's sign-in, or its force is committed; one after another for a partnership, so that of two who take each
-- other's role at once the second is refused.
create function somebody_keeps_the_role() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text[];
  one text;
  changed record;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  if tg_table_name = 'role_grant' and tg_op = 'UPDATE' then
    touched := array[new.role];
  else
    select array_agg(role) into touched from role_grant
    where partnership_id = changed.partnership_id and person_id = changed.person_id and taken_at is null;
  end if;
  foreach one in array coalesce(touched, '{}') loop
    continue when one not in ('administrator', 'manager');
    perform from partnership where partnership_id = changed.partnership_id for no key update;
    if not role_is_used(one, changed.partnership_id) then
      raise exception 'a partnership keeps at least one %', one using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return null;
end $$;

create constraint trigger somebody_keeps_the_role after update of taken_at on role_grant
  deferrable initially deferred for each row when (new.taken_at is not null) execute function somebody_keeps_the_role();
create constraint trigger somebody_keeps_the_role_beside after insert on role_grant
  deferrable initially deferred for each row when (new.role in ('scrutiny', 'young-person'))
  execute function somebody_keeps_the_role();
create constraint trigger somebody_keeps_the_role after delete on person_account
  deferrable initially deferred for each row execute function somebody_keeps_the_role();

-- Whoever left holds no role either.
create or replace function held_by_leavers(whom uuid, partnership uuid) returns text
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
    select 'a role' from role_grant
      where partnership_id = partnership and person_id = whom and taken_at is null
    union all
    select 'a sign-in' from person_account where partnership_id = partnership and person_id = whom
    limit 1);

create trigger somebody_present after insert on role_grant for each row execute function leavers_hold_nothing();
