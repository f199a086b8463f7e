-- Under which part an action of an adopted plan stood before it was moved, so that a past day shows it where it stood then.
create table action_move (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  from_part uuid,
  to_part uuid,
  moved_at timestamptz not null,
  moved_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, from_part) references part,
  foreign key (partnership_id, to_part) references part,
  foreign key (partnership_id, moved_by) references person
);
create index action_move_by_action on action_move (partnership_id, action_id, moved_at);
call scope_to_partnership('action_move', 'select, insert');
call show_to_readers('action_move', 'action', 'action_id');
