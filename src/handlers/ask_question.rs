//! From the first word to the preview: one draft a person, kept through restarts and silence.

use super::{
    ask_for_meeting, choose_area,
    context::{Cx, Outcome},
    enter_question::meeting_of,
    gate::{self, Gate},
    in_private::ask_for_consent,
    split_question, support_question,
};
use crate::{
    chat::outgoing::Keyboard,
    domain::{
        conversation::{Conversation, Wish},
        ids::{CategoryCode, DraftId, MessageId, UserId},
        question::draft::{Draft, Progress, QuestionText, ReadyDraft},
        resident::Resident,
        routing, text,
    },
    messages::{
        Message, Words, label,
        question::{self as say, Outlook},
        similar as say_similar,
    },
    store::{
        attachments, conversations,
        follow_ups::{self, Source},
        points,
    },
};

/// `/hoi` without words.
pub(super) fn begin(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    if !resident.has_consented() {
        return ask_for_consent(
            cx,
            resident,
            Wish::Ask {
                text: String::new(),
            },
        );
    }
    let words = cx.words(resident.language);
    let message = if let Some(draft) = conversations::draft_of(cx.tx, resident.id)? {
        say::draft_exists(words, &draft)
    } else {
        conversations::set(cx.tx, resident.id, &Conversation::WritingQuestion, cx.now)?;
        say::prompt(words)
    };
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

/// Words that are, or belong to, a question: after `/hoi`, behind it, or out of the blue.
pub(super) fn with_text(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let draft = conversations::draft_of(cx.tx, resident.id)?;
    if gate::look_at(cx, resident, typed, draft.as_ref())? == Gate::Closed {
        return Ok(());
    }
    past_the_gate(cx, resident, typed)
}

/// Words of a petition, by the categoriser's word or by their author's.
pub(super) fn past_the_gate(cx: &mut Cx<'_, '_>, resident: &Resident, typed: &str) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    if !resident.has_consented() {
        let text = text::clean(typed);
        return ask_for_consent(cx, resident, Wish::Ask { text });
    }
    if let Some(draft) = conversations::draft_of(cx.tx, resident.id)? {
        return with_more(cx, resident, &draft, typed);
    }
    let Ok(question) = QuestionText::parse(typed) else {
        if !matches!(
            conversations::find(cx.tx, resident.id)?,
            Some(Conversation::AskingForMeeting(_))
        ) {
            conversations::set(cx.tx, resident.id, &Conversation::WritingQuestion, cx.now)?;
        }
        return Ok(cx.reply(chat, say::too_short(words))?);
    };
    let draft = conversations::start_draft(
        cx.tx,
        resident.id,
        question.as_str(),
        resident.area.as_ref(),
        cx.now,
    )?;
    let draft = ask_for_meeting::tie(cx, resident, draft)?;
    conversations::clear(cx.tx, resident.id)?;
    remember_source(cx, &draft, question.as_str())?;
    advance(cx, resident, &draft, None)
}

/// Edited later in the resident's app, the message changes this part of the draft.
pub(super) fn remember_source(cx: &mut Cx<'_, '_>, draft: &Draft, part: &str) -> Outcome {
    let Some(message) = cx.source else {
        return Ok(());
    };
    let source = Source {
        draft: draft.id,
        part: part.to_owned(),
    };
    Ok(follow_ups::remember_source(
        cx.tx,
        draft.author,
        message,
        &source,
    )?)
}

/// Words that come while a draft lies there: a fresh one takes them up, an old one is asked about.
fn with_more(cx: &mut Cx<'_, '_>, resident: &Resident, draft: &Draft, typed: &str) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let more = text::clean(typed);
    if more.is_empty() {
        return Ok(cx.reply(chat, say::too_short(words))?);
    }
    if draft.text.is_empty() && QuestionText::parse(&more).is_err() {
        return Ok(cx.reply(chat, say::too_short(words))?);
    }
    if !draft.is_fresh(cx.now) && !draft.text.is_empty() {
        conversations::set(
            cx.tx,
            resident.id,
            &Conversation::HoldingText { text: more },
            cx.now,
        )?;
        return Ok(cx.reply(chat, say::draft_held(words, draft))?);
    }
    let Some(longer) = draft.with_more(&more) else {
        return Ok(cx.reply(chat, say::too_long(words, draft))?);
    };
    conversations::save_draft(cx.tx, &longer, cx.now)?;
    remember_source(cx, &longer, &more)?;
    if longer.area.is_none() {
        return advance(cx, resident, &longer, None);
    }
    let next = next_step(cx, resident, &longer)?;
    Ok(cx.reply(chat, say::after_adding(words, next))?)
}

