-- What a family reads may be called de-simple.
alter table consultation_bookings drop constraint consultation_bookings_written_in_check,
  add check (length(written_in) between 2 and 16);
alter table doorstep_requests drop constraint doorstep_requests_language_check,
  add check (length(language) between 2 and 16);
