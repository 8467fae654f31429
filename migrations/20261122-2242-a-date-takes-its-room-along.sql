-- A date that is held in a room of its centre has that room: the place of the offer, or the date's own, names it. It
-- is entered once, so whoever moves, cancels or reinstates a date does the same to its room, whichever way it is done.

-- Which room each date is held in; null where it is cancelled or held elsewhere. Without an end it takes two hours.
-- The names of the rooms are looked up once, not for each date.
create function rooms_of_sessions(city uuid, ids uuid[])
returns table (session_id uuid, provider_id uuid, centre_id uuid, held_on date, starts_at timestamptz,
  ends_at timestamptz, room_id uuid) language sql stable as $$
  with named as materialized (
    select distinct on (r.centre_id, lower(w.name)) r.id, r.centre_id, lower(w.name) as name
    from rooms r join room_texts w on w.city_id = r.city_id and w.room_id = r.id and w.language = 'de'
    where r.city_id = city and not r.is_archived order by r.centre_id, lower(w.name), r.id)
  select s.id, s.provider_id, s.centre_id, s.held_on, s.starts_at, coalesce(s.ends_at, s.starts_at + interval '2 hours'),
    case when s.state = 'planned' and o.way = 'on-site' and o.state <> 'archived' then n.id end
  from sessions s join offers o on o.city_id = s.city_id and o.id = s.offer_id
  left join named n on n.centre_id = s.centre_id and n.name = lower(coalesce(s.own_place, o.place))
  where s.city_id = city and s.id = any (ids)
$$;

-- First every date lets go of what it has no longer, so that dates can take each other's old times; then each takes
-- its room or, where that is taken, is kept as left out with the reason. Nearly all of a season are free: they are
-- written in one go, and only those that meet something are looked at one by one.
create function seat_sessions(city uuid, ids uuid[]) returns void language plpgsql as $$
declare s record; taken boolean; free uuid[];
begin
  if ids is null then return; end if;
  perform 1 from rooms r where r.city_id = city and r.id in (select coalesce(h.part_of, h.id) from rooms h
      where h.city_id = city and h.id in (select w.room_id from rooms_of_sessions(city, ids) w))
    order by r.id for no key update;
  update room_bookings b set state = 'cancelled', skipped_for = null
    from rooms_of_sessions(city, ids) w
    where b.city_id = city and b.session_id = w.session_id and b.state <> 'cancelled'
      and (w.room_id is null or (b.room_id, b.starts_at, b.ends_at) is distinct from (w.room_id, w.starts_at, w.ends_at));
  with wanted as materialized (
    select w.*, coalesce(r.part_of, r.id) as hall_id, w.starts_at - r.minutes_before * interval '1 minute' as from_at,
      w.ends_at + r.minutes_after * interval '1 minute' as until_at
    from rooms_of_sessions(city, ids) w join rooms r on r.city_id = city and r.id = w.room_id
    left join room_bookings b on b.city_id = city and b.session_id = w.session_id
    where b.id is null or b.state in ('cancelled', 'skipped'))
  select array_agg(w.session_id) into free from wanted w
  where not exists (select from wanted v where v.hall_id = w.hall_id and v.held_on = w.held_on
      and v.session_id <> w.session_id and v.from_at < w.until_at and w.from_at < v.until_at)
    and not exists (select from room_occupations o join rooms x on x.city_id = o.city_id and x.id = o.room_id
      where o.city_id = city and (x.id = w.room_id or x.part_of = w.room_id)
        and o.during && tstzrange(w.from_at, w.until_at, '[)'));
  perform seat_in_rooms(city, free, false);
  for s in
    select w.session_id, w.room_id, tstzrange(w.starts_at - r.minutes_before * interval '1 minute',
        w.ends_at + r.minutes_after * interval '1 minute', '[)') as during
    from rooms_of_sessions(city, ids) w
    join rooms r on r.city_id = city and r.id = w.room_id
    left join room_bookings b on b.city_id = city and b.session_id = w.session_id
    where b.id is null or b.state in ('cancelled', 'skipped')
    order by w.starts_at, w.session_id
  loop
    taken := exists (select from room_occupations o join rooms x on x.city_id = o.city_id and x.id = o.room_id
      where o.city_id = city and (x.id = s.room_id or x.part_of = s.room_id) and o.during && s.during);
    perform seat_in_rooms(city, array[s.session_id], taken);
  end loop;
