-- Who works here in which role, what staff did, what is on its way to families, and whether jobs still run.

create table memberships (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  account_id text not null,
  role text not null check (role in ('administrator', 'city-office', 'provider-manager', 'centre-lead', 'course-leader')),
  provider_id uuid,
  centre_id uuid,
  valid daterange not null default daterange(current_date, null),
  primary key (city_id, id),
  foreign key (city_id, provider_id) references providers on delete cascade,
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  check ((role in ('administrator', 'city-office')) = (provider_id is null)),
  check ((role in ('centre-lead', 'course-leader')) = (centre_id is not null)),
  exclude using gist (city_id with =, account_id with =, role with =,
    coalesce(centre_id, provider_id, city_id) with =, valid with &&)
);
create index on memberships (city_id, account_id);

-- A provider lets somebody see the families of one centre for a while; everybody at the provider can read that list.
create table support_grants (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  account_id text not null,
  granted_by text not null,
  reason text not null check (length(reason) between 1 and 500),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  check (ends_at > starts_at and ends_at <= starts_at + interval '14 days')
);
create index on support_grants (city_id, account_id, ends_at);

alter table memberships enable row level security, force row level security;
alter table support_grants enable row level security, force row level security;
create policy own_memberships on memberships for select to kieznetz_app
  using (city_id = acting.city() and account_id = acting.account());
create policy administrator_writes on memberships to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and 'administrator' = any (acting.roles()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and 'administrator' = any (acting.roles()))));
create policy provider_reads on memberships for select to kieznetz_app
  using (city_id = acting.city() and provider_id = any (acting.providers()));
create policy own_grants on support_grants for select to kieznetz_app
  using (city_id = acting.city() and account_id = acting.account());
create policy provider_grants on support_grants to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()));
grant select, insert, update, delete on memberships to kieznetz_app;
grant select, insert, update on support_grants to kieznetz_app;

-- Ids and field names, never values. Entries are appended; a job chains them in order.
create table audit_entries (
  city_id uuid not null references cities,
  id uuid not null default uuidv7(),
  provider_id uuid,
  at timestamptz not null,
  account_id text not null,
  action text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
  subject_id uuid,
  fields text[] not null default '{}',
  primary key (city_id, id)
);
create index on audit_entries (city_id, provider_id, id);

create table audit_links (
  city_id uuid not null,
  provider_id uuid,
  position bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  primary key (city_id, entry_id),
  unique nulls not distinct (city_id, provider_id, position),
  foreign key (city_id, entry_id) references audit_entries
);
alter table audit_entries enable row level security, force row level security;
alter table audit_links enable row level security, force row level security;
create policy append on audit_entries for insert to kieznetz_app with check (city_id = acting.city());
create policy provider_reads on audit_entries for select to kieznetz_app
  using (city_id = acting.city() and (provider_id = any (acting.providers()) or acting.kind() = 'system'
    or (provider_id is null and 'administrator' = any (acting.roles()))));
create policy job_chains on audit_links to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert on audit_entries, audit_links to kieznetz_app;

-- Written in the transaction that causes it, delivered by a job.
create table messages (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  registration_id uuid,
  kind text not null,
  language text not null,
  channel text not null check (channel in ('email', 'phone', 'paper')),
  address text not null default '',
  facts jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'by-hand')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  foreign key (city_id, registration_id) references registrations on delete cascade
);
create index on messages (city_id, state, created_at);
create index on messages (city_id, registration_id);
alter table messages enable row level security, force row level security;
create policy messages_of_own_centre on messages to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
grant select, insert, update, delete on messages to kieznetz_app;

-- A duty that silently stops is a fault: every job leaves its last beat here.
create table heartbeats (
  job text primary key,
  every_seconds integer not null check (every_seconds > 0),
  beat_at timestamptz not null
);
alter table heartbeats enable row level security, force row level security;
create policy everyone_reads on heartbeats for select to kieznetz_app using (true);
create policy jobs_beat on heartbeats to kieznetz_app using (acting.kind() = 'system') with check (acting.kind() = 'system');
grant select, insert, update on heartbeats to kieznetz_app;
