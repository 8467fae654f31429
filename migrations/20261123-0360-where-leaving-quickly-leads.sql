-- Whoever leaves quickly is led to a page that anybody might be looking at. Which one that is differs from city to
-- city, so it comes with the city pack.

alter table cities add leave_to text not null default 'https://www.tagesschau.de/'
  check (leave_to ~ '^https://[^\s"]+$');

create view published.city_ways_out as select id as city_id, leave_to from cities;
grant select on published.city_ways_out to kieznetz_public, kieznetz_app;
