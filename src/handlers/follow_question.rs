//! `q_CODE`: its author sees the question; whoever else opens the link may prove that it was entered for them, by
//! the slip code or by the phone that was given, and becomes its author.
//!
//! Before the proof nothing is told, not even whether the code exists.

use super::{
    context::{Cx, Outcome, Placing},
    deliver_answer,
    in_private::ask_for_consent,
    my_questions, notices,
    share_phone::Step,
};
use crate::{
    chat::outgoing::{About, Lane, status_slot},
    domain::{
        code::{QuestionCode, SlipCode},
        conversation::{Conversation, Wish},
        event::Event,
        ids::UserId,
        phone::Phone,
        question::{Question, State},
        resident::Resident,
    },
    messages::{Message, follow as say_follow, label, question as say_question, say},
    store::{answers, conversations, entered_for, questions, residents},
};

/// Wrong slip codes a person may type in a day.
const TRIES_A_DAY: u32 = 5;

/// The link on a receipt.
pub(super) fn by_link(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let Ok(code) = QuestionCode::parse(typed, cx.council.code_prefix) else {
        return my_questions::show(cx, resident, typed);
    };
    let found = questions::find_by_code(cx.tx, code)?;
    if found.is_some_and(|question| question.is_of(resident.id)) {
        return my_questions::show(cx, resident, typed);
    }
    if !resident.has_consented() {
        return ask_for_consent(cx, resident, Wish::Follow(code.to_string()));
    }
    let offer = say_follow::offer(cx.words(resident.language), code);
    Ok(cx.reply(resident.id.private_chat(), offer)?)
}

/// "Gõ mã phiếu".
pub(super) fn ask_slip(cx: &mut Cx<'_, '_>, resident: &Resident, code: QuestionCode) -> Outcome {
    if !may_try(cx, resident, code)? {
        return Ok(());
    }
    let waits = Conversation::TypingSlip(code.to_string());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let ask = say_follow::ask_slip(cx.words(resident.language), code);
    Ok(cx.reply(resident.id.private_chat(), ask)?)
}

/// Consent is there, and tries are left; else what to do.
fn may_try(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: QuestionCode,
) -> Result<bool, super::HandlerError> {
    if !resident.has_consented() {
        ask_for_consent(cx, resident, Wish::Follow(code.to_string()))?;
        return Ok(false);
    }
    let today = cx.council.local_date(cx.now);
    if entered_for::wrong_tries(cx.tx, resident.id, today)? >= TRIES_A_DAY {
        let words = cx.words(resident.language);
        conversations::clear(cx.tx, resident.id)?;
        cx.alert(label!(words, "follow-too-many"));
        let html = say!(words, "follow-too-many");
        cx.reply(resident.id.private_chat(), Message::plain(html))?;
        return Ok(false);
    }
    Ok(true)
}

/// The slip code was typed.
pub(super) fn typed_slip(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &str,
    typed: &str,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        conversations::clear(cx.tx, resident.id)?;
        return Ok(());
    };
    if !may_try(cx, resident, code)? {
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
        Some(question) => become_author(cx, resident, question),
        None => refuse_slip(cx, resident),
    }
}

fn refuse_slip(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    let words = cx.words(resident.language);
    let today = cx.council.local_date(cx.now);
    entered_for::count_wrong_try(cx.tx, resident.id, today)?;
    cx.record(&Event::SlipRefused, Some(resident.id), None)?;
    let wrong = entered_for::wrong_tries(cx.tx, resident.id, today)?;
    let left = TRIES_A_DAY.saturating_sub(wrong);
    let html = if left == 0 {
        conversations::clear(cx.tx, resident.id)?;
        say!(words, "follow-too-many")
    } else {
        say!(words, "follow-wrong-slip", left = left)
    };
    Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?)
}

/// "Dùng số điện thoại đã để lại".
pub(super) fn ask_phone(cx: &mut Cx<'_, '_>, resident: &Resident, code: QuestionCode) -> Outcome {
    if !may_try(cx, resident, code)? {
        return Ok(());
    }
    if let Some(known) = residents::phone(cx.tx, resident.id)?
        && let Some((question, given)) = phone_given(cx, code)?
        && known == given
    {
        return become_author(cx, resident, question);
    }
    let waits = Conversation::ProvingPhone(code.to_string());
    conversations::set(cx.tx, resident.id, &waits, cx.now)?;
    let ask = say_follow::ask_phone(cx.words(resident.language), code);
    Ok(cx.reply(resident.id.private_chat(), ask)?)
}

/// A contact came while one was waited for: only the sender's own number proves anything.
pub(super) fn shared_contact(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    code: &str,
    phone: &str,
    of: Option<UserId>,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if of != Some(resident.id) {
        let html = say!(words, "follow-own-number");
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    conversations::clear(cx.tx, resident.id)?;
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        return Ok(());
    };
    if !may_try(cx, resident, code)? {
        return Ok(());
    }
    match phone_given(cx, code)? {
        Some((question, given)) if is_same(&given, phone) => become_author(cx, resident, question),
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
) -> Result<Option<(Question, Phone)>, super::HandlerError> {
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
pub(super) fn leave(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    typed: &str,
) -> Result<Step, super::HandlerError> {
    let waits = conversations::find(cx.tx, resident.id)?;
    if !matches!(waits, Some(Conversation::ProvingPhone(_))) {
        return Ok(Step::Open);
    }
    conversations::clear(cx.tx, resident.id)?;
    let words = cx.words(resident.language);
    let html = say!(words, "follow-left");
    let home = say_follow::back_home(words, html);
    cx.reply(resident.id.private_chat(), home)?;
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
) -> Result<Option<Question>, super::HandlerError> {
    let found = questions::find_by_code(cx.tx, code)?;
    Ok(found.filter(|question| question.author.is_none()))
}

/// Receipt, timeline and answers come here from now on; an answer given meanwhile comes at once.
fn become_author(cx: &mut Cx<'_, '_>, resident: &Resident, question: Question) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    conversations::clear(cx.tx, resident.id)?;
    let question = Question {
        author: Some(resident.id),
        ..question
    };
    questions::save(cx.tx, &question)?;
    entered_for::follow(cx.tx, question.id, cx.now)?;
    cx.record(
        &Event::QuestionFollowed,
        Some(resident.id),
        Some(question.id),
    )?;
    cx.reply(chat, say_follow::followed(words, &question))?;
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about,
        ..Placing::default()
    };
    cx.send(
        chat,
        Lane::Reply,
        say_question::receipt(words, &question),
        placing,
    )?;
    my_questions::show_one(cx, resident, question.id)?;
    if matches!(question.state, State::Answered { .. })
        && let Some(answer) = answers::sent_for(cx.tx, question.id)?
    {
        deliver_answer::hand_over_to_author(cx, resident.id, &question, &answer)?;
    }
    notices::update_card(cx, &question)
}
