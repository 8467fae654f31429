-- Support access is for looking: whoever holds it sees the families of the centre and changes nothing about them.
-- The desk of the centre and its lead have the centre in acting.centres(); support access has it not.
do $$
declare
  t text;
  writes text;
begin
  foreach t in array array['registrations', 'households', 'household_children', 'registration_links', 'attendances']
  loop
    execute format('drop policy %I on %I', case t when 'registrations' then 'registrations_of_own_centre'
      when 'households' then 'households_of_own_centre' when 'household_children' then 'children_of_own_centre'
      when 'registration_links' then 'links_of_own_centre' else 'attendance_of_own_centre' end, t);
    execute format('create policy own_centre_reads on %I for select to kieznetz_app using (city_id = acting.city()
      and (centre_id = any (acting.household_centres()) or acting.kind() = ''system''))', t);
    writes := '(city_id = acting.city() and (acting.kind() = ''system''
      or centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())))';
    execute format('create policy own_centre_adds on %I for insert to kieznetz_app with check %s', t, writes);
    execute format('create policy own_centre_changes on %I for update to kieznetz_app using %s with check %s', t, writes, writes);
    execute format('create policy own_centre_deletes on %I for delete to kieznetz_app using %s', t, writes);
  end loop;
end $$;

drop policy follow_registration on registration_children;
create policy follow_registration_reads on registration_children for select to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = registration_children.city_id and r.id = registration_id));
create policy follow_registration on registration_children to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = registration_children.city_id and r.id = registration_id
      and (acting.kind() = 'system' or r.centre_id = any (acting.centres()) and r.centre_id = any (acting.household_centres()))))
  with check (city_id = acting.city() and exists (select from registrations r
    where r.city_id = registration_children.city_id and r.id = registration_id
      and (acting.kind() = 'system' or r.centre_id = any (acting.centres()) and r.centre_id = any (acting.household_centres()))));
