-- The office sorts what came in: who looks at what, corrections that teach, relations, splits, guidance.

-- Which clerk has a waiting question on the screen, and who decided about it: two clerks never decide twice.
create table triage_desk (
    question_id integer primary key references question (id),
    held_by integer,
    held_name text,                        -- as the office knows the clerk
    held_until integer,
    done_by integer,
    done_name text,
    done_at integer
) strict;

-- The pinned counter and the notices of the office's group: one row.
create table triage_board (
    id integer primary key constraint triage_board_is_one check (id = 1),
    shown text,                            -- the figures that the counter shows; null: never shown
    shown_at integer not null default 0,
    noticed_id integer not null default 0, -- the newest question that the office heard of
    noticed_at integer not null default 0,
    pinned_message integer,                -- the message that was pinned; another one in the slot is pinned anew
    pin_refused_at integer                 -- the office was told which right is missing
) strict;

-- A clerk's last word on the category of a question: what the categoriser learns. The words stay with the question,
-- so erasing them takes them out of here, too.
create table category_correction (
    id integer primary key autoincrement,  -- grows with each correction, also of the same question
    question_id integer not null constraint category_correction_once unique references question (id),
    category_code text not null,
    corrected_by integer not null,
    corrected_at integer not null
) strict;

-- Two questions that belong together without being the same. One row a pair.
create table question_relation (
    question_id integer not null references question (id),
    other_id integer not null references question (id),
    related_by integer not null,
    related_at integer not null,
    primary key (question_id, other_id),
    constraint question_relation_is_ordered check (question_id < other_id)
) strict, without rowid;
create index question_relation_by_other on question_relation (other_id);

-- The parts into which a clerk wants to split a question, until it is done.
create table split_plan (
    question_id integer primary key references question (id),
    question_version integer not null,     -- of the words that were split; changed since, the plan is void
    parts text not null,                   -- JSON array of texts
    planned_by integer not null,
    planned_at integer not null
) strict;

-- Who is competent for a returned question, and what its author does next.
create table guidance (
    question_id integer primary key references question (id),
    pointer text not null constraint guidance_pointer_known
        check (pointer in ('citizen_reception', 'higher_level', 'other_agency', 'private_law')),
    words text,
    written_by integer not null,
    written_at integer not null,
    sent_at integer                        -- null: being written
) strict;

alter table question add column split_from_id integer references question (id);

create index question_waiting on question (id, received_at) where state = 'received';
