//! What a clerk entered becomes a question: code, card, receipt to print; a speaker with Telegram is told.
//!
//! An entry becomes a question once: its row is gone in the same transaction, and the question's `draft_id` is the
//! entry's number below zero.

use crate::{
    chat::outgoing::{About, Act, Lane, status_slot},
    domain::{
        council::Triage,
        entry::{Entry, ReadyEntry},
        event::Event,
        gate,
        ids::{DraftId, MeetingCode, MessageId, UserId},
        permission::EntersForOthers,
        question::{Question, State, draft::ReadyDraft, kind},
        routing, text,
    },
    handlers::{
        HandlerError,
        meeting::see::meeting_of,
        question::support,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            deed::By,
            notices,
        },
    },
    messages::{
        Html, Message, entry as say_entry, follow as say_follow, label, say, slip as say_slip,
    },
    store::{
        conversations, entered_for, entries, opinion_slips, opinions,
        questions::{self, NewQuestion},
        registrations, residents,
    },
};

/// "Gửi". Pressed twice, the second press finds no entry.
pub(crate) fn send(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    right: EntersForOthers,
    entry: &Entry,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    let Some(ready) = entry.ready() else {
        cx.old_button(words);
        return Ok(());
    };
    if let Some(slip) = &entry.slip
        && let Some(code) = opinion_slips::entered_as(cx.tx, slip)?
    {
        // Somebody else has entered it meanwhile.
        let used = say!(
            words,
            "enter-slip-used",
            slip = slip.to_string(),
            code = code
        );
        entries::remove(cx.tx, entry.id)?;
        return Ok(cx.replace(actor.chat, shown, Message::plain(used))?);
    }
    let speaker = speaker_on_telegram(cx, entry)?;
    let entered = Entered {
        draft: DraftId(-entry.id.0),
        clerk: Some((right.user(), actor.by())),
        author: speaker,
        name: entry.name.as_deref(),
        meeting: entry.meeting.as_ref(),
        ready: &ready,
    };
    let question = question_of(cx, &entered)?;
    entries::remove(cx.tx, entry.id)?;
    if actor.chat.is_private() {
        conversations::clear(cx.tx, actor.user)?;
    }
    if let Some(speaker) = entry.speaker {
        opinions::keep(cx.tx, question.id, speaker)?;
    }
    if let Some(slip) = &entry.slip {
        opinion_slips::keep(cx.tx, slip, question.id, cx.now)?;
    }
    let visible = visible(actor, &question);
    let sent = Message::plain(say_entry::sent_mark(words, &visible, entry.slip.as_ref()));
    cx.replace(actor.chat, shown, sent)?;
    cx.toast(label!(words, "toast-done"));
    if speaker.is_some() {
        tell_speaker(cx, &question)?;
        let bot = cx.facts.bot().username.clone();
        let receipt = say_slip::receipt(words, &visible, None, &bot);
        cx.reply(actor.chat, receipt)?;
    } else {
        let (name, phone) = (entry.name.as_deref(), entry.phone.as_ref());
        entered_for::keep(cx.tx, question.id, name, phone)?;
        print(cx, actor, &question)?;
    }
    notices::place_card(cx, &question)
}

/// The question as it may be shown in this chat.
fn visible(actor: &Actor, question: &Question) -> Question {
    question.with_text(say_entry::visible(&question.text, actor.chat))
}

/// The registered speaker whose opinion it is, with the name they show.
fn speaker_on_telegram(cx: &Cx<'_, '_>, entry: &Entry) -> Result<Option<UserId>, HandlerError> {
    let Some(speaker) = entry.speaker else {
        return Ok(None);
    };
    let Some(registration) = opinions::registration_of(cx.tx, speaker)? else {
        return Ok(None);
    };
    Ok(registrations::find(cx.tx, registration)?.and_then(|mine| mine.person()))
}

/// What becomes a question, however it came to the office.
pub(super) struct Entered<'e> {
    /// The number that stands for its draft.
    pub(super) draft: DraftId,
    /// Who entered it; none: a file.
    pub(super) clerk: Option<(UserId, By)>,
    /// Whose it is, if they have Telegram.
    pub(super) author: Option<UserId>,
    /// Whose it is, if they have none and said it.
    pub(super) name: Option<&'e str>,
    /// At which meeting it was spoken or written.
    pub(super) meeting: Option<&'e MeetingCode>,
    /// The question.
    pub(super) ready: &'e ReadyEntry,
}

