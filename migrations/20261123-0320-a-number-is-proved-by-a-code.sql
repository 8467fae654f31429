-- Anybody may type a number that is not her own. SMS go only to one whose owner has typed the code that was sent there,
-- or who gave it to staff in person. Of the code a hash is kept until then.
alter table households
  add column phone_confirmed_at timestamptz,
  add column phone_code bytea check (length(phone_code) = 32);

-- Who was written to before goes on being written to.
alter table households no force row level security;
update households set phone_confirmed_at = now() where phone is not null;
alter table households force row level security;

-- Another number has to be proved anew, whoever changes it.
create function forget_the_number_before() returns trigger language plpgsql as $$
begin
  if new.phone is distinct from old.phone then
    new.phone_confirmed_at := null;
    new.phone_code := null;
  end if;
  return new;
end $$;
create trigger forget_the_number_before before update of phone on households
  for each row execute function forget_the_number_before();

alter table messages drop constraint messages_reason_check;
alter table messages add constraint messages_reason_check check (reason in ('no-gateway', 'landline', 'unconfirmed',
  'limit', 'hours', 'refused', 'unreachable', 'bounced', 'paper'));
