-- At a desk that several people use, ten minutes without a click are enough to be signed out; the sign-in asks.
alter table identity.sessions add column shared_device boolean not null default false;

-- The sign-in library knows one length for all sessions. Whenever it prolongs one of a shared device, it stays short.
create function identity.end_sooner_on_shared_device() returns trigger language plpgsql as $$
begin
  new.expires_at := least(new.expires_at, new.updated_at + interval '10 minutes');
  return new;
end $$;
create trigger end_sooner_on_shared_device before insert or update on identity.sessions
  for each row when (new.shared_device) execute function identity.end_sooner_on_shared_device();
