-- What the office hears when it calls residents back; albums as evidence; questions and the clock in the hall of a meeting.

-- Answered questions that were drawn by lot, a few a month, and what their residents say on the telephone.
create table call_back (
    id integer primary key autoincrement,
    month text not null,                   -- in which the question was answered: 2026-11
    question_id integer not null references question (id),
    drawn_at integer not null,
    heard text constraint call_back_heard_known
        check (heard in ('content', 'not_content', 'not_done', 'unreachable')),
    noted_by integer,                      -- the clerk
    noted_at integer,
    constraint call_back_once unique (month, question_id)
) strict;
create index call_back_by_question on call_back (question_id);

-- What was answered in a month is found without looking at every question.
create index question_answered on question (answered_at) where state = 'answered';

-- The album whose first photo showed that a thing was done: the others belong to it.
alter table resolution add column album text;
create index resolution_by_album on resolution (album) where album is not null;

-- A question that somebody sends while a meeting runs. In the hall nobody reads who asked it.
create table live_question (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    author_id integer not null references resident (user_id),
    text text not null,
    state text not null constraint live_question_state_known
        check (state in ('waiting', 'shown', 'highlighted', 'answered', 'kept_back')),
    support_count integer not null default 0,
    asked_at integer not null,
    decided_by integer,                    -- who let it be shown, or not
    decided_at integer
) strict;
create index live_question_by_meeting on live_question (meeting_code, state);
create index live_question_by_author on live_question (author_id);

create table live_support (
    live_id integer not null references live_question (id),
    user_id integer not null references resident (user_id),
    primary key (live_id, user_id)
) strict, without rowid;
create index live_support_by_user on live_support (user_id);

-- The page for the hall's screen: whoever has the address reads it.
create table live_screen (
    meeting_code text primary key references meeting (code),
    token text not null constraint live_screen_token_unique unique,
    opened_at integer not null
) strict, without rowid;

-- Since when somebody has the floor; null: was not given it.
alter table speaker add column began_at integer;

pragma user_version = 28;
