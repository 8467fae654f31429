-- A role that is given and taken on one day has no day of its own: its range is empty. The moments stay as evidence of
-- who could see what, and when; what counts is still the range. Roles from before this column know their day only.
alter table memberships add column given_at timestamptz, add column ended_at timestamptz;
alter table memberships alter column given_at set default now();
grant update (ended_at) on memberships to kieznetz_app;

-- Whoever stops leading courses at a centre leads none of them; coming back later she is given each one anew.
create policy owner_reads on offer_leaders for select to kieznetz_owner using (true);
create policy owner_takes_away on offer_leaders for delete to kieznetz_owner using (true);
create function stop_leading() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from offer_leaders
    where city_id = new.city_id and centre_id = new.centre_id and account_id = new.account_id;
  return null;
end $$;
create trigger stop_leading after update of valid on memberships for each row
  when (new.role = 'course-leader' and not upper_inf(new.valid)) execute function stop_leading();
