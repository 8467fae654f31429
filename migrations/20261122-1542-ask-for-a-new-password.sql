-- Somebody has forgotten her password and typed an e-mail. Whether it belongs to an account is found out by the job
-- that takes the row away again, so that neither the answer nor its time tells anybody.
create table identity.password_requests (
  id uuid primary key,
  email text not null check (email = lower(email) and length(email) <= 254),
  language text not null,
  asked_at timestamptz not null
);
grant select, insert, update, delete on identity.password_requests to kieznetz_app;
