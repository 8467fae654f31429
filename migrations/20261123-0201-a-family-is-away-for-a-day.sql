-- A family that keeps its place in a course and does not come on one date of it. Nobody asks why.
create table excused_dates (
  city_id uuid not null,
  registration_id uuid not null,
  session_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  excused_at timestamptz not null,
  primary key (city_id, registration_id, session_id),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, session_id) references sessions on delete cascade
);
create index on excused_dates (city_id, session_id);

-- What a lead tells all families of a group ("chickenpox on Tuesday"): it names nobody, and ends by itself.
create table group_notices (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  words text not null check (length(words) between 5 and 400),
  language text not null,
  written_at timestamptz not null,
  -- The last day on which families read it.
  shown_until date not null,
  primary key (city_id, id),
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id)
    on delete cascade
);
create index on group_notices (city_id, offer_id, shown_until);
create index on group_notices (city_id, shown_until);

alter table excused_dates enable row level security, force row level security;
alter table group_notices enable row level security, force row level security;

-- As registrations themselves: support access looks and changes nothing, who leads the offer sees it.
create policy own_centre_reads on excused_dates for select to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy led_offers_read on excused_dates for select to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = excused_dates.city_id and r.id = registration_id and r.offer_id = any (acting.offers())));
create policy own_centre_writes on excused_dates to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())));

-- The desk shows it to a family on its own page; only the team writes it.
create policy own_centre_reads on group_notices for select to kieznetz_app
  using (city_id = acting.city() and centre_id = any (acting.centres()));
create policy own_team on group_notices to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));

grant select, insert, update, delete on excused_dates, group_notices to kieznetz_app;
