-- Where somebody was asked for words: what is asked for no longer is taken away there.
alter table prompt add column chat_id integer;
create index prompt_open on prompt (question_id) where answered_at is null;
create index prompt_of on prompt (asked_of) where answered_at is null;

-- What a message that can be changed shows, once what is queued has left: an edit that changes nothing is not sent.
create table shown (
    chat_id integer not null,
    place text not null,               -- its slot; a message without one: '#' and its number
    looks integer not null,            -- a number made of its words and buttons
    primary key (chat_id, place)
) strict, without rowid;

pragma user_version = 19;
