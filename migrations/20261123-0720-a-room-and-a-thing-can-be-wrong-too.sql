-- What is said of a room or of a thing to lend can be wrong like any entry.
alter table corrections drop constraint corrections_page_check;
alter table corrections add constraint corrections_page_check
  check (page ~ '^/((offers|sessions|centres|rooms|lending)/[a-z0-9-]{1,120}|centres/[a-z0-9-]{1,80}/pinboard/[0-9a-f-]{36})$');
