-- Within a partnership a transaction also says who it is for. What it may see is in settings that end with it, and restrictive
-- policies hold every table to them; with none set, nothing is seen. Each setting is looked up once in a query, by `(select …)`,
-- and whoever sees all pays for no more than that.

-- 'all' of the partnership; 'part' of it, the actions they answer for; or, when not set, nothing.
create function sees_all() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('trellis.sees', true) = 'all', false);

create function sees_some() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('trellis.sees', true) in ('all', 'part'), false);

create function keeps_people() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('trellis.keeps_people', true) = 'yes', false);

create function reader_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('trellis.person', true), '')::uuid;

-- Whom they answer for: themselves, and those they stand in for today; and the posts they hold or stand in for.
create function reader_people() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('trellis.people', true), ''), ',')::uuid[];

create function reader_posts() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('trellis.posts', true), ''), ',')::uuid[];

-- Set for those who report for their whole organisation.
create function reader_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('trellis.organisation', true), '')::uuid;

-- The actions that whoever reads leads, by name or post, or stands in for a lead of; or that the organisation does they report for, by its name,
-- one of its people or one of its posts. With the owner's rights, because the policies of the tables it looks at ask it in turn.
create function readers_actions() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select led.action_id from action_lead led
    where sees_some() and led.partnership_id = current_partnership() and (led.person_id = reader_person()
      or led.person_id = any (reader_people()) or led.post_id = any (reader_posts())
      or led.organisation_id = reader_organisation()
      or led.person_id in (select person.id from person
        where person.partnership_id = current_partnership() and person.organisation_id = reader_organisation())
      or led.post_id in (select post.id from post
        where post.partnership_id = current_partnership() and post.organisation_id = reader_organisation()));
end;

create function readers_points() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select point.id from reporting_point point
    where point.partnership_id = current_partnership() and point.action_id in (select readers_actions());
end;

create function readers_plans() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select action.plan_id from action
    where action.partnership_id = current_partnership() and action.id in (select readers_actions());
end;

-- Which of a table's rows somebody is shown, and which they may write. A later table calls this in its own migration.
--   everyone    the partnership's own, and what every form needs
--   staff       all but young people see it; those who see all write it
--   directory   as staff; also written by whoever keeps people
--   keeper      those who see all or keep people
--   grant       as keeper; and one's own is seen
--   whole       those who see all
--   plan        those who see all; and, by the column that names the plan, those who answer for an action of it
--   action      those who see all; and, by the column that names the action, those who answer for it
--   report      as action, and they write it
--   duty        as report, by the column that names the reporting point
create procedure show_to_readers(table_name regclass, kind text, key_column text default null)
  language plpgsql as $$
declare
  reads text;
  writes text;
begin
  case kind
    when 'everyone' then reads := 'true'; writes := 'true';
    when 'staff' then reads := '(select sees_some())'; writes := '(select sees_all())';
    when 'directory' then reads := '(select sees_some())'; writes := '(select sees_all() or keeps_people())';
    when 'keeper' then reads := '(select sees_all() or keeps_people())'; writes := reads;
    when 'grant' then
      reads := '(select sees_all() or keeps_people()) or person_id = (select reader_person())';
      writes := '(select sees_all() or keeps_people())';
    when 'whole' then reads := '(select sees_all())'; writes := reads;
    when 'plan' then
      reads := format('(select sees_all()) or %I in (select readers_plans())', key_column);
      writes := '(select sees_all())';
    when 'action' then
      reads := format('(select sees_all()) or %I in (select readers_actions())', key_column);
      writes := '(select sees_all())';
    when 'report' then
      reads := format('(select sees_all()) or %I in (select readers_actions())', key_column);
      writes := reads;
    when 'duty' then
      reads := format('(select sees_all()) or %I in (select readers_points())', key_column);
      writes := reads;
  end case;
  execute format('create policy %I on %s as restrictive using (%s) with check (%s)',
    'readers_' || kind, table_name, reads, writes);
  execute format('create policy readers_removal on %s as restrictive for delete using (%s)', table_name, writes);
end $$;

call show_to_readers('partnership', 'everyone');
call show_to_readers('form_receipt', 'everyone');

call show_to_readers('organisation', 'directory');
call show_to_readers('person', 'directory');
call show_to_readers('body', 'directory');
call show_to_readers('body_member', 'directory');
call show_to_readers('post', 'directory');
call show_to_readers('post_holding', 'directory');
call show_to_readers('former_name', 'directory');
call show_to_readers('deputy', 'directory');
call show_to_readers('anchor_address', 'keeper');
call show_to_readers('departure', 'keeper');
call show_to_readers('directory_list', 'keeper');
call show_to_readers('closed_period', 'directory');
call show_to_readers('sign_in_demand', 'directory');
call show_to_readers('sign_on_provider', 'directory');
call show_to_readers('sign_on_provider_end', 'directory');
call show_to_readers('body_meeting', 'directory');
call show_to_readers('invitation', 'keeper');
call show_to_readers('invitation_end', 'keeper');
call show_to_readers('role_grant', 'grant');

