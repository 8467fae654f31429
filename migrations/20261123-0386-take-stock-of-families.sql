-- As after an import: a planner that believes a table of a hundred families to be empty joins it with itself family by
-- family. Whoever writes many at once has them counted.
create function count_families() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze households;
  analyze registrations;
  analyze intakes;
  analyze intake_limits;
  analyze sessions;
end $$;
revoke all on function count_families from public;
grant execute on function count_families to kieznetz_app;
