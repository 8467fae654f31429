-- A family names its district and sees first what is near it.

-- The middle of a district for measuring: the mean of the corners of its outline, [longitude, latitude].
create function middle_of(geometry jsonb) returns double precision[]
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select array[avg((corner ->> 0)::double precision), avg((corner ->> 1)::double precision)]
  from jsonb_path_query(geometry, 'lax $.coordinates.**') corner
  where jsonb_typeof(corner) = 'array' and jsonb_typeof(corner -> 0) = 'number'
$$;

alter table districts add column middle double precision[]
  generated always as (middle_of(geometry)) stored;

create or replace view published.districts as select * from districts;

-- Every centre seen from every district. A centre is local where it stands and where it answers for a quarter;
-- it is near where it is local and, in a district without any of its own, if it is one of the two closest.
create view published.nearness as
  select city_id, district_code, centre_id, is_local, distance_km, place_in_order,
    is_local or (not bool_or(is_local) over district and place_in_order <= 2) as is_near
  from (
    select *, row_number() over (partition by city_id, district_code
      order by is_local desc, distance_km, centre_id) as place_in_order
    from (
      select d.city_id, d.code as district_code, c.id as centre_id,
        d.id = c.district_id or exists (select from catchments a join quarters q using (city_id)
          where a.city_id = c.city_id and a.centre_id = c.id and q.id = a.quarter_id and q.district_id = d.id
            and a.valid @> current_date) as is_local,
        -- Flat is good enough inside a city: 111.3 km a degree, fewer to the east the further north.
        coalesce(111.3 * sqrt((c.latitude - d.middle[2]) ^ 2
          + ((c.longitude - d.middle[1]) * cos(radians(d.middle[2]))) ^ 2), 1000) as distance_km
      from districts d join centres c on c.city_id = d.city_id
    ) seen
  ) ordered
  window district as (partition by city_id, district_code);
grant select on published.nearness to kieznetz_public, kieznetz_app;
