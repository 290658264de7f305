-- The clock: who was reminded of what, what was put off, and when the morning's work was last done.

-- The ladder of reminders (domain::question::ladder): one row a rung that was reached, so that nobody is told twice,
-- whatever restarts. Another day or another body begins the ladder anew.
create table reminder (
    question_id integer not null references question (id),
    clock text not null constraint reminder_clock_known check (clock in ('triage', 'answer', 'promise')),
    due_on text not null,
    body_code text not null,               -- who had it then
    rung text not null constraint reminder_rung_known check (rung in ('owner', 'head', 'standing_body')),
    outcome text not null constraint reminder_outcome_known check (outcome in ('sent', 'silenced')),
    reached_at integer not null,
    primary key (question_id, clock, due_on, body_code, rung)
) strict, without rowid;

-- Reminders that a member put off. A question given to another body is reminded of there.
create table snooze (
    question_id integer primary key references question (id),
    body_code text not null,
    until text not null,                   -- the first day on which it is reminded of again
    reason text not null,
    put_off_by integer not null,
    put_off_at integer not null
) strict;

-- What is done once a morning, or once a session, and when it was done last: the names are in handlers::morning.
create table morning_round (
    name text primary key,
    done_at integer not null
) strict, without rowid;

-- Digests, reminders and lists look at what is owed, and at what was answered lately.
create index question_owed on question (due_on)
    where state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside');
create index question_by_answer_time on question (answered_at) where answered_at is not null;
