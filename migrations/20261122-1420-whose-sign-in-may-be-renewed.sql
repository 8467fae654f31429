-- A new set-up link is a way into an account. Only those who answer for all that the account may do can give one:
-- otherwise an administrator could renew a lead's sign-in and read names as her.

drop policy owner_finds_manager on memberships;
create policy owner_answers on memberships for select to kieznetz_owner using (true);
create policy owner_answers on support_grants for select to kieznetz_owner using (true);

-- True when the account holds nothing beyond this city and these providers; city roles count only where no
-- provider is named.
create function works_only_for(account text, city uuid, providers uuid[], at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from memberships m
      where m.account_id = account and (upper_inf(m.valid) or upper(m.valid) > (at - interval '1 day')::date)
        and not (m.city_id = city and case when cardinality(providers) = 0 then m.provider_id is null
          else coalesce(m.provider_id = any (providers), false) end))
    and not exists (select from support_grants g
      where g.account_id = account and g.ends_at > at
        and not (g.city_id = city and g.provider_id = any (providers)))
$$;
revoke all on function works_only_for from public;
grant execute on function works_only_for to kieznetz_app;

-- A membership dated back to a day before the manager began would have slipped through: what counts is whether
-- there is a manager at any time of the new one.
drop policy administrator_appoints on memberships;
drop function has_manager(uuid, uuid, date);
create function has_manager(city uuid, provider uuid, during daterange) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships
    where city_id = city and provider_id = provider and role = 'provider-manager' and valid && during)
$$;
revoke all on function has_manager from public;
grant execute on function has_manager to kieznetz_app;
create policy administrator_appoints on memberships for insert to kieznetz_app
  with check (acting.kind() = 'staff' and city_id = acting.city() and 'administrator' = any (acting.roles())
    and (role in ('administrator', 'city-office')
      or (role = 'provider-manager' and not has_manager(city_id, provider_id, valid))));
