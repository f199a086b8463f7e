-- A private address at which somebody's calendar program reads what is due and when bodies meet: their own part, a body's or a plan's.
-- Only the hash of its words is kept. What it shows is what its owner sees at that moment, so that it ends with their rights.
create table calendar_feed (
  partnership_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('own', 'body', 'plan')),
  body_id uuid,
  plan_id uuid,
  hash text not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, hash),
  foreign key (partnership_id, owner_id) references person,
  foreign key (partnership_id, body_id) references body,
  foreign key (partnership_id, plan_id) references plan,
  check ((kind = 'body') = (body_id is not null) and (kind = 'plan') = (plan_id is not null))
);
create index calendar_feed_by_owner on calendar_feed (partnership_id, owner_id, made_at);
call scope_to_partnership('calendar_feed', 'select, insert, update (revoked_at)');

-- A feed is its owner's, whatever else they see.
create policy readers_own on calendar_feed as restrictive
  using ((select sees_all()) or owner_id = (select reader_person()));
