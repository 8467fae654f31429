-- Anybody may let a code be sent to any number. What such codes cost is counted apart, in the month and on its last day,
-- so that they never use up what families with a proved number are told by.
alter table sms_months
  add column code_cents integer not null default 0 check (code_cents >= 0),
  add column code_day date,
  add column code_day_cents integer not null default 0 check (code_day_cents >= 0);
