-- Where the servers of a browser's maker take news for a phone, and the keys with which only that phone reads them. One
-- row for each household of the page on which the family said yes: it goes with the household.
create table push_subscriptions (
  city_id uuid not null,
  household_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  endpoint text not null check (length(endpoint) between 20 and 1000),
  p256dh text not null check (length(p256dh) between 80 and 100),
  auth text not null check (length(auth) between 20 and 40),
  primary key (city_id, household_id, endpoint),
  foreign key (city_id, household_id) references households on delete cascade,
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);
create index on push_subscriptions (city_id, endpoint);
alter table push_subscriptions enable row level security, force row level security;
create policy owner_keeps on push_subscriptions to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city())
  with check (acting.kind() = 'desk' and city_id = acting.city());
create policy of_own_centre on push_subscriptions to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
grant select, insert, delete on push_subscriptions to kieznetz_app;

alter table messages drop constraint messages_channel_check;
alter table messages add constraint messages_channel_check
  check (channel in ('email', 'phone', 'sms', 'paper', 'push'));

-- For everything on the page of a link, on at most eight phones.
create function keep_push(city uuid, key_hash bytea, at timestamptz, at_endpoint text, key text, secret text)
returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into push_subscriptions (city_id, household_id, provider_id, centre_id, endpoint, p256dh, auth)
  select distinct city, r.household_id, r.provider_id, r.centre_id, at_endpoint, key, secret
  from household_page_behind(city, key_hash, at) page
  join registrations r on r.city_id = city and r.id = page.registration_id
  where (select count(*) from push_subscriptions s where s.city_id = city and s.household_id = r.household_id) < 8
  on conflict (city_id, household_id, endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth
$$;
revoke all on function keep_push from public;
grant execute on function keep_push to kieznetz_app;

-- For one phone, or for all of them.
create function stop_push(city uuid, key_hash bytea, at timestamptz, at_endpoint text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  delete from push_subscriptions s
  using household_page_behind(city, key_hash, at) page
  join registrations r on r.city_id = city and r.id = page.registration_id
  where s.city_id = city and s.household_id = r.household_id and (at_endpoint is null or s.endpoint = at_endpoint)
$$;
revoke all on function stop_push from public;
grant execute on function stop_push to kieznetz_app;

-- The phones that hear of everything on a page.
create function pushed_to(city uuid, key_hash bytea, at timestamptz) returns table (endpoint text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct s.endpoint from household_page_behind(city, key_hash, at) page
  join registrations r on r.city_id = city and r.id = page.registration_id
  join push_subscriptions s on s.city_id = city and s.household_id = r.household_id
$$;
revoke all on function pushed_to from public;
grant execute on function pushed_to to kieznetz_app;
