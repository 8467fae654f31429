-- What a catalogue of open data needs to know of a city and nobody can guess: its official key (Amtlicher
-- Gemeindeschlüssel) and the licence under which it gives its data. Both come with the city pack.

alter table cities add open_data jsonb not null default '{}' check (jsonb_typeof(open_data) = 'object');

create view published.city_open_data as select id as city_id, open_data from cities;
grant select on published.city_open_data to kieznetz_public, kieznetz_app;
