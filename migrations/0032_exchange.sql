-- Petitions that two councils have between them: sent up by one, received by the other, and the result on its way back; and
-- printed opinion slips that come back from a meeting.

-- A question that another council has, too, under a number of its own.
create table exchanged (
    question_id integer primary key references question (id),
    way text not null constraint exchanged_way_known check (way in ('received', 'sent_up')),
    organ_id text not null,                -- the other council: its code and its name
    organ_name text not null,
    code_number text not null,             -- the number that it has there
    notation text,                         -- the document that it came with
    issued_on text,
    batch_id integer not null references import_batch (id),
    is_shown integer not null default 0    -- 1: the card says so
) strict;
create index exchanged_by_batch on exchanged (batch_id);
create index exchanged_not_shown on exchanged (question_id) where is_shown = 0;

-- What another council answered: a member of the body that has the question passes it on to the resident.
create table exchange_result (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    batch_id integer not null references import_batch (id),
    organ_name text not null,
    code_number text not null,             -- the number of the question there
    text text not null,
    result_class text not null,
    fact_on text,                          -- the day of its class
    document_number text,
    document_on text,
    signer text,
    answered_on text not null,
    sum text not null,                     -- of all this: the same result is taken in once
    told_at integer,                       -- when the group read it; null: not yet
    constraint exchange_result_once unique (question_id, sum)
) strict;
create index exchange_result_by_batch on exchange_result (batch_id);
create index exchange_result_untold on exchange_result (question_id) where told_at is null;

-- Which question a printed opinion slip became: each is entered once.
create table opinion_slip (
    meeting_code text not null references meeting (code),
    number integer not null,
    question_id integer not null constraint opinion_slip_once_a_question unique references question (id),
    entered_at integer not null,
    primary key (meeting_code, number)
) strict, without rowid;

-- The slip that a clerk is entering: `DV01-007H`.
alter table entry add column slip text;

pragma user_version = 32;
