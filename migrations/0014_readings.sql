-- The reading room: what is wanted of it, and the texts that everybody may see.

-- What takes time is looked up beside the writing thread. A row stands from the transaction in which somebody wanted it
-- to the one that tells what was found, so it is told once, whatever restarts.
create table reading (
    id integer primary key autoincrement,
    chat_id integer not null,              -- who waits for it
    wish text not null,                    -- JSON of domain::reading::Reading
    starts integer not null default 0,     -- how many processes began with it and came to no end
    wanted_at integer not null
) strict;
create index reading_by_chat on reading (chat_id, id);

-- The last search of a person, for its further pages; forgotten after a day.
create table search (
    id integer primary key autoincrement,  -- never reused: buttons of old pages carry it
    user_id integer not null constraint search_one_a_person unique references resident (user_id),
    words text not null,
    searched_at integer not null
) strict;
create index search_age on search (searched_at);

-- A question and its answer as everybody may see them: redacted when they are written here, and nothing else is
-- searched or shown to others.
create table public_text (
    question_id integer primary key references question (id),
    answer_id integer not null references answer (id),
    question text not null,
    answer text not null
) strict;

-- Its words, folded (no marks, đ as d), by rowid = question_id. The words alone, without their places: every word of a
-- search counts, in any order. Beginnings of up to four letters have an index, for the last word that is being typed.
create virtual table public_word using fts5 (
    folded, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4',
    tokenize = 'unicode61 remove_diacritics 0'
);

-- How far the texts of old questions are written by the rules of today: SQL cannot redact, so the program does it step
-- by step after the start, from the newest question down.
create table public_fill (
    id integer primary key constraint public_fill_single check (id = 1),
    rules integer not null,                -- domain::redaction::RULES by which texts are written
    below integer not null                 -- questions with smaller ids are still to be done
) strict;
insert into public_fill (id, rules, below) values (1, 0, 0);

pragma user_version = 14;
