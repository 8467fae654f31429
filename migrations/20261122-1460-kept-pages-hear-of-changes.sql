-- Whoever keeps finished pages hears of every change they would show (docs/decisions/0009-what-a-kept-page-knows.md).
-- A notification says what changed, in which city, and in which transaction: a page whose reading of the database
-- did not contain that transaction is dropped. There is no row with a version: every writer would stand in line for it.

create function tell_of_change() returns trigger language plpgsql as $$
declare city uuid;
begin
  for city in select distinct city_id from changed loop
    perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', city, pg_current_xact_id()));
  end loop;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['city_texts', 'districts', 'district_aliases', 'district_indicators', 'providers', 'centres',
    'centre_texts', 'opening_hours', 'quarters', 'catchments', 'school_holidays', 'offers', 'offer_texts', 'series',
    'sessions', 'intakes', 'intake_limits']
  loop
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    if t <> 'intake_limits' then
      execute format('create trigger tell_of_changed after update on %I
        referencing new table as changed for each statement execute function tell_of_change()', t);
    end if;
  end loop;
end $$;

-- Which city answers to a host can change with any city: every kept page is dropped.
create function tell_of_cities() returns trigger language plpgsql as $$
begin
  perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', '*', pg_current_xact_id()));
  return null;
end $$;
create trigger tell_of_cities after insert or update or delete on cities
  for each statement execute function tell_of_cities();
create trigger tell_of_cities after insert or update or delete on city_hosts
  for each statement execute function tell_of_cities();

-- What a page says about free places: full, the last three by number, or simply free; of babies, whether there is
-- room at all. Only when this changes does anybody hear of it, so that a rush does not empty the cache.
create function visible_room(unit text, free integer) returns integer language sql immutable parallel safe as $$
  select case unit when 'baby' then least(greatest(free, 0), 1) else least(greatest(free, 0), 4) end
$$;

create function tell_of_places() returns trigger language plpgsql as $$
begin
  perform pg_notify('kieznetz_changes', concat_ws(' ', 'availability', new.city_id, pg_current_xact_id()));
  return null;
end $$;
create trigger tell_of_places after update on intake_limits for each row
  when (visible_room(old.unit, old.places - old.taken) is distinct from visible_room(new.unit, new.places - new.taken))
  execute function tell_of_places();
