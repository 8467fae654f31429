-- Right after an import fills empty tables, the planner still believes them to be empty, and checks each of a million
-- dates against its offer by reading all offers of the centre. The import may therefore have the tables counted.

create function count_programme() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze offers;
  analyze offer_texts;
  analyze offer_search;
  analyze series;
  analyze sessions;
  analyze intakes;
  analyze intake_limits;
end $$;
revoke all on function count_programme from public;
grant execute on function count_programme to kieznetz_app;
