-- What everybody may know of the counts: visits of the whole city in a quarter that is over. A small number says too
-- much of few people, and one that is left out can be computed back from the others; so a quarter is published as a
-- whole once each of its numbers of people is 5 or more, or not at all.
create policy owner_publishes on released_cells for select to kieznetz_owner
  using (quarter + interval '3 months' <= now());

create view published.visits as
  select * from (
    select city_id, quarter,
      sum(value) filter (where measure = 'adults')::bigint as adults,
      sum(value) filter (where measure like 'children-%')::bigint as children,
      sum(value) filter (where measure = 'first-time')::bigint as first_time,
      sum(value) filter (where measure = 'sessions-held')::bigint as sessions_held,
      sum(value) filter (where measure = 'sessions-uncounted')::bigint as sessions_uncounted
    from released_cells
    where quarter + interval '3 months' <= now()
    group by city_id, quarter) sums
  where adults >= 5 and children >= 5 and first_time >= 5;
grant select on published.visits to kieznetz_public, kieznetz_app;

-- The sums of the running quarter change every hour and stand on no page that is kept.
create function tell_of_visits() returns trigger language plpgsql as $$
declare city uuid;
begin
  for city in select distinct city_id from changed where quarter + interval '3 months' <= now() loop
    perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', city, pg_current_xact_id()));
  end loop;
  return null;
end $$;
create trigger tell_of_new after insert on released_cells
  referencing new table as changed for each statement execute function tell_of_visits();
create trigger tell_of_changed after update on released_cells
  referencing new table as changed for each statement execute function tell_of_visits();
create trigger tell_of_gone after delete on released_cells
  referencing old table as changed for each statement execute function tell_of_visits();
