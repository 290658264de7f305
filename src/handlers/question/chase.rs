//! "Hỏi thăm": a resident asks how the question is getting on; its body reads it under the card.

use crate::{
    chat::outgoing::Keyboard,
    domain::{
        event::Event,
        ids::QuestionId,
        question::{Question, chase},
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
        notices,
    },
    messages::{Message, reminder as say_reminder},
    store::{self, clock, questions},
};

/// The button was pressed.
pub(crate) fn chase(cx: &mut Cx<'_, '_>, actor: &Actor, id: QuestionId) -> Outcome {
    let words = actor.words(cx);
    let found = questions::find(cx.tx, id)?.filter(|question| question.is_of(actor.user));
    let Some(question) = found else {
        cx.old_button(words);
        return Ok(());
    };
    if let Err(why) = may_chase(cx, &question)? {
        cx.alert(say_reminder::not_now(words, &question, why));
        return Ok(());
    }
    cx.record(&Event::QuestionChased, Some(actor.user), Some(id))?;
    let today = cx.council.local_date(cx.now);
    let card = say_reminder::chased(cx.group_words(), &question, today);
    notices::note_under_card(cx, &question, card)?;
    let again = chase::again_from(cx.council, today);
    let done = say_reminder::chase_passed_on(words, &question, again);
    Ok(cx.reply(actor.chat, done)?)
}

fn may_chase(cx: &Cx<'_, '_>, question: &Question) -> store::Result<Result<(), chase::NotNow>> {
    let last = clock::last_chased(cx.tx, question.id)?;
    let last = last.map(|at| cx.council.local_date(at));
    let today = cx.council.local_date(cx.now);
    Ok(chase::may_chase(cx.council, question, last, today))
}

/// The timeline of a question, with the button if it may be pressed.
pub(crate) fn with_button(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    timeline: Message,
) -> store::Result<Message> {
    if may_chase(cx, question)?.is_err() {
        return Ok(timeline);
    }
    let words = actor.words(cx);
    let row = vec![say_reminder::chase_button(words, question)];
    let keyboard = match timeline.keyboard {
        Some(Keyboard::Inline(mut rows)) => {
            rows.insert(0, row);
            Keyboard::Inline(rows)
        }
        _ => Keyboard::Inline(vec![row]),
    };
    Ok(Message::with(timeline.html, keyboard))
}
