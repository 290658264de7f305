//! What always holds in the store and on the screens when nobody waits for anything. The world looks after every
//! settle, whatever a test is about, unless the test itself wrote into the database: after [`Town::change`] nothing is
//! promised any more.
//!
//! [`Town::change`]: crate::world::Town::change

use std::{collections::BTreeMap, sync::LazyLock};

use cutri::{
    chat::outgoing::card_slot,
    domain::ids::{Language, QuestionId},
    emulator::World,
    messages::{Catalog, Message, Style, plain, question::receipt},
    store::{WriteTx, chats, council, questions, write_once},
};
use rstest::rstest;
use rusqlite::{Connection, OptionalExtension as _};

use crate::{eyes::Eyes, meetings::register, scene::asked, world::Town};

/// A sentence that is true of every row, and what finds the rows of which it is not.
const CLAIMS: &[(&str, &str)] = &[
    (
        "what a resident was asked back is open exactly while the question is asked back",
        "select code || ' is ' || state from question
         where (state = 'asked_back') <> exists (
             select 1 from ask_back where question_id = question.id and ended_at is null)",
    ),
    (
        "a step leads to a version that its question has had",
        "select code || ': step of version ' || case_step.version || ', question of version ' || question.version
         from case_step join question on question.id = case_step.question_id
         where case_step.version not between 1 and question.version",
    ),
    (
        "a later step does not lead to an earlier version",
        "select code || ': ' || later.event_id from case_step as later
         join case_step as earlier on earlier.question_id = later.question_id
             and earlier.event_id < later.event_id and earlier.version > later.version
         join question on question.id = later.question_id",
    ),
    (
        "a step stands beside an event about the same question",
        "select code || ': ' || event_id from case_step join event on event.id = case_step.event_id
         join question on question.id = case_step.question_id
         where event.question_id is not case_step.question_id",
    ),
    (
        "whose messages lie in the chat of its live card, that card is one of them",
        "select code from question where exists (
             select 1 from sent_message where chat_id = card_chat_id and question_id = question.id
         ) and not exists (
             select 1 from sent_message where chat_id = card_chat_id and slot = 'card:' || question.id)",
    ),
    (
        "what is open lies in the group of whoever has it",
        "select code || ' is with ' || question.body_code from question
         join chat_link on chat_link.body_code = question.body_code and broken is null
         where state in ('forwarded', 'asked_back', 'sent_up', 'set_aside') and card_chat_id is not chat_link.chat_id
             -- The cards of a group that was just linked come by and by.
             and not exists (select 1 from morning_round where name = 'cards:' || question.body_code)",
    ),
    (
        "what is open has its card there, unless something on the way to it waits",
        "select code || ' has no card in ' || chat_link.chat_id from question
         join chat_link on chat_link.body_code = question.body_code and broken is null
         where state in ('forwarded', 'asked_back', 'sent_up', 'set_aside')
             and not exists (
                 select 1 from sent_message where slot = 'card:' || question.id and (
                     sent_message.chat_id = chat_link.chat_id
                     -- A group that became another keeps what was said in it.
                     or sent_message.chat_id not in (select chat_id from chat_link)))
             and not exists (select 1 from outbox where outbox.chat_id = chat_link.chat_id)
             and not exists (select 1 from morning_round where name = 'cards:' || question.body_code)",
    ),
    (
        "what has not been sent has a reason: Telegram refused it, or the person blocked the bot",
        "select 'message ' || id || ' to ' || chat_id from outbox
         where state = 'queued' or (blocked = 0 and error is null)",
    ),
    (
        "a message about a question is about one that there is",
        "select chat_id || '/' || message_id from sent_message
         where question_id is not null and question_id not in (select id from question)",
    ),
    (
        "an answer that reached its resident belongs to a question that is answered",
        "select code || ' is ' || question.state from answer join question on question.id = answer.question_id
         where answer.state in ('sent', 'delivered', 'undelivered') and question.state <> 'answered'",
    ),
    (
        "a question that is answered has the answer that was sent",
        "select code from question where state = 'answered' and not exists (
             select 1 from answer where question_id = question.id
                 and answer.state in ('sent', 'delivered', 'undelivered'))",
    ),
    (
        "nobody is seated twice, and no more than there are seats",
        "select meeting.code from meeting
         where json_extract(value, '$.capacity') is not null and (
             select coalesce(sum(size), 0) from registration
             where meeting_code = meeting.code and standing in ('seated', 'offered')
         ) > json_extract(value, '$.capacity')",
    ),
    (
        "no more reserved seats are given than there are, and none of them to anybody else",
        "select meeting.code from meeting
         where (select coalesce(sum(size), 0) from registration where meeting_code = meeting.code
                 and standing in ('seated', 'offered') and share = 'reserved')
             > json_extract(value, '$.reserved')
             or (json_extract(value, '$.capacity') is not null and (
                 select coalesce(sum(size), 0) from registration where meeting_code = meeting.code
                     and standing in ('seated', 'offered') and share = 'open')
                 > json_extract(value, '$.capacity') - json_extract(value, '$.reserved'))",
    ),
];

