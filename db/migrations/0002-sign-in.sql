-- The tables better-auth keeps, in a schema of their own. An account belongs to a human being, who may be a person in
-- several partnerships; so these rows carry no partnership, hold no partnership's data, and only `trellis_sign_in` may read them.

create schema sign_in;
grant usage on schema sign_in to trellis_sign_in;

create table sign_in.account_holder (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sign_in.session (
  id text primary key,
  token text not null unique,
  user_id text not null references sign_in.account_holder on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_user on sign_in.session (user_id);

create table sign_in.credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references sign_in.account_holder on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index credential_by_user on sign_in.credential (user_id);

create table sign_in.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on sign_in.verification (identifier);

create table sign_in.rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

grant select, insert, update, delete on all tables in schema sign_in to trellis_sign_in;
