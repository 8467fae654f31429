-- A group of the neighbourhood asks for a room without an account; the lead of the centre confirms or declines.
create table room_requests (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  room_id uuid not null,
  language text not null,
  -- How the group wants to be called and what it wants to do.
  called text not null check (length(called) between 1 and 80),
  purpose text not null check (length(purpose) between 1 and 500),
  people integer not null check (people between 1 and 2000),
  reach_by text not null check (reach_by in ('call', 'sms', 'email', 'visit')),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The house rules were agreed to by sending the form.
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'declined')),
  reason text not null default '' check (length(reason) <= 500),
  booking_id uuid,
  -- What was agreed, in cents, and what of it has been paid and given back.
  fee_cents integer not null default 0 check (fee_cents >= 0),
  deposit_cents integer not null default 0 check (deposit_cents >= 0),
  fee_paid_on date,
  deposit_paid_on date,
  deposit_returned_on date,
  delete_on date not null,
  rendering_key uuid not null,
  link_hash bytea not null,
  primary key (city_id, id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  foreign key (city_id, room_id, provider_id, centre_id) references rooms (city_id, id, provider_id, centre_id),
  foreign key (city_id, booking_id, provider_id, centre_id)
    references room_bookings (city_id, id, provider_id, centre_id) on delete set null (booking_id),
  check (ends_at > starts_at),
  check ((phone <> '') = (reach_by in ('call', 'sms'))),
  check ((email <> '') = (reach_by = 'email'))
);
create index on room_requests (city_id, centre_id, state, starts_at);
create index on room_requests (city_id, delete_on);

alter table room_requests enable row level security, force row level security;
create policy own_team on room_requests to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
-- The desk takes a request in and cannot read it again.
create policy desk_takes_in on room_requests for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and state = 'asked' and booking_id is null);
grant select, insert, update, delete on room_requests to kieznetz_app;

-- From an unguessable link to what a group asked and was answered; nothing else comes out.
create policy owner_opens on room_requests for select to kieznetz_owner using (true);
create policy owner_takes_back on room_requests for delete to kieznetz_owner using (true);
create policy owner_names on rooms for select to kieznetz_owner
  using (exists (select from room_requests q where q.city_id = rooms.city_id and q.room_id = rooms.id));
create function room_request_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, room_slug text, called text, purpose text, reach_by text, starts_at timestamptz,
  ends_at timestamptz, state text, reason text, fee_cents integer, deposit_cents integer, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.centre_id, r.slug, q.called, q.purpose, q.reach_by, q.starts_at, q.ends_at, q.state, q.reason, q.fee_cents,
    q.deposit_cents, q.delete_on
  from room_requests q join rooms r on r.city_id = q.city_id and r.id = q.room_id
  where q.city_id = city and q.link_hash = key_hash
$$;
-- Before it is answered a group may take its request back; then it is gone at once.
create function take_room_request_back(city uuid, key_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from room_requests q where q.city_id = city and q.link_hash = key_hash and q.state = 'asked'
    returning true)
  select exists (select from gone)
$$;
revoke all on function room_request_behind, take_room_request_back from public;
grant execute on function room_request_behind, take_room_request_back to kieznetz_app;