/// Each question's version and the chat with its card when card and receipt were last looked at.
pub type Seen = BTreeMap<i64, (i64, Option<i64>)>;

impl Eyes {
    /// Everything that is not as it should be, in words.
    pub fn broken_facts(&mut self, world: &World) -> Vec<String> {
        let state = Some(self.state());
        if std::mem::replace(&mut self.looked_at, state) == state {
            return Vec::new();
        }
        let mut broken = Vec::new();
        for (claim, sql) in CLAIMS {
            for row in self.texts(sql) {
                broken.push(format!("{claim}: {row}"));
            }
        }
        for id in changed(&self.reading, &mut self.seen) {
            broken.extend(other_cards(&self.reading, world, id));
            broken.extend(old_buttons(&self.reading, world, id));
            broken.extend(old_receipt(&self.reading, &self.writing, world, id));
        }
        broken
    }
}

/// The questions with which something was done since the last look, or whose card has come.
fn changed(connection: &Connection, seen: &mut Seen) -> Vec<i64> {
    let sql = "select question.id, version, sent_message.chat_id from question
               left join sent_message on sent_message.chat_id = card_chat_id and slot = 'card:' || question.id";
    let mut statement = connection.prepare_cached(sql).unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))
        .unwrap();
    let rows = rows.map(Result::unwrap);
    rows.filter(|(id, now): &(i64, (i64, Option<i64>))| {
        let before = seen.insert(*id, *now);
        before.is_none_or(|before| before.0 != now.0 || (now.1.is_some() && before.1 != now.1))
    })
    .map(|(id, _)| id)
    .collect()
}

/// Whether a card of this question lies there with which one can do something.
fn is_live(world: &World, code: &str, chat: i64, message: i64) -> bool {
    let seen = world.message(chat, message);
    let card = seen.filter(|seen| !seen.deleted && seen.text.starts_with(code));
    let mut buttons = card.into_iter().flat_map(|card| card.buttons).flatten();
    buttons.any(|button| button.data.is_some_and(|data| is_deed(&data)))
}

fn is_deed(data: &str) -> bool {
    data.starts_with("c/") && !data.starts_with("c/no")
}

/// A question has one live card: nowhere else lies one with buttons.
fn other_cards(connection: &Connection, world: &World, question: i64) -> Vec<String> {
    let sql = "select code, sent_message.chat_id, message_id from question
               join sent_message on question_id = question.id
                   and not (slot is not null and slot = 'card:' || question.id
                       and sent_message.chat_id is card_chat_id)
               where question.id = ? and sent_message.chat_id in (select chat_id from chat_link)";
    let mut statement = connection.prepare_cached(sql).unwrap();
    let rows = statement.query_map([question], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    });
    let others = rows.unwrap().map(Result::unwrap);
    let live = others
        .filter(|(code, chat, message): &(String, i64, i64)| is_live(world, code, *chat, *message));
    live.map(|(code, chat, message)| format!("{chat}/{message} is another live card of {code}"))
        .collect()
}

/// The buttons of a live card are of the version that its question has now.
fn old_buttons(connection: &Connection, world: &World, question: i64) -> Vec<String> {
    let sql = "select code, version, card_chat_id, message_id from question
               join sent_message on chat_id = card_chat_id and slot = 'card:' || question.id
               where question.id = ?";
    let mut statement = connection.prepare_cached(sql).unwrap();
    let found = statement.query_row([question], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    let Some((code, version, chat, message)) = found.optional().unwrap() else {
        return Vec::new();
    };
    let (code, version): (String, i64) = (code, version);
    let card = world.message(chat, message).filter(|card| !card.deleted);
    let buttons = card.into_iter().flat_map(|card| card.buttons).flatten();
    buttons
        .filter_map(|button| button.data)
        .filter(|data| is_deed(data))
        .filter(|data| !format!("{data}:").contains(&format!(":{question}:{version}:")))
        .map(|data| format!("the card of {code}, version {version}, has the button {data}"))
        .collect()
}

/// A receipt says what is true of its question, in one of the languages and styles of the bot.
fn old_receipt(
    connection: &Connection,
    writing: &Connection,
    world: &World,
    question: i64,
) -> Option<String> {
    let sql = "select code, chat_id, message_id from question
               join sent_message on chat_id = author_id and slot = 'status:' || question.id
               where question.id = ? and not exists (select 1 from outbox where outbox.chat_id = author_id)";
    let mut statement = connection.prepare_cached(sql).unwrap();
    let found = statement.query_row([question], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    });
    let (code, chat, message): (String, i64, i64) = found.optional().unwrap()?;
    let receipt = world
        .message(chat, message)
        .filter(|receipt| !receipt.deleted)?;
    let says = write_once(writing, |tx| receipts(tx, QuestionId(question))).unwrap();
    let is_true = says.contains(&receipt.text);
    (!is_true).then(|| {
        format!(
            "the receipt of {code} says\n{}\nand not\n{}",
            receipt.text, says[0]
        )
    })
}

