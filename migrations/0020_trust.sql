-- Whether somebody belongs to a group, as far as it was seen or Telegram told; and what waits for that to be told.

-- What is known of whether a person is a member of a group. Rows are few: only of people who do something there.
create table member (
    chat_id integer not null,
    user_id integer not null,
    evidence text not null constraint member_evidence_known
        check (evidence in ('seen', 'told_member', 'told_outsider')),
    learned_at integer not null,
    primary key (chat_id, user_id)
) strict, without rowid;

-- What somebody did in a group, kept until Telegram was asked about them; gone in the transaction that does it.
create table held_deed (
    update_id integer primary key,
    chat_id integer not null,
    user_id integer,                       -- null: it is the group that is asked about
    raw text not null,
    held_at integer not null
) strict;

-- Whether a channel uses the group for its comments; null: nobody has asked.
alter table group_chat add column is_discussion integer;
-- Whether it has a public name, as its newest message said.
alter table group_chat add column is_public integer not null default 0;

-- Somebody may not use the bot for a while.
create table ban (
    id integer primary key autoincrement,
    user_id integer not null,
    is_silent integer not null,            -- 1: they are not told
    reason text not null,                  -- told to them, and to administrators
    banned_by integer not null,
    banned_at integer not null,
    ends_at integer not null,
    told_at integer,                       -- when they were told last
    appeal text,                           -- what they said against it, once
    ended_by integer,                      -- who ended it before its time
    ended_at integer
) strict;
create index ban_running on ban (user_id) where ended_at is null;

pragma user_version = 20;
