-- Under policies an index on lower(first_name) is not used, because that function might tell what it reads; an
-- ordinary column is.
alter table household_children add column plain_first_name text generated always as (lower(first_name)) stored;
create index on household_children (city_id, plain_first_name, born_in);
