-- What families join, how many places it has, and who has them.

-- An intake is what one registers for: a single session, or a whole course (session_id is null).
create table intakes (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  session_id uuid,
  starts_at timestamptz not null,
  -- The local day on which ages count, and the day after which the data has no more purpose.
  age_on date not null,
  last_on date not null,
  opens_at timestamptz,
  closes_at timestamptz not null,
  is_stopped boolean not null default false,
  primary key (city_id, id),
  unique nulls not distinct (city_id, offer_id, session_id),
  unique (city_id, id, provider_id, centre_id, offer_id),
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id),
  foreign key (city_id, session_id, offer_id) references sessions (city_id, id, offer_id) on delete cascade
);
create index on intakes (city_id, session_id);

-- One row per limit: the room, and for some offers the babies. Taken places can never exceed the places.
create table intake_limits (
  city_id uuid not null,
  intake_id uuid not null,
  unit text not null check (unit in ('child', 'adult', 'household', 'person', 'baby')),
  places integer not null check (places >= 0),
  taken integer not null default 0,
  primary key (city_id, intake_id, unit),
  foreign key (city_id, intake_id) references intakes on delete cascade,
  constraint never_overbooked check (taken between 0 and places)
);

create table households (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  called text not null check (length(called) between 1 and 80),
  language text not null,
  contact_kind text not null check (contact_kind in ('email', 'phone', 'none')),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  delete_on date not null,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check ((contact_kind = 'email') = (email is not null)),
  check ((contact_kind = 'phone') = (phone is not null))
);
create index on households (city_id, delete_on);
create index on households (city_id, centre_id);

create table household_children (
  city_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  first_name text not null check (length(first_name) between 1 and 80),
  -- First day of the month of birth; the day itself is nobody's business.
  born_in date not null check (extract(day from born_in) = 1),
  primary key (city_id, id),
  unique (city_id, id, household_id),
  foreign key (city_id, household_id, provider_id, centre_id)
    references households (city_id, id, provider_id, centre_id) on delete cascade
);
create index on household_children (city_id, household_id);

create table registrations (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  intake_id uuid not null,
  household_id uuid not null,
  state text not null check (state in ('confirmed', 'waiting', 'offered', 'cancelled', 'declined', 'expired')),
  adults integer not null check (adults between 0 and 20),
  children integer not null check (children between 0 and 20),
  babies integer not null check (babies between 0 and children),
  joined_at timestamptz not null,
  offered_until timestamptz,
  ended_at timestamptz,
  entered_by text not null check (entered_by in ('family', 'staff')),
  -- Another live registration of the same child. Staff see it; no family ever learns of it from an answer.
  repeats_id uuid,
  -- Made once per rendering of the form: a double click is one registration.
  rendering_key uuid not null,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  unique (city_id, rendering_key),
  foreign key (city_id, intake_id, provider_id, centre_id, offer_id)
    references intakes (city_id, id, provider_id, centre_id, offer_id),
  foreign key (city_id, household_id, provider_id, centre_id)
    references households (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, repeats_id) references registrations on delete set null (repeats_id),
  check (adults + children > 0),
  check ((state = 'offered') = (offered_until is not null)),
  check ((state in ('cancelled', 'declined', 'expired')) = (ended_at is not null))
);
create index on registrations (city_id, intake_id, state, joined_at);
create index on registrations (city_id, household_id);
create index on registrations (city_id, repeats_id) where repeats_id is not null;
create index on registrations (city_id, offered_until) where state = 'offered';

create table registration_children (
  city_id uuid not null,
  registration_id uuid not null,
  household_id uuid not null,
  child_id uuid not null,
  primary key (city_id, registration_id, child_id),
  foreign key (city_id, registration_id) references registrations on delete cascade,
  foreign key (city_id, child_id, household_id) references household_children (city_id, id, household_id) on delete cascade
);
create index on registration_children (city_id, child_id);

-- What opens a registration to its family: the link in a message, the short code on paper. Only their hashes are
-- kept, so each message brings a link of its own.
create table registration_links (
  city_id uuid not null,
  hash bytea not null,
  registration_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  primary key (city_id, hash),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade
);
create index on registration_links (city_id, registration_id);

-- Only this trigger moves taken places; the application may not write that column.
create function move_taken_places() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held_before boolean := tg_op <> 'INSERT' and old.state in ('confirmed', 'offered');
  held_after boolean := tg_op <> 'DELETE' and new.state in ('confirmed', 'offered');
  old_adults integer := 0; old_children integer := 0; old_babies integer := 0; old_one integer := 0;
  new_adults integer := 0; new_children integer := 0; new_babies integer := 0; new_one integer := 0;
  kept record;
begin
  if held_before then
    old_adults := old.adults; old_children := old.children; old_babies := old.babies; old_one := 1;
  end if;
  if held_after then
    new_adults := new.adults; new_children := new.children; new_babies := new.babies; new_one := 1;
  end if;
  kept := coalesce(new, old);
  if (old_adults, old_children, old_babies, old_one) is distinct from (new_adults, new_children, new_babies, new_one) then
    update intake_limits set taken = taken + case unit
        when 'child' then new_children - old_children
        when 'adult' then new_adults - old_adults
        when 'household' then new_one - old_one
        when 'person' then new_adults + new_children - old_adults - old_children
        when 'baby' then new_babies - old_babies
      end
      where city_id = kept.city_id and intake_id = kept.intake_id;
  end if;
  return null;
