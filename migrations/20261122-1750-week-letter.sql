-- Who wants the week of a centre by e-mail: an address and a language, nothing else. It counts once the owner of the
-- address has said yes out of her own mailbox.
create table subscriptions (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  language text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- The Sunday whose letter was sent last.
  sent_on date,
  -- Who never says yes is forgotten.
  delete_on date,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check ((confirmed_at is null) = (delete_on is not null))
);
create unique index one_letter_a_week on subscriptions (city_id, centre_id, email) where confirmed_at is not null;
create index on subscriptions (city_id, sent_on) where confirmed_at is not null;
create index on subscriptions (city_id, delete_on) where delete_on is not null;

-- Each letter brings a link of its own; only hashes are kept.
create table subscription_links (
  city_id uuid not null,
  hash bytea not null,
  subscription_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  primary key (city_id, hash),
  foreign key (city_id, subscription_id, provider_id, centre_id)
    references subscriptions (city_id, id, provider_id, centre_id) on delete cascade
);
create index on subscription_links (city_id, subscription_id);

alter table subscriptions enable row level security, force row level security;
alter table subscription_links enable row level security, force row level security;

-- The desk takes a wish in and cannot read who else has one. The team counts them and reads no address: that is the
-- job's alone.
create policy desk_takes_in on subscriptions for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and confirmed_at is null);
create policy job_sends on subscriptions to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy desk_takes_in on subscription_links for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy job_sends on subscription_links to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on subscriptions, subscription_links to kieznetz_app;

create policy owner_opens on subscriptions to kieznetz_owner using (true) with check (true);
create policy owner_opens on subscription_links to kieznetz_owner using (true);

create function subscription_behind(city uuid, link_hash bytea) returns table (centre_id uuid, is_confirmed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.centre_id, s.confirmed_at is not null from subscription_links l
  join subscriptions s on s.city_id = l.city_id and s.id = l.subscription_id
  where l.city_id = city and l.hash = link_hash
$$;

-- Yes out of the mailbox: whatever the address had asked for before at this centre is one letter a week now.
create function confirm_subscription(city uuid, link_hash bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare wanted subscriptions;
begin
  select s.* into wanted from subscription_links l
    join subscriptions s on s.city_id = l.city_id and s.id = l.subscription_id
    where l.city_id = city and l.hash = link_hash for update of s;
  if not found then return false; end if;
  if wanted.confirmed_at is not null then return true; end if;
  perform pg_advisory_xact_lock(hashtextextended(city::text || wanted.centre_id::text || wanted.email, 0));
  delete from subscriptions s where s.city_id = city and s.centre_id = wanted.centre_id and s.email = wanted.email
    and s.id <> wanted.id;
  update subscriptions set confirmed_at = at, delete_on = null where city_id = city and id = wanted.id;
  return true;
end $$;

-- No more letters: the address is gone at once.
create function stop_subscription(city uuid, link_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from subscriptions s using subscription_links l
    where l.city_id = city and l.hash = link_hash and s.city_id = l.city_id and s.id = l.subscription_id
    returning true)
  select exists (select from gone)
$$;

create function count_subscriptions(city uuid, centres uuid[]) returns table (centre_id uuid, amount bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.centre_id, count(*) from subscriptions s
  where s.city_id = city and s.city_id = acting.city() and acting.kind() = 'staff'
    and s.centre_id = any (centres) and s.centre_id = any (acting.centres()) and s.confirmed_at is not null
  group by s.centre_id
$$;
revoke all on function subscription_behind, confirm_subscription, stop_subscription, count_subscriptions from public;
grant execute on function subscription_behind, confirm_subscription, stop_subscription, count_subscriptions to kieznetz_app;
