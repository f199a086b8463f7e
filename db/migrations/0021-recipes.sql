-- How a partnership's documents are laid out, as somebody told of one of them; the next document of that kind is read so.
-- A recipe is never altered: another takes its place, and one that is no longer wanted is set aside.
create table recipe (
  partnership_id uuid not null references partnership,
  id uuid not null,
  name text not null check (name <> ''),
  content jsonb not null,
  made_from text not null,
  kept_at timestamptz not null,
  kept_by uuid not null,
  set_aside_at timestamptz,
  set_aside_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, kept_by) references person,
  foreign key (partnership_id, set_aside_by) references person
);
call scope_to_partnership('recipe', 'select, insert, update');

-- What steered a reading, and the recipe it came from. A document can be read again: the latest reading that was not taken back
-- speaks for the draft.
alter table reading add column told jsonb;
alter table reading add column recipe_id uuid;
alter table reading add column withdrawn_at timestamptz;
alter table reading add foreign key (partnership_id, recipe_id) references recipe;
