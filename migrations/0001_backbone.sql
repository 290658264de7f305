-- The backbone: what comes in, who people are, what they ask, who answers, what goes out.
-- Times are unix seconds in UTC (`_at`), days are 'YYYY-MM-DD' in the council's time zone (`_on`).

-- Raw updates. A row exists before Telegram may forget the update; `raw` is emptied once it is handled,
-- because it holds what a person wrote and is of no further use.
create table inbox (
    update_id integer primary key,
    chat_id integer,                       -- null: the update belongs to no chat
    mark text not null,                    -- what tells it from another one of the same number
    raw text not null,
    state text not null constraint inbox_state_known check (state in ('pending', 'done', 'dead')),
    attempts integer not null default 0,
    retry_at integer not null default 0,
    error text,
    received_at integer not null
) strict;
create index inbox_open on inbox (state, update_id) where state <> 'done';
create index inbox_age on inbox (received_at);

-- One row: where the next poll starts, and when Telegram last gave us anything
-- (after a quiet week it may start its numbers afresh).
create table intake (
    id integer primary key constraint intake_single check (id = 1),
    next_offset integer not null,
    last_update_at integer not null
) strict;
insert into intake (id, next_offset, last_update_at) values (1, 0, 0);

-- The council as its files said, merged: the JSON of domain::council::Council. Loading removes nothing;
-- `version` rises with every change, so that a running bot notices.
create table council (
    id integer primary key constraint council_single check (id = 1),
    version integer not null,
    value text not null,
    loaded_at integer not null
) strict;

-- A person who has written to the bot. Little is kept: a display name, a language, an area.
create table resident (
    user_id integer primary key,
    display_name text not null,
    language text not null constraint resident_language_known check (language in ('vi', 'en')),
    language_chosen integer not null default 0,
    area_code text,
    consent_version integer,               -- null: not asked or not agreed
    consented_at integer,
    refused_at integer,
    blocked_at integer,                    -- set while the person has blocked the bot
    created_at integer not null
) strict;

-- Every decision about consent, provable: which text, when, under which message. Append-only.
create table consent (
    id integer primary key,
    user_id integer not null references resident (user_id),
    version integer not null,
    language text not null,
    decision text not null constraint consent_decision_known check (decision in ('agreed', 'refused', 'withdrawn')),
    message_id integer not null,
    decided_at integer not null
) strict;
create index consent_by_user on consent (user_id, id);

-- Where a person is in a dialogue; no row means nowhere. Survives restarts.
create table conversation (
    user_id integer primary key references resident (user_id),
    state text not null,                   -- JSON of domain::conversation::Conversation
    updated_at integer not null
) strict;

-- A question not sent yet: at most one a person.
create table draft (
    id integer primary key autoincrement,  -- never reused: buttons of old previews carry it
    user_id integer not null unique references resident (user_id),
    text text not null,
    area_code text,
    category_code text,
    created_at integer not null,
    updated_at integer not null
) strict;

create table question (
    id integer primary key autoincrement,
    number integer not null constraint question_number_unique unique,
    code text not null constraint question_code_unique unique,
    draft_id integer not null constraint question_once_a_draft unique,
    author_id integer not null references resident (user_id),
    author_initials text not null,
    area_code text not null,
    category_code text not null,
    session_code text,
    text text not null,
    folded text not null,                  -- for search: no marks, đ as d, lower case
    state text not null constraint question_state_known
        check (state in ('received', 'forwarded', 'answered')),
    body_code text not null,               -- who has it now (received: who is proposed)
    card_chat_id integer,                  -- the chat its live card was last put into; null: the card waits
    claimed_by integer,
    claimed_name text,
    received_at integer not null,
    forwarded_at integer,
    due_on text not null,
    answered_at integer,
    note_count integer not null default 0
) strict;
create index question_by_author on question (author_id, id);
create index question_by_body on question (body_code, state, due_on);

-- What a delegate wrote in reply to a card: first a draft, then an answer or an internal note.
create table answer (
    id integer primary key autoincrement,
    question_id integer not null references question (id),
    chat_id integer not null,              -- the group in which it was written
    message_id integer not null,           -- the delegate's message: edited before the decision, it follows
    author_id integer not null,
    author_name text not null,
    text text not null,
    result_class text not null constraint answer_class_known check (result_class in
        ('resolved', 'explained', 'in_progress', 'planned', 'not_yet', 'set_aside', 'sent_up')),
    state text not null constraint answer_state_known
        check (state in ('draft', 'dropped', 'note', 'sent', 'delivered', 'undelivered')),
    written_at integer not null,
    decided_at integer,
    delivered_at integer
) strict;
create index answer_by_question on answer (question_id, id);
create index answer_draft on answer (chat_id, message_id) where state = 'draft';
create unique index answer_one_sent on answer (question_id) where state in ('sent', 'delivered', 'undelivered');

-- The chat of a body.
create table chat_link (
    chat_id integer primary key,
    body_code text not null constraint chat_link_one_a_body unique,
    title text not null,
    linked_by integer not null,
    linked_at integer not null,
    broken text                            -- why nothing can be sent there, if so
) strict;

-- What happened. Append-only: audit, statistics and timelines are read from here.
create table event (
    id integer primary key,
    at integer not null,
    kind text not null,
    actor_id integer,                      -- null: the bot itself
    question_id integer,
    data text not null                     -- JSON, never a person's words
) strict;
create index event_by_question on event (question_id, id) where question_id is not null;
create trigger event_is_never_changed before update on event
begin
    select raise(abort, 'events are append-only');
end;
create trigger event_is_never_removed before delete on event
begin
    select raise(abort, 'events are append-only');
end;

-- Messages on their way out. A row leaves when Telegram has taken it; parked ones wait for a person.
create table outbox (
    id integer primary key autoincrement,
    chat_id integer not null,
    message text not null,                 -- JSON of chat::outgoing::Outgoing
    state text not null constraint outbox_state_known check (state in ('queued', 'parked')),
    blocked integer not null default 0,    -- parked because the person blocked the bot: sent when they return
    error text,
    queued_at integer not null
) strict;
create index outbox_parked on outbox (chat_id) where state = 'parked';

-- Messages we may have to find again: by id when someone replies, by slot when we edit. Never expires.
create table sent_message (
    chat_id integer not null,
    message_id integer not null,
    slot text,
    question_id integer,
    answer_id integer,
    sent_at integer not null,
    primary key (chat_id, message_id)
) strict, without rowid;
create unique index sent_message_slot on sent_message (chat_id, slot) where slot is not null;
