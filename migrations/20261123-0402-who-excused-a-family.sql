-- Whether the family said that it does not come, staff for it, or another guardian, and which: a guardian that excuses a
-- child for weeks is seen. Shut out, it loses its name here and stays a guardian.
alter table excused_dates
  add column excused_by text check (excused_by in ('family', 'guardian', 'staff')),
  add column guardian_id uuid,
  add foreign key (city_id, guardian_id) references guardians on delete set null (guardian_id),
  add check (guardian_id is null or excused_by = 'guardian');
alter table excused_dates no force row level security;
update excused_dates set excused_by = 'family';
alter table excused_dates force row level security;
alter table excused_dates alter column excused_by set not null;
create index on excused_dates (city_id, guardian_id) where guardian_id is not null;
