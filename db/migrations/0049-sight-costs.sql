-- The planner reckons what a policy's other branch would cost each time it looks a row up, even for whoever sees all and never
-- gets there. A sub-select over a large table made it read whole tables instead; the same question asked by a function costs next
-- to nothing until it is asked.

create function readers_submissions() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select submission.id from update_submission submission
    where submission.partnership_id = current_partnership() and submission.action_id in (select readers_actions());
end;

create function readers_entries() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select entry.id from audit_entry entry
    where entry.partnership_id = current_partnership()
      and entry.subject_id in (select readers_actions() union all select readers_points());
end;

revoke execute on function readers_submissions(), readers_entries() from public;
grant execute on function readers_submissions(), readers_entries() to trellis_app;

alter policy readers_verdict on update_verdict
  using ((select sees_all()) or submission_id in (select readers_submissions()));

alter policy readers_trail on audit_detail
  using ((select sees_all()) or entry_id in (select readers_entries()));
