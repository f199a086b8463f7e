-- Every table carries the partnership's id first in its key, and row-level security from its first moment:
-- without a scope (`trellis.partnership`) a query sees nothing and can write nothing.

create function current_partnership() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('trellis.partnership', true), '')::uuid;

create function current_account() returns text
  language sql stable parallel safe
  return nullif(current_setting('trellis.account', true), '');

create procedure scope_to_partnership(table_name regclass, privileges text)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format(
    'create policy own_partnership on %s using (partnership_id = (select current_partnership()))', table_name);
  execute format('grant %s on %s to trellis_app', privileges, table_name);
end $$;

grant usage on schema public to trellis_app;

create table partnership (
  partnership_id uuid primary key,
  name text not null check (name <> ''),
  area text not null check (area <> ''),
  is_demo boolean not null,
  created_at timestamptz not null
);
call scope_to_partnership('partnership', 'select, insert, update');

-- Who changed what, when: rows are added and never altered.
create table audit_entry (
  partnership_id uuid not null references partnership,
  id uuid not null,
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  what text not null check (what <> ''),
  subject_kind text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  primary key (partnership_id, id)
);
create index audit_entry_by_subject on audit_entry (partnership_id, subject_id, at desc);
call scope_to_partnership('audit_entry', 'select, insert');

create table organisation (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  sector text not null check (sector in ('council', 'health', 'police', 'education', 'charity', 'other')),
  primary key (partnership_id, id),
  unique (partnership_id, name)
);
call scope_to_partnership('organisation', 'select, insert, update');

create table person (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  post text,
  email text,
  organisation_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation
);
call scope_to_partnership('person', 'select, insert, update');

create table body (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  short_name text,
  kind text not null check (kind in ('board', 'executive', 'lead-group', 'sub-group', 'committee')),
  primary key (partnership_id, id),
  unique (partnership_id, name)
);
call scope_to_partnership('body', 'select, insert, update');

create table body_member (
  partnership_id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  seat text not null check (seat in ('chair', 'member')),
  primary key (partnership_id, body_id, person_id),
  foreign key (partnership_id, body_id) references body,
  foreign key (partnership_id, person_id) references person
);
create index body_member_by_person on body_member (partnership_id, person_id);
call scope_to_partnership('body_member', 'select, insert, update, delete');

create table role_grant (
  partnership_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('manager', 'viewer')),
  primary key (partnership_id, person_id, role),
  foreign key (partnership_id, person_id) references person
);
call scope_to_partnership('role_grant', 'select, insert, delete');

-- Which person of a partnership a signed-in account is. An account may look up its own rows before a scope is known.
create table person_account (
  partnership_id uuid not null,
  person_id uuid not null,
  account_id text not null,
  primary key (partnership_id, person_id),
  unique (account_id, partnership_id),
  foreign key (partnership_id, person_id) references person
);
call scope_to_partnership('person_account', 'select, insert, delete');
create policy own_account on person_account for select using (account_id = (select current_account()));

create table stored_file (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null check (bytes >= 0),
  sha256 text not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (partnership_id, id)
);
call scope_to_partnership('stored_file', 'select, insert');

-- A form sent twice saves once: its key is used up in the same transaction as the change.
create table form_receipt (
  partnership_id uuid not null references partnership,
  key uuid not null,
  used_at timestamptz not null,
  answer text not null,
  primary key (partnership_id, key)
);
call scope_to_partnership('form_receipt', 'select, insert');

create table rating_scheme (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null,
  primary key (partnership_id, id)
);
call scope_to_partnership('rating_scheme', 'select, insert, update');

create table rating (
  partnership_id uuid not null,
  scheme_id uuid not null,
  key text not null check (key in ('blue', 'red', 'amber', 'green', 'grey')),
  position smallint not null,
  name text not null,
  process_rule text not null,
  impact_rule text not null,
  performance_rule text not null,
  primary key (partnership_id, scheme_id, key),
  foreign key (partnership_id, scheme_id) references rating_scheme
);
call scope_to_partnership('rating', 'select, insert, update');

create table plan (
  partnership_id uuid not null references partnership,
  id uuid not null,
  title text not null check (title <> ''),
  starts date,
  ends_before date check (ends_before > starts),
  level_names text[] not null,
  rating_scheme_id uuid not null,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, rating_scheme_id) references rating_scheme
);
call scope_to_partnership('plan', 'select, insert, update');

-- Adoption is a fact: a plan without a row here is a draft.
create table plan_adoption (
  partnership_id uuid not null,
  plan_id uuid not null,
  adopted_at timestamptz not null,
  adopted_by uuid not null,
  primary key (partnership_id, plan_id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, adopted_by) references person
);
call scope_to_partnership('plan_adoption', 'select, insert');

-- One document being read into one draft plan.
create table reading (
  partnership_id uuid not null references partnership,
  id uuid not null,
  file_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  claimed_at timestamptz,
  stage text not null,
  fraction real not null check (fraction between 0 and 1),
  finished_at timestamptz,
  refusal text,
  result jsonb,
  plan_id uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, file_id) references stored_file,
  foreign key (partnership_id, asked_by) references person,
  foreign key (partnership_id, plan_id) references plan
);
create index reading_by_plan on reading (partnership_id, plan_id);
call scope_to_partnership('reading', 'select, insert, update');

