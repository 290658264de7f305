-- What the operator's side of the bot remembers over restarts.

create table upkeep (
    id integer primary key constraint upkeep_single check (id = 1),
    unreachable_since integer,             -- since when Telegram has not answered; null: it answers
    restored_at integer,                   -- when this file was put in the place of another; null once the office was told
    backup_failed_on text                  -- the night whose backup failed and of which the office was told
) strict;
insert into upkeep (id) values (1);

pragma user_version = 25;
