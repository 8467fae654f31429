-- Messages are asked for in two ways: what is left to do, which is little, and what was written last. An index of all of
-- them by their state was kept up with every one that went, and read for none.
drop index messages_city_id_state_created_at_idx;
create index messages_by_time on messages (city_id, created_at);
create index messages_to_tell on messages (city_id, created_at) where state in ('by-hand', 'failed', 'bounced');
