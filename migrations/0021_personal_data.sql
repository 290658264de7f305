-- People and what is kept of them: proof of consent, requests about one's own data, erasure; and the chain of the books.

-- Each event carries a hash over itself and the one before it, so that whoever changes one afterwards is found. What may
-- have to be forgotten is not hashed itself but by a seal: `proof` is the salt of the actor's seal while the actor is
-- named, and the seal itself (32 bytes) once the person is forgotten. Older events are hashed when the file is opened.
alter table event add column proof blob;
alter table event add column hash blob;
drop trigger event_is_never_changed;
create trigger event_is_never_changed before update on event
when not (new.id = old.id and new.at = old.at and new.kind = old.kind and new.question_id is old.question_id
    and new.data = old.data
    and ((old.hash is null and new.actor_id is old.actor_id)
        or (new.hash is old.hash and new.actor_id is null and length(new.proof) = 32)))
begin
    select raise(abort, 'events are append-only');
end;

-- The same for the name and the reason beside an event.
alter table case_step add column proof blob;
create trigger case_step_is_never_changed before update on case_step
when not (new.event_id = old.event_id and new.question_id = old.question_id and new.version = old.version
    and new.actor_name is old.actor_name
    and ((old.proof is null and new.words is old.words) or length(new.proof) = 32))
begin
    select raise(abort, 'steps are append-only');
end;
create trigger case_step_is_never_removed before delete on case_step
begin
    select raise(abort, 'steps are append-only');
end;

-- The consent texts as they stood on the screens, and which of them a decision was about.
create table consent_text (
    hash text primary key,                 -- SHA-256 of the text, hexadecimal
    version integer not null,
    language text not null,
    text text not null,
    first_shown_at integer not null
) strict, without rowid;
alter table consent add column text_hash text references consent_text (hash);   -- null: decided before this was kept

-- Before somebody has agreed, no name of theirs is kept.
update resident set display_name = '' where consent_version is null and name_chosen = 0;

-- Whoever wants to be erased, until it is done or taken back.
create table erasure (
    user_id integer primary key references resident (user_id),
    asked_at integer not null,
    due_at integer not null,
    keeps_matter integer not null          -- 1: the words of open questions stay, without what tells whose they are
) strict;
create index erasure_due on erasure (due_at);

-- Requests of people about their own data: who asked for what, by when the office owes an answer, what came of it.
create table data_request (
    id integer primary key autoincrement,
    kind text not null constraint data_request_kind_known
        check (kind in ('export', 'correction', 'erasure', 'restriction', 'other')),
    user_id integer references resident (user_id),       -- null: somebody without Telegram
    question_id integer references question (id),         -- whose question it is about, for somebody without Telegram
    proof text not null constraint data_request_proof_known check (proof in ('telegram', 'slip', 'desk')),
    words text,                            -- what they say; personal data
    asked_at integer not null,
    due_on text not null,
    entered_by integer,                    -- the clerk who wrote it down for somebody
    reminded_on text,                      -- the last day on which the office was reminded of it
    outcome text constraint data_request_outcome_known check (outcome in ('done', 'refused', 'taken_back')),
    reason text,                           -- why it was refused, or what was done
    closed_at integer,
    closed_by integer,
    closed_name text,                      -- as the office knows the clerk; null: done by the bot itself
    constraint data_request_closed_with_outcome check ((outcome is null) = (closed_at is null))
) strict;
create index data_request_open on data_request (due_on, id) where outcome is null;
create index data_request_by_person on data_request (user_id) where user_id is not null;

-- Whether removed words may still stand in free pages: then the file is written anew in a quiet hour.
create table cleanup (
    id integer primary key constraint cleanup_single check (id = 1),
    wanted_at integer                      -- null: nothing to do
) strict;
insert into cleanup (id) values (1);

pragma user_version = 21;
