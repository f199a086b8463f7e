-- How long each kind of personal data is kept, where a partnership chose otherwise than Trellis does; the latest choice holds.
create table retention_period (
  partnership_id uuid not null references partnership,
  kind text not null check (kind in ('messages', 'invitations', 'update-links', 'left-contact', 'lists', 'form-receipts')),
  set_at timestamptz not null,
  set_by uuid not null,
  days integer not null check (days between 1 and 36500),
  primary key (partnership_id, kind, set_at),
  foreign key (partnership_id, set_by) references person
);
call scope_to_partnership('retention_period', 'select, insert');

-- That a person's name and contact data were erased: who did it, when and why, and in how many rows of each place.
create table erasure (
  partnership_id uuid not null,
  person_id uuid not null,
  erased_at timestamptz not null,
  erased_by uuid not null,
  reason text not null check (reason in ('asked', 'not-needed', 'wrongly-kept')),
  places jsonb not null,
  primary key (partnership_id, person_id),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, erased_by) references person
);
call scope_to_partnership('erasure', 'select, insert');

-- A message is forgotten in time, whether it was secret or not. An audit detail keeps what is left of it when somebody is taken out.
alter table message drop constraint message_check, add check (blanked_at is null or body = '');
alter table audit_detail drop constraint audit_detail_check;

-- All words that name a person or reach them, as one pattern; null when there are none. A name that somebody else here has too is left
-- out, for nobody can tell whose it is in a text.
create function person_pattern(whom uuid) returns text
  language sql stable
  return (
    with told as (
      select content::jsonb as content from audit_detail detail
      join audit_entry entry on entry.partnership_id = detail.partnership_id and entry.id = detail.entry_id
      where detail.partnership_id = (select current_partnership()) and entry.subject_id = whom and content <> ''
    ), names as (
      select name from person where partnership_id = (select current_partnership()) and id = whom
      union select name from former_name where partnership_id = (select current_partnership()) and person_id = whom
    ), own as (
      select name as words, 1 as kind from names
      where not exists (select from person other where other.partnership_id = (select current_partnership())
        and other.id <> whom and lower(other.name) = lower(names.name))
      union select unnest(array[email, mobile]), 2 from person
        where partnership_id = (select current_partnership()) and id = whom
      union select unnest(array[content -> 'before' ->> 'email', content -> 'after' ->> 'email',
        content -> 'before' ->> 'mobile', content -> 'after' ->> 'mobile']), 2 from told
      union select to_address, 2 from message where partnership_id = (select current_partnership()) and person_id = whom
      union select email, 2 from invitation where partnership_id = (select current_partnership()) and person_id = whom
    ), spelled as (
      select words, kind from own where length(words) > 2 and words <> 'forgotten'
      union select substr(to_json(words)::text, 2, length(to_json(words)::text) - 2), kind from own where length(words) > 2
    ), escaped as (
      select kind, string_agg(regexp_replace(regexp_replace(regexp_replace(words,
          '([][\\.*+?^${}()|])', '\\\1', 'g'), '['']|’', '[''’]', 'g'), '\s+', '(?:\\s|\\\\n)+', 'g'),
          '|' order by length(words) desc) as words
      from spelled group by kind
    )
    select string_agg(case kind
      when 1 then '(?<![[:alnum:]])(?:' || words || ')(?![[:alnum:]])'
      else '(?<![[:alnum:]._%+-])(?:' || words || ')(?![[:alnum:]])' end, '|' order by kind) from escaped);

-- What there is about a person: every row that points at them, whole but for files, and the words around each place that names them.
create function rows_about(whom uuid) returns table (kind text, place text, content jsonb)
  language plpgsql stable as $$
declare
  pattern text := person_pattern(whom);
  one record;