end $$;
create trigger move_taken_places after insert or update of state, adults, children, babies or delete on registrations
  for each row execute function move_taken_places();

-- Who came: one mark per registration and session.
create table attendances (
  city_id uuid not null,
  registration_id uuid not null,
  session_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  is_present boolean not null,
  primary key (city_id, registration_id, session_id),
  foreign key (city_id, registration_id) references registrations on delete cascade,
  foreign key (city_id, session_id) references sessions
);
create index on attendances (city_id, session_id);

alter table intakes enable row level security, force row level security;
alter table intake_limits enable row level security, force row level security;
alter table households enable row level security, force row level security;
alter table household_children enable row level security, force row level security;
alter table registrations enable row level security, force row level security;
alter table registration_children enable row level security, force row level security;
alter table registration_links enable row level security, force row level security;
alter table attendances enable row level security, force row level security;

-- Places are public where the offer is; they are written by the import and by a centre's own staff.
create policy owner_publishes on intakes for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = intakes.city_id and o.id = offer_id));
create policy city_reads on intakes for select to kieznetz_app using (city_id = acting.city());
-- FOR NO KEY UPDATE needs the right to update: the desk locks an intake of its own centre, and changes nothing.
create policy desk_locks on intakes for update to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (false);
create policy staff_write on intakes to kieznetz_app
  using (acting.kind() in ('staff', 'system') and city_id = acting.city()
    and (acting.kind() = 'system' or centre_id = any (acting.centres())))
  with check (acting.kind() in ('staff', 'system') and city_id = acting.city()
    and (acting.kind() = 'system' or centre_id = any (acting.centres())));

create policy owner_moves on intake_limits to kieznetz_owner using (true);
create policy city_reads on intake_limits for select to kieznetz_app using (city_id = acting.city());
create policy staff_write on intake_limits to kieznetz_app
  using (acting.kind() in ('staff', 'system') and city_id = acting.city()
    and exists (select from intakes i where i.city_id = intake_limits.city_id and i.id = intake_id
      and (acting.kind() = 'system' or i.centre_id = any (acting.centres()))))
  with check (acting.kind() in ('staff', 'system') and city_id = acting.city()
    and exists (select from intakes i where i.city_id = intake_limits.city_id and i.id = intake_id
      and (acting.kind() = 'system' or i.centre_id = any (acting.centres()))));

-- Families by name: the desk of the centre, its staff with that right, the leader of the offer, and jobs.
create policy registrations_of_own_centre on registrations to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy registrations_of_led_offers on registrations for select to kieznetz_app
  using (city_id = acting.city() and offer_id = any (acting.offers()));

create policy households_of_own_centre on households to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy households_of_led_offers on households for select to kieznetz_app
  using (city_id = acting.city() and cardinality(acting.offers()) > 0 and exists (select from registrations r
    where r.city_id = households.city_id and r.household_id = households.id and r.offer_id = any (acting.offers())));

create policy children_of_own_centre on household_children to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy children_of_led_offers on household_children for select to kieznetz_app
  using (city_id = acting.city() and cardinality(acting.offers()) > 0 and exists (select from registrations r
    where r.city_id = household_children.city_id and r.household_id = household_children.household_id
      and r.offer_id = any (acting.offers())));

create policy follow_registration on registration_children to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = registration_children.city_id and r.id = registration_id))
  with check (city_id = acting.city() and exists (select from registrations r
    where r.city_id = registration_children.city_id and r.id = registration_id
      and (r.centre_id = any (acting.household_centres()) or acting.kind() = 'system')));

create policy attendance_of_own_centre on attendances to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy attendance_of_led_offers on attendances to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = attendances.city_id and r.id = registration_id and r.offer_id = any (acting.offers())))
  with check (city_id = acting.city() and exists (select from registrations r
    where r.city_id = attendances.city_id and r.id = registration_id and r.offer_id = any (acting.offers())));

grant select, insert, update, delete on intakes, households, household_children, registrations,
  registration_children, registration_links, attendances to kieznetz_app;
grant select, insert, delete on intake_limits to kieznetz_app;
grant update (places) on intake_limits to kieznetz_app;

-- From an unguessable token, or the short code on paper, to the desk that may serve it; nothing else comes out.
create policy links_of_own_centre on registration_links to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy owner_finds_desk on registration_links for select to kieznetz_owner using (true);
create function desk_for_link(city uuid, link_hash bytea)
returns table (registration_id uuid, provider_id uuid, centre_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.registration_id, l.provider_id, l.centre_id from registration_links l
  where l.city_id = city and l.hash = link_hash
$$;
revoke all on function desk_for_link from public;
grant execute on function desk_for_link to kieznetz_app;

-- Families see only whether there is room, never how many have come.
create view published.intakes as
  select i.city_id, i.id, i.centre_id, i.provider_id, i.offer_id, i.session_id, i.starts_at, i.age_on, i.opens_at,
    i.closes_at, i.is_stopped,
    coalesce((select min(l.places - l.taken) from intake_limits l
      where l.city_id = i.city_id and l.intake_id = i.id and l.unit <> 'baby'), 0) as free_places,
    (select l.places - l.taken from intake_limits l
      where l.city_id = i.city_id and l.intake_id = i.id and l.unit = 'baby') as free_baby_places
  from intakes i join offers o on o.city_id = i.city_id and o.id = i.offer_id where o.state = 'published';
grant select on published.intakes to kieznetz_public, kieznetz_app;
