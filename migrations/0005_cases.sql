-- The office and the bodies at work: more states of a question, what a clerk knows of it, who holds which right.

-- A question may come without Telegram (its author is nobody we can write to), may wait for its author, for a
-- higher level or for a day, may be returned with guidance or merged into another. A check can only change with
-- its table: the rows are set aside, the table is made anew, and the rows come back.
pragma defer_foreign_keys = on;
create table question_set_aside as select * from question;
drop table question;
create table question (
    id integer primary key autoincrement,
    number integer not null constraint question_number_unique unique,
    code text not null constraint question_code_unique unique,
    draft_id integer not null constraint question_once_a_draft unique,
    author_id integer references resident (user_id),   -- null: entered for somebody without Telegram
    author_initials text not null,
    area_code text not null,
    category_code text not null,
    session_code text,
    meeting_code text references meeting (code),       -- the meeting it was asked for, or spoken at
    kind text not null default 'petition' constraint question_kind_known
        check (kind in ('petition', 'report', 'question', 'opinion', 'thanks')),
    source text not null default 'telegram' constraint question_source_known
        check (source in ('telegram', 'in_person', 'phone', 'letter', 'meeting')),
    entered_by integer,                    -- the clerk who entered it for somebody
    competence text constraint question_competence_known   -- which level decides; null: nobody has said
        check (competence in ('village', 'commune', 'province', 'central')),
    is_urgent integer not null default 0,
    text text not null,
    folded text not null,                  -- for search: no marks, đ as d, lower case
    state text not null constraint question_state_known
        check (state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside', 'answered',
            'returned', 'merged', 'withdrawn')),
    version integer not null default 1,    -- rises with every deed, so that an old button is noticed
    body_code text not null,               -- who has it now (received: who is proposed)
    card_chat_id integer,                  -- the chat its live card was last put into; null: the card waits
    claimed_by integer,
    claimed_name text,
    received_at integer not null,
    forwarded_at integer,
    due_on text not null,                  -- while asked_back: the day that was due when the clock stopped
    asked_back_at integer,
    sent_up_at integer,
    sent_up_to text,                       -- the level or agency above
    sent_up_number text,                   -- number of the document
    sent_up_on text,                       -- its date
    set_aside_until text,
    answered_at integer,
    promised_on text,                      -- the day that the answer promises something for
    returned_at integer,
    merged_into_id integer references question (id),
    withdrawn_at integer,
    revised_at integer,                    -- the author changed the words after sending
    reopened_count integer not null default 0,
    nominated_at integer,                  -- candidate for questioning at the session (chất vấn) since
    note_count integer not null default 0,
    supporter_count integer not null default 0,
    supporters_told integer not null default 0,  -- the last number of supporters its body was told of
    repeats_id integer,                    -- the question of an earlier session that asked the same
    times_raised integer not null default 1,     -- in how many sessions it was asked, this one counted
    constraint question_states_have_their_facts check (
        (state <> 'asked_back' or asked_back_at is not null)
        and (state <> 'sent_up' or (sent_up_at is not null and sent_up_number is not null
            and sent_up_on is not null and sent_up_to is not null))
        and (state <> 'set_aside' or set_aside_until is not null)
        and (state <> 'merged' or merged_into_id is not null))
) strict;
insert into question (id, number, code, draft_id, author_id, author_initials, area_code, category_code,
        session_code, text, folded, state, body_code, card_chat_id, claimed_by, claimed_name, received_at,
        forwarded_at, due_on, answered_at, note_count, withdrawn_at, revised_at, supporter_count,
        supporters_told, repeats_id, times_raised)
    select id, number, code, draft_id, author_id, author_initials, area_code, category_code,
        session_code, text, folded, state, body_code, card_chat_id, claimed_by, claimed_name, received_at,
        forwarded_at, due_on, answered_at, note_count, withdrawn_at, revised_at, supporter_count,
        supporters_told, repeats_id, times_raised
    from question_set_aside order by id;
drop table question_set_aside;
create index question_by_author on question (author_id, id);
create index question_by_body on question (body_code, state, due_on);
create index question_by_category on question (category_code, id);
create index question_by_meeting on question (meeting_code) where meeting_code is not null;
create index question_returns on question (set_aside_until) where state = 'set_aside';
create index question_promises on question (promised_on) where promised_on is not null;

-- Who holds which role, since when, until when. Members of a linked group act for its body without a row here.
create table role_grant (
    id integer primary key autoincrement,
    user_id integer not null,
    role text not null constraint role_grant_role_known
        check (role in ('administrator', 'clerk', 'head', 'delegate', 'observer')),
    body_code text,                        -- the body of a head, delegate or observer
    name text not null,                    -- as the bodies know the person
    granted_by integer not null,
    granted_at integer not null,
    expires_at integer,                    -- the end of the term, or earlier
    revoked_at integer,
    revoked_by integer,
    constraint role_grant_names_a_body check (role in ('administrator', 'clerk') or body_code is not null)
) strict;
create index role_grant_by_user on role_grant (user_id) where revoked_at is null;
create index role_grant_by_body on role_grant (body_code) where revoked_at is null;

-- Who acts in the groups, by the name the group knows, and whether they left.
alter table duty add column name text;
alter table duty add column left_at integer;

-- What a person was asked for in a group, to be written in reply: a reason, a date, a document. In private the
-- conversation holds it. The message of ours is found by its slot, `prompt:<id>`.
create table prompt (
    id integer primary key autoincrement,
    asked_of integer not null,
    question_id integer references question (id),
    wish text not null,                    -- JSON of domain::prompt::Prompt
    asked_at integer not null,
    answered_at integer
) strict;
