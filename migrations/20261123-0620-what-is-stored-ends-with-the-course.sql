-- What is stored of a family ends eight weeks after the last day of what it registered for (`deleteOn` in
-- registration.ts), and follows when a course is prolonged or a date is moved.

create policy owner_follows_course on registrations for select to kieznetz_owner
  using (acting.kind() in ('staff', 'system') and city_id = acting.city());
create policy owner_follows_course on households for select to kieznetz_owner
  using (acting.kind() in ('staff', 'system') and city_id = acting.city());
create policy owner_moves_end on households for update to kieznetz_owner
  using (acting.kind() in ('staff', 'system') and city_id = acting.city());

-- Whoever plans may not see the families, and what they were told holds all the same.
create function end_with_last_day() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update households h set delete_on = new.last_on + 56
  from registrations r
  where r.city_id = new.city_id and r.intake_id = new.id and h.city_id = r.city_id and h.id = r.household_id;
  return null;
end $$;
revoke all on function end_with_last_day from public;

create trigger end_with_last_day after update of last_on on intakes for each row
  when (new.last_on <> old.last_on) execute function end_with_last_day();

alter table households no force row level security;
alter table registrations no force row level security;
alter table intakes no force row level security;
update households h set delete_on = i.last_on + 56
from registrations r join intakes i on i.city_id = r.city_id and i.id = r.intake_id
where h.city_id = r.city_id and h.id = r.household_id and h.delete_on <> i.last_on + 56;
alter table households force row level security;
alter table registrations force row level security;
alter table intakes force row level security;
