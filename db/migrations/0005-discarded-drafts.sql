-- A draft set aside is a fact, with who and when. Nothing of it is deleted; pages no longer show it.
create table plan_discard (
  partnership_id uuid not null,
  plan_id uuid not null,
  discarded_at timestamptz not null,
  discarded_by uuid not null,
  primary key (partnership_id, plan_id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, discarded_by) references person
);
call scope_to_partnership('plan_discard', 'select, insert');
