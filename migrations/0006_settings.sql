-- The profile: what a person chose about themselves, beside language and area.

alter table resident add column area_role text not null default 'lives'
    constraint resident_area_role_known check (area_role in ('lives', 'works', 'other'));
alter table resident add column name_chosen integer not null default 0;  -- 1: not Telegram's, do not overwrite it
alter table resident add column wants_plain_words integer not null default 0;  -- short sentences, no signs
-- Only if offered, only the person's own (Telegram says whose contact it is): E.164. Never in groups, logs, events.
alter table resident add column phone text;
alter table resident add column phone_given_at integer;

-- Further areas of a person; the first one stands in `resident.area_code`.
create table resident_area (
    user_id integer not null references resident (user_id),
    area_code text not null,
    role text not null constraint resident_area_role_known check (role in ('lives', 'works', 'other')),
    added_at integer not null,
    primary key (user_id, area_code)
) strict, without rowid;

-- What a person does not want to hear of. New meetings are the other way round: `meeting_follower`.
create table muted_topic (
    user_id integer not null references resident (user_id),
    topic text not null constraint muted_topic_known check (topic in ('reminders', 'announcements')),
    muted_at integer not null,
    primary key (user_id, topic)
) strict, without rowid;
