-- What sort of words its author says they are; null: guessed from them.
alter table draft add column kind text;

-- A draft that was thrown away can be taken back for a day; one a person, the last.
create table discarded_draft (
    user_id integer primary key references resident (user_id),
    draft_id integer not null,             -- its own number again when it is taken back
    text text not null,
    area_code text,
    category_code text,
    meeting_code text,
    kind text,
    similar_seen integer not null,
    points_seen integer not null,
    in_danger integer not null,
    discarded_at integer not null,
    message_id integer                     -- the message whose button takes it back
) strict;
create index discarded_draft_by_age on discarded_draft (discarded_at);

-- Whether somebody was asked, once, whether to hear of new meetings.
alter table resident add column asked_to_follow integer not null default 0;

pragma user_version = 18;
