//! News for somebody without Telegram goes to the office, which prints, calls or writes. What the office did, and
//! what the person said, is written down here.

use crate::handlers::card::ask_back;
use crate::{
    chat::{
        button::ProxyButton,
        outgoing::{Act, Lane},
    },
    domain::{
        answer::{Answer, AnswerState},
        event::Event,
        ids::{MessageId, QuestionId},
        prompt::{Prompt, ProxyPrompt},
        question::{Question, State},
    },
    handlers::{
        HandlerError,
        paper::{enter::right_or_refusal, keep},
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices,
            prompts::{self, Reply},
        },
    },
    messages::{Html, Message, label, on_paper as say_paper, refusal, say, slip as say_slip},
    store::{answers, entered_for, questions, residents},
};

/// A button under such a note, or under a receipt.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &ProxyButton,
    id: QuestionId,
    shown: MessageId,
) -> Outcome {
    if right_or_refusal(cx, actor)?.is_none() {
        return Ok(());
    }
    let found = questions::find(cx.tx, id)?;
    let words = actor.words(cx);
    let Some(question) = found.filter(|question| question.author.is_none()) else {
        cx.alert(label!(words, "paper-too-late"));
        return Ok(());
    };
    match button {
        ProxyButton::Reprint(_) => keep::reprint(cx, actor, &question),
        ProxyButton::Contact(_) => show_contact(cx, actor, &question),
        ProxyButton::PrintAnswer(_) => print_answer(cx, actor, &question),
        ProxyButton::HandedOver(_) => handed_over(cx, actor, &question, shown),
        ProxyButton::WriteReply(_) => {
            let html = say!(words, "paper-reply-ask", code = question.code);
            let prompt = Prompt::Proxy(ProxyPrompt::Reply);
            prompts::ask(cx, actor, prompt, Some(id), html)
        }
        _ => {
            cx.old_button(words);
            Ok(())
        }
    }
}

/// "Xem liên hệ": name and phone, in private only, and written down that somebody looked.
fn show_contact(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let words = actor.words(cx);
    if residents::find(cx.tx, actor.user)?.is_none_or(|known| known.blocked) {
        cx.alert(label!(words, "contact-open-private"));
        return Ok(());
    }
    let known = entered_for::find(cx.tx, question.id)?;
    let name = known.as_ref().and_then(|known| known.name.as_deref());
    let phone = known.as_ref().and_then(|known| known.phone.as_ref());
    let message = say_paper::contact(cx.words_for(actor.user)?, question, name, phone);
    cx.record_by(&Event::ContactSeen, &actor.by(), question.id)?;
    if !actor.chat.is_private() {
        cx.toast(label!(words, "contact-in-private"));
    }
    Ok(cx.reply(actor.user.private_chat(), message)?)
}

fn answer_of(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
) -> Result<Option<Answer>, HandlerError> {
    let found = match question.state {
        State::Answered { .. } => answers::sent_for(cx.tx, question.id)?,
        _ => None,
    };
    if found.is_none() {
        let words = actor.words(cx);
        cx.alert(label!(words, "paper-too-late"));
    }
    Ok(found)
}

fn print_answer(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let Some(answer) = answer_of(cx, actor, question)? else {
        return Ok(());
    };
    let bot = cx.facts.bot().username.clone();
    let act = Act::File {
        file: say_slip::answer_page(cx.group_words(), question, &answer, &bot),
        html: say!(actor.words(cx), "slip-answer-file", code = question.code).into_string(),
        keyboard: None,
    };
    Ok(cx.put(actor.chat, Lane::Reply, act)?)
}

/// "Đã báo cho người dân": the card says since when.
fn handed_over(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    shown: MessageId,
) -> Outcome {
    let Some(answer) = answer_of(cx, actor, question)? else {
        return Ok(());
    };
    if answer.state != AnswerState::Sent {
        let words = actor.words(cx);
        cx.toast(label!(words, "refuse-decided"));
        return Ok(());
    }
    answers::move_to(cx.tx, answer.id, AnswerState::Delivered, cx.now)?;
    cx.record_by(&Event::AnswerHandedOver, &actor.by(), question.id)?;
    let words = actor.words(cx);
    let done = say!(
        words,
        "paper-handed-over",
        code = question.code,
        name = actor.name
    );
    cx.replace(actor.chat, shown, Message::plain(done))?;
    notices::update_card(cx, question)
}

/// What the person said, written down by a clerk: under the card, and the clock runs on if it stood still for it.
pub(crate) fn wrote_reply(cx: &mut Cx<'_, '_>, reply: &Reply<'_>) -> Outcome {
    let actor = reply.actor;
    if right_or_refusal(cx, actor)?.is_none() {
        return Ok(());
    }
    let words = actor.words(cx);
    let found = match reply.question {
        Some(id) => questions::find(cx.tx, id)?.filter(|question| question.author.is_none()),
        None => None,
    };
    let Some(question) = found else {
        let late = Message::plain(say!(words, "paper-too-late"));
        return Ok(cx.reply(actor.chat, late)?);
    };
    if let Err(refused) = ask_back::write_down(cx, &question, reply)? {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.reply(actor.chat, Message::plain(sentence))?);
    }
    let kept = say!(words, "paper-reply-kept", code = question.code);
    Ok(cx.reply(actor.chat, Message::plain(kept))?)
}