create table part (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  position integer not null,
  level smallint not null check (level >= 0),
  ref text,
  title text not null,
  why text,
  success text,
  aligned_plans text[] not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, parent_id) references part
);
create index part_by_plan on part (partnership_id, plan_id, position);
call scope_to_partnership('part', 'select, insert, update');

create table action (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  part_id uuid,
  position integer not null,
  ref text,
  text text not null,
  measure text,
  timescale text,
  schedule jsonb not null,
  lead_group_id uuid,
  lead_words text,
  source jsonb,
  created_at timestamptz not null,
  version integer not null check (version >= 1),
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, part_id) references part,
  foreign key (partnership_id, lead_group_id) references body
);
create index action_by_plan on action (partnership_id, plan_id, position);
create index action_by_lead_group on action (partnership_id, lead_group_id);
call scope_to_partnership('action', 'select, insert, update, delete');

-- What an action said from a moment on; the highest version is what `action` holds.
create table action_version (
  partnership_id uuid not null,
  action_id uuid not null,
  version integer not null check (version >= 1),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  content jsonb not null,
  primary key (partnership_id, action_id, version),
  foreign key (partnership_id, action_id) references action on delete cascade
);
call scope_to_partnership('action_version', 'select, insert, delete');

create table action_lead (
  partnership_id uuid not null,
  action_id uuid not null,
  position smallint not null,
  text text not null,
  kind text not null check (kind in ('person', 'post', 'group', 'organisation', 'unknown')),
  person_id uuid,
  body_id uuid,
  primary key (partnership_id, action_id, position),
  foreign key (partnership_id, action_id) references action on delete cascade,
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, body_id) references body
);
create index action_lead_by_person on action_lead (partnership_id, person_id);
call scope_to_partnership('action_lead', 'select, insert, delete');

create table reporting_point (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  due_on date not null,
  precision text not null check (precision in ('day', 'month', 'quarter', 'term', 'year')),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, action_id) references action
);
create index reporting_point_by_plan on reporting_point (partnership_id, plan_id, due_on);
create index reporting_point_by_action on reporting_point (partnership_id, action_id, due_on);
call scope_to_partnership('reporting_point', 'select, insert, update');

-- The lead's words so far, one per reporting point; nobody but the lead acts on them.
create table update_draft (
  partnership_id uuid not null,
  point_id uuid not null,
  narrative text not null,
  progress_rating text check (progress_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  impact_rating text check (impact_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (partnership_id, point_id),
  foreign key (partnership_id, point_id) references reporting_point,
  foreign key (partnership_id, saved_by) references person
);
call scope_to_partnership('update_draft', 'select, insert, update');

-- What was said at a moment: never altered, so that any past day can be shown as it was known.
create table update_submission (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  action_id uuid not null,
  point_id uuid not null,
  narrative text not null check (narrative <> ''),
  progress_rating text not null check (progress_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  impact_rating text not null check (impact_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, point_id) references reporting_point,
  foreign key (partnership_id, submitted_by) references person
);
create index update_submission_by_point on update_submission (partnership_id, point_id, submitted_at desc);
create index update_submission_by_action on update_submission (partnership_id, action_id, submitted_at desc);
create index update_submission_by_plan on update_submission (partnership_id, plan_id, submitted_at desc);
call scope_to_partnership('update_submission', 'select, insert');

create table update_verdict (
  partnership_id uuid not null,
  submission_id uuid not null,
  verdict text not null check (verdict in ('accepted', 'sent-back')),
  note text,
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (partnership_id, submission_id),
  foreign key (partnership_id, submission_id) references update_submission,
  foreign key (partnership_id, given_by) references person,
  check (verdict <> 'sent-back' or note <> '')
);
call scope_to_partnership('update_verdict', 'select, insert');

create table evidence (
  partnership_id uuid not null,
  id uuid not null,
  point_id uuid not null,
  file_id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, point_id) references reporting_point,
  foreign key (partnership_id, file_id) references stored_file,
  foreign key (partnership_id, added_by) references person
);
create index evidence_by_point on evidence (partnership_id, point_id);
create index evidence_by_file on evidence (partnership_id, file_id);
call scope_to_partnership('evidence', 'select, insert');

-- Where each action stands now, kept beside the facts in the same transaction so that a page of a large plan stays quick.
create table action_standing (
  partnership_id uuid not null,
  action_id uuid not null,
  plan_id uuid not null,
  progress_rating text check (progress_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  impact_rating text check (impact_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  rated_at timestamptz,
  unreported_since date,
  last_due_on date,
  primary key (partnership_id, action_id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, plan_id) references plan
);
create index action_standing_by_plan on action_standing
  (partnership_id, plan_id, progress_rating, impact_rating, unreported_since);
call scope_to_partnership('action_standing', 'select, insert, update');
