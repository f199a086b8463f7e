-- What became of a message after a server had taken it, where that server can be asked: it arrived, or it came back.
create table message_fate (
  partnership_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('delivered', 'returned')),
  -- the server's word for it
  status text not null check (status <> ''),
  primary key (partnership_id, message_id),
  foreign key (partnership_id, message_id) references message
);
call scope_to_partnership('message_fate', 'select, insert');
call show_to_readers('message_fate', 'whole');

-- How a message stands in the end: one that was sent and came back is returned.
create view message_outcome with (security_invoker = true) as
select ended.partnership_id, ended.message_id,
  case when fate.kind = 'returned' then fate.kind else ended.kind end as kind,
  case when fate.kind = 'returned' then fate.at else ended.at end as at
from message_end ended
left join message_fate fate on fate.partnership_id = ended.partnership_id and fate.message_id = ended.message_id;
grant select on message_outcome to trellis_app;

-- Which partnerships have sent, by a server that can be asked, what nobody knows the fate of.
create function partnerships_with_fates_unknown(since timestamptz, most integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct attempt.partnership_id from message_attempt attempt
  join message_end ended on ended.partnership_id = attempt.partnership_id and ended.message_id = attempt.message_id
  where attempt.via = 'notify' and attempt.outcome = 'taken' and attempt.reference is not null
    and ended.kind = 'sent' and ended.at > since
    and not exists (select from message_fate fate
      where fate.partnership_id = attempt.partnership_id and fate.message_id = attempt.message_id)
  limit most
$$;
revoke execute on function partnerships_with_fates_unknown(timestamptz, integer) from public;
grant execute on function partnerships_with_fates_unknown(timestamptz, integer) to trellis_app;
create index message_attempt_by_notify on message_attempt (partnership_id, ended_at) where via = 'notify' and outcome = 'taken';
