-- Single sign-on by OpenID Connect: the provider by which the people of one organisation sign in. A change is a new row, and the one before
-- ends; so a subject of one issuer is never taken for a subject of another.
create table sign_on_provider (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  issuer text not null check (issuer <> ''),
  client_id text not null check (client_id <> ''),
  -- sealed with the installation's secret
  client_secret text not null,
  -- whose addresses may sign in, in small letters
  domains text[] not null check (cardinality(domains) between 1 and 50),
  set_up_at timestamptz not null,
  set_up_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation,
  foreign key (partnership_id, set_up_by) references person
);
create index sign_on_provider_by_organisation on sign_on_provider (partnership_id, organisation_id);
create index sign_on_provider_by_domain on sign_on_provider using gin (domains);
call scope_to_partnership('sign_on_provider', 'select, insert');

create table sign_on_provider_end (
  partnership_id uuid not null,
  provider_id uuid not null,
  at timestamptz not null,
  ended_by uuid not null,
  primary key (partnership_id, provider_id),
  foreign key (partnership_id, provider_id) references sign_on_provider,
  foreign key (partnership_id, ended_by) references person
);
call scope_to_partnership('sign_on_provider_end', 'select, insert');

-- Which provider an address or an organisation leads to, for somebody who is not known yet; each is then read by its partnership's own scope.
-- Of two partnerships that name a domain, the one that named it first has it.
create function sign_on_by(domain text, organisation uuid) returns table (partnership_id uuid, provider_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select provider.partnership_id, provider.id from sign_on_provider provider
  where (provider.domains @> array[domain] or provider.organisation_id = organisation)
    and not exists (select from sign_on_provider_end ended
      where ended.partnership_id = provider.partnership_id and ended.provider_id = provider.id)
  order by provider.set_up_at, provider.id limit 1
$$;
revoke execute on function sign_on_by(text, uuid) from public;
grant execute on function sign_on_by(text, uuid) to trellis_app;
