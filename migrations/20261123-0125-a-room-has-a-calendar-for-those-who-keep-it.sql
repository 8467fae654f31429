-- A calendar of one room, for a caretaker or a partner in whose house it is: opened by an address that nobody guesses,
-- kept as a hash, and taken back at any time.

create table room_calendars (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  room_id uuid not null,
  -- A function, such as the caretaker.
  for_whom text not null check (length(for_whom) between 1 and 80),
  -- Whether it says what the team wrote about a booking; else only what kind it is.
  says_titles boolean not null default false,
  link_hash bytea not null,
  made_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, link_hash),
  foreign key (city_id, room_id, provider_id, centre_id) references rooms (city_id, id, provider_id, centre_id)
);
create index on room_calendars (city_id, room_id);

alter table room_calendars enable row level security, force row level security;
create policy own_team on room_calendars to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, update, delete on room_calendars to kieznetz_app;
create policy owner_opens on room_calendars for select to kieznetz_owner using (true);

-- Whoever has read a booking learns from its version that it was moved, shortened or given back (RFC 5545, 3.8.7.4).
alter table room_bookings
  add sequence integer not null default 0 check (sequence >= 0),
  add changed_at timestamptz not null default now();
create function next_version_of_booking() returns trigger language plpgsql as $$
begin
  new.sequence := old.sequence + 1;
  new.changed_at := now();
  return new;
end $$;
create trigger next_version before update on room_bookings for each row
  when ((old.room_id, old.starts_at, old.ends_at, old.ended_at, old.state, old.title)
    is distinct from (new.room_id, new.starts_at, new.ends_at, new.ended_at, new.state, new.title))
  execute function next_version_of_booking();

-- What is read behind an address is read by the owner, for rooms that have one.
create policy owner_opens on rooms for select to kieznetz_owner using (exists (
  select from room_calendars c where c.city_id = rooms.city_id and c.room_id = rooms.id));
create policy owner_opens on room_bookings for select to kieznetz_owner using (exists (
  select from room_calendars c where c.city_id = room_bookings.city_id and c.centre_id = room_bookings.centre_id));
create policy owner_opens on room_occupations for select to kieznetz_owner using (exists (
  select from room_calendars c where c.city_id = room_occupations.city_id and c.room_id = room_occupations.room_id));
create policy owner_opens on room_texts for select to kieznetz_owner using (exists (
  select from room_calendars c where c.city_id = room_texts.city_id and c.room_id = room_texts.room_id));

create function room_behind(city uuid, key_hash bytea, spoken text)
returns table (room_id uuid, name text, centre_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, coalesce((select w.name from room_texts w where w.city_id = r.city_id and w.room_id = r.id
      order by w.language = spoken desc, w.language = 'de' desc, w.language limit 1), r.slug), r.centre_id
  from room_calendars c join rooms r on r.city_id = c.city_id and r.id = c.room_id
  where c.city_id = city and c.link_hash = key_hash and not r.is_archived
$$;
-- Bookings that are held in the room, its hall or its parts, and those of the room that were given back. Of the
-- programme the title that everybody reads; what a team wrote only where it wants so; how a group is called never.
create function bookings_behind(city uuid, key_hash bytea, from_at timestamptz, until_at timestamptz, spoken text)
returns table (id uuid, kind text, title text, title_language text, starts_at timestamptz, ends_at timestamptz,
  is_cancelled boolean, sequence integer, changed_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.kind, coalesce(t.title, case when c.says_titles and b.kind in ('own', 'blocked') then b.title end, ''),
    coalesce(t.language, 'de'), b.starts_at, coalesce(b.ended_at, b.ends_at), b.state <> 'confirmed', b.sequence,
    greatest(b.changed_at, o.updated_at)
  from room_calendars c
  join rooms r on r.city_id = c.city_id and r.id = c.room_id and not r.is_archived
  join room_bookings b on b.city_id = c.city_id and b.centre_id = c.centre_id
    and b.starts_at < until_at and b.ends_at > from_at
  left join sessions s on s.city_id = b.city_id and s.id = b.session_id
  left join offers o on o.city_id = s.city_id and o.id = s.offer_id and o.state = 'published'
  left join lateral (select w.title, w.language from offer_texts w where w.city_id = o.city_id and w.offer_id = o.id
    order by w.language = spoken desc, w.language = o.source_language desc, w.language limit 1) t on true
  where c.city_id = city and c.link_hash = key_hash
    and case when b.state = 'confirmed' then exists (select from room_occupations x
        where x.city_id = b.city_id and x.booking_id = b.id and x.room_id = c.room_id)
      else b.state in ('cancelled', 'released') and b.room_id = c.room_id end
  order by b.starts_at, b.id
$$;
revoke all on function room_behind, bookings_behind from public;
grant execute on function room_behind, bookings_behind to kieznetz_app, kieznetz_public;
