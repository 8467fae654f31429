-- A sign-in is as trustworthy as those who handed over the link with which it was set up: a provider could set up an
-- account itself, keep it, and read as her what another provider gives her later. So an account remembers through whose
-- hands its link went, and a right counts only there, until she has proved her mailbox.

-- Providers, or the city. Null: she proved her mailbox, or the operator handed the link over; so for all from before.
alter table identity.accounts add column handed_over_by uuid[];

create function identity.counts_for(account text, answering uuid) returns boolean
language sql stable set search_path = identity, pg_temp as $$
  select not exists (select from accounts a
    where a.id = account and not coalesce(answering = any (a.handed_over_by), a.handed_over_by is null))
$$;
revoke all on function identity.counts_for from public;
grant execute on function identity.counts_for to kieznetz_app;

-- True as long as the account may do anything anywhere. Answers yes or no, across cities.
create function works_anywhere(account text, at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships m join cities c on c.id = m.city_id
      where m.account_id = account and not isempty(m.valid)
        and (upper_inf(m.valid) or upper(m.valid) > (at at time zone c.time_zone)::date)
        and identity.counts_for(account, coalesce(m.provider_id, m.city_id)))
    or exists (select from support_grants g
      where g.account_id = account and g.ends_at > at and identity.counts_for(account, g.provider_id))
$$;
revoke all on function works_anywhere from public;
grant execute on function works_anywhere to kieznetz_app;

-- As before, but a right that does not count yet keeps nobody from renewing the sign-in of her people.
create or replace function works_only_for(account text, city uuid, providers uuid[], at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from memberships m
      where m.account_id = account and (upper_inf(m.valid) or upper(m.valid) > (at - interval '1 day')::date)
        and not (m.city_id = city and case when cardinality(providers) = 0 then m.provider_id is null
          else coalesce(m.provider_id = any (providers), false) end)
        and identity.counts_for(account, coalesce(m.provider_id, m.city_id)))
    and not exists (select from support_grants g
      where g.account_id = account and g.ends_at > at
        and not (g.city_id = city and g.provider_id = any (providers))
        and identity.counts_for(account, g.provider_id))
$$;

drop policy provider_staff_reads on support_grants;
create policy provider_staff_reads on support_grants for select to kieznetz_app
  using (city_id = acting.city() and exists (select from memberships m where m.city_id = support_grants.city_id
    and m.account_id = acting.account() and m.provider_id = support_grants.provider_id and m.valid @> current_date
    and identity.counts_for(m.account_id, m.provider_id)));
