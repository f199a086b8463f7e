-- A link that is forgotten in time takes with it that it was opened: else one that was opened could not go at all.
alter table update_link_opening drop constraint update_link_opening_partnership_id_link_id_fkey,
  add foreign key (partnership_id, link_id) references update_link on delete cascade;
