-- The day of a meeting and after it: the door, the speakers, what is kept for the minutes, who is told.

-- People who came without having registered, as they are counted at the door.
create table walk_in (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    size integer not null constraint walk_in_size_sane check (size between 1 and 500),
    name text,                             -- where somebody wants to be named in the minutes
    entered_by integer not null,
    entered_at integer not null,
    undone_at integer
) strict;
create index walk_in_by_meeting on walk_in (meeting_code, undone_at);

-- Who acted for which body in its group, and when last: for a day they may do so in private, too.
create table duty (
    user_id integer not null,
    body_code text not null,
    acted_at integer not null,
    primary key (user_id, body_code)
) strict, without rowid;

-- News for many people, told step by step: everybody with a user id up to `told_up_to` has it in the outbox.
create table announcement (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    kind text not null constraint announcement_kind_known
        check (kind in ('published', 'changed', 'cancelled', 'held')),
    told_up_to integer not null default 0,
    made_at integer not null,
    done_at integer
) strict;
create index announcement_open on announcement (id) where done_at is null;

-- The list of speakers: those who registered the wish, in the order of registration, and people from the floor.
create table speaker (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    registration_id integer constraint speaker_once unique references registration (id),
    name text not null,                    -- as the chair calls it
    topic text,
    state text not null constraint speaker_state_known check (state in ('waiting', 'spoken', 'skipped')),
    called_by integer,
    called_at integer
) strict;
create index speaker_by_meeting on speaker (meeting_code, state, id);

-- What a clerk wrote down at the end; head counts are computed, opinions are not.
create table meeting_outcome (
    meeting_code text primary key references meeting (code),
    opinions integer not null,
    answered integer not null,             -- of these, on the spot
    passed_on integer not null,
    written_by integer not null,
    written_at integer not null,
    constraint meeting_outcome_adds_up check (answered + passed_on <= opinions)
) strict;

-- How full a meeting was when the office was last told: 50, 80, 100 per cent.
create table fill_notice (
    meeting_code text not null references meeting (code),
    per_cent integer not null,
    told_at integer not null,
    primary key (meeting_code, per_cent)
) strict, without rowid;
