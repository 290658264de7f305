-- Asking well: what is held at the gate, supporters, attachments, revisions, additions, withdrawal, points.

-- A question can be withdrawn, revised, supported, repeated. A check can only change with its table: the
-- rows are set aside, the table is made anew, and the rows come back (references are checked at the commit).
pragma defer_foreign_keys = on;
create table question_set_aside as select * from question;
drop table question;
create table question (
    id integer primary key autoincrement,
    number integer not null constraint question_number_unique unique,
    code text not null constraint question_code_unique unique,
    draft_id integer not null constraint question_once_a_draft unique,
    author_id integer not null references resident (user_id),
    author_initials text not null,
    area_code text not null,
    category_code text not null,
    session_code text,
    text text not null,
    folded text not null,                  -- for search: no marks, đ as d, lower case
    state text not null constraint question_state_known
        check (state in ('received', 'forwarded', 'answered', 'withdrawn')),
    body_code text not null,               -- who has it now (received: who is proposed)
    card_chat_id integer,                  -- the chat its live card was last put into; null: the card waits
    claimed_by integer,
    claimed_name text,
    received_at integer not null,
    forwarded_at integer,
    due_on text not null,
    answered_at integer,
    note_count integer not null default 0,
    withdrawn_at integer,
    revised_at integer,                    -- the author changed the words after sending
    supporter_count integer not null default 0,
    supporters_told integer not null default 0,  -- the last number of supporters its body was told of
    repeats_id integer,                    -- the question of an earlier session that asked the same
    times_raised integer not null default 1      -- in how many sessions it was asked, this one counted
) strict;
insert into question (id, number, code, draft_id, author_id, author_initials, area_code, category_code,
        session_code, text, folded, state, body_code, card_chat_id, claimed_by, claimed_name, received_at,
        forwarded_at, due_on, answered_at, note_count)
    select id, number, code, draft_id, author_id, author_initials, area_code, category_code,
        session_code, text, folded, state, body_code, card_chat_id, claimed_by, claimed_name, received_at,
        forwarded_at, due_on, answered_at, note_count
    from question_set_aside order by id;
drop table question_set_aside;
create index question_by_author on question (author_id, id);
create index question_by_body on question (body_code, state, due_on);
create index question_by_category on question (category_code, id);

-- Words that are no petition, so that "it is a general petition" can go on with them. One a person, forgotten
-- after a day; never part of a draft or shown to a group from here.
create table held_text (
    user_id integer primary key references resident (user_id),
    kind text not null,                    -- domain::categorise::Kind
    text text not null,
    replaces_draft integer not null default 0,   -- they were written to take the place of the draft's words
    held_at integer not null
) strict;

alter table draft add column similar_seen integer not null default 0;  -- the author said "send anyway"
alter table draft add column points_seen integer not null default 0;   -- the author said "one question"
alter table draft add column settles_at integer;     -- an album is coming in: the next step waits until then
alter table draft add column reminded_at integer;    -- the author was reminded once

-- Who wants the same as a question's author.
create table support (
    question_id integer not null references question (id),
    user_id integer not null references resident (user_id),
    supported_at integer not null,
    primary key (question_id, user_id)
) strict, without rowid;

-- Which message of a resident became which part of a draft or question: edited, the part follows.
create table source_message (
    user_id integer not null references resident (user_id),
    message_id integer not null,
    draft_id integer not null,             -- of the draft, and later of its question
    part text not null,
    primary key (user_id, message_id)
) strict, without rowid;
create index source_message_by_draft on source_message (draft_id);

-- What a resident sent with a draft, in order; Telegram keeps the files, we keep their ids.
create table attachment (
    id integer primary key autoincrement,
    draft_id integer not null,             -- of the draft, and later of its question
    media text not null,                   -- JSON of domain::attachment::Media
    file_unique_id text,                   -- the same file sent twice is kept once
    added_at integer not null,
    constraint attachment_once_a_draft unique (draft_id, file_unique_id)
) strict;

-- The words of a question before its author changed them.
create table revision (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    text text not null,                    -- the words before
    replaced_at integer not null
) strict;
create index revision_by_question on revision (question_id);

-- What the author added after sending, and why they withdrew it.
create table addition (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    kind text not null constraint addition_kind_known check (kind in ('more', 'withdrawal')),
    text text not null,
    added_at integer not null
) strict;
create index addition_by_question on addition (question_id);

-- Further points of a message that was split: each becomes the draft when the one before is sent.
create table waiting_point (
    id integer primary key autoincrement,
    user_id integer not null references resident (user_id),
    text text not null
) strict;
create index waiting_point_by_user on waiting_point (user_id, id);
