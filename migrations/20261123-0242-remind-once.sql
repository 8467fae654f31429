-- Who has a place is reminded some time before it begins, once for each beginning; who does not want that says so.
alter table offers add column reminder_hours integer not null default 24 check (reminder_hours in (0, 24, 48, 168));
alter table households add column refuses_reminders boolean not null default false;

create table reminders (
  city_id uuid not null,
  registration_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  -- A date that is moved is another beginning.
  starts_at timestamptz not null,
  primary key (city_id, registration_id, starts_at),
  foreign key (city_id, registration_id) references registrations on delete cascade,
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);
alter table reminders enable row level security, force row level security;
create policy job_reminds on reminders to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert on reminders to kieznetz_app;
