-- A mail that was sent can come back: then the family has to be told in another way, and by mail no more. Who has neither
-- e-mail nor telephone is told when somebody of it comes by.
alter table messages drop constraint messages_state_check;
alter table messages add constraint messages_state_check
  check (state in ('waiting', 'sent', 'failed', 'by-hand', 'bounced'));
alter table messages drop constraint messages_reason_check;
alter table messages add constraint messages_reason_check
  check (reason in ('no-gateway', 'landline', 'limit', 'hours', 'refused', 'unreachable', 'bounced', 'paper'));
-- Of the address only this stays when the message is told, to know it again when it comes back.
alter table messages add column sent_to bytea check (length(sent_to) = 32);
create index on messages (city_id, sent_to) where state = 'bounced';
