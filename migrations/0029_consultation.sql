-- The office asks residents about statements of a draft before a session: no petition, no vote.

-- One round. Its areas are those of the council that it asks; none named: the whole council.
create table consultation (
    id integer primary key autoincrement,
    author_id integer not null,            -- the clerk who writes it
    chat_id integer not null,              -- where they write it
    title text not null,
    areas text not null,                   -- JSON: codes of areas
    ends_on text not null,                 -- the last day
    state text not null constraint consultation_state_known
        check (state in ('draft', 'open', 'closed', 'dropped')),
    made_at integer not null,
    published_at integer,
    closes_at integer,                     -- the end of the last day, or when it was ended before
    telling text constraint consultation_telling_known
        check (telling in ('begun', 'ended')), -- what people are being told, step by step; null: nothing
    told_up_to integer not null default 0, -- everybody up to this number is told
    told integer not null default 0,       -- how many were told that it begins
    constraint consultation_open_ends check (state <> 'open' or closes_at is not null)
) strict;
create index consultation_draft on consultation (author_id) where state = 'draft';
create index consultation_open on consultation (closes_at) where state = 'open';
create index consultation_telling on consultation (id) where telling is not null;

-- What people agree or disagree with. A resident's own is kept as everybody may read it, and read by a clerk first.
create table statement (
    id integer primary key autoincrement,
    consultation_id integer not null references consultation (id),
    place integer not null,                -- in which order they are shown
    author_id integer references resident (user_id), -- null: the office
    text text not null,
    state text not null constraint statement_state_known check (state in ('waiting', 'shown', 'kept_back')),
    proposed_at integer not null,
    decided_by integer,                    -- the clerk who read it
    decided_at integer
) strict;
create index statement_by_consultation on statement (consultation_id, state, place);
create index statement_by_author on statement (author_id) where author_id is not null;

-- Who takes part: once a person, for the area in which they live when they begin.
create table consultation_voice (
    consultation_id integer not null references consultation (id),
    user_id integer not null references resident (user_id),
    area_code text not null,
    began_at integer not null,
    primary key (consultation_id, user_id)
) strict, without rowid;
create index consultation_voice_by_user on consultation_voice (user_id);

-- What somebody makes of a statement. It is an opinion: the books hold nothing of it.
create table stance (
    statement_id integer not null references statement (id),
    user_id integer not null references resident (user_id),
    stance text not null constraint stance_known check (stance in ('agree', 'disagree', 'pass')),
    taken_at integer not null,
    primary key (statement_id, user_id)
) strict, without rowid;
create index stance_by_user on stance (user_id);

pragma user_version = 29;
