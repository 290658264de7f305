-- Publication: nothing is public before somebody has looked, and whoever wants to is told what becomes of it.

-- What was answered, on its way to everybody: waiting for a look, published, or kept back. A row stands as long as its
-- question was ever answered.
create table publication (
    question_id integer primary key references question (id),
    answer_id integer references answer (id), -- what is, or was, looked at; null: it has no answer now
    state text not null constraint publication_state check (state in ('waiting', 'published', 'kept_back')),
    reason text constraint publication_reason
        check (reason in ('person', 'private', 'duplicate', 'unfinished')),
    covers text not null default '[]',        -- JSON: words covered by whoever looked, beside what the rules cover
    version integer not null default 1,       -- rises with every change: a button carries the one it was made for
    waiting_since integer not null,
    told integer references answer (id),      -- the answer that was public last: the next one is news of another kind
    decided_at integer,
    shared integer not null default 0,        -- how often it was put into some chat through the bot
    constraint publication_kept_back_why check ((state = 'kept_back') = (reason is not null))
) strict;
create index publication_waiting on publication (waiting_since, question_id)
    where state = 'waiting' and answer_id is not null;

-- Who wants to hear of news about a published question.
create table public_follower (
    question_id integer not null references question (id),
    user_id integer not null references resident (user_id),
    followed_at integer not null,
    constraint public_follower_once primary key (question_id, user_id)
) strict, without rowid;
create index public_follower_by_person on public_follower (user_id);

-- What was published without a look waits for one now: the program queues it step by step after the start.
insert into public_word (public_word) values ('delete-all');
delete from public_text;
update public_fill set rules = 0;

-- Announcements to many (/thongbao): written by a clerk, approved by another, sent step by step.
create table broadcast (
    id integer primary key autoincrement,
    author_id integer not null,            -- the clerk who wrote it
    author_name text not null,
    chat_id integer not null,              -- where they work on it
    topic text not null constraint broadcast_topic check (topic in ('announcements', 'services')),
    audience text not null,                -- JSON of domain::broadcast::Audience
    text text not null default '',
    media text,                            -- JSON of a photo or file
    link_label text,
    link_address text,
    urgent_because text,                   -- why it may pass the quiet hours; null: it may not
    state text not null constraint broadcast_state
        check (state in ('draft', 'submitted', 'sending', 'paused', 'stopped', 'done', 'dropped')),
    approved_by integer,                   -- somebody else than its author
    approved_name text,
    told_up_to integer not null default 0, -- every recipient up to this number is in the outbox, or was
    is_told integer not null default 0,    -- nobody is left to be put there
    queued integer not null default 0,
    delivered integer not null default 0,
    blocked integer not null default 0,    -- cannot be reached: blocked the bot, deleted the account
    failed integer not null default 0,     -- refused by Telegram for another reason
    perhaps_twice integer not null default 0, -- under way when the program was killed: sent again
    made_at integer not null,
    begun_at integer,
    ended_at integer,
    shown_at integer not null default 0,   -- when its progress was shown last
    shown text not null default '',        -- what was shown of it
    constraint broadcast_link check ((link_label is null) = (link_address is null)),
    constraint broadcast_four_eyes check (approved_by is null or approved_by <> author_id)
) strict;
create index broadcast_open on broadcast (state) where state in ('sending', 'paused');

-- Whether a process serves: one that finds itself here at its start was killed before.
create table serving (
    id integer primary key constraint serving_single check (id = 1),
    since integer                          -- null: the last one ended as it should
) strict;
insert into serving (id, since) values (1, null);

-- Announcements are of two topics from now on, each with its own switch.
create table muted_topic_new (
    user_id integer not null references resident (user_id),
    topic text not null constraint muted_topic_known check (topic in ('reminders', 'announcements', 'services')),
    muted_at integer not null,
    primary key (user_id, topic)
) strict, without rowid;
insert into muted_topic_new select user_id, topic, muted_at from muted_topic;
drop table muted_topic;
alter table muted_topic_new rename to muted_topic;

pragma user_version = 23;
