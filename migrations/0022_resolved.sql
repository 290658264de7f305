-- Answered is one track, resolved another: that the thing was done has its own date, its own evidence and a person who
-- says so; and the record of an official answer.

-- Whether the thing was done. `denied`: a resident said that it is not.
alter table question add column resolution text not null default 'open'
    constraint question_resolution_known check (resolution in ('open', 'resolved', 'denied'));
alter table question add column resolution_at integer;         -- since when it is so; null: open
alter table question add column resolution_due_on text;        -- denied: the day by which it is to be done
alter table question add column denied_count integer not null default 0;
create index question_denied on question (resolution_due_on) where resolution = 'denied';

-- What the paper of an answer carries beside its document: how exactly it was done or is being done, and who signed.
alter table answer add column subclass text
    constraint answer_subclass_known check (subclass in ('legislated', 'inspected', 'carried_out', 'roadmap',
        'submitted', 'no_roadmap', 'no_means', 'not_now', 'higher_text', 'next_session', 'other'));
alter table answer add column signer text;

-- Somebody of the body said that the thing was done, and what shows it. A matter may be said to be done again after
-- a resident denied it: the history.
create table resolution (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    answer_id integer not null references answer (id),         -- the answer that the resident has
    promise_id integer references promise (id),                -- the promise that was kept by it
    body_code text not null,
    said_by integer not null,              -- the delegate or officer, never a rule
    said_name text not null,
    said text not null,                    -- what was done; empty: the photos show it
    document_number text,
    document_on text,
    state text not null constraint resolution_state_known check (state in ('stands', 'denied', 'void')),
    said_at integer not null,
    check_at integer,                      -- when the residents are asked whether it is so; null: they were
    ended_at integer,                      -- when it was denied, or its question opened again
    constraint resolution_document_whole check ((document_number is null) = (document_on is null))
) strict;
create index resolution_by_question on resolution (question_id, id);
create unique index resolution_one_stands on resolution (question_id) where state = 'stands';
create index resolution_due on resolution (check_at) where state = 'stands' and check_at is not null;

-- Photos that show it: Telegram's ids, never bytes.
create table resolution_media (
    id integer primary key,
    resolution_id integer not null references resolution (id),
    media text not null                    -- JSON of domain::attachment::Media
) strict;
create index resolution_media_by_resolution on resolution_media (resolution_id, id);

-- Who was asked whether it is done, and what they said.
create table resolution_check (
    resolution_id integer not null references resolution (id),
    user_id integer not null references resident (user_id),
    is_author integer not null,
    asked_at integer not null,
    says text constraint resolution_check_known check (says in ('done', 'not_done')),
    words text,                            -- what they add, in words
    media text,                            -- what they add, as a photo: JSON of domain::attachment::Media
    said_at integer,
    primary key (resolution_id, user_id)
) strict, without rowid;

-- A fourth clock: what was said to be done, and is not. A check can only change with its table.
create table reminder_set_aside as select * from reminder;
drop table reminder;
create table reminder (
    question_id integer not null references question (id),
    clock text not null constraint reminder_clock_known check (clock in ('triage', 'answer', 'promise', 'redo')),
    due_on text not null,
    body_code text not null,               -- who had it then
    rung text not null constraint reminder_rung_known check (rung in ('owner', 'head', 'standing_body')),
    outcome text not null constraint reminder_outcome_known check (outcome in ('sent', 'silenced')),
    reached_at integer not null,
    primary key (question_id, clock, due_on, body_code, rung)
) strict, without rowid;
insert into reminder (question_id, clock, due_on, body_code, rung, outcome, reached_at)
    select question_id, clock, due_on, body_code, rung, outcome, reached_at from reminder_set_aside;
drop table reminder_set_aside;

pragma user_version = 22;