call show_to_readers('rating_scheme', 'staff');
call show_to_readers('rating', 'staff');
call show_to_readers('plan', 'plan', 'id');
call show_to_readers('plan_adoption', 'plan', 'plan_id');
call show_to_readers('plan_discard', 'plan', 'plan_id');
call show_to_readers('part', 'plan', 'plan_id');
call show_to_readers('plan_closing', 'plan', 'plan_id');
call show_to_readers('asking_rules', 'plan', 'plan_id');

call show_to_readers('reading', 'whole');
call show_to_readers('document_page', 'whole');
call show_to_readers('review_answer', 'whole');
call show_to_readers('draft_change', 'whole');
call show_to_readers('comparison', 'whole');
call show_to_readers('pair_correction', 'whole');
call show_to_readers('pair_correction_undone', 'whole');
call show_to_readers('recipe', 'whole');
call show_to_readers('tie_change', 'whole');
call show_to_readers('retention_period', 'whole');
call show_to_readers('erasure', 'whole');
call show_to_readers('audit_link', 'whole');

call show_to_readers('action', 'action', 'id');
call show_to_readers('action_version', 'action', 'action_id');
call show_to_readers('action_lead', 'action', 'action_id');
call show_to_readers('action_disposal', 'action', 'action_id');
call show_to_readers('action_lineage', 'action', 'action_id');
call show_to_readers('reporting_point', 'action', 'action_id');
call show_to_readers('action_standing', 'report', 'action_id');
call show_to_readers('update_submission', 'report', 'action_id');
call show_to_readers('update_draft', 'duty', 'point_id');
call show_to_readers('evidence', 'duty', 'point_id');
call show_to_readers('asking_due', 'duty', 'point_id');
call show_to_readers('asking_step', 'duty', 'point_id');
call show_to_readers('asking_told', 'duty', 'point_id');
call show_to_readers('update_link', 'whole');
call show_to_readers('update_link_opening', 'whole');
call show_to_readers('message', 'whole');
call show_to_readers('message_due', 'whole');
call show_to_readers('message_attempt', 'whole');
call show_to_readers('message_end', 'whole');
call show_to_readers('address_refusal', 'whole');

-- A verdict is read by whoever reads what it is about, and given by those who see all.
create policy readers_verdict on update_verdict as restrictive
  using ((select sees_all()) or submission_id in (select id from update_submission))
  with check ((select sees_all()));

create policy readers_verdict on disposal_acceptance as restrictive
  using ((select sees_all()) or disposal_id in (select id from action_disposal))
  with check ((select sees_all()));

-- A file is seen by those who see all, by whoever handed it in, and with the evidence it is.
create policy readers_file on stored_file as restrictive
  using ((select sees_all()) or added_by = (select reader_person()) or id in (select file_id from evidence))
  with check ((select sees_all()) or added_by = (select reader_person()));

create policy readers_file on file_scan as restrictive
  using ((select sees_all()) or file_id in (select id from stored_file)) with check ((select sees_all()));

-- The trail is read by those who see all, and with the action it is about; whoever does something writes their own entry.
create policy readers_trail on audit_entry as restrictive
  using ((select sees_all()) or subject_id in (select readers_actions() union all select readers_points()))
  with check ((select sees_all()) or by_person = (select reader_person()));
create policy readers_trail on audit_detail as restrictive for select
  using ((select sees_all()) or entry_id in (select id from audit_entry));

-- Which person an account is: seen by the account itself before anybody's sight is known.
create policy readers_account on person_account as restrictive
  using ((select sees_all() or keeps_people()) or person_id = (select reader_person())
    or account_id = (select current_account()))
  with check ((select sees_all() or keeps_people()));

-- What the wall against leavers looks at is not narrowed by what the one who acts may see.
alter function leavers_hold_nothing() security definer set search_path = public, pg_temp;
alter function departure_leaves_nothing() security definer set search_path = public, pg_temp;

-- A table that another migration made meanwhile is shown to those who see all, until one says otherwise.
do $$
declare left_over regclass;
begin
  for left_over in select pg_class.oid from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and not exists (select from pg_policy where polrelid = pg_class.oid and not polpermissive)
  loop
    call show_to_readers(left_over, 'whole');
  end loop;
end $$;

revoke execute on function readers_actions(), readers_points(), readers_plans() from public;
grant execute on function readers_actions(), readers_points(), readers_plans() to trellis_app;

-- The policy asks which action a standing is of; kept in the index, counting ratings still needs no look at the table.
drop index action_standing_by_plan;
create index action_standing_by_plan on action_standing
  (partnership_id, plan_id, progress_rating, impact_rating, unreported_since) include (action_id);
