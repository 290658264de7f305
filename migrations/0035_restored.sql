-- What many people are told step by step rests after a backup was put back: they may have been told since. The office decides.
alter table broadcast add column is_held integer not null default 0 check (is_held in (0, 1));
alter table announcement add column is_held integer not null default 0 check (is_held in (0, 1));
alter table consultation add column is_held integer not null default 0 check (is_held in (0, 1));

-- Until when the backup that was put back knows what was done.
alter table upkeep add column restored_from integer;

-- What the council file of the operator said when it was loaded last: as long as it says the same, what was loaded since stays.
alter table council add column file_digest text;

pragma user_version = 35;
