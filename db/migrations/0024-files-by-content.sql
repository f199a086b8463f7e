-- A document handed over twice is known by its bytes.
create index stored_file_by_content on stored_file (partnership_id, sha256);
