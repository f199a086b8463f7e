-- What somebody decided about a question or a passage on the review of a draft: a fact with who and when. Taking it back is
-- another; then the question is open again.
create table review_answer (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  subject text not null check (subject <> ''),
  answer text not null check (answer in ('asked-and-answered', 'left-as-it-is', 'nothing-to-keep', 'became-action', 'went-to-action')),
  answered_at timestamptz not null,
  answered_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, answered_by) references person,
  foreign key (partnership_id, withdrawn_by) references person
);
create unique index review_answer_in_force on review_answer (partnership_id, plan_id, subject) where withdrawn_at is null;
call scope_to_partnership('review_answer', 'select, insert, update');
