-- That a mail server said it is still trying: the first time it did. What became of the mail in the end is its fate.
create table message_delay (
  partnership_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  -- a code of RFC 3463, and nothing else of what the report said
  status text not null check (length(status) between 1 and 9),
  primary key (partnership_id, message_id),
  foreign key (partnership_id, message_id) references message
);
call scope_to_partnership('message_delay', 'select, insert');
call show_to_readers('message_delay', 'whole');

-- As it was, with why it came back: the server's word for it.
create or replace view message_outcome with (security_invoker = true) as
select ended.partnership_id, ended.message_id,
  case when fate.kind = 'returned' then fate.kind else ended.kind end as kind,
  case when fate.kind = 'returned' then fate.at else ended.at end as at,
  case when fate.kind = 'returned' then fate.status end as returned_status
from message_end ended
left join message_fate fate on fate.partnership_id = ended.partnership_id and fate.message_id = ended.message_id;

-- Which partnership handed a message to a mail server after a moment; null for none, and for a server that said no.
create function partnership_that_mailed(mailed uuid, since timestamptz) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select partnership_id from message_attempt
  where message_id = mailed and via = 'smtp' and began_at > since
    and (outcome is null or outcome in ('taken', 'unsure'))
  limit 1
$$;
revoke execute on function partnership_that_mailed(uuid, timestamptz) from public;
grant execute on function partnership_that_mailed(uuid, timestamptz) to trellis_app;
create index message_attempt_by_smtp on message_attempt (message_id) where via = 'smtp';
