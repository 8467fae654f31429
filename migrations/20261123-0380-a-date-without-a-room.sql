-- A date whose room somebody else has names no room: two groups before one door is worse than asking at the desk. Only
-- which dates these are is published, not who has the room.
create policy owner_knows_unseated on room_bookings for select to kieznetz_owner
  using (kind = 'session' and state = 'skipped');
create view published.dates_without_room as
  select city_id, session_id from room_bookings where kind = 'session' and state = 'skipped';
grant select on published.dates_without_room to kieznetz_public, kieznetz_app;

-- Whoever has the date in a calendar or a page in a cache hears of it as of any other place.
create function note_room_of_session() returns trigger language plpgsql as $$
begin
  update sessions set sequence = sequence + 1, changed_at = now()
    where city_id = new.city_id and id = new.session_id;
  return null;
end $$;
create trigger note_room_missing after insert on room_bookings for each row
  when (new.session_id is not null and new.state = 'skipped') execute function note_room_of_session();
create trigger note_room_found_or_lost after update of state on room_bookings for each row
  when (new.session_id is not null and (old.state = 'skipped') <> (new.state = 'skipped'))
  execute function note_room_of_session();
