-- A scheme never changes: what is changed is a scheme of its own, the next version, so that an update keeps the scheme it was
-- rated under. Which scheme a plan has is kept with each change of it.
alter table rating_scheme
  add column kind text not null default 'five-colours'
    check (kind in ('five-colours', 'three-colours', 'four-colours-suspended', 'five-words', 'own')),
  add column version smallint not null default 1 check (version >= 1),
  -- the scheme that this is a later version of
  add column follows uuid,
  add column made_at timestamptz,
  add column made_by uuid,
  add foreign key (partnership_id, follows) references rating_scheme,
  add foreign key (partnership_id, made_by) references person;
create unique index rating_scheme_followed_once on rating_scheme (partnership_id, follows);

create table scheme_choice (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  scheme_id uuid not null,
  before_scheme_id uuid not null,
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, plan_id) references plan,
  foreign key (partnership_id, scheme_id) references rating_scheme,
  foreign key (partnership_id, before_scheme_id) references rating_scheme,
  foreign key (partnership_id, chosen_by) references person
);
create index scheme_choice_by_plan on scheme_choice (partnership_id, plan_id, chosen_at);
call scope_to_partnership('scheme_choice', 'select, insert');
call show_to_readers('scheme_choice', 'plan', 'plan_id');

-- The scheme an update was rated under.
alter table update_submission add column scheme_id uuid;
update update_submission sent set scheme_id = plan.rating_scheme_id
  from plan where plan.partnership_id = sent.partnership_id and plan.id = sent.plan_id;
alter table update_submission alter column scheme_id set not null,
  add foreign key (partnership_id, scheme_id) references rating_scheme;

-- A rating as it counts in a scheme: itself where it was given under that scheme, otherwise the first colour that means the same;
-- null where no colour does, and where it means that nothing is known, for that is counted as not rated.
create function counted_rating(of_partnership uuid, given_under uuid, given text, counted_in uuid) returns text
  language sql stable
  return (
    select case
      when said.meaning = 'unknown' then null
      when said.scheme_id = counted_in then said.key
      else (select other.key from rating other
        where other.partnership_id = said.partnership_id and other.scheme_id = counted_in and other.meaning = said.meaning
        order by other.position limit 1)
    end
    from rating said
    where said.partnership_id = of_partnership and said.scheme_id = given_under and said.key = given);
