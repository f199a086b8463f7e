-- The heads of a list's columns that say nothing the directory keeps: the page names them, so that nobody believes they were read.
alter table directory_list add column unused_columns text[] not null default '{}';
