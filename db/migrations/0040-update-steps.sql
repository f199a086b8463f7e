-- An update taken back before anybody judged it: the words stay on record, and it stands no more.
create table update_withdrawal (
  partnership_id uuid not null,
  submission_id uuid not null,
  action_id uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  primary key (partnership_id, submission_id),
  foreign key (partnership_id, submission_id) references update_submission,
  foreign key (partnership_id, action_id) references action,
  foreign key (partnership_id, withdrawn_by) references person
);
call scope_to_partnership('update_withdrawal', 'select, insert');
call show_to_readers('update_withdrawal', 'report', 'action_id');

-- A correction is a new version: what it corrects, why, and when that was first sent, so that mending words never makes a report late.
alter table update_submission
  add column corrects_id uuid,
  add column correction_reason text check (correction_reason <> ''),
  add column first_sent_at timestamptz,
  add foreign key (partnership_id, corrects_id) references update_submission,
  add check ((corrects_id is null) = (correction_reason is null) and (corrects_id is null) = (first_sent_at is null));

alter table update_draft add column correction_reason text check (correction_reason <> '');

-- The draft of a correction may be dropped: the accepted update stands as it did.
grant delete on update_draft to trellis_app;

-- From when until when each update stands. A correction of an accepted one stands from its own acceptance, and until then the accepted one
-- does; what was sent back or taken back stands no more. As at a day, only moments up to its end are looked at.
create view standing_update with (security_invoker = true) as
select sent.partnership_id, sent.id, sent.plan_id, sent.action_id, sent.point_id, sent.narrative, sent.progress_rating, sent.impact_rating,
  sent.submitted_at, sent.submitted_by, coalesce(sent.first_sent_at, sent.submitted_at) as reported_at,
  judged.verdict, judged.given_at,
  case
    when corrected.verdict is distinct from 'accepted' then sent.submitted_at
    when judged.verdict = 'accepted' then judged.given_at
  end as stands_from,
  least(taken.withdrawn_at, case when judged.verdict = 'sent-back' then judged.given_at end) as stands_until
from update_submission sent
left join update_verdict judged on judged.partnership_id = sent.partnership_id and judged.submission_id = sent.id
left join update_withdrawal taken on taken.partnership_id = sent.partnership_id and taken.submission_id = sent.id
left join update_verdict corrected on corrected.partnership_id = sent.partnership_id and corrected.submission_id = sent.corrects_id;
grant select on standing_update to trellis_app;

-- A closed plan takes no update, draft, verdict or change. The row of the plan is held, so that closing and writing wait for each other.
create function refuse_when_closed(partnership uuid, plan uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from plan p where p.partnership_id = partnership and p.id = plan for share;
  if exists (select from plan_closing c where c.partnership_id = partnership and c.plan_id = plan and c.reopened_at is null) then
    raise exception 'the year of this plan is closed' using errcode = 'integrity_constraint_violation', constraint = 'plan_closed';
  end if;
end $$;

create function plan_is_open() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_when_closed(new.partnership_id, case tg_table_name
    when 'update_draft' then (select point.plan_id from reporting_point point
      where point.partnership_id = new.partnership_id and point.id = (to_jsonb(new) ->> 'point_id')::uuid)
    when 'evidence' then (select point.plan_id from reporting_point point
      where point.partnership_id = new.partnership_id and point.id = (to_jsonb(new) ->> 'point_id')::uuid)
    when 'update_verdict' then (select sent.plan_id from update_submission sent
      where sent.partnership_id = new.partnership_id and sent.id = (to_jsonb(new) ->> 'submission_id')::uuid)
    when 'update_withdrawal' then (select sent.plan_id from update_submission sent
      where sent.partnership_id = new.partnership_id and sent.id = (to_jsonb(new) ->> 'submission_id')::uuid)
    else (to_jsonb(new) ->> 'plan_id')::uuid
  end);
  return new;
end $$;

create trigger plan_is_open before insert on update_submission for each row execute function plan_is_open();
create trigger plan_is_open before insert or update on update_draft for each row execute function plan_is_open();
create trigger plan_is_open before insert on update_verdict for each row execute function plan_is_open();
create trigger plan_is_open before insert on update_withdrawal for each row execute function plan_is_open();
create trigger plan_is_open before insert on evidence for each row execute function plan_is_open();

-- Who leads an action may still change when somebody leaves or a body ends; what it says may not.
create function closed_action_stays() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who text[] := array['leads', 'leadWords', 'leadGroupId'];
  said jsonb := (select content - who from action_version before
    where before.partnership_id = new.partnership_id and before.action_id = new.action_id
    order by before.version desc limit 1);
begin
  if said is distinct from new.content - who then
    perform refuse_when_closed(new.partnership_id, (select action.plan_id from action
      where action.partnership_id = new.partnership_id and action.id = new.action_id));
  end if;
  return new;
end $$;
create trigger plan_is_open before insert on action_version for each row execute function closed_action_stays();

-- Whoever comes by a link takes back what was said at their one duty, and reads by name who took something back and who closed the year.
create policy one_duty on update_withdrawal as restrictive
  using (true) with check ((select reader_point()) is null or withdrawn_by = (select reader_person())
    and submission_id in (select sent.id from update_submission sent where sent.point_id = (select reader_point())));

create function update_doers() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select taken.withdrawn_by from update_withdrawal taken
    where sees_update() and taken.partnership_id = current_partnership() and taken.action_id in (select readers_actions())
  union select closing.closed_by from plan_closing closing
    where sees_update() and closing.partnership_id = current_partnership() and closing.plan_id in (select readers_plans());
end;
revoke execute on function update_doers() from public;
grant execute on function update_doers() to trellis_app;
alter policy readers_directory on person
  using ((select sees_some()) or id in (select update_people()) or id in (select update_doers()));
