-- Reactions of the bot in groups; associations that residents speak for; fields whose meetings they want to hear of.

-- When the group last refused a reaction of the bot; null: it never did.
alter table group_chat add column no_reactions_at integer;

-- For which association somebody speaks in one of their areas, as they say themselves: nobody has proved it.
create table association (
    user_id integer not null references resident (user_id),
    area_code text not null,
    name text not null,
    since integer not null,                -- questions of before were asked for themselves
    primary key (user_id, area_code)
) strict, without rowid;

-- Whose meetings about a field somebody wants to hear of, in their areas.
create table subject_follower (
    user_id integer not null references resident (user_id),
    category_code text not null,
    since integer not null,
    primary key (user_id, category_code)
) strict, without rowid;
create index subject_follower_by_category on subject_follower (category_code, user_id);

pragma user_version = 30;
