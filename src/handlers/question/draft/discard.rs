//! "Hủy": a short draft goes at once, a long one or one with files after a question; either can be taken back for a day.

use crate::{
    domain::{
        ids::{DraftId, MessageId},
        question::draft::{Draft, WORTH_ASKING},
        text,
    },
    handlers::{
        HandlerError,
        question::{
            ask::{advance, draft_of_button},
            draft::screen,
            split,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, label, question as say, say},
    store::{attachments, conversations, discarded},
};

/// "Hủy" under the fields or the preview.
pub(crate) fn ask(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId, shown: MessageId) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let files = attachments::of(cx.tx, draft.id)?;
    if files.is_empty() && text::utf16_len(&draft.text) <= WORTH_ASKING {
        return throw_away(cx, actor, &draft, shown);
    }
    let message = say::discard_sure(actor.words(cx), draft.id, &files);
    screen::show(cx, actor, draft.id, Some(shown), message)
}

/// "Bỏ hẳn".
pub(crate) fn now(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId, shown: MessageId) -> Outcome {
    match draft_of_button(cx, actor, draft)? {
        Some(draft) => throw_away(cx, actor, &draft, shown),
        None => Ok(()),
    }
}

fn throw_away(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Draft, shown: MessageId) -> Outcome {
    forget_earlier(cx, actor)?;
    discarded::keep(cx.tx, draft, Some(shown), cx.now)?;
    conversations::clear(cx.tx, actor.user)?;
    let gone = say::discarded(actor.words(cx), draft.id);
    screen::close(cx, actor, draft.id, Some(shown), gone)?;
    split::next(cx, actor)
}

/// `/huy`: gone from the screen, kept for a day all the same.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Draft) -> Outcome {
    forget_earlier(cx, actor)?;
    discarded::keep(cx.tx, draft, None, cx.now)?;
    let gone = say!(actor.words(cx), "draft-discarded");
    screen::close(cx, actor, draft.id, None, Message::plain(gone))
}

/// "Lấy lại": the draft as it was, if the day is not over and no other one was begun.
pub(crate) fn take_back(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    if let Some(draft) = discarded::take_back(cx.tx, actor.user, Some(draft), cx.now)? {
        return advance(cx, actor, &draft, Some(shown));
    }
    cx.alert(label!(actor.words(cx), "draft-not-taken-back"));
    Ok(())
}

/// `/nhap` without a draft: the one that was thrown away last.
pub(crate) fn last(cx: &Cx<'_, '_>, actor: &Actor) -> Result<Option<Draft>, HandlerError> {
    Ok(discarded::take_back(cx.tx, actor.user, None, cx.now)?)
}

/// One a person is kept: the button that takes the one before back goes.
fn forget_earlier(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if let Some(shown) = discarded::shown_to(cx.tx, actor.user)? {
        let gone = say!(actor.words(cx), "draft-discarded");
        cx.replace(actor.chat, shown, Message::plain(gone))?;
    }
    Ok(discarded::forget(cx.tx, actor.user)?)
}

/// A day is over: the words go for good, and with them the button.
pub(crate) fn forget_old(cx: &mut Cx<'_, '_>) -> Outcome {
    for (user, shown) in discarded::old(cx.tx, cx.now)? {
        if let Some(shown) = shown {
            let gone = say!(cx.words_for(user)?, "draft-discarded");
            cx.replace(user.private_chat(), shown, Message::plain(gone))?;
        }
        discarded::forget(cx.tx, user)?;
    }
    Ok(())
}
