//! Words that came while a draft was lying there: they wait until their author says whether they belong to it.

use crate::{
    domain::{
        conversation::Conversation,
        ids::{DraftId, MessageId, UserId},
    },
    handlers::{
        meeting::ask,
        question,
        question::draft::screen,
        shared::{
            actor::{Actor, On},
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, question as say_question, say},
    store::{conversations, points},
};

/// Keeps words until their author says whether they belong to the draft; behind those that wait already.
pub(crate) fn hold(cx: &mut Cx<'_, '_>, actor: &Actor, more: &str) -> Outcome {
    let held = conversations::find(cx.tx, actor.user)?;
    let holding = match held {
        Some(Conversation::HoldingText { text, message }) if !text.is_empty() => {
            Conversation::HoldingText {
                text: format!("{text}\n{more}"),
                message,
            }
        }
        _ => Conversation::HoldingText {
            text: more.to_owned(),
            message: actor.wrote(),
        },
    };
    Ok(conversations::set(cx.tx, actor.user, &holding, cx.now)?)
}

/// "Viết tiếp bản nháp": what was held is added, and the next step is shown.
pub(crate) fn go_on_with(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = question::ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let waiting = conversations::find(cx.tx, actor.user)?;
    if let Some((held, message)) = take_held(cx, actor.user)? {
        let Some(longer) = question::attach::with_words(cx, &draft, &held) else {
            if let Some(waiting) = waiting {
                conversations::set(cx.tx, actor.user, &waiting, cx.now)?;
            }
            let too_long = say_question::too_long(actor.words(cx), &draft);
            return Ok(cx.reply(actor.chat, too_long)?);
        };
        draft = longer;
        let writer = actor.on(On::kept(message));
        question::ask::remember_source(cx, &writer, &draft, &held)?;
    }
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    let draft = ask::tie(cx, actor, draft)?;
    question::ask::advance(cx, actor, &draft, Some(shown))
}

/// "Bỏ, viết mới": what was held becomes the new draft, or new words are asked for.
pub(crate) fn start_over(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = question::ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let held = take_held(cx, actor.user)?;
    conversations::remove_draft(cx.tx, draft.id)?;
    let gone = Message::plain(say!(words, "draft-discarded"));
    screen::close(cx, actor, draft.id, Some(shown), gone)?;
    points::forget(cx.tx, actor.user)?;
    match (held, conversations::find(cx.tx, actor.user)?) {
        (Some((text, message)), _) => {
            let actor = &actor.on(On::kept(message));
            question::ask::with_text(cx, actor, &text)
        }
        (None, Some(Conversation::AskingForMeeting(code))) => ask::begin(cx, actor, &code),
        (None, _) => question::ask::begin(cx, actor),
    }
}

/// The words that were held, with the message they came in.
fn take_held(
    cx: &mut Cx<'_, '_>,
    user: UserId,
) -> Result<Option<(String, Option<MessageId>)>, crate::handlers::HandlerError> {
    let Some(Conversation::HoldingText { text, message }) = conversations::find(cx.tx, user)?
    else {
        return Ok(None);
    };
    conversations::clear(cx.tx, user)?;
    Ok((!text.is_empty()).then_some((text, message)))
}
