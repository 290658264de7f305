-- What residents are told stays true.

-- Set aside and taken up again before its day, a question gives back what was added for the pause: the clock as it stood
-- when it was set aside. Empty for questions that are not set aside, or were before this was written down.
alter table question add column paused_on text;          -- the day on which it was set aside
alter table question add column paused_due_on text;      -- the day that was due until then

-- Whoever supports a question finds it in their own list.
create index support_by_person on support (user_id);

pragma user_version = 15;
