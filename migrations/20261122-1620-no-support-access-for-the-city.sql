-- Administrators and the city office read data of families through no path at all, so not by support access either:
-- as long as somebody has a task for the city she is given none, and while it runs she is given no such task.
create function city_role_or_support() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_both boolean;
begin
  -- Two who give at the same moment would not see each other's row.
  perform pg_advisory_xact_lock(hashtextextended(new.account_id, 1620));
  if tg_table_name = 'memberships' then
    is_both := exists (select from support_grants g
      where g.city_id = new.city_id and g.account_id = new.account_id and g.ends_at > coalesce(new.given_at, now()));
  elsif tg_op = 'INSERT' or new.ends_at > old.ends_at then
    is_both := exists (select from memberships m join cities c on c.id = m.city_id
      where m.city_id = new.city_id and m.account_id = new.account_id and m.provider_id is null
        and m.valid && daterange((new.starts_at at time zone c.time_zone)::date, null));
  end if;
  if is_both then
    raise exception 'new row violates "city_role_or_support_never_both"'
      using errcode = '23P01', constraint = 'city_role_or_support_never_both';
  end if;
  return new;
end $$;
create trigger city_role_or_support before insert or update of valid on memberships for each row
  when (new.provider_id is null and upper_inf(new.valid)) execute function city_role_or_support();
create trigger city_role_or_support before insert or update of ends_at on support_grants for each row
  execute function city_role_or_support();
