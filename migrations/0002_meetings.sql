-- Meetings as they are planned, who wants to come, who is told what and when.

-- The council file announces meetings, clerks change them in chat. `file_value` is what the file said when it
-- was last loaded; loading again takes over only what the file itself changed since (store::meetings).
create table meeting (
    code text primary key,
    file_value text,                       -- JSON of domain::meeting::Meeting; null: made in chat
    value text not null,                   -- the same, as it is planned now
    state text not null constraint meeting_state_known check (state in ('draft', 'published', 'cancelled')),
    starts_at integer not null,            -- copies out of `value`, for looking up
    ends_at integer not null,
    sequence integer not null default 0,   -- rises with every change that people are told
    reason text,                           -- why it was called off
    updated_at integer not null
) strict;
create index meeting_by_time on meeting (ends_at, starts_at);

-- One row a person and meeting; registering again after cancelling takes a new place and a new ticket.
create table registration (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    user_id integer not null references resident (user_id),
    ticket text not null constraint registration_ticket_unique unique,
    size integer not null constraint registration_size_sane check (size between 1 and 6),
    standing text not null constraint registration_standing_known
        check (standing in ('seated', 'offered', 'waiting', 'cancelled', 'lapsed')),
    place integer not null,                -- order of registration within the meeting
    offered_until integer,
    wishes_to_speak integer not null default 0,
    topic text,
    arrived_at integer,
    arrived_size integer,                  -- how many of the party came
    arrived_by integer,                    -- who checked them in
    registered_at integer not null,
    constraint registration_once_a_person unique (meeting_code, user_id),
    constraint registration_offer_ends check ((standing = 'offered') = (offered_until is not null))
) strict;
create index registration_by_meeting on registration (meeting_code, standing, place);
create index registration_by_person on registration (user_id);
create index registration_offers on registration (offered_until) where standing = 'offered';

-- Reminders to come; a row goes when it was sent. Written anew when the meeting moves.
create table meeting_reminder (
    meeting_code text not null references meeting (code),
    hours_before integer not null,
    due_at integer not null,
    primary key (meeting_code, hours_before)
) strict, without rowid;
create index meeting_reminder_due on meeting_reminder (due_at);

-- Who wants to hear of new meetings in their area.
create table meeting_follower (
    user_id integer primary key references resident (user_id),
    since integer not null
) strict;
