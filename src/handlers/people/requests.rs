//! `/yeucau` for whoever asks: what one wants of the office about one's own data, and by when one hears of it. For the
//! office the same command is its queue: `request_desk`.

use crate::{
    domain::{
        conversation::Conversation,
        data_request::{DataRequestKind, DataRequestOutcome, Proof},
        event::Event,
        ids::DataRequestId,
        text,
    },
    handlers::{
        people::request_desk,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Message, data_request as say_request, label, say},
    store::{
        conversations,
        data_requests::{self, MOST_OPEN, NewRequest},
    },
};

/// `/yeucau`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if actor.rights(cx)?.is_clerk() {
        return request_desk::by_command(cx, actor, typed);
    }
    show(cx, actor)
}

/// What one asked, and what one can ask.
pub(crate) fn show(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let open = data_requests::open_of(cx.tx, actor.user)?;
    let days = cx.council.rules.data_request_days;
    let message = say_request::of_resident(actor.words(cx), &open, days);
    actor.show(cx, message)
}

/// One of the kinds was chosen: what do they want? What the bot does by itself, it offers.
pub(crate) fn choose(cx: &mut Cx<'_, '_>, actor: &Actor, kind: DataRequestKind) -> Outcome {
    let words = actor.words(cx);
    let waits = Conversation::RequestingData(kind);
    conversations::set(cx.tx, actor.user, &waits, cx.now)?;
    let ask = say_request::ask_words(words, kind);
    asked::put(cx, actor, ask)
}

/// The words are here. They go to the office and nowhere else.
pub(crate) fn wrote(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    kind: DataRequestKind,
    typed: &str,
) -> Outcome {
    let words = actor.words(cx);
    let said = text::truncate_utf16(&text::clean(typed), MOST_WORDS);
    if said.is_empty() {
        return choose(cx, actor, kind);
    }
    conversations::clear(cx.tx, actor.user)?;
    if data_requests::open_of(cx.tx, actor.user)?.len() >= MOST_OPEN as usize {
        let html = say!(words, "request-too-many");
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    let new = NewRequest {
        kind,
        of: Some(actor.user),
        question: None,
        proof: Proof::Telegram,
        words: Some(&said),
        due_on: request_desk::due_on(cx),
        entered_by: None,
    };
    let id = request_desk::keep(cx, &new, Some(actor.user))?;
    let due = cx.words(actor.language).day(new.due_on);
    let html = say!(words, "request-kept", number = id.0, due = due);
    cx.reply(actor.chat, Message::plain(html))?;
    let office = cx.group_words();
    let news = say_request::news_for_office(office, id, kind, new.due_on);
    Ok(notices::tell_office(cx, news)?)
}

/// "Thôi yêu cầu".
pub(crate) fn take_back(cx: &mut Cx<'_, '_>, actor: &Actor, id: DataRequestId) -> Outcome {
    let words = actor.words(cx);
    let found = data_requests::find(cx.tx, id)?;
    if found.is_none_or(|request| request.of != Some(actor.user)) {
        cx.old_button(words);
        return Ok(());
    }
    let outcome = DataRequestOutcome::TakenBack;
    if data_requests::close(cx.tx, id, (outcome, None), None, cx.now)? {
        let closed = Event::DataRequestClosed {
            request: id,
            outcome,
        };
        cx.record(&closed, Some(actor.user), None)?;
        cx.toast(label!(words, "request-taken-back"));
    }
    show(cx, actor)
}

/// So much is read of a request, in UTF-16 units.
const MOST_WORDS: usize = 2_000;
