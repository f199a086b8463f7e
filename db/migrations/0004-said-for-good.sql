-- What an action said cannot be taken back: neither it nor a version of it leaves, and none leaves with another row.
revoke delete on action from trellis_app;
revoke delete on action_version from trellis_app;

alter table action_version drop constraint action_version_partnership_id_action_id_fkey;
alter table action_version add foreign key (partnership_id, action_id) references action;

alter table action_lead drop constraint action_lead_partnership_id_action_id_fkey;
alter table action_lead add foreign key (partnership_id, action_id) references action;
