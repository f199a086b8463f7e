-- What the document of an action says of how it went: narrative, two ratings and an ending. A reviewer corrects it as any other
-- field, so it is part of what the action says; null when the document says nothing of it.
alter table action add column said jsonb check (jsonb_typeof(said) = 'object');

-- Until now it stood in the reading alone. Each action takes it from the reading that speaks for its plan. Where no action of a plan
-- knows which one of the reading it is, they stand in the order they were read.
with standing as (
  select distinct on (partnership_id, plan_id) partnership_id, plan_id, result
  from reading
  where plan_id is not null and result is not null and withdrawn_at is null
  order by partnership_id, plan_id, asked_at desc, id desc
),
told as (
  select partnership_id, plan_id, read ->> 'id' as id, jsonb_build_object(
    'progressRating', read -> 'progressRating', 'impactRating', read -> 'impactRating',
    'narrative', read -> 'narrative', 'disposal', read -> 'disposal') as said
  from standing, jsonb_array_elements(result -> 'actions') as read
  where num_nonnulls(nullif(read -> 'progressRating', 'null'), nullif(read -> 'impactRating', 'null'),
    nullif(read -> 'narrative', 'null'), nullif(read -> 'disposal', 'null')) > 0
),
made as (
  select partnership_id, id, plan_id, source ->> 'read' as read,
    row_number() over (partition by partnership_id, plan_id, set_aside_at is null order by position) as place,
    set_aside_at is null as stands,
    bool_or(source ->> 'read' is not null) over (partition by partnership_id, plan_id) as knows
  from action
)
update action set said = told.said
from made, told
where action.partnership_id = made.partnership_id and action.id = made.id
  and told.partnership_id = made.partnership_id and told.plan_id = made.plan_id
  and told.id = case when made.knows then made.read when made.stands then 'a' || made.place end;

-- What an action said before is told with it, and so is what an undone correction puts back.
update action_version set content = content || jsonb_build_object('said', action.said)
from action
where action.partnership_id = action_version.partnership_id and action.id = action_version.action_id
  and action.said is not null;

update draft_change set before = jsonb_set(before, '{actions}', (
  select coalesce(jsonb_agg(case when action.said is null then kept else kept || jsonb_build_object('said', action.said) end
    order by place), '[]')
  from jsonb_array_elements(before -> 'actions') with ordinality as each(kept, place)
  left join action on action.partnership_id = draft_change.partnership_id and action.id = (kept ->> 'id')::uuid))
where jsonb_array_length(before -> 'actions') > 0;
