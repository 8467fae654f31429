-- An offer was looked at on the day it is in its city, wherever that lies.
create or replace function looked_at() returns trigger language plpgsql as $$
begin
  new.checked_on := greatest(new.checked_on, (new.updated_at at time zone
    (select c.time_zone from cities c where c.id = new.city_id))::date);
  return new;
end $$;
