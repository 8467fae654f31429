-- The address of an online session. Whoever has it is in the room: only the lead reads this table, and a family learns
-- it on the page of its own confirmed registration, from half an hour before the session until its end.
create table online_links (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  -- Null holds for every date of the offer that has no link of its own.
  session_id uuid,
  address text not null check (address ~ '^https://' and length(address) <= 500),
  unique nulls not distinct (city_id, offer_id, session_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, session_id, offer_id) references sessions (city_id, id, offer_id) on delete cascade
);
create index on online_links (city_id, session_id);

alter table online_links enable row level security, force row level security;
create policy own_centre on online_links to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, update, delete on online_links to kieznetz_app;

-- From the unguessable link (or code) of a registration to the session it is for next. The address comes out for a
-- confirmed place alone, and only while the door is open; before, it is said when that will be.
create policy owner_opens on online_links for select to kieznetz_owner using (true);
create policy owner_opens on registrations for select to kieznetz_owner
  using (state = 'confirmed' and acting.kind() = 'desk' and city_id = acting.city());
create function online_session_behind(city uuid, key_hash bytea, at timestamptz)
returns table (starts_at timestamptz, shown_from timestamptz, has_link boolean, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.starts_at, s.starts_at - interval '30 minutes', l.address is not null,
    case when at >= s.starts_at - interval '30 minutes' then l.address end
  from registration_links k
  join registrations r on r.city_id = k.city_id and r.id = k.registration_id and r.state = 'confirmed'
  join intakes i on i.city_id = r.city_id and i.id = r.intake_id
  join offers o on o.city_id = r.city_id and o.id = r.offer_id and o.way = 'online'
  join sessions s on s.city_id = r.city_id and s.offer_id = r.offer_id and s.state = 'planned'
    and (i.session_id is null or s.id = i.session_id)
  left join lateral (select address from online_links l
    where l.city_id = r.city_id and l.offer_id = r.offer_id and (l.session_id is null or l.session_id = s.id)
    order by l.session_id is null limit 1) l on true
  where k.city_id = city and k.hash = key_hash and at < coalesce(s.ends_at, s.starts_at + interval '2 hours')
  order by s.starts_at limit 1
$$;
revoke all on function online_session_behind from public;
grant execute on function online_session_behind to kieznetz_app;