/// Makes it a question: where it goes, since when, and what happened.
pub(super) fn question_of(
    cx: &mut Cx<'_, '_>,
    entered: &Entered<'_>,
) -> Result<Question, HandlerError> {
    let ready = entered.ready;
    let draft = ReadyDraft {
        id: entered.draft,
        author: entered
            .clerk
            .as_ref()
            .map_or(UserId(0), |(clerk, _)| *clerk),
        text: ready.text.clone(),
        area: ready.area.clone(),
        category: ready.category.clone(),
        meeting: entered.meeting.cloned(),
        in_danger: false,
        kind: None,
    };
    let verdict = cx.facts.categorise(&draft.text);
    let taken_for = gate::taken_for(verdict.kind, verdict.kind_confidence);
    let planned = meeting_of(cx, entered.meeting)?;
    let of_meeting = planned
        .as_ref()
        .and_then(|planned| planned.meeting.session.as_ref());
    let session = cx.council.session_for(of_meeting, cx.now);
    let state = match cx.council.rules.triage {
        Triage::Automatic => State::Forwarded { at: cx.now },
        Triage::Clerk => State::Received,
    };
    let new = NewQuestion {
        draft: &draft,
        prefix: cx.council.code_prefix,
        initials: initials(cx, entered.name, entered.author)?,
        author: entered.author,
        session: session.map(|session| session.code.clone()),
        meeting: entered.meeting.cloned(),
        kind: kind::guess(&draft.text, taken_for),
        source: ready.source,
        entered_by: entered.clerk.as_ref().map(|(clerk, _)| *clerk),
        is_urgent: false,
        body: routing::route(cx.council, &draft.category, &draft.area).body,
        due_on: routing::due(cx.council, &draft.category, cx.now),
        state,
    };
    let question = questions::keep(cx.tx, &new, cx.now)?;
    let question = support::link_to_earlier(cx, &draft, question)?;
    let (id, body) = (Some(question.id), question.body.clone());
    let received = Event::QuestionReceived { body: body.clone() };
    cx.record(&received, entered.author, id)?;
    let source = ready.source;
    match &entered.clerk {
        Some((_, by)) => cx.record_by(&Event::QuestionEntered { source }, by, question.id)?,
        None => cx.record(&Event::QuestionEntered { source }, None, id)?,
    }
    if matches!(state, State::Forwarded { .. }) {
        cx.record(&Event::QuestionForwarded { body }, None, id)?;
    }
    Ok(question)
}

/// All that a group sees of the person.
fn initials(
    cx: &Cx<'_, '_>,
    name: Option<&str>,
    author: Option<UserId>,
) -> Result<String, HandlerError> {
    let name = match author {
        Some(author) => residents::find(cx.tx, author)?.map(|known| known.name),
        None => name.map(ToOwned::to_owned),
    };
    let initials = name.as_deref().map(text::initials).unwrap_or_default();
    if initials.is_empty() {
        return Ok(label!(cx.group_words(), "entered-no-name"));
    }
    Ok(initials)
}

/// A receipt with a fresh slip code: in the chat, and as a page to print.
fn print(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let slip = entered_for::new_slip(cx.tx, question.id, question.code)?;
    let bot = cx.facts.bot().username.clone();
    let receipt = say_slip::receipt(actor.words(cx), &visible(actor, question), Some(slip), &bot);
    cx.reply(actor.chat, receipt)?;
    let paper = cx.group_words();
    let act = Act::File {
        file: say_slip::page(paper, question, slip, &bot),
        html: say!(actor.words(cx), "slip-file", code = question.code).into_string(),
        keyboard: None,
    };
    Ok(cx.put(actor.chat, Lane::Reply, act)?)
}

/// "In lại": the slip code before is void.
pub(crate) fn reprint(cx: &mut Cx<'_, '_>, actor: &Actor, question: &Question) -> Outcome {
    let known = entered_for::find(cx.tx, question.id)?;
    if question.author.is_some() || known.is_none() {
        let words = actor.words(cx);
        cx.alert(label!(words, "paper-too-late"));
        return Ok(());
    }
    cx.record_by(&Event::SlipPrinted, &actor.by(), question.id)?;
    print(cx, actor, question)
}

/// The speaker reads under which code the opinion was recorded, with a receipt like any other author's.
fn tell_speaker(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(author) = question.author else {
        return Ok(());
    };
    let words = cx.words_for_author(question)?;
    let receipt = notices::receipt(cx, question)?;
    let head = say_follow::opinion_recorded(words, question);
    let quoted = Html::quote(&text::truncate_utf16(&question.text, 1_000));
    let about = About::question(question.id);
    let told = Message::plain(Html::lines([head, quoted]));
    notices::tell_author(cx, question, told)?;
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about,
        ..Placing::default()
    };
    Ok(cx.send(author.private_chat(), Lane::Card, receipt, placing)?)
}
