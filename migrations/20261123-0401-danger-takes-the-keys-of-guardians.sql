-- Whoever hides often hides from the other guardian. When a family chooses to be reached safely or not at all, and when
-- staff lock it, all keys given before to guardians of its page are deleted; staff give new ones, or do not.
create policy owner_takes_keys on registration_links for delete to kieznetz_owner
  using (guardian_id is not null and city_id = acting.city());

create function take_guardians_keys() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from registration_links k using registrations r, households h
    where h.city_id = new.city_id and h.page_id = new.page_id and h.provider_id = new.provider_id
      and r.city_id = h.city_id and r.household_id = h.id
      and k.city_id = r.city_id and k.registration_id = r.id and k.guardian_id is not null;
  return null;
end $$;
revoke all on function take_guardians_keys from public;
create trigger take_guardians_keys after update of is_safe, locked_at, contact_kind on households for each row
  when (new.is_safe and (not old.is_safe or new.contact_kind = 'none' and old.contact_kind <> 'none')
    or new.locked_at is not null and old.locked_at is null)
  execute function take_guardians_keys();
