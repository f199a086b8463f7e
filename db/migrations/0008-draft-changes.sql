-- A row of a document that is no action, or a heading that is none, is set aside and never deleted: what was read stays, pages no
-- longer show it, and it can be taken back.
alter table action add column set_aside_at timestamptz;
alter table action add column set_aside_as text check (set_aside_as in ('no-action', 'joined', 'replaced'));
alter table action add check ((set_aside_at is null) = (set_aside_as is null));
alter table part add column set_aside_at timestamptz;

-- Each correction of a draft's rows and headings, with all that is needed to undo it: what stood before, and which versions the
-- correction left behind.
create table draft_change (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null,
  before jsonb not null,
  versions jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, made_by) references person,
  foreign key (partnership_id, undone_by) references person
);
create index draft_change_by_plan on draft_change (partnership_id, plan_id, made_at desc);
call scope_to_partnership('draft_change', 'select, insert, update');
