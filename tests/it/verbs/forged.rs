//! What somebody with a database tool, or another program, would leave: the only place where tests write rows that the
//! bot did not. What the store says need not be true after it, so the world stops looking for broken facts.

use crate::{
    people::Person,
    world::{Town, code},
};

/// A question that nobody asked.
pub struct Forged<'a> {
    /// Its number; the code follows from it.
    pub number: u32,
    pub field: &'a str,
    pub text: &'a str,
    pub state: &'a str,
    /// When it was handed over, in unix seconds.
    pub since: i64,
    pub due_on: &'a str,
    /// When it was answered or asked back, if it was.
    pub moved_at: Option<i64>,
}

impl Default for Forged<'_> {
    fn default() -> Self {
        Self {
            number: 1,
            field: "transport",
            text: "Đường hỏng",
            state: "forwarded",
            since: 1_795_000_000,
            due_on: "2026-12-30",
            moved_at: None,
        }
    }
}

impl Town {
    /// Delegation 1 has this question.
    pub fn forges_question(&self, forged: &Forged<'_>) {
        let Forged {
            number,
            field,
            text,
            state,
            since,
            due_on,
            moved_at,
        } = forged;
        let code = code(*number);
        let at = |this: &str| {
            let moved = moved_at.filter(|_| *state == this);
            moved.map_or("null".to_owned(), |at| at.to_string())
        };
        self.change(&format!(
            "insert into question (number, code, draft_id, author_initials, area_code, category_code, text, folded,
                 state, body_code, received_at, forwarded_at, asked_back_at, due_on, answered_at)
             values ({number}, '{code}', -{number}, 'M.', 'dong-van', '{field}', '{text}', 'x', '{state}', 'to-1',
                 1795000000, {since}, {}, '{due_on}', {})",
            at("asked_back"),
            at("answered")
        ));
    }

    /// The only answer of this question, delivered; public texts are not made of it yet.
    pub fn forges_answer(&self, number: u32, text: &str) {
        self.change(&format!(
            "insert into answer (question_id, chat_id, message_id, author_id, author_name, text, result_class, state,
                 written_at, decided_at)
             select id, -1, {number}, 8, 'Mai', '{text}', 'explained', 'delivered', 1795300000, 1795300000
             from question where number = {number};
             update public_fill set rules = 0;"
        ));
    }

    fn forges(&self, code: &str, change: &str) {
        self.change(&format!(
            "update question set {change} where code = '{code}'"
        ));
    }

    /// The question with this code is due on another day, whatever its card and its receipt say.
    pub fn is_due_on(&self, code: &str, day: &str) {
        self.forges(code, &format!("due_on = '{day}'"));
    }

    /// Its answer promises something for this day.
    pub fn is_promised_for(&self, code: &str, day: &str) {
        self.forges(code, &format!("promised_on = '{day}'"));
    }

    /// So many want the same.
    pub fn has_supporters(&self, code: &str, count: u32) {
        self.forges(code, &format!("supporter_count = {count}"));
    }

    /// It was raised in so many sessions.
    pub fn was_raised(&self, code: &str, times: u32) {
        self.forges(code, &format!("times_raised = {times}"));
    }

    /// It was opened again so often.
    pub fn was_reopened(&self, code: &str, times: u32) {
        self.forges(code, &format!("reopened_count = {times}"));
    }

    /// Its author was asked back at this time (unix seconds), without anybody having written anything.
    pub fn was_asked_back(&self, code: &str, at: i64) {
        self.forges(code, &format!("state = 'asked_back', asked_back_at = {at}"));
    }

    /// It was asked ahead of this session.
    pub fn was_asked_ahead_of(&self, code: &str, session: &str) {
        self.forges(code, &format!("session_code = '{session}'"));
    }

    /// Its author came to the office and has no Telegram.
    pub fn came_in_person(&self, code: &str) {
        self.forges(code, "author_id = null, source = 'in_person'");
    }

    /// So much was added to it long ago.
    pub fn has_additions(&self, code: &str, count: usize) {
        self.change(&format!(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < {count})
             insert into addition (question_id, kind, text, added_at)
             select question.id, 'more', 'Thêm', 1 from n, question where code = '{code}'"
        ));
    }

    /// Every author has judged their answer so.
    pub fn authors_judged(&self, verdict: &str) {
        self.change(&format!(
            "update survey set verdict = '{verdict}', judged_at = 1 where is_author = 1"
        ));
    }

    /// These people have come in, and live in this area.
    pub fn have_come_in(&self, people: &[Person], area: &str) {
        let row = |person: &Person| format!("({}, 'Cử tri', 'vi', '{area}', 1, 1, 1)", person.id);
        let rows: Vec<String> = people.iter().map(row).collect();
        self.change(&format!(
            "insert into resident (user_id, display_name, language, area_code, consent_version, consented_at,
                 created_at) values {}",
            rows.join(", ")
        ));
    }

    /// They want to hear of new meetings.
    pub fn follow_meetings(&self, people: &[Person]) {
        let rows: Vec<String> = people
            .iter()
            .map(|person| format!("({}, 1)", person.id))
            .collect();
        self.change(&format!(
            "insert into meeting_follower (user_id, since) values {}",
            rows.join(", ")
        ));
    }

    /// Everybody of this name has left this phone.
    pub fn has_phone(&self, name: &str, phone: &str) {
        self.change(&format!(
            "update resident set phone = '{phone}' where display_name = '{name}'"
        ));
    }

    /// So many may come to the meeting.
    pub fn has_capacity(&self, meeting: &str, capacity: u32) {
        self.change(&format!(
            "update meeting set value = json_set(value, '$.capacity', {capacity}) where code = '{meeting}'"
        ));
    }

    /// The meeting is held from `start` to `end`, and one registers until `closes`: days and hours in UTC.
    pub fn is_held(&self, meeting: &str, start: &str, end: &str, closes: &str) {
        self.change(&format!(
            "update meeting set starts_at = unixepoch('{start}'), ends_at = unixepoch('{end}'),
                 value = json_set(value, '$.starts_at', '{start}', '$.ends_at', '{end}',
                     '$.registration_closes_at', '{closes}')
             where code = '{meeting}'"
        ));
    }

    /// Which message is which is forgotten.
    pub fn forgets_messages(&self) {
        self.change("delete from sent_message");
    }

    /// What this person was in the middle of cannot be read any more.
    pub fn breaks_conversation_of(&self, person: &Person) {
        self.change(&format!(
            "insert or replace into conversation (user_id, state, updated_at) values ({}, '!', 0)",
            person.id
        ));
    }

    /// Nobody is in the middle of anything.
    pub fn mends_conversations(&self) {
        self.change("delete from conversation");
    }

    /// What these words stand in cannot be told to anybody.
    pub fn cannot_tell(&self, words: &str) {
        self.change(&format!(
            "create trigger cannot_tell before insert on outbox when new.message like '%{words}%'
             begin select raise(abort, 'it cannot be told'); end"
        ));
    }

    /// So many messages wait for this group, "Thẻ số 1" and so on.
    pub fn queues_cards(&self, chat: i64, count: usize) {
        self.change(&format!(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < {count})
             insert into outbox (chat_id, message, state, queued_at)
             select {chat}, json_object('chat', {chat}, 'lane', 'card', 'act',
                 json_object('send', json_object('html', 'Thẻ số ' || i))), 'queued', 1 from n"
        ));
    }

    /// That a message came to this person cannot be written down.
    pub fn cannot_note_what_comes_to(&self, person: &Person) {
        self.change(&format!(
            "create trigger cannot_note before insert on sent_message when new.chat_id = {}
             begin select raise(abort, 'it cannot be noted'); end",
            person.chat
        ));
    }

    /// Of announcements so many arrivals can be counted, and no more.
    pub fn counts_only_so_many_arrivals(&self, most: u32) {
        self.change(&format!(
            "create trigger cannot_count before update of delivered on broadcast when new.delivered > {most}
             begin select raise(abort, 'it cannot be counted'); end"
        ));
    }

    /// What this person waits for cannot be read any more.
    pub fn breaks_reading_of(&self, person: &Person) {
        self.change(&format!(
            "update reading set wish = '{{\"of_another_version\":1}}' where chat_id = {}",
            person.chat
        ));
    }

    /// Every reading that waits has ended so many processes.
    pub fn readings_were_begun(&self, times: u32) {
        self.change(&format!("update reading set starts = {times}"));
    }

    /// The next update is expected to have this number.
    pub fn expects_updates_from(&self, number: i64) {
        self.change(&format!("update intake set next_offset = {number}"));
    }

    /// The next three numbers of updates were used before, for something else.
    pub fn numbers_ahead_were_used(&self) {
        self.change(
            "insert into inbox (update_id, mark, raw, state, attempts, received_at)
             select update_id + n, 'something else', '', 'done', 1, 1 from
                 (select max(update_id) as update_id from inbox),
                 (select 1 as n union select 2 union select 3)",
        );
    }

    /// An update of this person, number 5, was begun four times and never done.
    pub fn keeps_an_update_that_ends_the_process(&self, person: &Person) {
        let (id, chat) = (person.id, person.chat);
        self.change(&format!(
            "insert into inbox (update_id, chat_id, mark, raw, state, attempts, received_at)
             values (5, {chat}, '',
                 '{{\"update_id\":5,\"message\":{{\"message_id\":900,\"date\":1,\"text\":\"/trogiup\",
                    \"chat\":{{\"id\":{chat},\"type\":\"private\",\"first_name\":\"Lan\"}},
                    \"from\":{{\"id\":{id},\"is_bot\":false,\"first_name\":\"Lan\"}}}}}}', 'pending', 4, 1)"
        ));
    }
}