begin
  for one in
    select relname,
      string_agg(format('t.%I', attname), ', ') filter (where atttypid = 'uuid'::regtype and attname <> 'partnership_id') as ids,
      array_agg(attname::text) filter (where atttypid = 'bytea'::regtype or attname in ('partnership_id', 'searched')) as hidden
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      and relname not in ('trellis_migration', 'audit_link', 'partnership')
    group by relname having bool_or(attname = 'partnership_id') order by relname
  loop
    return query execute format('select ''row'', %L::text, to_jsonb(t) - $2 from %I t
      where partnership_id = current_partnership() and $1 in (%s)',
      one.relname, one.relname, coalesce(one.ids, 'null')) using whom, one.hidden;
    if pattern is not null then
      return query execute format('select ''mention'', %L::text, to_jsonb(found[1]) from %I t,
        regexp_matches((to_jsonb(t) - $2)::text, $3, ''gi'') as found
        where partnership_id = current_partnership() and ($1 in (%s)) is not true',
        one.relname, one.relname, coalesce(one.ids, 'null'))
        using whom, one.hidden, '(.{0,120}(?:' || pattern || ').{0,120})';
    end if;
  end loop;
end $$;

-- What is kept of a person's ways in, without the secrets.
create function sign_in_about(whom uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('name', holder.name, 'email', holder.email, 'created', holder.created_at,
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('began', created_at, 'ends', expires_at, 'address', ip_address,
      'browser', user_agent, 'way', way) order by created_at), '[]') from sign_in.session where user_id = holder.id),
    'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', passkey.name, 'created', created_at)), '[]')
      from sign_in.passkey where user_id = holder.id))
  from person_account account join sign_in.account_holder holder on holder.id = account.account_id
  where account.partnership_id = current_partnership() and account.person_id = whom
$$;
revoke execute on function sign_in_about(uuid) from public;
grant execute on function sign_in_about(uuid) to trellis_app;

-- Takes a person who left out of every row of the partnership. It puts no words but its own in their place, and changes nothing else.
-- Details of the audit trail that name them are marked as blanked: the chain holds their hash, and stays whole.
create function erase_person(whom uuid, at_moment timestamptz) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_partnership();
  instead text := 'a person erased on ' || to_char(at_moment at time zone 'Europe/London', 'FMDD FMMonth YYYY');
  pattern text := coalesce(person_pattern(whom), '(?!)');
  mails text[];
  accounts text[];
  places jsonb := '{}';
  touched bigint;
  one record;
begin
  perform from person where partnership_id = here and id = whom and left_on is not null for update;
  if not found then
    raise exception 'only somebody who left is erased' using errcode = 'integrity_constraint_violation';
  end if;
  select array_agg(lower(email)) into mails from (
    select email from person where partnership_id = here and id = whom
    union select email from invitation where partnership_id = here and person_id = whom) each where email is not null;
  select array_agg(handed_over ->> 'accountId') into accounts from departure where partnership_id = here and person_id = whom;

  update audit_detail detail set blanked_at = coalesce(detail.blanked_at, at_moment), content = (
    case when each.subject_id = whom then cleaned - 'before' - 'after' else cleaned end
    || case when each.by_person = whom then jsonb_build_object('by', upper(left(instead, 1)) || substr(instead, 2))
      else '{}' end)::text
  from (select entry.id, entry.by_person, entry.subject_id, regexp_replace(own.content, pattern, instead, 'gi')::jsonb
      - case when entry.by_person = whom then 'address' else '' end as cleaned
    from audit_entry entry
    join audit_detail own on own.partnership_id = entry.partnership_id and own.entry_id = entry.id
    where entry.partnership_id = here and own.content <> ''
      and (entry.by_person = whom or entry.subject_id = whom or own.content ~* pattern)) each
  where detail.partnership_id = here and detail.entry_id = each.id;
  get diagnostics touched = row_count;
  places := places || jsonb_build_object('audit_detail', touched);

  update message set body = '', blanked_at = coalesce(blanked_at, at_moment), to_name = instead, to_address = instead
  where partnership_id = here and person_id = whom;
  get diagnostics touched = row_count;
  places := places || jsonb_build_object('message', touched);

  for one in
    select relname, attname, format_type(atttypid, null) as type
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
      and format_type(atttypid, null) in ('text', 'text[]', 'jsonb')
      and relname not in ('trellis_migration', 'partnership', 'audit_entry', 'audit_link', 'audit_detail', 'person', 'former_name')
      and not exists (select from pg_constraint key
        where key.conrelid = attrelid and attnum = any (key.conkey) and key.contype in ('p', 'u', 'f'))
    order by relname, attname
  loop
    execute format(case one.type
      when 'jsonb' then 'update %1$I set %2$I = regexp_replace(%2$I::text, $2, $3, ''gi'')::jsonb
        where partnership_id = $1 and %2$I::text ~* $2'
      when 'text[]' then 'update %1$I set %2$I = array(select regexp_replace(each, $2, $3, ''gi'')
        from unnest(%2$I) with ordinality as element(each, at) order by at)
        where partnership_id = $1 and array_to_string(%2$I, chr(10)) ~* $2'
      else 'update %1$I set %2$I = regexp_replace(%2$I, $2, $3, ''gi'') where partnership_id = $1 and %2$I ~* $2' end,
      one.relname, one.attname) using here, pattern, instead;
    get diagnostics touched = row_count;
    if touched > 0 then
      places := places || jsonb_build_object(one.relname,
        coalesce((places ->> one.relname)::bigint, 0) + touched);
    end if;
  end loop;

  delete from former_name where partnership_id = here and person_id = whom;
  update person set name = upper(left(instead, 1)) || substr(instead, 2), email = null, mobile = null
  where partnership_id = here and id = whom;
  delete from sign_in.account_holder holder
  where (holder.id = any (accounts) or lower(holder.email) = any (mails))
    and not exists (select from person_account where account_id = holder.id);
  delete from sign_in.verification where exists (select from unnest(mails) mail
    where position(mail in lower(identifier || ' ' || value)) > 0);
  return places || jsonb_build_object('person', 1);
