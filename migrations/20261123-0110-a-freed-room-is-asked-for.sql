-- A room that becomes free goes to the date that was left without it, however it became free; a group that wished for
-- a taken time is asked for then. A group has a code for paper, gives its room back itself and is told when the lead
-- takes it back. A hall is not free in public while one of its parts is taken, whether that part is let or not.

-- At the end of the transaction, so that what moves has its new time before anybody takes the old one.
create index on room_bookings (city_id, centre_id, starts_at) where state = 'skipped';
create function seat_where_freed() returns trigger language plpgsql as $$
declare left_out uuid[];
begin
  select array_agg(b.session_id) into left_out from room_bookings b
    where b.city_id = old.city_id and b.centre_id = old.centre_id and b.kind = 'session' and b.state = 'skipped' and occupied_by(b) && old.during
      and b.room_id in (select old.room_id union all
        select r.part_of from rooms r where r.city_id = old.city_id and r.id = old.room_id);
  if left_out is not null then
    perform seat_sessions(old.city_id, left_out);
  end if;
  return null;
end $$;
create constraint trigger seat_where_freed after delete on room_occupations
  deferrable initially deferred for each row execute function seat_where_freed();

-- What goes with its date goes in the name of the tables' owner, who sees no booking; so it is the date that tells.
create function seat_where_taken_out() returns trigger language plpgsql as $$
declare left_out uuid[];
begin
  select array_agg(b.session_id) into left_out from room_bookings b
    where b.city_id = old.city_id and b.centre_id = old.centre_id and b.kind = 'session' and b.state = 'skipped'
      and b.starts_at between old.starts_at - interval '1 day' and old.starts_at + interval '1 day';
  if left_out is not null then
    perform seat_sessions(old.city_id, left_out);
  end if;
  return null;
end $$;
create constraint trigger seat_where_taken_out after delete on sessions
  deferrable initially deferred for each row execute function seat_where_taken_out();

-- 'waiting': for a time that is taken; 'withdrawn': the group gave the room back; 'revoked': the lead took it back.
alter table room_requests drop constraint room_requests_state_check,
  add check (state in ('asked', 'waiting', 'confirmed', 'declined', 'withdrawn', 'revoked')),
  add column code_hash bytea,
  add unique (city_id, code_hash);
create index on room_requests (city_id, asked_at) where state = 'waiting';
alter policy desk_takes_in on room_requests
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and state in ('asked', 'waiting') and booking_id is null);

drop function room_request_behind, take_room_request_back;
drop policy owner_takes_back on room_requests;
create function room_request_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, room_slug text, called text, purpose text, reach_by text, starts_at timestamptz,
  ends_at timestamptz, state text, reason text, fee_cents integer, deposit_cents integer, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.centre_id, r.slug, q.called, q.purpose, q.reach_by, q.starts_at, q.ends_at, q.state, q.reason, q.fee_cents,
    q.deposit_cents, q.delete_on
  from room_requests q join rooms r on r.city_id = q.city_id and r.id = q.room_id
  where q.city_id = city and (q.link_hash = key_hash or q.code_hash = key_hash)
$$;
revoke all on function room_request_behind from public;
grant execute on function room_request_behind to kieznetz_app;

-- When a room that is let is taken: itself, or one of its parts.
drop view published.busy_rooms;
create policy owner_sees_parts on rooms for select to kieznetz_owner using (part_of is not null);
create view published.taken_rooms as
  select x.city_id, x.id as room_id, lower(o.during) as from_at, upper(o.during) as until_at
  from rooms x join rooms r on r.city_id = x.city_id and (r.id = x.id or r.part_of = x.id)
  join room_occupations o on o.city_id = r.city_id and o.room_id = r.id
  where x.is_let and not x.is_archived;
grant select on published.taken_rooms to kieznetz_public, kieznetz_app;
create or replace function tell_of_room_times() returns trigger language plpgsql as $$
declare city uuid;
begin
  for city in select distinct c.city_id from changed c
    join rooms r on r.city_id = c.city_id and r.id = c.room_id
    join rooms x on x.city_id = r.city_id and x.id in (r.id, r.part_of) and x.is_let
  loop
    perform pg_notify('kieznetz_changes', concat_ws(' ', 'availability', city, pg_current_xact_id()));
  end loop;
  return null;
end $$;
