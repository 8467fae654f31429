-- Who can sign in. Accounts belong to the instance and not to a city (memberships do that), so these tables
-- carry no city and no row-level policy: only the sign-in library reads and writes them, as kieznetz_app.

grant usage on schema identity to kieznetz_app;

create table identity.accounts (
  id text primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null unique check (email = lower(email) and length(email) <= 254),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- Made for trying out, with a password that everybody may read; needs no second factor.
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table identity.sessions (
  id text primary key,
  account_id text not null references identity.accounts on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  -- Was opened with a passkey or a one-time code, so names and money may be shown.
  second_factor boolean not null default false,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity.sessions (account_id);
create index on identity.sessions (expires_at);

-- How an account proves itself: by password, or later by a city's own sign-in.
create table identity.credentials (
  id text primary key,
  account_id text not null references identity.accounts on delete cascade,
  issuer text not null,
  issuer_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (issuer, issuer_account_id)
);
create index on identity.credentials (account_id);

-- One-time links and challenges, until they are used or run out.
create table identity.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on identity.verifications (identifier);
create index on identity.verifications (expires_at);

create table identity.second_factors (
  id text primary key,
  account_id text not null unique references identity.accounts on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index on identity.second_factors (secret);

create table identity.passkeys (
  id text primary key,
  account_id text not null references identity.accounts on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index on identity.passkeys (account_id);

-- Failed sign-ins by hashed address and account; columns as the limiter wants them.
create table identity.rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

grant select, insert, update, delete on all tables in schema identity to kieznetz_app;
