-- When the password (and the second factor, where there is one) was last proved in this session. What changes
-- rights asks for it again after ten minutes; a session from before this column is asked at once.
alter table identity.sessions add column proved_at timestamptz;
