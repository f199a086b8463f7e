-- Whose a domain of mail is. Any manager can type any domain; it leads to their organisation's provider, and counts for what is demanded, only
-- while the operator vouches that it is theirs. Each word of the operator is a row: the latest holds.
create table vouched_domain (
  partnership_id uuid not null references partnership,
  domain text not null check (domain <> '' and domain = lower(domain)),
  at timestamptz not null,
  said text not null check (said in ('vouched', 'withdrawn')),
  primary key (partnership_id, domain, at)
);
call scope_to_partnership('vouched_domain', 'select, insert');
call show_to_readers('vouched_domain', 'directory');

create function is_vouched(partnership uuid, domain_name text) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select coalesce((select said = 'vouched' from vouched_domain
    where partnership_id = partnership and domain = domain_name order by at desc limit 1), false)
$$;

-- Until now the first who named a domain had it: those that people sign in by stay as they are.
insert into vouched_domain (partnership_id, domain, at, said)
  select distinct on (domain) provider.partnership_id, domain, provider.set_up_at, 'vouched'
  from sign_on_provider provider, unnest(provider.domains) domain
  where not exists (select from sign_on_provider_end ended
    where ended.partnership_id = provider.partnership_id and ended.provider_id = provider.id)
  order by domain, provider.set_up_at, provider.id;

create or replace function sign_on_by(domain text, organisation uuid) returns table (partnership_id uuid, provider_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select provider.partnership_id, provider.id from sign_on_provider provider
  where ((provider.domains @> array[domain] and is_vouched(provider.partnership_id, domain)) or provider.organisation_id = organisation)
    and not exists (select from sign_on_provider_end ended
      where ended.partnership_id = provider.partnership_id and ended.provider_id = provider.id)
  order by provider.set_up_at, provider.id limit 1
$$;

-- The partnership for which a domain is vouched now, for the operator, who asks before vouching for it again.
create function vouched_for(domain_name text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct partnership_id from vouched_domain where domain = domain_name and is_vouched(partnership_id, domain_name)
$$;
revoke execute on function vouched_for(text) from public;
grant execute on function vouched_for(text) to trellis_app;

-- The operator may lift a demand that locks everybody out, and is no person of the partnership.
alter table sign_in_demand alter column set_by drop not null;

-- Codes of second factors that were taken: each opens once, though an app shows it for half a minute and is believed for longer.
create table sign_in.used_code (
  user_id text not null references sign_in.account_holder on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);
create index used_code_by_age on sign_in.used_code (used_at);
grant select, insert, update, delete on sign_in.used_code to trellis_sign_in;
