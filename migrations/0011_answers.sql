-- Answers: approval, the facts of a result class, points covered, files, corrections, the residents' judgement,
-- promises and templates.

-- An answer may wait for the head (submitted) or be followed by another one after its question was opened again
-- (superseded). A check can only change with its table: the rows are set aside, and come back.
pragma defer_foreign_keys = on;
create table answer_set_aside as select * from answer;
drop table answer;
create table answer (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    chat_id integer not null,              -- the group in which it was written
    message_id integer not null,           -- the delegate's message: edited, the answer follows
    author_id integer not null,
    author_name text not null,
    text text not null,                    -- empty: the files say it all
    result_class text not null constraint answer_class_known check (result_class in
        ('resolved', 'explained', 'in_progress', 'planned', 'not_yet', 'set_aside', 'sent_up')),
    fact_on text,                          -- the day of the class: roadmap, expected, until when
    document_number text,                  -- the document of the class
    document_on text,
    obstacle text,                         -- what it is blocked by
    points_covered integer not null default 0,   -- bit n - 1: point n of the question is answered, somebody said so
    points_left_out integer not null default 0,  -- bit n - 1: point n is left out on purpose
    album text,                            -- the album its files came in
    state text not null constraint answer_state_known check (state in
        ('draft', 'submitted', 'dropped', 'note', 'sent', 'delivered', 'undelivered', 'superseded')),
    written_at integer not null,
    submitted_at integer,
    approved_by integer,
    approved_name text,
    decided_at integer,
    delivered_at integer,
    corrected_at integer
) strict;
insert into answer (id, question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
        written_at, decided_at, delivered_at)
    select id, question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
        written_at, decided_at, delivered_at
    from answer_set_aside order by id;
drop table answer_set_aside;
create index answer_by_question on answer (question_id, id);
create index answer_by_message on answer (chat_id, message_id);
create index answer_by_album on answer (chat_id, album) where album is not null;
create unique index answer_one_sent on answer (question_id) where state in ('sent', 'delivered', 'undelivered');

-- Photos, documents, voice of an answer: Telegram's ids, never bytes.
create table answer_media (
    id integer primary key,
    answer_id integer not null references answer (id),
    message_id integer not null,           -- the delegate's message
    media text not null                    -- JSON of domain::attachment::Media
) strict;
create index answer_media_by_answer on answer_media (answer_id, id);

-- A sent answer is corrected: what is said instead, and, once it is sent, what was said before.
create table correction (
    id integer primary key autoincrement,
    answer_id integer not null references answer (id),
    chat_id integer not null,
    author_id integer not null,
    author_name text not null,
    text text not null,
    before text,                           -- the words it replaced
    state text not null constraint correction_state_known
        check (state in ('draft', 'submitted', 'dropped', 'sent')),
    approved_name text,
    written_at integer not null,
    decided_at integer
) strict;
create index correction_by_answer on correction (answer_id, id);

-- A day an answer promises something for. Postponed, it is followed by another row: the history.
create table promise (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    answer_id integer not null references answer (id),
    promised_on text not null,
    state text not null constraint promise_state_known
        check (state in ('open', 'kept', 'postponed', 'void')),
    reason text,                           -- why it was postponed
    report text,                           -- what the resident was told when it was kept
    due_at integer,                        -- when something has to happen next; null: nothing any more
    asked_at integer,                      -- the body was asked whether it is done
    made_at integer not null,
    closed_at integer,
    closed_by text
) strict;
create index promise_by_question on promise (question_id, id);
create index promise_due on promise (due_at) where state = 'open' and due_at is not null;

-- Who was asked what they think of an answer, and what they said. `promise_id` 0: right after the answer; else
-- on that promise's day.
create table survey (
    answer_id integer not null references answer (id),
    user_id integer not null references resident (user_id),
    promise_id integer not null default 0,
    is_author integer not null,            -- only the author's judgement opens a question again
    asked_at integer not null,
    verdict text constraint survey_verdict_known check (verdict in ('satisfied', 'partly', 'not', 'unseen')),
    comment text,
    judged_at integer,
    primary key (answer_id, user_id, promise_id)
) strict, without rowid;

-- Templates a body made of its own answers; those that come with the program are in the locales.
create table template (
    id integer primary key autoincrement,
    body_code text not null,
    text text not null,
    made_by integer not null,
    made_at integer not null,
    removed_at integer
) strict;
create index template_by_body on template (body_code) where removed_at is null;

create index question_merged on question (merged_into_id) where state = 'merged';
