-- One draft for several like questions: everyone's code, quote, receipt and judgement stay their own.

-- Questions that somebody chose to be answered with the same words as another; gone once they are.
create table answered_together (
    question_id integer not null references question (id),     -- on whose card the answer is written
    other_id integer not null references question (id),
    chosen_by integer not null,
    chosen_at integer not null,
    primary key (question_id, other_id)
) strict, without rowid;

-- The answer whose words this one has: its corrections reach this one, too.
alter table answer add column joint_of integer references answer (id);
create index answer_joint on answer (joint_of) where joint_of is not null;

-- A round over the open questions of an area, on the phone: what is found at each place.
create table site_round (
    id integer primary key autoincrement,
    area_code text not null,
    by_id integer not null,                -- the clerk
    by_name text not null,
    begun_at integer not null,
    ended_at integer,
    latitude integer,                      -- where they were last, in millionths of a degree
    longitude integer,
    visit_id integer                       -- the place that words and photos belong to which reply to nothing
) strict;
create index site_round_open on site_round (by_id) where ended_at is null;

create table site_visit (
    id integer primary key autoincrement,
    round_id integer not null references site_round (id),
    question_id integer not null references question (id),
    condition text constraint site_visit_condition_known
        check (condition in ('done', 'underway', 'untouched', 'not_found', 'skipped')),
    words text,                            -- of the head of the neighbourhood, or the clerk's own
    latitude integer,
    longitude integer,
    found_at integer,
    constraint site_visit_once unique (round_id, question_id)
) strict;
create index site_visit_by_question on site_visit (question_id);

create table site_media (
    id integer primary key,
    visit_id integer not null references site_visit (id),
    media text not null                    -- JSON of domain::attachment::Media
) strict;
create index site_media_by_visit on site_media (visit_id, id);

pragma user_version = 27;
