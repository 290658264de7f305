-- Reserved seats are given out, also to people without Telegram.

-- Who was invited and does not write to the bot has a name instead of a resident. A constraint can only change with its
-- table: the rows are set aside, and come back.
pragma defer_foreign_keys = on;
create table registration_set_aside as select * from registration;
drop table registration;
create table registration (
    id integer primary key autoincrement,
    meeting_code text not null references meeting (code),
    user_id integer references resident (user_id),
    guest_name text,                       -- of somebody without Telegram, as a clerk wrote it
    ticket text not null constraint registration_ticket_unique unique,
    size integer not null constraint registration_size_sane check (size between 1 and 6),
    standing text not null constraint registration_standing_known
        check (standing in ('seated', 'offered', 'waiting', 'cancelled', 'lapsed')),
    share text not null default 'open'     -- which seats it takes: those for everybody, or those a clerk gives out
        constraint registration_share_known check (share in ('open', 'reserved')),
    given_by integer,                      -- the clerk who gave a reserved seat
    place integer not null,                -- order of registration within the meeting
    offered_until integer,
    wishes_to_speak integer not null default 0,
    topic text,
    arrived_at integer,
    arrived_size integer,                  -- how many of the party came
    arrived_by integer,                    -- who checked them in
    registered_at integer not null,
    constraint registration_once_a_person unique (meeting_code, user_id),
    constraint registration_of_somebody check ((user_id is null) = (guest_name is not null)),
    constraint registration_guest_is_invited check (guest_name is null or share = 'reserved'),
    constraint registration_offer_ends check ((standing = 'offered') = (offered_until is not null))
) strict;
insert into registration (id, meeting_code, user_id, ticket, size, standing, place, offered_until, wishes_to_speak,
        topic, arrived_at, arrived_size, arrived_by, registered_at)
    select id, meeting_code, user_id, ticket, size, standing, place, offered_until, wishes_to_speak,
        topic, arrived_at, arrived_size, arrived_by, registered_at
    from registration_set_aside order by id;
drop table registration_set_aside;
create index registration_by_meeting on registration (meeting_code, standing, place);
create index registration_by_person on registration (user_id);
create index registration_offers on registration (offered_until) where standing = 'offered';

pragma user_version = 16;
