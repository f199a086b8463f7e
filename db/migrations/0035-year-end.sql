-- How each action of a plan ended, and that the plan's year is over. One ending stands for an action at a time; one that was taken back
-- stays on record.

create table action_disposal (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  kind text not null check (kind in
    ('completed', 'sustained', 'carried-forward', 'merged', 'stopped', 'transferred', 'not-reported')),
  reason text,
  -- the body that decided it, where one did
  body_id uuid,
  -- the action it was merged into
  into_id uuid,
  -- until when it is carried forward, in words
  time_words text,
  -- to whom it was transferred, in words
  taken_by text,
  decided_at timestamptz not null,
  decided_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, body_id) references body,
  foreign key (partnership_id, into_id) references action,
  foreign key (partnership_id, decided_by) references person,
  foreign key (partnership_id, undone_by) references person,
  check (into_id is null or into_id <> action_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index action_disposal_standing on action_disposal (partnership_id, action_id) where undone_at is null;
create index action_disposal_by_plan on action_disposal (partnership_id, plan_id);
call scope_to_partnership('action_disposal', 'select, insert, update (undone_at, undone_by)');

-- That whoever takes over a transferred action said so.
create table disposal_acceptance (
  partnership_id uuid not null,
  disposal_id uuid not null,
  accepted_at timestamptz not null,
  recorded_by uuid not null,
  words text not null check (words <> ''),
  primary key (partnership_id, disposal_id),
  foreign key (partnership_id, disposal_id) references action_disposal,
  foreign key (partnership_id, recorded_by) references person
);
call scope_to_partnership('disposal_acceptance', 'select, insert');

-- A plan is closed while a row here was not reopened.
create table plan_closing (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  reopened_at timestamptz,
  reopened_by uuid,
  reopened_because text,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, closed_by) references person,
  foreign key (partnership_id, reopened_by) references person,
  check ((reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopened_because is null))
);
create unique index plan_closing_standing on plan_closing (partnership_id, plan_id) where reopened_at is null;
call scope_to_partnership('plan_closing', 'select, insert, update (reopened_at, reopened_by, reopened_because)');

-- Which action of an earlier plan an action comes from, whatever number either has.
create table action_lineage (
  partnership_id uuid not null,
  action_id uuid not null,
  from_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (partnership_id, action_id, from_id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, from_id) references action,
  foreign key (partnership_id, made_by) references person,
  check (action_id <> from_id)
);
create index action_lineage_by_origin on action_lineage (partnership_id, from_id);
call scope_to_partnership('action_lineage', 'select, insert');
