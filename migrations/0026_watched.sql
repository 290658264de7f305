-- What the council makes of an answer: appeals one level up, its own verdict on a matter; and what so many supporters oblige
-- a body to.

-- Since when so many people want the same that the body has to answer by a nearer day.
alter table question add column obliged_at integer;
create index question_obliged on question (obliged_at) where obliged_at is not null;

-- A resident was not content: whoever watches the field looks at it, beside the author of the answer.
create table appeal (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    answer_id integer not null references answer (id),
    body_code text not null,               -- the committee of the field, or the standing body
    made_at integer not null,
    looked_at integer,                     -- when that body gave its verdict on the matter
    constraint appeal_once unique (question_id, answer_id, body_code, made_at)
) strict;
create index appeal_open on appeal (body_code, made_at) where looked_at is null;

-- The council's verdict on a matter: close it or follow it at the next session, on schedule or late.
create table assessment (
    question_id integer primary key references question (id),
    outcome text constraint assessment_outcome_known check (outcome in ('close', 'follow')),
    pace text constraint assessment_pace_known check (pace in ('on_schedule', 'late')),
    body_code text not null,               -- who said so last
    said_by integer not null,
    said_name text not null,
    said_at integer not null
) strict;

pragma user_version = 26;