end $$;

-- Writes the bookings of dates down, or why they have none.
create function seat_in_rooms(city uuid, ids uuid[], taken boolean) returns void language sql as $$
  insert into room_bookings (city_id, provider_id, centre_id, room_id, session_id, kind, starts_at, ends_at,
      minutes_before, minutes_after, state, skipped_for, delete_on)
    select city, w.provider_id, w.centre_id, w.room_id, w.session_id, 'session', w.starts_at, w.ends_at,
      r.minutes_before, r.minutes_after, case when taken then 'skipped' else 'confirmed' end,
      case when taken then 'taken' end, w.held_on + interval '1 year'
    from rooms_of_sessions(city, ids) w join rooms r on r.city_id = city and r.id = w.room_id
    on conflict (city_id, session_id) do update set room_id = excluded.room_id, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, minutes_before = excluded.minutes_before, minutes_after = excluded.minutes_after,
      state = excluded.state, skipped_for = excluded.skipped_for, delete_on = excluded.delete_on,
      in_use_at = null, ended_at = null
$$;

-- Of a hundred thousand dates few are held in rooms that are known here: the others cost one look.
create function seat_changed_sessions() returns trigger language plpgsql as $$
declare c record;
begin
  for c in
    with named as materialized (
      select r.city_id, r.centre_id, lower(w.name) as name
      from rooms r join room_texts w on w.city_id = r.city_id and w.room_id = r.id and w.language = 'de'
      where r.city_id in (select city_id from changed))
    select s.city_id, array_agg(distinct s.id) as ids
    from changed s join offers o on o.city_id = s.city_id and o.id = s.offer_id
    left join named n on n.city_id = s.city_id and n.centre_id = s.centre_id
      and n.name = lower(coalesce(s.own_place, o.place))
    left join room_bookings b on b.city_id = s.city_id and b.session_id = s.id
    where n.name is not null or b.id is not null
    group by s.city_id
  loop
    perform seat_sessions(c.city_id, c.ids);
  end loop;
  return null;
end $$;
create trigger seat_new after insert on sessions
  referencing new table as changed for each statement execute function seat_changed_sessions();
create trigger seat_changed after update on sessions
  referencing new table as changed for each statement execute function seat_changed_sessions();

-- The place of an offer is that of all its dates.
create function seat_sessions_of_offer() returns trigger language plpgsql as $$
begin
  perform seat_sessions(new.city_id, (select array_agg(s.id) from sessions s
    where s.city_id = new.city_id and s.offer_id = new.id));
  return null;
end $$;
create trigger seat_sessions_of_offer after update of place, way, state on offers for each row
  when ((old.place, old.way, old.state = 'archived') is distinct from (new.place, new.way, new.state = 'archived'))
  execute function seat_sessions_of_offer();

-- A room that gets its name, or another one, is found by the dates that were held there before it was known.
create function seat_sessions_of_room() returns trigger language plpgsql as $$
begin
  perform seat_sessions(new.city_id, (select array_agg(s.id) from sessions s
    join rooms r on r.city_id = s.city_id and r.centre_id = s.centre_id
    join offers o on o.city_id = s.city_id and o.id = s.offer_id
    where r.city_id = new.city_id and r.id = new.room_id
      and lower(coalesce(s.own_place, o.place)) = lower(new.name)));
  return null;
end $$;
create trigger seat_sessions_of_room after insert on room_texts for each row
  when (new.language = 'de') execute function seat_sessions_of_room();
