//! Words in an old encoding: their author is asked what they meant, before anything else looks at them.

use crate::{
    domain::{
        conversation::Conversation,
        ids::{MessageId, QuestionId},
        text::encoding,
    },
    handlers::{
        HandlerError,
        doors::private,
        question::gate::{self, Surroundings},
        shared::{
            actor::{Actor, On},
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{encoding as say, label},
    store::conversations,
};

/// A caption in an old encoding: its author is asked about it as about words that came alone.
pub(crate) fn in_caption<'a>(
    actor: &Actor,
    caption: Option<&'a str>,
) -> Result<Option<&'a str>, HandlerError> {
    let has_consented = actor.resident()?.has_consented();
    Ok(caption.filter(|words| has_consented && encoding::recognise(words).is_some()))
}

/// Whether the words look like an old encoding and belong where people write freely: then their author is asked. If
/// a life may be in danger, the numbers come at once.
pub(crate) fn asks(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    before: Option<&Conversation>,
    about: Option<QuestionId>,
    typed: &str,
) -> Result<bool, HandlerError> {
    let is_free = matches!(
        before,
        None | Some(
            Conversation::WritingQuestion
                | Conversation::EditingDraft(_)
                | Conversation::HoldingText { .. }
                | Conversation::AddingTo(_)
                | Conversation::AskingForMeeting(_)
        )
    );
    let Some(recovered) = is_free.then(|| encoding::recognise(typed)).flatten() else {
        return Ok(false);
    };
    gate::emergency(cx, actor, &recovered.text, Surroundings::Question)?;
    let question = say::ask(actor.words(cx), &recovered.text);
    let held = Conversation::ConfirmingWords {
        written: typed.to_owned(),
        meant: recovered.text,
        about,
        message: actor.wrote(),
        before: before.cloned().map(Box::new),
    };
    conversations::set(cx.tx, actor.user, &held, cx.now)?;
    asked::put(cx, actor, question)?;
    Ok(true)
}

/// What the bot waits for. Whoever writes on instead of pressing meant what the bot read: it is not asked twice.
pub(crate) fn settle(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
) -> Result<Option<Conversation>, HandlerError> {
    let waiting = conversations::find(cx.tx, actor.user)?;
    if !matches!(waiting, Some(Conversation::ConfirmingWords { .. })) {
        return Ok(waiting);
    }
    take(cx, actor, Choice::Meant)?;
    Ok(conversations::find(cx.tx, actor.user)?)
}

/// "Đúng": the words go on as they were meant.
pub(crate) fn meant_so(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    pressed(cx, actor, shown, Choice::Meant)
}

/// "Giữ như đã gõ": the words go on as they came.
pub(crate) fn keep_as_written(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId) -> Outcome {
    pressed(cx, actor, shown, Choice::Written)
}

/// Which of the two readings is right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Meant,
    Written,
}

fn pressed(cx: &mut Cx<'_, '_>, actor: &Actor, shown: MessageId, choice: Choice) -> Outcome {
    let words = actor.words(cx);
    let Some(chosen) = chosen(cx, actor, choice)? else {
        cx.alert(label!(words, "encoding-gone"));
        return Ok(());
    };
    cx.replace(actor.chat, shown, say::settled(words, &chosen))?;
    take(cx, actor, choice)
}

/// The held words in this reading.
fn chosen(cx: &Cx<'_, '_>, actor: &Actor, choice: Choice) -> Result<Option<String>, HandlerError> {
    Ok(match conversations::find(cx.tx, actor.user)? {
        Some(Conversation::ConfirmingWords { written, meant, .. }) => Some(match choice {
            Choice::Meant => meant,
            Choice::Written => written,
        }),
        _ => None,
    })
}

/// The held words go where they would have gone.
fn take(cx: &mut Cx<'_, '_>, actor: &Actor, choice: Choice) -> Outcome {
    let Some(Conversation::ConfirmingWords {
        written,
        meant,
        about,
        message,
        before,
    }) = conversations::find(cx.tx, actor.user)?
    else {
        return Ok(());
    };
    match before.as_deref() {
        Some(before) => conversations::set(cx.tx, actor.user, before, cx.now)?,
        None => conversations::clear(cx.tx, actor.user)?,
    }
    let typed = match choice {
        Choice::Meant => meant,
        Choice::Written => written,
    };
    let actor = actor.on(On::kept(message));
    let waiting = (before.map(|before| *before), about);
    private::read_on(cx, &actor, waiting, &typed)
}