end $$;
revoke execute on function erase_person(uuid, timestamptz) from public;
grant execute on function erase_person(uuid, timestamptz) to trellis_app;

-- Forgets what of one kind is older than a moment; gives how many rows it concerned.
create function forget_before(kind text, moment timestamptz, at_moment timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_partnership();
  touched bigint;
begin
  case kind
    when 'messages' then
      update message_attempt attempt set words = null, reference = null from message_end ended
      where attempt.partnership_id = here and ended.partnership_id = here and ended.message_id = attempt.message_id
        and ended.at < moment and num_nonnulls(attempt.words, attempt.reference) > 0;
      delete from address_refusal where partnership_id = here and at < moment;
      update message set body = '', to_name = null, to_address = 'forgotten', subject = 'Forgotten',
        blanked_at = coalesce(blanked_at, at_moment)
      from message_end ended
      where message.partnership_id = here and ended.partnership_id = here and ended.message_id = message.id
        and ended.at < moment and message.to_address <> 'forgotten';
    when 'invitations' then
      delete from invitation_end ended using invitation
      where invitation.partnership_id = here and ended.partnership_id = here and ended.invitation_id = invitation.id
        and invitation.expires_at < moment;
      delete from invitation where partnership_id = here and expires_at < moment;
    when 'update-links' then
      delete from update_link where partnership_id = here and expires_at < moment;
    when 'left-contact' then
      delete from sign_in.account_holder holder using person
      where person.partnership_id = here and person.left_on < moment::date and lower(holder.email) = lower(person.email)
        and not exists (select from person_account where account_id = holder.id);
      update person set email = null, mobile = null
      where partnership_id = here and left_on < moment::date and num_nonnulls(email, mobile) > 0;
    when 'lists' then
      update directory_list set rows = '[]' where partnership_id = here and handed_in_at < moment and rows <> '[]';
    when 'form-receipts' then
      delete from form_receipt where partnership_id = here and used_at < moment;
  end case;
  get diagnostics touched = row_count;
  return touched;
end $$;
revoke execute on function forget_before(text, timestamptz, timestamptz) from public;
grant execute on function forget_before(text, timestamptz, timestamptz) to trellis_app;

-- The same for ways in, which belong to no partnership: sessions and codes that ended before a moment, and wrong tries.
create function forget_sign_ins_before(moment timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in.session where expires_at < moment;
  delete from sign_in.verification where expires_at < moment;
  delete from sign_in.wrong_tries where last_at < moment;
$$;
revoke execute on function forget_sign_ins_before(timestamptz) from public;
grant execute on function forget_sign_ins_before(timestamptz) to trellis_app;
