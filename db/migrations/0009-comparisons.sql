-- A plan held against another document: a report on it, or the next plan. The earlier side is the plan, or the report of an earlier comparison;
-- the later side is a document handed over, or a plan that is here. What was found is kept as it was found.
create table comparison (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  of_comparison_id uuid,
  file_id uuid,
  other_plan_id uuid,
  asked_at timestamptz not null,
  asked_by uuid not null,
  claimed_at timestamptz,
  stage text not null,
  fraction real not null check (fraction between 0 and 1),
  finished_at timestamptz,
  refusal text,
  result jsonb,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, of_comparison_id) references comparison,
  foreign key (partnership_id, file_id) references stored_file,
  foreign key (partnership_id, other_plan_id) references plan,
  foreign key (partnership_id, asked_by) references person,
  check (num_nonnulls(file_id, other_plan_id) <= 1)
);
create index comparison_by_plan on comparison (partnership_id, plan_id, asked_at desc);
call scope_to_partnership('comparison', 'select, insert, update');

-- What a person says of two rows: that they are one after all, or that they are not. Laid over the comparison in the order said.
create table pair_correction (
  partnership_id uuid not null,
  id uuid not null,
  comparison_id uuid not null,
  kind text not null check (kind in ('pair', 'unpair')),
  plan_row text not null,
  report_row text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, comparison_id) references comparison,
  foreign key (partnership_id, made_by) references person
);
create index pair_correction_by_comparison on pair_correction (partnership_id, comparison_id, made_at);
call scope_to_partnership('pair_correction', 'select, insert');

-- A correction taken back is a fact too; the correction stays as it was said.
create table pair_correction_undone (
  partnership_id uuid not null,
  correction_id uuid not null,
  undone_at timestamptz not null,
  undone_by uuid not null,
  primary key (partnership_id, correction_id),
  foreign key (partnership_id, correction_id) references pair_correction,
  foreign key (partnership_id, undone_by) references person
);
call scope_to_partnership('pair_correction_undone', 'select, insert');
