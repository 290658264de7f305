-- What bodies do with a card, and the forums in which cards lie.

-- What an event may not hold: the name by which the group knows who did it, and the reason that was written. With
-- the version it led to, an old button can say who did what meanwhile. Only deeds in groups, and what an author did
-- with a question that a body has.
create table case_step (
    event_id integer primary key references event (id),
    question_id integer not null references question (id),
    version integer not null,              -- of the question, after it
    actor_name text,                       -- null: its author, or the clock
    words text                             -- a reason
) strict;
create index case_step_by_question on case_step (question_id, version);

-- What an author was asked back. At most one a question is open: the question is asked_back as long as it is.
create table ask_back (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    asked_by integer not null,
    asked_name text not null,              -- as the group knows them
    text text not null,
    asked_at integer not null,
    told_at integer,                       -- the body was told that no reply came; null: not yet
    ended_at integer                       -- replied, or gone on without
) strict;
create unique index ask_back_open on ask_back (question_id) where ended_at is null;

-- What Telegram told of a group: whether it has topics, what the bot may do there.
create table group_chat (
    chat_id integer primary key,
    is_forum integer not null default 0,
    can_manage_topics integer not null default 0,
    can_pin integer not null default 0,
    told_lacking text                      -- which missing rights the group was told of last
) strict;

-- The topics of forums, one a category.
create table topic (
    chat_id integer not null,
    category_code text not null,
    name text not null,
    thread_id integer,                     -- null: to be made when it is first needed
    primary key (chat_id, category_code)
) strict, without rowid;

-- In which topic the live card of a question lies: replies to it go there too, also after its category was corrected.
create table question_topic (
    question_id integer not null references question (id),
    chat_id integer not null,
    category_code text not null,
    primary key (question_id, chat_id)
) strict, without rowid;
