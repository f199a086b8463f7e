-- A reporting period of a plan, and its closing: which version of each action, which update and which verdict stood, so that a report
-- of the period reads the same for ever. What has no versions of its own (the plan's title, its colours, the heading an action stood
-- under) is kept as it read. Rows are added and never altered; only the erasure of a person may take a name out of kept words.

create table reporting_period (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  name text not null check (name <> ''),
  starts date not null,
  ends_before date not null check (ends_before > starts),
  -- the day its report speaks for
  as_at date not null check (as_at >= starts),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, made_by) references person
);
create index reporting_period_by_plan on reporting_period (partnership_id, plan_id, starts);
call scope_to_partnership('reporting_period', 'select, insert');
call show_to_readers('reporting_period', 'plan', 'plan_id');

-- That a period was made by mistake; one that was ever closed stays.
create table reporting_period_removal (
  partnership_id uuid not null,
  period_id uuid not null,
  plan_id uuid not null,
  removed_at timestamptz not null,
  removed_by uuid not null,
  primary key (partnership_id, period_id),
  foreign key (partnership_id, period_id) references reporting_period,
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, removed_by) references person
);
call scope_to_partnership('reporting_period_removal', 'select, insert');
call show_to_readers('reporting_period_removal', 'plan', 'plan_id');

create table period_closing (
  partnership_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  plan_id uuid not null,
  number smallint not null check (number >= 1),
  as_at date not null,
  -- the last moment of which anything counted: the end of the day, or the closing itself on that day
  known_until timestamptz not null,
  closed_at timestamptz not null check (closed_at >= known_until),
  closed_by uuid not null,
  action_count integer not null check (action_count >= 0),
  -- where the audit trail stood
  trail_number integer not null,
  trail_hash text not null,
  -- the partnership's name, the plan's title, period and levels, and its colours, as they read
  frame jsonb not null,
  primary key (partnership_id, id),
  unique (partnership_id, period_id, number),
  foreign key (partnership_id, period_id) references reporting_period,
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, closed_by) references person
);
create index period_closing_by_plan on period_closing (partnership_id, plan_id);
call scope_to_partnership('period_closing', 'select, insert');
call show_to_readers('period_closing', 'plan', 'plan_id');

create table period_closing_row (
  partnership_id uuid not null,
  closing_id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  position integer not null check (position >= 0),
  version integer not null,
  -- the titles it stood under, outermost first
  headings text[] not null,
  standing text not null check (standing in
    ('not-due', 'accepted', 'awaiting-verdict', 'sent-back', 'draft-only', 'not-reported')),
  -- the last duty of the period that the action had, and the update that answered it
  point_id uuid,
  due_on date,
  answer_id uuid,
  -- the update whose ratings the report shows, whichever duty it answered, and whether it had been accepted
  submission_id uuid,
  is_accepted boolean not null,
  evidence_count integer not null check (evidence_count >= 0),
  -- every duty it had by then: its day, whether a date of the plan makes it, and when it was reported on
  duties jsonb not null,
  primary key (partnership_id, closing_id, action_id),
  unique (partnership_id, closing_id, position),
  foreign key (partnership_id, closing_id) references period_closing,
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, action_id, version) references action_version,
  foreign key (partnership_id, point_id) references reporting_point,
  foreign key (partnership_id, answer_id) references update_submission,
  foreign key (partnership_id, submission_id) references update_submission,
  check ((standing = 'not-due') = (point_id is null) and (point_id is null) = (due_on is null)),
  check ((standing in ('accepted', 'awaiting-verdict', 'sent-back')) = (answer_id is not null)),
  check (submission_id is not null or not is_accepted)
);
call scope_to_partnership('period_closing_row', 'select, insert');
call show_to_readers('period_closing_row', 'action', 'action_id');

-- That a closed period was opened again, and why. The closing stays, and can be read.
create table period_reopening (
  partnership_id uuid not null,
  closing_id uuid not null,
  plan_id uuid not null,
  reopened_at timestamptz not null,
  reopened_by uuid not null,
  because text not null check (because <> ''),
  primary key (partnership_id, closing_id),
  foreign key (partnership_id, closing_id) references period_closing,
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, reopened_by) references person
);
call scope_to_partnership('period_reopening', 'select, insert');
call show_to_readers('period_reopening', 'plan', 'plan_id');

-- Whoever tries, the owner of the tables too: what was closed stays, but for the words out of which a person is erased.
create function stays_as_closed() returns trigger
  language plpgsql as $$
declare
  words text[] := array['name', 'frame', 'headings', 'because'];
begin
  if tg_op = 'DELETE' or to_jsonb(old) - words is distinct from to_jsonb(new) - words then
    raise exception 'what a period was closed with is never altered' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger stays_as_closed before update or delete on reporting_period
  for each row execute function stays_as_closed();
create trigger stays_as_closed before update or delete on reporting_period_removal
  for each row execute function stays_as_closed();
create trigger stays_as_closed before update or delete on period_closing
  for each row execute function stays_as_closed();
create trigger stays_as_closed before update or delete on period_closing_row
  for each row execute function stays_as_closed();
create trigger stays_as_closed before update or delete on period_reopening
  for each row execute function stays_as_closed();

-- A closing counts to its last row: as many as it says, each at its own place below that number, so that none can join it later.
create function closing_adds_up() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counted integer;
begin
  select count(*) into counted from period_closing_row
    where partnership_id = new.partnership_id and closing_id = new.id;
  if counted <> new.action_count then
    raise exception 'a closing of % actions has % rows', new.action_count, counted
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger closing_adds_up after insert on period_closing
  deferrable initially deferred for each row execute function closing_adds_up();

create function closing_has_room() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.position >= (select action_count from period_closing
      where partnership_id = new.partnership_id and id = new.closing_id) then
    raise exception 'the closing counts fewer actions' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger closing_has_room before insert on period_closing_row
  for each row execute function closing_has_room();

revoke execute on function closing_adds_up(), closing_has_room() from public;