/// Asks for what is missing, or shows the preview; in place of `shown` where a button was pressed.
pub(super) fn advance(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: &Draft,
    shown: Option<MessageId>,
) -> Outcome {
    if draft.progress() == Progress::NeedsArea {
        return choose_area::ask(cx, resident, Wish::Draft);
    }
    let message = next_step(cx, resident, draft)?;
    let chat = resident.id.private_chat();
    match shown {
        Some(shown) => Ok(cx.replace(chat, shown, message)?),
        None => Ok(cx.reply(chat, message)?),
    }
}

/// The question for the category, others who asked the same, or the preview.
pub(super) fn next_step(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: &Draft,
) -> Result<Message, super::HandlerError> {
    let words = cx.words(resident.language);
    if let Some(offer) = split_question::offer(cx, resident, draft) {
        return Ok(offer);
    }
    Ok(match draft.progress() {
        Progress::NeedsWords => {
            let all = attachments::of(cx.tx, draft.id)?;
            crate::messages::attachment::needs_words(words, draft.id, &all)
        }
        Progress::NeedsArea | Progress::NeedsCategory => {
            let proposed = cx.facts.propose_categories(&draft.text);
            say::ask_category(words, draft, &proposed)
        }
        Progress::Ready(ready) if draft.similar_seen => {
            preview(cx, words, resident, &ready, say::PREVIEW_TEXT)?
        }
        Progress::Ready(ready) => {
            let alike = support_question::worth_showing(cx, &ready)?;
            if alike.is_empty() {
                return preview(cx, words, resident, &ready, say::PREVIEW_TEXT);
            }
            let preview = preview(cx, words, resident, &ready, say::SHORT_PREVIEW_TEXT)?;
            say_similar::offer(words, ready.id, resident.id, &alike, preview)
        }
    })
}

fn preview(
    cx: &Cx<'_, '_>,
    words: Words<'_>,
    resident: &Resident,
    ready: &ReadyDraft,
    shown: usize,
) -> Result<Message, super::HandlerError> {
    let planned = meeting_of(cx, ready.meeting.as_ref())?;
    let of_meeting = planned
        .as_ref()
        .and_then(|planned| planned.meeting.session.as_ref());
    let session = cx.council.session_for(of_meeting, cx.now).map(|session| {
        let name = session.name.in_language(resident.language).to_owned();
        (name, session.questions_close_at)
    });
    let outlook = Outlook {
        body: routing::route(cx.council, &ready.category, &ready.area).body,
        due_on: routing::due(cx.council, &ready.category, cx.now),
        initials: text::initials(&resident.name),
        session,
        meeting: planned.map(|planned| (planned.meeting.code, planned.meeting.starts_at)),
        now: cx.now,
        shown,
        attachments: attachments::of(cx.tx, ready.id)?,
    };
    Ok(say::preview(words, ready, &outlook))
}

/// The draft of a button, if it is still this person's and still there; else a polite word.
pub(super) fn draft_of_button(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
) -> Result<Option<Draft>, super::HandlerError> {
    let found = conversations::draft_of(cx.tx, resident.id)?.filter(|found| found.id == draft);
    if found.is_none() {
        let words = cx.words(resident.language);
        cx.alert(label!(words, "draft-gone"));
    }
    Ok(found)
}

/// A category was chosen.
pub(super) fn categorise(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    category: &CategoryCode,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    if cx.council.category(category).is_none() {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    }
    draft.category = Some(category.clone());
    draft.similar_seen = false;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, resident, &draft, Some(shown))
}

/// Another category, please.
pub(super) fn back_to_categories(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    draft.category = None;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, resident, &draft, Some(shown))
}

