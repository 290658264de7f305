-- What the office hears when it calls residents back; albums as evidence.

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

pragma user_version = 28;
