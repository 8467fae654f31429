-- Some families may be told only that there is news, or only at certain hours: somebody else reads along.
alter table messages
  add column is_neutral boolean not null default false,
  add column hours jsonb check (jsonb_typeof(hours) = 'object'),
  -- Not before this moment; kept from the moment at which it is written.
  add column due_at timestamptz;
update messages set due_at = created_at;
alter table messages alter column due_at set not null;
