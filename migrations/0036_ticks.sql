-- What a tick looks for every second, each in an index that holds nothing else: whichever statistics there are, no table is
-- looked through for it. The statements name their index.

-- Obliged, not on the session's list, and not answered: late or not.
drop index question_obliged;
create index question_obliged on question (due_on)
    where obliged_at is not null and nominated_at is null
        and state in ('received', 'forwarded', 'asked_back', 'sent_up', 'set_aside');

-- Asked back, without a reply, and nobody was told that none came.
create index ask_back_silent on ask_back (asked_at) where ended_at is null and told_at is null;

-- Albums that are coming in; drafts of which their authors were not reminded.
create index draft_settles on draft (settles_at) where settles_at is not null;
create index draft_not_reminded on draft (created_at) where reminded_at is null;
create index held_text_by_age on held_text (held_at);

-- How much is on its way, and since when.
create index outbox_queued on outbox (queued_at) where state = 'queued';

-- Announcements of which something may be left to be shown.
drop index broadcast_open;
create index broadcast_open on broadcast (id) where state in ('sending', 'paused', 'stopped');

-- Answers that wait for the head of their body.
create index answer_submitted on answer (question_id) where state = 'submitted';

create index ban_ends on ban (ends_at) where ended_at is null;

pragma user_version = 36;
