-- What families should apply for or arrange at a child's age: it comes with the city pack, with its source and the day
-- on which somebody looked whether it is still so. About no person: which of it is due is computed on the page alone.

create table due_matters (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9-]{1,120}$'),
  -- Age of the child in months, below zero before the birth; the upper bound is excluded.
  from_months integer not null check (from_months between -9 and 216),
  until_months integer not null,
  source text not null check (length(source) between 1 and 200),
  source_url text not null check (source_url ~ '^https?://'),
  checked_on date not null,
  primary key (city_id, id),
  unique (city_id, slug),
  check (until_months > from_months)
);

create table due_matter_texts (
  city_id uuid not null,
  matter_id uuid not null,
  language text not null,
  title text not null check (length(title) between 1 and 120),
  body text not null default '' check (length(body) <= 600),
  primary key (city_id, matter_id, language),
  foreign key (city_id, matter_id) references due_matters on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['due_matters', 'due_matter_texts']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_publishes on %I for select to kieznetz_owner using (true)', t);
    execute format('create policy city_reads on %I for select to kieznetz_app using (city_id = acting.city())', t);
    execute format('create policy import_writes on %I to kieznetz_app
      using (acting.kind() = ''system'' and city_id = acting.city())
      with check (acting.kind() = ''system'' and city_id = acting.city())', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
  end loop;
end $$;

create view published.due_matters as select * from due_matters;
create view published.due_matter_texts as select * from due_matter_texts;
grant select on published.due_matters, published.due_matter_texts to kieznetz_public, kieznetz_app;
