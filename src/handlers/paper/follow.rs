//! `q_CODE`: its author sees the question; whoever else opens the link may prove that it was entered for them, by
//! the slip code or by the phone that was given, and becomes its author.
//!
//! Before the proof nothing is told, not even whether the code exists.

use crate::domain::question::lifecycle;
use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::outgoing::{About, Lane, status_slot},
    domain::{
        code::{QuestionCode, SlipCode},
        conversation::{Conversation, Wish},
        event::Event,
        ids::UserId,
        phone::Phone,
        question::{Question, State},
    },
    handlers::{
        answer::deliver,
        people::phone::Step,
        question::mine,
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, follow as say_follow, label, say},
    store::{answers, conversations, entered_for, questions, residents},
};

/// Wrong slip codes a person may type in a day.
const TRIES_A_DAY: u32 = 5;

/// The link on a receipt.
pub(crate) fn by_link(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let Ok(code) = QuestionCode::parse(typed, cx.council.code_prefix) else {
        return mine::show(cx, actor, typed);
    };
    let found = questions::find_by_code(cx.tx, code)?;
    if found.is_some_and(|question| question.is_of(actor.user)) {
        return mine::show(cx, actor, typed);
    }
    if !actor.resident()?.has_consented() {
        return ask_for_consent(cx, actor, Wish::Follow(code.to_string()));
    }
    let offer = say_follow::offer(actor.words(cx), code);
    Ok(cx.reply(actor.chat, offer)?)
}

/// "Gõ mã phiếu".
pub(crate) fn ask_slip(cx: &mut Cx<'_, '_>, actor: &Actor, code: QuestionCode) -> Outcome {
    if !may_try(cx, actor, code)? {
        return Ok(());
    }
    let waits = Conversation::TypingSlip(code.to_string());
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let ask = say_follow::ask_slip(actor.words(cx), code);
    asked::put(cx, actor, ask)
}

/// Consent is there, and tries are left; else what to do.
fn may_try(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: QuestionCode,
) -> Result<bool, crate::handlers::HandlerError> {
    if !actor.resident()?.has_consented() {
        ask_for_consent(cx, actor, Wish::Follow(code.to_string()))?;
        return Ok(false);
    }
    let today = cx.council.local_date(cx.now);
    if entered_for::wrong_tries(cx.tx, actor.user, today)? >= TRIES_A_DAY {
        let words = actor.words(cx);
        conversations::clear(cx.tx, actor.user)?;
        cx.alert(label!(words, "follow-too-many"));
        let html = say!(words, "follow-too-many");
        cx.reply(actor.chat, Message::plain(html))?;
        return Ok(false);
    }
    Ok(true)
}

/// The slip code was typed.
pub(crate) fn typed_slip(cx: &mut Cx<'_, '_>, actor: &Actor, code: &str, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        conversations::clear(cx.tx, actor.user)?;
        return Ok(());
    };
    if !may_try(cx, actor, code)? {
        return Ok(());
    }
    let Ok(slip) = SlipCode::parse(typed) else {
        let html = say!(words, "follow-not-a-slip");
        return Ok(cx.reply(chat, Message::plain(html))?);
    };
    let waiting = waiting_for_author(cx, code)?;
    let hash = match &waiting {
        Some(question) => entered_for::find(cx.tx, question.id)?.and_then(|known| known.slip_hash),
        None => None,
    };
    match waiting.filter(|_| hash == Some(slip.hash_for(code))) {
        Some(question) => become_author(cx, actor, question),
        None => refuse_slip(cx, actor),
    }
}

/// Whether the words are nothing but a slip code that nobody waits for: it becomes no question, and what to do with it
/// is said.
pub(crate) fn is_lone_slip(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
) -> Result<bool, crate::handlers::HandlerError> {
    if SlipCode::parse(typed).is_err() {
        return Ok(false);
    }
    let today = cx.council.local_date(cx.now);
    let is_spent = entered_for::wrong_tries(cx.tx, actor.user, today)? >= TRIES_A_DAY;
    if !is_spent && !typed.contains(|sign: char| sign.is_ascii_digit()) {
        return Ok(false);
    }
    let words = actor.words(cx);
    let html = if is_spent {
        say!(words, "follow-too-many")
    } else {
        say!(words, "follow-lone-slip")
    };
    cx.reply(actor.chat, Message::plain(html))?;
    Ok(true)
}

