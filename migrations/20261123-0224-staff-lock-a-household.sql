-- Where somebody must have no contact with a family, staff lock it: for everything on its page, at all centres of the
-- provider. What has not been said yet is never said.
create policy owner_locks on households for select to kieznetz_owner
  using (acting.kind() = 'staff' and city_id = acting.city());
create policy owner_changes_lock on households for update to kieznetz_owner
  using (acting.kind() = 'staff' and city_id = acting.city());
create policy owner_locks on registrations for select to kieznetz_owner
  using (acting.kind() = 'staff' and city_id = acting.city());
create policy owner_locks on messages to kieznetz_owner
  using (acting.kind() = 'staff' and city_id = acting.city());

create function lock_household(city uuid, household uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
begin
  select h.* into mine from households h
    where h.city_id = city and h.id = household and acting.kind() = 'staff'
      and h.centre_id = any (acting.centres()) and h.centre_id = any (acting.household_centres());
  if mine.id is null then
    raise exception 'not a household of an own centre' using errcode = 'insufficient_privilege';
  end if;
  update households h set locked_at = at
    where h.city_id = city and h.page_id = mine.page_id and h.provider_id = mine.provider_id;
  if at is not null then
    delete from messages m using registrations r, households h
      where h.city_id = city and h.page_id = mine.page_id and h.provider_id = mine.provider_id
        and r.city_id = city and r.household_id = h.id
        and m.city_id = city and m.registration_id = r.id and m.state <> 'sent';
  end if;
end $$;
revoke all on function lock_household from public;
grant execute on function lock_household to kieznetz_app;
