-- More ways in than a password: what the sign-in library keeps of second factors and passkeys, how each session was
-- come by, and the wrong tries on an account.

alter table sign_in.account_holder add column two_factor_enabled boolean not null default false;

-- How the session was come by: 'password', 'link', 'passkey', 'second-factor', 'single-sign-on'. Older ones do not say.
alter table sign_in.session add column way text;

create table sign_in.second_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null unique references sign_in.account_holder on delete cascade,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table sign_in.passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references sign_in.account_holder on delete cascade,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index passkey_by_user on sign_in.passkey (user_id);

-- Wrong tries in a row by the SHA-256 of what was tried: an address that is nobody's has its row as any other.
create table sign_in.wrong_tries (
  key text primary key,
  count integer not null check (count > 0),
  last_at timestamptz not null,
  waits_until timestamptz not null
);
create index wrong_tries_by_age on sign_in.wrong_tries (last_at);

grant select, insert, update, delete on sign_in.second_factor, sign_in.passkey, sign_in.wrong_tries to trellis_sign_in;
