-- Access to names is given by the provider that answers for them, never by the administrator
-- (docs/decisions/0005-who-appoints-whom.md).

-- One account works for the city or for a provider, never for both at a time.
alter table memberships add constraint city_or_provider_never_both
  exclude using gist (city_id with =, account_id with =, (case when provider_id is null then 1 else 2 end) with <>,
    valid with &&);

-- Answers only yes or no; a policy on memberships cannot ask memberships itself.
create policy owner_finds_manager on memberships for select to kieznetz_owner using (role = 'provider-manager');
create function has_manager(city uuid, provider uuid, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships
    where city_id = city and provider_id = provider and role = 'provider-manager' and valid @> on_day)
$$;
revoke all on function has_manager from public;
grant execute on function has_manager to kieznetz_app;

drop policy administrator_writes on memberships;
create policy system_writes on memberships to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());

-- The administrator appoints administrators, the city office, and the first manager of a provider.
create policy administrator_reads on memberships for select to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and 'administrator' = any (acting.roles()));
create policy administrator_appoints on memberships for insert to kieznetz_app
  with check (acting.kind() = 'staff' and city_id = acting.city() and 'administrator' = any (acting.roles())
    and (role in ('administrator', 'city-office')
      or (role = 'provider-manager' and not has_manager(city_id, provider_id, lower(valid)))));
create policy administrator_ends on memberships for update to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and 'administrator' = any (acting.roles())
    and role in ('administrator', 'city-office'))
  with check (role in ('administrator', 'city-office'));

-- The manager appoints everybody of her provider, her successors included.
create policy provider_appoints on memberships for insert to kieznetz_app
  with check (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()));
create policy provider_ends on memberships for update to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()))
  with check (provider_id = any (acting.providers()));

-- A lead reads who works at her centre.
create policy centre_reads on memberships for select to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));

-- What somebody is never changes; a role only ends, and what has been stays readable.
revoke update, delete on memberships from kieznetz_app;
grant update (valid) on memberships to kieznetz_app;

-- Everybody who works for a provider reads to whom it opened its families; only the end can be changed.
create policy provider_staff_reads on support_grants for select to kieznetz_app
  using (city_id = acting.city() and exists (select from memberships m where m.city_id = support_grants.city_id
    and m.account_id = acting.account() and m.provider_id = support_grants.provider_id and m.valid @> current_date));
revoke update on support_grants from kieznetz_app;
grant update (ends_at) on support_grants to kieznetz_app;