/// How the receipt of a question reads now: in every language, in whole sentences and in short ones.
fn receipts(tx: &WriteTx<'_>, question: QuestionId) -> cutri::store::Result<Vec<String>> {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load().unwrap());
    let (council, _) = council::find(tx)?.unwrap();
    let question = questions::find(tx, question)?.unwrap();
    let has_arrived = match questions::card_chat(tx, question.id)? {
        Some(chat) => chats::message_in_slot(tx, chat, &card_slot(question.id))?.is_some(),
        None => false,
    };
    let mut says = Vec::new();
    for language in Language::ALL {
        let full = CATALOG.words_in(language, Style::Full, &council);
        says.push(receipt(full, &question, has_arrived));
        let plain = CATALOG.words_in(language, Style::Plain, &council);
        says.push(plain::simplify(receipt(plain, &question, has_arrived)));
    }
    let text = |message: Message| message.html.visible_text().trim().to_owned();
    Ok(says.into_iter().map(text).collect())
}

/// Two questions, one with steps of its body and one answered, and somebody who is registered.
async fn worked() -> Town {
    let (town, _group, mai, lan, code) = asked().await.parts();
    mai.presses("Nhận").await;
    mai.presses("Thôi nhận").await;
    let other = lan
        .asks("Đường ra xóm Chùa nhiều ổ gà, mong sửa", "Giao thông")
        .await;
    assert_ne!(other, code);
    mai.replies_to(&other, "Đã làm lại ngày 20/11/2026.").await;
    mai.presses("Gửi cử tri").await;
    register(&lan, "DV01").await;
    town
}

#[rstest]
#[case::asked_back(
    "update question set state = 'asked_back', asked_back_at = 1 where id = 1",
    "what a resident was asked back"
)]
#[case::version_of_a_step(
    "update question set version = 1 where id = 1",
    "a step leads to a version"
)]
#[case::order_of_steps(
    "drop trigger case_step_is_never_changed;
     update case_step set version = 3 where event_id = (select min(event_id) from case_step);
     update case_step set version = 2 where event_id = (select max(event_id) from case_step where question_id = 1)",
    "a later step does not lead to an earlier version"
)]
#[case::event_of_a_step(
    "drop trigger case_step_is_never_changed;
     update case_step set event_id = (select min(id) from event) where event_id = (select min(event_id) from case_step)",
    "a step stands beside an event"
)]
#[case::card_among_its_messages(
    "update sent_message set slot = null where slot = 'card:1'",
    "that card is one of them"
)]
#[case::group_of_the_card(
    "update question set card_chat_id = -1 where id = 1",
    "lies in the group of whoever has it"
)]
#[case::no_card("delete from sent_message where slot = 'card:1'", "has its card there")]
#[case::reason_to_wait(
    "insert into outbox (chat_id, message, state, queued_at) values (1, '{}', 'parked', 1)",
    "what has not been sent has a reason"
)]
#[case::message_about_nothing(
    "update sent_message set question_id = 99 where slot = 'card:1'",
    "about one that there is"
)]
#[case::answer_of_a_question(
    "update question set state = 'forwarded' where id = 2",
    "belongs to a question that is answered"
)]
#[case::question_without_its_answer(
    "update answer set state = 'note'",
    "has the answer that was sent"
)]
#[case::seats(
    "update meeting set value = json_set(value, '$.capacity', 0) where code = 'DV01'",
    "no more than there are seats"
)]
#[case::second_card(
    "update sent_message set slot = null where slot = 'card:1'; update question set version = 9 where id = 1",
    "is another live card"
)]
#[case::old_buttons("update question set version = 9 where id = 1", "has the button")]
#[case::old_receipt(
    "update question set due_on = '2030-01-01', version = 9 where id = 1",
    "the receipt of"
)]
#[tokio::test]
async fn a_fact_that_does_not_hold_is_found(#[case] change: &str, #[case] claim: &str) {
    let town = worked().await;
    town.may_leave_things_undone();
    town.execute(change);
    let broken = town.looks(|eyes| eyes.broken_facts(town.world()));
    assert!(
        broken.iter().any(|fact| fact.contains(claim)),
        "{claim}: {broken:#?}"
    );
}
