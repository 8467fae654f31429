-- The code for a number holds for half an hour. One that was sent before this rule is over.
alter table households add column phone_code_until timestamptz;
alter table households no force row level security;
update households set phone_code = null where phone_code is not null;
alter table households force row level security;
alter table households add check ((phone_code is null) = (phone_code_until is null));

create or replace function forget_the_number_before() returns trigger language plpgsql as $$
begin
  if new.phone is distinct from old.phone then
    new.phone_confirmed_at := null;
    new.phone_code := null;
    new.phone_code_until := null;
  end if;
  return new;
end $$;