/// "Sửa": the next text takes the place of the draft's.
pub(super) fn edit(cx: &mut Cx<'_, '_>, resident: &Resident, draft: DraftId) -> Outcome {
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    conversations::set(
        cx.tx,
        resident.id,
        &Conversation::EditingDraft(draft.id),
        cx.now,
    )?;
    let prompt = say::edit_prompt(cx.words(resident.language));
    Ok(cx.reply(resident.id.private_chat(), prompt)?)
}

/// The new words after "Sửa".
pub(super) fn rewrite(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    typed: &str,
) -> Outcome {
    let Some(draft) =
        conversations::draft_of(cx.tx, resident.id)?.filter(|found| found.id == draft)
    else {
        conversations::clear(cx.tx, resident.id)?;
        return with_text(cx, resident, typed);
    };
    let Ok(text) = QuestionText::parse(typed) else {
        let message = say::too_short(cx.words(resident.language));
        return Ok(cx.reply(resident.id.private_chat(), message)?);
    };
    let text = text.into_string();
    if gate::look_at_rewritten(cx, resident, &text, &draft.text)? == Gate::Closed {
        return Ok(());
    }
    follow_ups::forget_sources(cx.tx, draft.id)?;
    remember_source(cx, &draft, &text)?;
    write_over(cx, resident, draft, &text)
}

/// The draft has these words from now on.
pub(super) fn write_over(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    mut draft: Draft,
    text: &str,
) -> Outcome {
    text.clone_into(&mut draft.text);
    draft.similar_seen = false;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    conversations::clear(cx.tx, resident.id)?;
    advance(cx, resident, &draft, None)
}

/// "Hủy" under the categories or the preview.
pub(super) fn discard(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    conversations::remove_draft(cx.tx, draft.id)?;
    conversations::clear(cx.tx, resident.id)?;
    let words = cx.words(resident.language);
    let html = crate::messages::say!(words, "draft-discarded");
    cx.replace(resident.id.private_chat(), shown, Message::plain(html))?;
    split_question::next(cx, resident)
}

/// "Viết tiếp bản nháp": what was held is added, and the next step is shown.
pub(super) fn go_on_with(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    if let Some(held) = take_held(cx, resident.id)?
        && let Some(longer) = draft.with_more(&held)
    {
        draft = longer;
    }
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    let draft = ask_for_meeting::tie(cx, resident, draft)?;
    advance(cx, resident, &draft, Some(shown))
}

/// "Bỏ, viết mới": what was held becomes the new draft, or new words are asked for.
pub(super) fn start_over(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let held = take_held(cx, resident.id)?;
    conversations::remove_draft(cx.tx, draft.id)?;
    points::forget(cx.tx, resident.id)?;
    let html = crate::messages::say!(words, "draft-discarded");
    cx.replace(
        chat,
        shown,
        Message {
            html,
            keyboard: None::<Keyboard>,
        },
    )?;
    match (held, conversations::find(cx.tx, resident.id)?) {
        (Some(text), _) => with_text(cx, resident, &text),
        (None, Some(Conversation::AskingForMeeting(code))) => {
            ask_for_meeting::begin(cx, resident, &code)
        }
        (None, _) => begin(cx, resident),
    }
}

fn take_held(cx: &mut Cx<'_, '_>, user: UserId) -> Result<Option<String>, super::HandlerError> {
    let held = match conversations::find(cx.tx, user)? {
        Some(Conversation::HoldingText { text }) => Some(text),
        _ => None,
    };
    if held.is_some() {
        conversations::clear(cx.tx, user)?;
    }
    let held = held.filter(|text| !text.is_empty());
    Ok(held)
}

/// `/nhap`, or after the area became known: the draft's next step.
pub(super) fn go_on(cx: &mut Cx<'_, '_>, resident: &Resident) -> Outcome {
    if let Some(draft) = conversations::draft_of(cx.tx, resident.id)? {
        advance(cx, resident, &draft, None)
    } else {
        let words = cx.words(resident.language);
        let html = crate::messages::say!(words, "no-draft");
        Ok(cx.reply(resident.id.private_chat(), Message::plain(html))?)
    }
}
