-- Families find an offer by any of its words, in any language it is written in, misspelled or spelled in ASCII.
-- One row for each text of a published offer, kept by triggers; a row is gone as soon as the offer is.

create extension if not exists btree_gin;

create table offer_search (
  city_id uuid not null,
  offer_id uuid not null,
  language text not null,
  -- Stemmed words of title, summary and body, and the topics as 'topic:<name>'.
  words tsvector not null,
  -- The title as trigrams are compared with it.
  folded_title text not null,
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id) references offers on delete cascade
);
comment on table offer_search is 'What is searched; derived from offers and offer_texts by triggers, never written otherwise.';

-- Bäder, Baeder and Bader fold to one; so do the forms of alef and the end of a word in Arabic.
create function fold(spelling text) returns text
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select regexp_replace(
    translate(lower(unaccent('unaccent', spelling)), 'أإآٱةىؤئًٌٍَُِّْـ', 'ااااهيوي'),
    '([aou])e', '\1', 'g')
$$;

-- The dictionary that knows the words of a language; where PostgreSQL has none, words are compared as they are.
create function dictionary_of(language text) returns regconfig
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case language
    when 'de' then 'german' when 'en' then 'english' when 'ar' then 'arabic' when 'tr' then 'turkish'
    when 'ru' then 'russian' when 'ro' then 'romanian' when 'fr' then 'french' when 'es' then 'spanish'
    when 'it' then 'italian' else 'simple' end::regconfig
$$;

create function index_offer(city uuid, offer uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from offer_search where city_id = city and offer_id = offer;
  insert into offer_search (city_id, offer_id, language, words, folded_title)
  select t.city_id, t.offer_id, t.language,
    setweight(to_tsvector(dictionary_of(t.language), t.title), 'A')
      || setweight(to_tsvector(dictionary_of(t.language), t.summary), 'B')
      || setweight(to_tsvector(dictionary_of(t.language), t.body), 'C')
      || array_to_tsvector(array(select 'topic:' || topic from unnest(o.topics) topic)),
    fold(t.title)
  from offer_texts t join offers o on o.city_id = t.city_id and o.id = t.offer_id
  where t.city_id = city and t.offer_id = offer and o.state = 'published'
$$;
revoke all on function index_offer from public;

create function keep_offer_search() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare kept record := coalesce(new, old);
begin
  if tg_table_name = 'offers' then
    perform index_offer(kept.city_id, kept.id);
  else
    perform index_offer(kept.city_id, kept.offer_id);
  end if;
  return null;
end $$;
create trigger keep_offer_search after update of state, topics on offers
  for each row execute function keep_offer_search();
create trigger keep_offer_search after insert or update of title, summary, body or delete on offer_texts
  for each row execute function keep_offer_search();

alter table offer_search enable row level security, force row level security;
create policy owner_indexes on offer_search to kieznetz_owner using (true) with check (true);

select index_offer(city_id, id) from offers;

-- Read far more often than written: no list of pending entries that a search has to walk through.
create index offer_search_words on offer_search using gin (city_id, words) with (fastupdate = off);
create index offer_search_titles on offer_search using gin (city_id, folded_title gin_trgm_ops)
  with (fastupdate = off);

-- What somebody typed, asked in every dictionary at once; or all but its last word, and that one as a beginning;
-- or one of the topics.
create function published.asked_for(typed text, all_but_last text, beginning text, topics text[]) returns tsquery
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select plainto_tsquery('german', typed) || plainto_tsquery('english', typed)
    || plainto_tsquery('arabic', typed) || plainto_tsquery('turkish', typed)
    || plainto_tsquery('russian', typed) || plainto_tsquery('romanian', typed)
    || plainto_tsquery('french', typed) || plainto_tsquery('simple', typed)
    || case when beginning = '' then '' else
        (plainto_tsquery('german', all_but_last) || plainto_tsquery('english', all_but_last)
          || plainto_tsquery('arabic', all_but_last) || plainto_tsquery('simple', all_but_last))
        && to_tsquery('simple', quote_literal(fold(beginning)) || ':*') end
    || array_to_string(array(select quote_literal('topic:' || topic) from unnest(topics) topic), ' | ')::tsquery
$$;

create view published.offer_search as select * from offer_search;
grant select on published.offer_search to kieznetz_public, kieznetz_app;
grant execute on function published.asked_for, fold to kieznetz_public, kieznetz_app;
