-- What each colour of a scheme means, as data: so that no rule need know that blue closes an action, or that red is off track.
alter table rating add column letter text, add column shape text, add column meaning text,
  add column needs_evidence boolean, add column recovery_for text;
update rating set
  letter = case key when 'blue' then 'B' when 'green' then 'G' when 'amber' then 'A' when 'red' then 'R' else 'N' end,
  shape = case key when 'blue' then 'square' when 'green' then 'circle' when 'amber' then 'triangle'
    when 'red' then 'diamond' else 'ring' end,
  meaning = case key when 'blue' then 'complete' when 'green' then 'on-track' when 'amber' then 'at-risk'
    when 'red' then 'off-track' else 'not-due' end,
  needs_evidence = key = 'blue',
  recovery_for = case key when 'red' then 'either' when 'amber' then 'progress' else 'none' end;
alter table rating
  alter column letter set not null, alter column shape set not null, alter column meaning set not null,
  alter column needs_evidence set not null, alter column recovery_for set not null,
  add check (letter <> ''),
  add check (shape in ('square', 'circle', 'triangle', 'diamond', 'ring')),
  add check (meaning in ('off-track', 'at-risk', 'not-due', 'on-track', 'complete', 'suspended', 'unknown')),
  -- a way back is asked for: never, when it is chosen for progress, or when it is chosen for progress or impact
  add check (recovery_for in ('none', 'progress', 'either'));

-- A draft says as much as its lead has said so far.
alter table update_draft
  add column what_next text not null default '',
  add column recovery text not null default '',
  add column return_on date,
  add column forecast_rating text check (forecast_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  add column differs_because text not null default '',
  add column pair_because text not null default '';
alter table update_draft
  alter column what_next drop default, alter column recovery drop default,
  alter column differs_because drop default, alter column pair_because drop default;

-- Null where it was not asked: of an update sent before these were, and where the ratings call for none of it.
alter table update_submission
  add column what_next text check (what_next <> ''),
  add column recovery text check (recovery <> ''),
  add column return_on date,
  add column forecast_rating text check (forecast_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  -- what the facts suggested for progress when it was sent, and why; a reason without a rating: they suggested none
  add column suggested_rating text check (suggested_rating in ('blue', 'red', 'amber', 'green', 'grey')),
  add column suggested_because text check (suggested_because <> ''),
  add column differs_because text check (differs_because <> ''),
  add column pair_because text check (pair_because <> ''),
  add check (suggested_rating is null or suggested_because is not null),
  add check ((recovery is null) = (return_on is null));

-- The day by which a lead means to be back on track is a day to report on.
alter table reporting_point drop constraint reporting_point_origin_check;
alter table reporting_point add check (origin in ('timescale', 'rhythm', 'recovery'));

-- A lead makes such a day, and lets it go, with the update that names it; every other duty is the plan's.
drop policy readers_action on reporting_point;
create policy readers_action on reporting_point as restrictive
  using ((select sees_all()) or action_id in (select readers_actions()))
  with check ((select sees_all()) or origin = 'recovery' and action_id in (select readers_actions()));
