-- The steps of an action, and what an action waits for. What was said is kept: a step has versions, a step done and a wait ended are
-- rows with their moments, so that all of it can be read as at a day.

create table action_step (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, made_by) references person
);
create index action_step_by_action on action_step (partnership_id, action_id);
call scope_to_partnership('action_step', 'select, insert');
call show_to_readers('action_step', 'report', 'action_id');

-- What a step said from a moment on; the highest version holds. One that was taken out says so in its last version.
create table action_step_version (
  partnership_id uuid not null,
  step_id uuid not null,
  version integer not null check (version >= 1),
  action_id uuid not null,
  name text not null check (name <> ''),
  due_on date not null,
  who text,
  is_removed boolean not null,
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (partnership_id, step_id, version),
  foreign key (partnership_id, step_id) references action_step,
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, set_by) references person
);
call scope_to_partnership('action_step_version', 'select, insert');
call show_to_readers('action_step_version', 'report', 'action_id');

-- That a step was done, on which day, and what shows it.
create table action_step_done (
  partnership_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  action_id uuid not null,
  done_on date not null,
  words text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, step_id) references action_step,
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, recorded_by) references person,
  foreign key (partnership_id, undone_by) references person,
  check ((undone_at is null) = (undone_by is null))
);
create unique index action_step_done_standing on action_step_done (partnership_id, step_id) where undone_at is null;
call scope_to_partnership('action_step_done', 'select, insert, update (undone_at, undone_by)');
call show_to_readers('action_step_done', 'report', 'action_id');

-- An action that waits for another, or for one step of it.
create table action_wait (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  on_action_id uuid not null,
  on_step_id uuid,
  -- the words of the plan or of an update that say so, where some did
  words text,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, on_action_id) references action,
  foreign key (partnership_id, on_step_id) references action_step,
  foreign key (partnership_id, made_by) references person,
  foreign key (partnership_id, ended_by) references person,
  check (action_id <> on_action_id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index action_wait_standing on action_wait
  (partnership_id, action_id, on_action_id, coalesce(on_step_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;
create index action_wait_by_origin on action_wait (partnership_id, on_action_id);
call scope_to_partnership('action_wait', 'select, insert, update (ended_at, ended_by)');

-- A wait is seen from both its ends; whoever sees one end only learns that the other is not theirs.
create policy readers_wait on action_wait as restrictive
  using ((select sees_all()) or action_id in (select readers_actions()) or on_action_id in (select readers_actions()))
  with check ((select sees_all()));

-- That words which seem to say that one action waits for another do not.
create table action_wait_refusal (
  partnership_id uuid not null,
  action_id uuid not null,
  on_action_id uuid not null,
  refused_at timestamptz not null,
  refused_by uuid not null,
  primary key (partnership_id, action_id, on_action_id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, on_action_id) references action,
  foreign key (partnership_id, refused_by) references person
);
call scope_to_partnership('action_wait_refusal', 'select, insert');
call show_to_readers('action_wait_refusal', 'whole');

-- That those who wait were told that it is late, once for each day it became so.
create table action_wait_told (
  partnership_id uuid not null,
  wait_id uuid not null,
  late_since date not null,
  told_on date not null,
  primary key (partnership_id, wait_id, late_since),
  foreign key (partnership_id, wait_id) references action_wait
);
call scope_to_partnership('action_wait_told', 'select, insert');
call show_to_readers('action_wait_told', 'whole');

-- The waits for something late of which nobody was told yet: a step past its day and not done, or an action past the last day the plan
-- gives it, neither complete nor ended. Whoever asks sees what their scope shows.
create function late_waits(by_day date) returns table (partnership_id uuid, wait_id uuid, late_since date)
  language sql stable as $$
  select waits.partnership_id, waits.id, coalesce(step.due_on, standing.last_due_on)
  from action_wait waits
  join action waiting on waiting.partnership_id = waits.partnership_id and waiting.id = waits.action_id
    and waiting.set_aside_at is null
  left join lateral (
    select said.due_on, said.is_removed from action_step_version said
    where said.partnership_id = waits.partnership_id and said.step_id = waits.on_step_id
    order by said.version desc limit 1) step on true
  left join action_standing standing on standing.partnership_id = waits.partnership_id
    and standing.action_id = waits.on_action_id and waits.on_step_id is null
  where waits.ended_at is null
    and coalesce(step.due_on, standing.last_due_on) < by_day
    and step.is_removed is not true
    and not exists (select from plan join rating colour on colour.partnership_id = plan.partnership_id
        and colour.scheme_id = plan.rating_scheme_id
      where plan.partnership_id = standing.partnership_id and plan.id = standing.plan_id
        and colour.key = standing.progress_rating and colour.meaning = 'complete')
    and not exists (select from action_step_done done where done.partnership_id = waits.partnership_id
      and done.step_id = waits.on_step_id and done.undone_at is null)
    and not exists (select from action_disposal ended where ended.partnership_id = waits.partnership_id
      and ended.action_id in (waits.action_id, waits.on_action_id) and ended.undone_at is null)
    and not exists (select from action_wait_told told where told.partnership_id = waits.partnership_id
      and told.wait_id = waits.id and told.late_since = coalesce(step.due_on, standing.last_due_on))
$$;
grant execute on function late_waits(date) to trellis_app;

-- Whom to visit at night: partnerships with a duty to ask for, and those in which somebody waits for something late.
create or replace function partnerships_with_asking_due(by_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select partnership_id from asking_due where next_on <= by_day
  union
  select partnership_id from late_waits(by_day)
$$;
