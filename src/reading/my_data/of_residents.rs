//! What is kept of residents: every table with something of theirs in it, and how their part of it is read.

/// Tables with something about residents, in the order in which they are read, and which rows belong to the resident ?1.
pub const OF_RESIDENTS: [(&str, &str); 59] = [
    ("resident", "select * from resident where user_id = ?1"),
    ("resident_area", "select * from resident_area where user_id = ?1"),
    ("consent", "select * from consent where user_id = ?1 order by id"),
    (
        "consent_text",
        "select * from consent_text where hash in (select text_hash from consent where user_id = ?1)",
    ),
    ("muted_topic", "select * from muted_topic where user_id = ?1"),
    ("meeting_follower", "select * from meeting_follower where user_id = ?1"),
    ("conversation", "select * from conversation where user_id = ?1"),
    ("draft", "select * from draft where user_id = ?1"),
    ("discarded_draft", "select * from discarded_draft where user_id = ?1"),
    ("shown", "select place, looks from shown where chat_id = ?1 order by place"),
    ("waiting_point", "select * from waiting_point where user_id = ?1 order by id"),
    ("held_text", "select * from held_text where user_id = ?1"),
    (
        "question",
        "select id, number, code, draft_id, author_initials, area_code, category_code, session_code, meeting_code,
             kind, source, competence, is_urgent, text, state, version, body_code, received_at, forwarded_at, due_on,
             asked_back_at, sent_up_at, sent_up_to, sent_up_number, sent_up_on, set_aside_until, answered_at,
             promised_on, returned_at, merged_into_id, withdrawn_at, revised_at, reopened_count, supporter_count, resolution,
             resolution_at, resolution_due_on, denied_count, repeats_id, times_raised, split_from_id
         from question where author_id = ?1 order by id",
    ),
    (
        "source_message",
        "select * from source_message where user_id = ?1 order by message_id",
    ),
    (
        "attachment",
        "select * from attachment where draft_id in (select id from draft where user_id = ?1)
             or draft_id in (select draft_id from discarded_draft where user_id = ?1)
             or draft_id in (select draft_id from question where author_id = ?1) order by id",
    ),
    (
        "revision",
        "select * from revision where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "addition",
        "select * from addition where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "ask_back",
        "select question_id, text, asked_at, ended_at from ask_back
         where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "answer",
        "select id, question_id, author_name, text, result_class, fact_on, document_number, document_on, obstacle,
             subclass, signer, state, decided_at, delivered_at, corrected_at
         from answer where question_id in (select id from question where author_id = ?1)
             and state in ('sent', 'delivered', 'undelivered', 'superseded') order by id",
    ),
    (
        "exchanged",
        "select question_id, way, organ_id, organ_name, code_number, notation, issued_on from exchanged
         where question_id in (select id from question where author_id = ?1)",
    ),
    (
        "exchange_result",
        "select question_id, organ_name, code_number, text, result_class, fact_on, document_number, document_on, signer,
             answered_on from exchange_result where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "answer_media",
        "select answer_id, media from answer_media where answer_id in (select id from answer
             where question_id in (select id from question where author_id = ?1)
                 and state in ('sent', 'delivered', 'undelivered', 'superseded')) order by id",
    ),
    (
        "correction",
        "select answer_id, text, before, decided_at from correction where state = 'sent' and answer_id in (
             select id from answer where question_id in (select id from question where author_id = ?1)) order by id",
    ),
    (
        "promise",
        "select question_id, answer_id, promised_on, state, reason, report, closed_at from promise
         where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "resolution",
        "select id, question_id, answer_id, promise_id, body_code, said_name, said, document_number, document_on,
             state, said_at, check_at, ended_at from resolution where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "resolution_media",
        "select resolution_id, media from resolution_media where resolution_id in (select id from resolution where question_id in (select id from question where author_id = ?1)) order by id",
    ),
    ("resolution_check", "select * from resolution_check where user_id = ?1"),
    (
        "live_question",
        "select id, meeting_code, text, state, support_count, asked_at, decided_at from live_question
         where author_id = ?1 order by id",
    ),
    (
        "consultation_voice",
        "select consultation_id, area_code, began_at from consultation_voice where user_id = ?1",
    ),
    (
        "stance",
        "select s.consultation_id, s.text, x.stance, x.taken_at from stance x join statement s on s.id = x.statement_id
         where x.user_id = ?1 order by s.consultation_id, s.place, s.id",
    ),
    (
        "statement",
        "select consultation_id, text, state, proposed_at, decided_at from statement where author_id = ?1 order by id",
    ),
    ("live_support", "select live_id from live_support where user_id = ?1"),
    (
        "site_visit",
        "select question_id, condition, words, latitude, longitude, found_at from site_visit
         where found_at is not null and question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "call_back",
        "select month, question_id, drawn_at, heard, noted_at from call_back
         where question_id in (select id from question where author_id = ?1) order by id",
    ),
    (
        "guidance",
        "select question_id, pointer, words, sent_at from guidance
         where sent_at is not null and question_id in (select id from question where author_id = ?1)",
    ),
    (
        "public_text",
        "select question_id, question, answer from public_text
         where question_id in (select id from question where author_id = ?1)",
    ),
    (
        "publication",
        "select question_id, state, reason, covers, decided_at from publication
         where question_id in (select id from question where author_id = ?1)",
    ),
    ("public_follower", "select * from public_follower where user_id = ?1"),
    ("subject_follower", "select * from subject_follower where user_id = ?1"),
    ("association", "select * from association where user_id = ?1"),
    ("support", "select * from support where user_id = ?1"),
    ("survey", "select * from survey where user_id = ?1"),
    (
        "registration",
        "select id, meeting_code, user_id, ticket, size, standing, share, place, offered_until, wishes_to_speak, topic,
             arrived_at, arrived_size, registered_at
         from registration where user_id = ?1 order by id",
    ),
    (
        "speaker",
        "select meeting_code, name, topic, state, called_at from speaker
         where registration_id in (select id from registration where user_id = ?1)",
    ),
    (
        "opinion",
        "select question_id from opinion where question_id in (select id from question where author_id = ?1)",
    ),
    (
        "entered_for",
        "select question_id, name, phone, followed_at from entered_for
         where question_id in (select id from question where author_id = ?1)",
    ),
    ("slip_try", "select * from slip_try where user_id = ?1"),
    ("search", "select * from search where user_id = ?1"),
    ("reading", "select * from reading where chat_id = ?1"),
    ("erasure", "select * from erasure where user_id = ?1"),
    (
        "data_request",
        "select id, kind, proof, words, asked_at, due_on, outcome, reason, closed_at from data_request
         where user_id = ?1 order by id",
    ),
    (
        "ban",
        "select is_silent, reason, banned_at, ends_at, told_at, appeal, ended_at from ban
         where user_id = ?1 and is_silent = 0 order by id",
    ),
    ("member", "select * from member where user_id = ?1"),
    (
        "event",
        "select id, at, kind, question_id, data from event where actor_id = ?1 order by id",
    ),
    (
        "role_grant",
        "select role, body_code, name, granted_at, expires_at, revoked_at from role_grant where user_id = ?1 order by id",
    ),
    ("duty", "select * from duty where user_id = ?1"),
    (
        "inbox",
        "select update_id, raw, state, received_at from inbox where chat_id = ?1 order by update_id",
    ),
    (
        "outbox",
        "select message, state, queued_at from outbox where chat_id = ?1 order by id",
    ),
    (
        "sent_message",
        "select message_id, question_id, answer_id, sent_at from sent_message where chat_id = ?1 order by message_id",
    ),
];
