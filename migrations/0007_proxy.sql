-- Questions entered for somebody without Telegram, opinions spoken at a meeting, questions asked for a meeting.

-- What a clerk is entering: at most one a clerk and chat. Personal data; forgotten after a day.
create table entry (
    id integer primary key autoincrement,  -- never reused: a question made of it has draft_id = -id, so once
    clerk_id integer not null,
    chat_id integer not null,
    step text not null constraint entry_step_known
        check (step in ('name', 'phone', 'source', 'meeting', 'area', 'text', 'category', 'preview')),
    name text,                             -- of the person it is entered for; null: not given
    phone text,                            -- in E.164
    source text constraint entry_source_known
        check (source in ('in_person', 'phone', 'letter', 'meeting')),
    meeting_code text references meeting (code),
    speaker_id integer references speaker (id),  -- whose opinion it is, spoken at the meeting
    area_code text,
    category_code text,
    text text,
    updated_at integer not null,
    constraint entry_one_a_clerk_and_chat unique (clerk_id, chat_id)
) strict;

-- For whom a question was entered: personal data, for the office only. Whoever has the slip or the phone becomes
-- the question's author.
create table entered_for (
    question_id integer primary key references question (id),
    name text,
    phone text,                            -- in E.164
    slip_hash text,                        -- SHA-256 of code and slip code; null: used, or never given out
    followed_at integer                    -- somebody proved to be the person, and is the author since
) strict;

-- Wrong slip codes, so that nobody tries them all.
create table slip_try (
    user_id integer not null,
    tried_on text not null,                -- the council's day
    wrong integer not null,
    primary key (user_id, tried_on)
) strict, without rowid;

-- Whose opinion, spoken at a meeting, became which question. A speaker may raise several matters.
create table opinion (
    question_id integer primary key references question (id),
    speaker_id integer not null references speaker (id)
) strict;
create index opinion_by_speaker on opinion (speaker_id);

alter table draft add column meeting_code text references meeting (code);  -- asked from this meeting's page
