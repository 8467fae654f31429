-- Whoever sends a mail takes some of those along that may go: the longest waiting, found without looking at the others.
create index mails_that_may_go on messages (city_id, created_at)
  where state = 'waiting' and channel = 'email' and hours is null and attempts = 0;
-- And what waits for the same address goes as one with it.
create index mails_to_one_address on messages (city_id, address) where state = 'waiting';
