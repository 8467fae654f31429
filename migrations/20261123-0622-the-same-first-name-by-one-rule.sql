-- Whether two first names are the same was said by two rules: here by small letters alone, and in party.ts without
-- regard to how an accent was typed, or how many spaces. A child entered twice was found or not by who found it.
create function plain_name(name text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$ select btrim(regexp_replace(lower(normalize(name, nfkc)), '\s+', ' ', 'g')) $$;

alter table household_children alter column plain_first_name set expression as (plain_name(first_name));
