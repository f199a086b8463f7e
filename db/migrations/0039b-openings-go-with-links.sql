-- A link that is forgotten in time takes with it that it was opened: else one that was opened could not go at all.
alter function forget_before(text, timestamptz, timestamptz) rename to forget_rows_before;
revoke execute on function forget_rows_before(text, timestamptz, timestamptz) from trellis_app;

create function forget_before(kind text, moment timestamptz, at_moment timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_partnership();
begin
  if kind = 'update-links' then
    delete from update_link_opening opening using update_link link
    where link.partnership_id = here and opening.partnership_id = here and opening.link_id = link.id
      and link.expires_at < moment;
  end if;
  return forget_rows_before(kind, moment, at_moment);
end $$;
revoke execute on function forget_before(text, timestamptz, timestamptz) from public;
grant execute on function forget_before(text, timestamptz, timestamptz) to trellis_app;
