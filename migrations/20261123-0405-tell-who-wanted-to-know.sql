-- Who wants to be told when an offer starts again: one adult, one purpose, one way to be reached, and the version of the
-- words that were read. It outlives the registration, for a year at most; taken back, nothing of it stays. Whatever ends
-- the reason to write ends it, too: another address, safe contact, a lock.
create table message_consents (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  -- Null once the household was deleted after its last date, and for whoever asked at the desk.
  household_id uuid,
  purpose text not null check (purpose = 'offer-again'),
  medium text not null check (medium in ('email', 'sms', 'call')),
  called text not null check (length(called) between 1 and 80),
  language text not null,
  address text not null check (length(address) between 3 and 254),
  text_version integer not null check (text_version > 0),
  given_at timestamptz not null,
  given_by text not null check (given_by in ('family', 'staff')),
  -- Dates until this day are known: told of, or published when the consent was given.
  told_until date not null,
  ends_on date not null,
  -- Each message brings a key of its own by which it is the last one; earlier ones go on working.
  stop_hashes bytea[] not null default '{}',
  primary key (city_id, id),
  unique nulls not distinct (city_id, offer_id, medium, address, household_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, household_id) references households on delete set null (household_id)
);
create index on message_consents (city_id, household_id);
create index on message_consents (city_id, ends_on);
create index on message_consents using gin (stop_hashes);

-- The offer of which this one is the next season: whoever waits for the one waits for the other.
alter table offers add column copy_of uuid,
  add foreign key (city_id, copy_of) references offers on delete set null (copy_of);
create index on offers (city_id, copy_of) where copy_of is not null;

alter table message_consents enable row level security, force row level security;
create policy own_centre_reads on message_consents for select to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy own_centre_writes on message_consents to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())));
create policy owner_finds_consent on message_consents for select to kieznetz_owner using (true);
create policy owner_ends_consent on message_consents for delete to kieznetz_owner using (city_id = acting.city());
grant select, insert, update, delete on message_consents to kieznetz_app;

-- From the key in a message to the consent it was sent by, and the centre whose desk may end it.
create function message_consent_behind(city uuid, key_hash bytea)
returns table (id uuid, provider_id uuid, centre_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.provider_id, c.centre_id from message_consents c
  where c.city_id = city and c.stop_hashes @> array[key_hash]
$$;
revoke all on function message_consent_behind from public;
grant execute on function message_consent_behind to kieznetz_app;

create function end_message_consents() returns trigger
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from message_consents c where c.city_id = new.city_id and c.household_id = new.id;
  return null;
end $$;
revoke all on function end_message_consents from public;
create trigger end_message_consents after update of is_safe, locked_at, contact_kind, email, phone on households
  for each row when (new.is_safe and not old.is_safe or new.locked_at is not null and old.locked_at is null
    or (new.email, new.phone) is distinct from (old.email, old.phone))
  execute function end_message_consents();

-- A message that was put down by a consent and did not leave yet goes with it.
create index on messages (city_id, (facts ->> 'consentId')) where facts ? 'consentId';
create function leave_unsaid() returns trigger language plpgsql as $$
begin
  delete from messages m where m.city_id = old.city_id and m.facts ? 'consentId'
    and m.facts ->> 'consentId' = old.id::text and m.state <> 'sent';
  return null;
end $$;
create trigger leave_unsaid after delete on message_consents for each row execute function leave_unsaid();