fn refuse_slip(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let words = actor.words(cx);
    let today = cx.council.local_date(cx.now);
    entered_for::count_wrong_try(cx.tx, actor.user, today)?;
    cx.record(&Event::SlipRefused, Some(actor.user), None)?;
    let wrong = entered_for::wrong_tries(cx.tx, actor.user, today)?;
    let left = TRIES_A_DAY.saturating_sub(wrong);
    let html = if left == 0 {
        conversations::clear(cx.tx, actor.user)?;
        say!(words, "follow-too-many")
    } else {
        say!(words, "follow-wrong-slip", left = left)
    };
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}

/// "Dùng số điện thoại đã để lại".
pub(crate) fn ask_phone(cx: &mut Cx<'_, '_>, actor: &Actor, code: QuestionCode) -> Outcome {
    if !may_try(cx, actor, code)? {
        return Ok(());
    }
    if let Some(known) = residents::phone(cx.tx, actor.user)?
        && let Some((question, given)) = phone_given(cx, code)?
        && known == given
    {
        return become_author(cx, actor, question);
    }
    let waits = Conversation::ProvingPhone(code.to_string());
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let ask = say_follow::ask_phone(actor.words(cx), code);
    Ok(cx.reply(actor.chat, ask)?)
}

/// A contact came while one was waited for: only the sender's own number proves anything.
pub(crate) fn shared_contact(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    code: &str,
    phone: &str,
    of: Option<UserId>,
) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    if of != Some(actor.user) {
        let html = say!(words, "follow-own-number");
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    conversations::clear(cx.tx, actor.user)?;
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        return Ok(());
    };
    if !may_try(cx, actor, code)? {
        return Ok(());
    }
    match phone_given(cx, code)? {
        Some((question, given)) if is_same(&given, phone) => become_author(cx, actor, question),
        _ => {
            let html = say!(words, "follow-wrong-phone");
            Ok(cx.reply(chat, say_follow::back_home(words, html))?)
        }
    }
}

/// The question with this code that waits for its author, and the phone that was given with it.
fn phone_given(
    cx: &Cx<'_, '_>,
    code: QuestionCode,
) -> Result<Option<(Question, Phone)>, crate::handlers::HandlerError> {
    let Some(question) = waiting_for_author(cx, code)? else {
        return Ok(None);
    };
    let known = entered_for::find(cx.tx, question.id)?;
    Ok(known
        .and_then(|known| known.phone)
        .map(|phone| (question, phone)))
}

/// Whether a shared number is the one that was given, however either was written.
fn is_same(given: &Phone, shared: &str) -> bool {
    Phone::parse(shared).as_ref() == Some(given)
}

/// Words instead of a contact: the keyboard of the home comes back, and the words mean what they say.
pub(crate) fn leave(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    typed: &str,
) -> Result<Step, crate::handlers::HandlerError> {
    let waits = conversations::find(cx.tx, actor.user)?;
    if !matches!(waits, Some(Conversation::ProvingPhone(_))) {
        return Ok(Step::Open);
    }
    conversations::clear(cx.tx, actor.user)?;
    let words = actor.words(cx);
    let html = say!(words, "follow-left");
    let home = say_follow::back_home(words, html);
    cx.reply(actor.chat, home)?;
    Ok(if say_follow::leads_back(words, typed) {
        Step::Over
    } else {
        Step::Open
    })
}

/// The question with this code, if it was entered for somebody who has not come forward.
fn waiting_for_author(
    cx: &Cx<'_, '_>,
    code: QuestionCode,
) -> Result<Option<Question>, crate::handlers::HandlerError> {
    let found = questions::find_by_code(cx.tx, code)?;
    Ok(found.filter(|question| question.author.is_none()))
}

/// Receipt, timeline and answers come here from now on; an answer given meanwhile comes at once.
fn become_author(cx: &mut Cx<'_, '_>, actor: &Actor, question: Question) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    conversations::clear(cx.tx, actor.user)?;
    entered_for::follow(cx.tx, question.id, cx.now)?;
    let question = lifecycle::follow(question, actor.user);
    let by = By::Resident(actor.user);
    // There is no receipt yet: it comes below, as a message of its own.
    let deed = Deed::new(question, Event::QuestionFollowed, by).receipt_later();
    let question = cx.does(deed)?;
    cx.reply(chat, say_follow::followed(words, &question))?;
    let about = About::question(question.id);
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about,
        ..Placing::default()
    };
    let receipt = notices::receipt(cx, &question)?;
    cx.send(chat, Lane::Reply, receipt, placing)?;
    mine::show_one(cx, actor, question.id)?;
    if matches!(question.state, State::Answered { .. })
        && let Some(answer) = answers::sent_for(cx.tx, question.id)?
    {
        deliver::hand_over_to_author(cx, actor.user, &question, &answer)?;
    }
    Ok(())
}
