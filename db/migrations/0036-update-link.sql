-- Which message carried a link: so a page can say to what address it went, and what became of the message. A link made before
-- this was noted has none.
alter table update_link add column message_key text;
alter table update_link add foreign key (partnership_id, message_key) references message (partnership_id, key);
create index update_link_by_message on update_link (partnership_id, message_key);

-- That a link was opened, once: by its reader, or by a scanner of mail that opened it first. Nothing follows from it.
create table update_link_opening (
  partnership_id uuid not null,
  link_id uuid not null,
  opened_at timestamptz not null,
  primary key (partnership_id, link_id),
  foreign key (partnership_id, link_id) references update_link
);
call scope_to_partnership('update_link_opening', 'select, insert');
