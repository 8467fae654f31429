-- Who has a telephone and no e-mail is told by SMS, as long as the month of the provider pays for it.
alter table messages drop constraint messages_channel_check;
alter table messages add constraint messages_channel_check check (channel in ('email', 'phone', 'sms', 'paper'));

-- Why somebody of the team has to tell it.
alter table messages add column reason text
  check (reason in ('no-gateway', 'landline', 'limit', 'hours', 'refused', 'unreachable'));
update messages set reason = case when state = 'failed' then 'refused' else 'no-gateway' end
  where state in ('failed', 'by-hand');

-- What a provider lets its SMS cost in a month; without a row the usual limit holds.
create table sms_limits (
  city_id uuid not null,
  provider_id uuid not null,
  monthly_cents integer not null check (monthly_cents between 0 and 1000000),
  primary key (city_id, provider_id),
  foreign key (city_id, provider_id) references providers on delete cascade
);

create table sms_months (
  city_id uuid not null,
  provider_id uuid not null,
  month date not null check (extract(day from month) = 1),
  messages integer not null default 0 check (messages >= 0),
  cents integer not null default 0 check (cents >= 0),
  primary key (city_id, provider_id, month),
  foreign key (city_id, provider_id) references providers on delete cascade
);

alter table sms_limits enable row level security, force row level security;
alter table sms_months enable row level security, force row level security;
create policy job_reads on sms_limits for select to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city());
create policy provider_decides on sms_limits to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()));
create policy job_counts on sms_months to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy provider_reads on sms_months for select to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and provider_id = any (acting.providers()));
grant select, insert, update, delete on sms_limits to kieznetz_app;
grant select, insert, update on sms_months to kieznetz_app;
