-- When somebody last looked at an offer. Whoever plans, changes, imports or publishes it has; else it is asked for
-- after a while, and at last hidden from families until somebody says that it is still right.
alter table offers
  add checked_on date not null default current_date,
  -- When its partner was last asked.
  add asked_on date,
  drop constraint offers_state_check,
  add constraint offers_state_check check (state in ('draft', 'published', 'stale', 'archived'));
update offers set checked_on = (updated_at at time zone 'Europe/Berlin')::date;
create index on offers (city_id, checked_on) where state in ('published', 'stale');

create function looked_at() returns trigger language plpgsql as $$
begin
  new.checked_on := greatest(new.checked_on, (new.updated_at at time zone 'Europe/Berlin')::date);
  return new;
end $$;
create trigger looked_at before update of updated_at on offers for each row execute function looked_at();

create view published.checked_offers as
  select city_id, id as offer_id, checked_on from offers where state = 'published';
grant select on published.checked_offers to kieznetz_public, kieznetz_app;

-- A partner says of its own offer that it is still right; it stands in the programme again if it was hidden.
create policy owner_sees_stale on offers for select to kieznetz_owner using (state = 'stale'
  and exists (select from partner_offers p where p.city_id = offers.city_id and p.offer_id = offers.id));
create policy owner_confirms on offers for update to kieznetz_owner using (state in ('published', 'stale')
  and exists (select from partner_offers p where p.city_id = offers.city_id and p.offer_id = offers.id));
create function confirm_offer(city uuid, key_hash bytea, today date, offer uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with confirmed as (
    update offers o set checked_on = greatest(o.checked_on, today), state = 'published', asked_on = null
    from offers_behind(city, key_hash, today) b
    where o.city_id = city and o.id = offer and b.offer_id = o.id and o.state in ('published', 'stale')
    returning true)
  select exists (select from confirmed)
$$;
-- The same page shows when each of them was looked at, the hidden ones too.
create function checked_behind(city uuid, key_hash bytea, today date)
returns table (offer_id uuid, slug text, title text, title_language text, state text, checked_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.slug, t.title, t.language, o.state, o.checked_on
  from offers_behind(city, key_hash, today) b
  join offers o on o.city_id = city and o.id = b.offer_id and o.state in ('published', 'stale')
  join offer_texts t on t.city_id = o.city_id and t.offer_id = o.id and t.language = o.source_language
  order by t.title
$$;
revoke all on function confirm_offer, checked_behind from public;
grant execute on function confirm_offer, checked_behind to kieznetz_app;
