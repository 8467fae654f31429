-- The day its series means by a date, where it is held on another: so the series knows that this day is taken.
alter table sessions
  add planned_on date,
  -- Staff gave it a day or hours that are not those of its series.
  add has_own_times boolean not null default false;

-- What all dates of one series say, other than their offer: Tuesdays in the gym, Thursdays in the house.
alter table series
  add own_place text check (own_place <> '' and length(own_place) <= 200),
  add own_leader text check (own_leader <> '' and length(own_leader) <= 120),
  add own_places integer check (own_places > 0);

create or replace view published.series as select s.* from series s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';
create or replace view published.sessions as select s.* from sessions s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';
