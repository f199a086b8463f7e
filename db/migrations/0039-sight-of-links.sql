-- Whoever chairs a body that leads an action answers for it, as whoever holds a post that does; and so does whoever stands in for them.
--
-- Somebody who comes by a link to one update, without an account, sees what that update needs and nothing else ('update'): the one
-- action with what was said of it, and the names of those who lead, chair and spoke. They write at the one duty.

create function sees_update() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('trellis.sees', true) = 'update', false);

create function reader_point() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('trellis.point', true), '')::uuid;

create or replace function readers_actions() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select led.action_id from action_lead led
    where sees_some() and led.partnership_id = current_partnership() and (led.person_id = reader_person()
      or led.person_id = any (reader_people()) or led.post_id = any (reader_posts())
      or led.organisation_id = reader_organisation()
      or led.body_id in (select seat.body_id from body_member seat
        where seat.partnership_id = current_partnership() and seat.seat = 'chair' and seat.ends_before is null
          and (seat.person_id = reader_person() or seat.person_id = any (reader_people())))
      or led.person_id in (select person.id from person
        where person.partnership_id = current_partnership() and person.organisation_id = reader_organisation())
      or led.post_id in (select post.id from post
        where post.partnership_id = current_partnership() and post.organisation_id = reader_organisation()))
  union all
  select point.action_id from reporting_point point
    where sees_update() and point.partnership_id = current_partnership() and point.id = reader_point();
end;

-- The bodies, posts and people that one update names: its lead group, who leads its action, who holds or stands in for that, and who
-- said something of it. With the owner's rights, as what they look at asks them in turn.
create function update_bodies() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select action.lead_group_id from action
    where sees_update() and action.partnership_id = current_partnership() and action.id in (select readers_actions())
      and action.lead_group_id is not null
  union
  select led.body_id from action_lead led
    where sees_update() and led.partnership_id = current_partnership() and led.action_id in (select readers_actions())
      and led.body_id is not null;
end;

create function update_posts() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  select led.post_id from action_lead led
    where sees_update() and led.partnership_id = current_partnership() and led.action_id in (select readers_actions())
      and led.post_id is not null;
end;

create function update_people() returns setof uuid
  language sql stable parallel safe security definer set search_path = public, pg_temp
begin atomic
  with named as (
    select led.person_id as id from action_lead led
      where led.partnership_id = current_partnership() and led.action_id in (select readers_actions())
    union select holding.person_id from post_holding holding
      where holding.partnership_id = current_partnership() and holding.post_id in (select update_posts())
    union select seat.person_id from body_member seat
      where seat.partnership_id = current_partnership() and seat.body_id in (select update_bodies()) and seat.seat = 'chair'
    union select sent.submitted_by from update_submission sent
      where sent.partnership_id = current_partnership() and sent.action_id in (select readers_actions())
    union select judged.given_by from update_verdict judged
      join update_submission sent on sent.partnership_id = judged.partnership_id and sent.id = judged.submission_id
      where judged.partnership_id = current_partnership() and sent.action_id in (select readers_actions())
    union select draft.saved_by from update_draft draft
      where draft.partnership_id = current_partnership() and draft.point_id = reader_point()
    union select shown.added_by from evidence shown
      where shown.partnership_id = current_partnership() and shown.point_id in (select readers_points())
  )
  select id from named where sees_update() and id is not null
  union select reader_person() where sees_update()
  union select stands.deputy_id from deputy stands
    where sees_update() and stands.partnership_id = current_partnership()
      and (stands.person_id in (select id from named) or stands.post_id in (select update_posts()));
end;

revoke execute on function update_bodies(), update_posts(), update_people() from public;
grant execute on function update_bodies(), update_posts(), update_people() to trellis_app;

alter policy readers_directory on person using ((select sees_some()) or id in (select update_people()));
alter policy readers_directory on body using ((select sees_some()) or id in (select update_bodies()));
alter policy readers_directory on body_member using ((select sees_some())
  or body_id in (select update_bodies()) and person_id in (select update_people()));
alter policy readers_directory on post using ((select sees_some()) or id in (select update_posts()));
alter policy readers_directory on post_holding using ((select sees_some()) or post_id in (select update_posts()));
alter policy readers_directory on deputy using ((select sees_some())
  or person_id in (select update_people()) or post_id in (select update_posts()));
alter policy readers_directory on body_meeting using ((select sees_some()) or body_id in (select update_bodies()));
alter policy readers_directory on closed_period using ((select sees_some() or sees_update()));
alter policy readers_staff on rating_scheme using ((select sees_some() or sees_update()));
alter policy readers_staff on rating using ((select sees_some() or sees_update()));

-- Of the links, the reader's own to that update; that one of them was opened is kept.
alter policy readers_whole on update_link using ((select sees_all())
  or (select sees_update()) and point_id = (select reader_point()) and person_id = (select reader_person()));
alter policy readers_whole on update_link_opening using ((select sees_all()) or link_id in (select id from update_link))
  with check ((select sees_all()) or link_id in (select id from update_link));

-- Whoever comes for one duty says what they say at that duty, in their own name.
create policy one_duty on update_submission as restrictive
  using (true) with check ((select reader_point()) is null
    or point_id = (select reader_point()) and submitted_by = (select reader_person()));
create policy one_duty on update_draft as restrictive
  using (true) with check ((select reader_point()) is null or point_id = (select reader_point()));
create policy one_duty_removal on update_draft as restrictive for delete
  using ((select reader_point()) is null or point_id = (select reader_point()));
create policy one_duty on evidence as restrictive
  using (true) with check ((select reader_point()) is null or point_id = (select reader_point()));
create policy one_duty on audit_entry as restrictive
  using (true) with check ((select reader_point()) is null or subject_id = (select reader_point()));

-- A link is no sign-in: it shows neither whether its person has one, nor their roles.
alter policy readers_account on person_account using ((select sees_all() or keeps_people())
  or person_id = (select reader_person()) and not (select sees_update())
  or account_id = (select current_account()));
alter policy readers_grant on role_grant using ((select sees_all() or keeps_people())
  or person_id = (select reader_person()) and not (select sees_update()));
