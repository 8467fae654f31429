-- Where an online session is held comes out by the one function that knows locks, codes that are asked for, and the keys
-- of guardians; before, this one looked at the links itself.
create or replace function online_session_behind(city uuid, key_hash bytea, at timestamptz)
returns table (starts_at timestamptz, shown_from timestamptz, has_link boolean, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.starts_at, s.starts_at - interval '30 minutes', l.address is not null,
    case when at >= s.starts_at - interval '30 minutes' then l.address end
  from desk_behind(city, key_hash, false, at) k
  join registrations r on r.city_id = city and r.id = k.registration_id and r.state = 'confirmed'
  join intakes i on i.city_id = r.city_id and i.id = r.intake_id
  join offers o on o.city_id = r.city_id and o.id = r.offer_id and o.way = 'online'
  join sessions s on s.city_id = r.city_id and s.offer_id = r.offer_id and s.state = 'planned'
    and (i.session_id is null or s.id = i.session_id)
  left join lateral (select address from online_links l
    where l.city_id = r.city_id and l.offer_id = r.offer_id and (l.session_id is null or l.session_id = s.id)
    order by l.session_id is null limit 1) l on true
  where at < coalesce(s.ends_at, s.starts_at + interval '2 hours')
  order by s.starts_at limit 1
$$;
