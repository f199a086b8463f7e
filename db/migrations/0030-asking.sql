-- Asking for updates and chasing them. What was done is kept as rows; what is to be done next is one day for each duty, so that a
-- night looks only at those whose day has come.

-- How a plan asks, each change a row of its own: the latest holds. A plan without a row asks as plans usually do.
create table asking_rules (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  set_at timestamptz not null,
  set_by uuid not null,
  ask_ahead smallint not null check (ask_ahead between 1 and 120),
  remind_ahead smallint check (remind_ahead between 0 and 120),
  grace_days smallint not null check (grace_days between 0 and 120),
  chair_after smallint not null check (chair_after between 0 and 120),
  manager_after smallint not null check (manager_after between 0 and 120),
  closes_after smallint not null check (closes_after between 0 and 120),
  rhythm text not null check (rhythm in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, set_by) references person
);
create index asking_rules_by_plan on asking_rules (partnership_id, plan_id, set_at desc, id desc);
call scope_to_partnership('asking_rules', 'select, insert');

-- Days on which a partnership is closed, besides weekends and bank holidays.
create table closed_period (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  starts date not null,
  ends_on date not null check (ends_on >= starts),
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, added_by) references person
);
call scope_to_partnership('closed_period', 'select, insert, update (removed_at)');

-- When a body meets, and when the papers for it close. A meeting that moves is removed and added anew.
create table body_meeting (
  partnership_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  meets_on date not null,
  papers_on date not null check (papers_on <= meets_on),
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, body_id) references body,
  foreign key (partnership_id, added_by) references person
);
create index body_meeting_by_body on body_meeting (partnership_id, body_id, meets_on);
call scope_to_partnership('body_meeting', 'select, insert, update (removed_at)');

-- The next day on which something is to be done about a duty; no row: nothing is.
create table asking_due (
  partnership_id uuid not null,
  point_id uuid not null,
  next_on date not null,
  primary key (partnership_id, point_id),
  foreign key (partnership_id, point_id) references reporting_point
);
create index asking_due_by_day on asking_due (next_on);
call scope_to_partnership('asking_due', 'select, insert, update, delete');

-- One step of the ladder, taken once.
create table asking_step (
  partnership_id uuid not null,
  point_id uuid not null,
  step text not null check (step in ('ask', 'remind', 'due', 'chair', 'manager')),
  taken_on date not null,
  taken_at timestamptz not null,
  primary key (partnership_id, point_id, step),
  foreign key (partnership_id, point_id) references reporting_point
);
call scope_to_partnership('asking_step', 'select, insert');

-- Who was told at a step, and by which message; without one, there was no address to tell them at.
create table asking_told (
  partnership_id uuid not null,
  point_id uuid not null,
  step text not null,
  person_id uuid not null,
  message_key text,
  primary key (partnership_id, point_id, step, person_id),
  foreign key (partnership_id, point_id, step) references asking_step,
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, message_key) references message (partnership_id, key)
);
create index asking_told_by_person on asking_told (partnership_id, person_id);
call scope_to_partnership('asking_told', 'select, insert');

-- A link that opens one update to one person, who needs no account for it. Only the hash of its words is kept.
create table update_link (
  partnership_id uuid not null,
  id uuid not null,
  point_id uuid not null,
  person_id uuid not null,
  hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, hash),
  foreign key (partnership_id, point_id) references reporting_point,
  foreign key (partnership_id, person_id) references person
);
create index update_link_by_point on update_link (partnership_id, point_id);
call scope_to_partnership('update_link', 'select, insert, update (revoked_at)');

-- Which partnerships have somebody to ask by a day, and no more: each is then entered by its own scope.
create function partnerships_with_asking_due(by_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct partnership_id from asking_due where next_on <= by_day
$$;
revoke execute on function partnerships_with_asking_due(date) from public;
grant execute on function partnerships_with_asking_due(date) to trellis_app;

-- A duty that a date of the plan makes, or the plan's rhythm where it gives none: only the first can make an action late.
alter table reporting_point add column origin text not null default 'timescale' check (origin in ('timescale', 'rhythm'));
alter table reporting_point alter column origin drop default;
