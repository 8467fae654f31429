-- Hours in which a counsellor of a centre listens, their slots, and who comes under a code word. No name, and no note.
create table consultation_hours (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- What families read, such as "Familienberatung"; not necessarily somebody's name.
  counsellor text not null check (length(counsellor) between 1 and 80),
  topic text not null check (topic in ('daycare', 'school', 'forms', 'money', 'housing', 'health', 'pregnancy',
    'upbringing', 'separation', 'violence', 'language', 'work', 'leisure', 'other')),
  languages text[] not null check (cardinality(languages) between 1 and 12 and languages <@
    array['de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr']),
  way text not null check (way in ('on-site', 'phone', 'online')),
  place text not null default '' check (length(place) <= 120),
  -- Shown to nobody but whoever has booked.
  meeting_link text not null default '' check (length(meeting_link) <= 300),
  held_on date not null,
  starts time not null,
  ends time not null,
  slot_minutes integer not null check (slot_minutes between 10 and 180),
  withdrawn_at timestamptz,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id, counsellor, topic),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check (ends > starts),
  check (meeting_link = '' or way = 'online')
);
create index on consultation_hours (city_id, centre_id, held_on);

create table consultation_slots (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  hour_id uuid not null,
  counsellor text not null,
  topic text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  withdrawn_at timestamptz,
  is_taken boolean not null default false,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, hour_id, provider_id, centre_id, counsellor, topic)
    references consultation_hours (city_id, id, provider_id, centre_id, counsellor, topic),
  -- Nobody can listen to two at once; one slot may begin when the other ends.
  constraint no_counsellor_twice_at_once exclude using gist (city_id with =, centre_id with =,
    lower(counsellor) with =, tstzrange(starts_at, ends_at) with &&) where (withdrawn_at is null)
);
create index on consultation_slots (city_id, centre_id, starts_at);
create index on consultation_slots (city_id, hour_id);

create table consultation_bookings (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  slot_id uuid not null,
  -- Two words out of our list, such as "blue apple": what she says at the door instead of her name.
  code_word text not null check (code_word ~ '^[a-z]{2,20} [a-z]{2,20}$'),
  -- In which she wants to talk, and in which we write to her.
  language text not null check (language in ('de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr')),
  written_in text not null check (length(written_in) between 2 and 8),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  came boolean,
  delete_on date not null,
  -- Made once per rendering of the form: a double click is one booking.
  rendering_key uuid not null,
  -- What opens it to the family; only the hashes are kept.
  link_hash bytea not null,
  code_hash bytea not null,
  primary key (city_id, id),
  constraint one_booking_per_slot unique (city_id, slot_id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  unique (city_id, code_hash),
  foreign key (city_id, slot_id, provider_id, centre_id)
    references consultation_slots (city_id, id, provider_id, centre_id),
  check (phone = '' or email = '')
);
create index on consultation_bookings (city_id, delete_on);

-- What remains: how many came about which topic in which language. Only sums of a month.
create table consultation_tallies (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  month date not null check (extract(day from month) = 1),
  topic text not null check (topic in ('daycare', 'school', 'forms', 'money', 'housing', 'health', 'pregnancy',
    'upbringing', 'separation', 'violence', 'language', 'work', 'leisure', 'other')),
  language text not null check (language in ('de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr')),
  outcome text not null check (outcome in ('came', 'missed', 'unmarked')),
  amount integer not null check (amount > 0),
  primary key (city_id, centre_id, month, topic, language, outcome),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);

do $$
declare t text;
begin
  foreach t in array array['consultation_hours', 'consultation_slots', 'consultation_bookings', 'consultation_tallies']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format($policy$create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))$policy$, t);
  end loop;
end $$;

-- The desk sees the hours and slots of its centre, may lock a slot and change none of it. It takes bookings in and
-- cannot read them again: an answer of the public side can give none away.
create policy desk_reads on consultation_hours for select to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy desk_reads on consultation_slots for select to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy desk_locks on consultation_slots for update to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())) with check (false);
create policy desk_takes_in on consultation_bookings for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and came is null);

grant select, insert on consultation_hours to kieznetz_app;
grant update (withdrawn_at) on consultation_hours to kieznetz_app;
grant select, insert on consultation_slots to kieznetz_app;
grant update (withdrawn_at) on consultation_slots to kieznetz_app;
grant select, insert, delete on consultation_bookings to kieznetz_app;
grant update (came) on consultation_bookings to kieznetz_app;
grant select, insert, update on consultation_tallies to kieznetz_app;

-- Only this trigger says that a slot is taken or free again; the application may not change that column.
create policy owner_publishes on consultation_hours for select to kieznetz_owner using (true);
create policy owner_publishes on consultation_slots for select to kieznetz_owner using (true);
create policy owner_moves on consultation_slots for update to kieznetz_owner using (true);
create function move_taken_slot() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    update consultation_slots set is_taken = true where city_id = new.city_id and id = new.slot_id;
  else
    update consultation_slots set is_taken = false where city_id = old.city_id and id = old.slot_id;
  end if;
  return null;
end $$;
create trigger move_taken_slot after insert or delete on consultation_bookings
  for each row execute function move_taken_slot();

create view published.free_consultations as
  select s.city_id, s.centre_id, s.id, s.starts_at, s.ends_at, s.counsellor, s.topic, h.languages, h.way, h.place
  from consultation_slots s join consultation_hours h on h.city_id = s.city_id and h.id = s.hour_id
  where not s.is_taken and s.withdrawn_at is null;
grant select on published.free_consultations to kieznetz_public, kieznetz_app;

-- Kept pages say whether there is a free time: they hear when slots come, go, are taken or given back.
create trigger tell_of_new after insert on consultation_slots
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on consultation_slots
  referencing old table as changed for each statement execute function tell_of_change();
create trigger tell_of_places after update on consultation_slots for each row
  when (old.is_taken is distinct from new.is_taken or old.withdrawn_at is distinct from new.withdrawn_at)
  execute function tell_of_places();

-- From an unguessable link, or the short code, to the booking; nothing else comes out.
create policy owner_opens on consultation_bookings for select to kieznetz_owner using (true);
create policy owner_gives_back on consultation_bookings for delete to kieznetz_owner using (true);
create function consultation_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, code_word text, language text, starts_at timestamptz, ends_at timestamptz,
  counsellor text, topic text, way text, place text, meeting_link text, phone text, withdrawn_at timestamptz,
  delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.centre_id, b.code_word, b.language, s.starts_at, s.ends_at, s.counsellor, s.topic, h.way, h.place,
    h.meeting_link, b.phone, s.withdrawn_at, b.delete_on
  from consultation_bookings b
  join consultation_slots s on s.city_id = b.city_id and s.id = b.slot_id
  join consultation_hours h on h.city_id = s.city_id and h.id = s.hour_id
  where b.city_id = city and (b.link_hash = key_hash or b.code_hash = key_hash)
$$;
-- What a family gives back before it begins is gone at once, and free again.
create function give_consultation_back(city uuid, key_hash bytea, at timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from consultation_bookings b using consultation_slots s
    where b.city_id = city and (b.link_hash = key_hash or b.code_hash = key_hash)
      and s.city_id = b.city_id and s.id = b.slot_id and s.starts_at > at
    returning true)
  select exists (select from gone)
$$;
revoke all on function consultation_behind, give_consultation_back, move_taken_slot from public;
grant execute on function consultation_behind, give_consultation_back to kieznetz_app;
