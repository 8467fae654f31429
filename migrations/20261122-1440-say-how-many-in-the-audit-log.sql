-- A deletion by retention names nobody; it says how many.
alter table audit_entries add column amount integer check (amount >= 0);
