-- A document as it was read, cut into pages that a screen can show: kept beside the file, so that a review shows the words
-- where they stand, and what somebody says of a column can be read again without opening the file.
create table document_page (
  partnership_id uuid not null,
  file_id uuid not null,
  number integer not null check (number >= 1),
  label text not null check (label <> ''),
  first_row integer not null check (first_row >= 0),
  row_count integer not null check (row_count >= 1),
  blocks jsonb not null,
  primary key (partnership_id, file_id, number),
  foreign key (partnership_id, file_id) references stored_file
);
call scope_to_partnership('document_page', 'select, insert');
