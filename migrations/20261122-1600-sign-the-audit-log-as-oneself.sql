-- Whoever writes an entry signs it: in the transaction of somebody who is signed in it carries her account. Only a job,
-- or a page in the name of the system, writes for another.
drop policy append on audit_entries;
create policy append on audit_entries for insert to kieznetz_app
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or acting.kind() = 'staff' and account_id = acting.account() and account_id <> ''));
