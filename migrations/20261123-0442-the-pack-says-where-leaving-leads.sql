-- Where "leave quickly" leads if a city pack says nothing, is said by the reader of packs alone.
alter table cities alter column leave_to drop default;
