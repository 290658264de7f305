-- Questions are looked up by category and area: the newest of one place, however many the others have.
drop index question_by_category;
create index question_by_place on question (category_code, area_code, id)
    where state <> 'withdrawn' and state <> 'merged' and state <> 'returned';

-- Every update is written here: its check compares with each state in turn, since SQLite builds a table of its own
-- for a longer list, at every row.
create table inbox_set_aside as select * from inbox;
drop table inbox;
create table inbox (
    update_id integer primary key,
    chat_id integer,                       -- null: the update belongs to no chat
    mark text not null,                    -- what tells it from another one of the same number
    raw text not null,
    state text not null constraint inbox_state_known
        check (state = 'pending' or state = 'done' or state = 'dead'),
    attempts integer not null default 0,
    retry_at integer not null default 0,
    error text,
    received_at integer not null
) strict;
insert into inbox (update_id, chat_id, mark, raw, state, attempts, retry_at, error, received_at)
    select update_id, chat_id, mark, raw, state, attempts, retry_at, error, received_at from inbox_set_aside;
drop table inbox_set_aside;
create index inbox_open on inbox (state, update_id) where state <> 'done';
create index inbox_age on inbox (received_at);
