//! From the first word to the preview: one draft a person, kept through restarts and silence.

use crate::{
    domain::{
        conversation::{Conversation, Wish},
        ids::{DraftId, MessageId},
        question::draft::{Draft, Progress, QuestionText, ReadyDraft},
        routing, text,
        triage::{self, Urgency},
    },
    handlers::{
        meeting::ask,
        meeting::see::meeting_of,
        people::{area, place},
        question::{
            attach,
            draft::{discard, field, kind, screen},
            gate::{self, Gate},
            held, split, submit, support,
        },
        shared::consent::ask_for_consent,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{
        Message, Words, label,
        question::{self as say, Outlook},
        similar as say_similar,
    },
    store::{
        associations, attachments, conversations,
        follow_ups::{self, Source},
    },
};

/// `/hoi` without words.
pub(crate) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    if !actor.resident()?.has_consented() {
        return ask_for_consent(
            cx,
            actor,
            Wish::Ask {
                text: String::new(),
                message: None,
                in_danger: false,
            },
        );
    }
    let words = actor.words(cx);
    if let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        return Ok(cx.reply(actor.chat, say::draft_exists(words, &draft))?);
    }
    conversations::set(cx.tx, actor.user, &Conversation::WritingQuestion, cx.now)?;
    asked::put(cx, actor, say::prompt(words))
}

/// Words that are, or belong to, a question: after `/hoi`, behind it, or out of the blue.
pub(crate) fn with_text(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let draft = conversations::draft_of(cx.tx, actor.user)?;
    if gate::look_at(cx, actor, typed, draft.as_ref())? == Gate::Closed {
        return Ok(());
    }
    past_the_gate(cx, actor, typed)
}

/// `/hoi` with words: a question of its own, not the next part of the draft that lies there.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let draft = conversations::draft_of(cx.tx, actor.user)?;
    if gate::look_at(cx, actor, typed, draft.as_ref())? == Gate::Closed {
        return Ok(());
    }
    match draft.filter(|draft| !draft.text.is_empty()) {
        Some(draft) if actor.resident()?.has_consented() => {
            held::hold(cx, actor, &text::clean(typed))?;
            let asked = say::draft_held(actor.words(cx), &draft);
            Ok(cx.reply(actor.chat, asked)?)
        }
        Some(_) | None => past_the_gate(cx, actor, typed),
    }
}

/// To ask, with the words that have just come.
pub(crate) fn wish(actor: &Actor, text: String) -> Wish {
    let message = actor.wrote();
    Wish::Ask {
        text,
        message,
        in_danger: false,
    }
}

/// Words of a petition, by the categoriser's word or by their author's.
pub(crate) fn past_the_gate(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    begin_with(cx, actor, typed, Urgency::Ordinary)
}

/// The words begin a draft, or go with the one that is there.
fn begin_with(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str, urgency: Urgency) -> Outcome {
    let words = actor.words(cx);
    if !actor.resident()?.has_consented() {
        let text = text::clean(typed);
        let wish = wish(actor, text);
        return ask_for_consent(cx, actor, wish);
    }
    if let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        return with_more(cx, actor, &draft, typed);
    }
    let Ok(question) = QuestionText::parse(typed) else {
        if !matches!(
            conversations::find(cx.tx, actor.user)?,
            Some(Conversation::AskingForMeeting(_))
        ) {
            conversations::set(cx.tx, actor.user, &Conversation::WritingQuestion, cx.now)?;
        }
        return asked::put(cx, actor, say::too_short(words));
    };
    let draft = conversations::start_draft(
        cx.tx,
        actor.user,
        question.as_str(),
        actor.resident()?.area.as_ref(),
        cx.now,
    )?;
    let draft = ask::tie(cx, actor, draft)?;
    let draft = Draft {
        in_danger: urgency == Urgency::Urgent,
        ..draft
    };
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    conversations::clear(cx.tx, actor.user)?;
    remember_source(cx, actor, &draft, question.as_str())?;
    if let Some(area) = &draft.area
        && !cx.leaves_part_open
        && routing::depends_on_part(cx.council, area)
    {
        area::ask_part_of_draft(cx, actor, area)?;
        return Ok(());
    }
    advance(cx, actor, &draft, None)
}

/// Words of a petition whose author says that somebody is in danger.
pub(crate) fn past_the_gate_in_danger(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if !actor.resident()?.has_consented() {
        let wish = Wish::Ask {
            text: text::clean(typed),
            message: actor.wrote(),
            in_danger: true,
        };
        return ask_for_consent(cx, actor, wish);
    }
    if let Some(draft) = conversations::draft_of(cx.tx, actor.user)? {
        let draft = Draft {
            in_danger: true,
            ..draft
        };
        conversations::save_draft(cx.tx, &draft, cx.now)?;
    }
    begin_with(cx, actor, typed, Urgency::Urgent)
}

/// The author of the draft says that somebody is in danger: what the preview promised is shown anew.
pub(crate) fn in_danger(cx: &mut Cx<'_, '_>, actor: &Actor, draft: Draft) -> Outcome {
    let draft = Draft {
        in_danger: true,
        ..draft
    };
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, actor, &draft, None)
}

/// Edited later in the resident's app, the message changes this part of the draft.
pub(crate) fn remember_source(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: &Draft,
    part: &str,
) -> Outcome {
    let Some(message) = actor.wrote() else {
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
fn with_more(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Draft, typed: &str) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let more = text::clean(typed);
    if more.is_empty() {
        return Ok(cx.reply(chat, say::too_short(words))?);
    }
    if draft.text.is_empty() && QuestionText::parse(&more).is_err() {
        return Ok(cx.reply(chat, say::too_short(words))?);
    }
    if !draft.is_fresh(cx.now) && !draft.text.is_empty() {
        held::hold(cx, actor, &more)?;
        return Ok(cx.reply(chat, say::draft_held(words, draft))?);
    }
    let Some(longer) = attach::with_words(cx, draft, &more) else {
        return Ok(cx.reply(chat, say::too_long(words, draft))?);
    };
    conversations::save_draft(cx.tx, &longer, cx.now)?;
    remember_source(cx, actor, &longer, &more)?;
    if longer.area.is_none() {
        return advance(cx, actor, &longer, None);
    }
    let next = next_step(cx, actor, &longer)?;
    screen::show(cx, actor, longer.id, None, say::after_adding(words, next))
}

/// Asks for what is missing, or shows the preview; in place of `shown` where a button was pressed.
pub(crate) fn advance(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: &Draft,
    shown: Option<MessageId>,
) -> Outcome {
    if draft.progress() == Progress::NeedsArea {
        return area::ask(cx, actor, Wish::Draft);
    }
    let message = next_step(cx, actor, draft)?;
    screen::show(cx, actor, draft.id, shown, message)
}

/// The question for the category, others who asked the same, or the preview.
pub(crate) fn next_step(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: &Draft,
) -> Result<Message, crate::handlers::HandlerError> {
    let words = actor.words(cx);
    if let Some(offer) = split::offer(cx, actor, draft) {
        return Ok(offer);
    }
    let filled = field::fill(cx, draft)?;
    let draft = filled.as_ref().unwrap_or(draft);
    let message = match draft.progress() {
        Progress::NeedsWords => {
            let all = attachments::of(cx.tx, draft.id)?;
            crate::messages::attachment::needs_words(words, draft.id, &all)
        }
        Progress::NeedsArea | Progress::NeedsCategory => {
            let proposed = cx.facts.propose_categories(&draft.text);
            say::ask_category(words, draft, &proposed)
        }
        Progress::Ready(ready) if draft.similar_seen => {
            preview(cx, words, actor, &ready, say::PREVIEW_TEXT)?
        }
        Progress::Ready(ready) => {
            let alike = support::worth_showing(cx, &ready)?;
            if alike.is_empty() {
                preview(cx, words, actor, &ready, say::PREVIEW_TEXT)?
            } else {
                let preview = preview(cx, words, actor, &ready, say::SHORT_PREVIEW_TEXT)?;
                say_similar::offer(words, ready.id, actor.user, &alike, preview)
            }
        }
    };
    Ok(place::propose_named(cx, actor, draft, message))
}

fn preview(
    cx: &Cx<'_, '_>,
    words: Words<'_>,
    actor: &Actor,
    ready: &ReadyDraft,
    shown: usize,
) -> Result<Message, crate::handlers::HandlerError> {
    let planned = meeting_of(cx, ready.meeting.as_ref())?;
    let of_meeting = planned
        .as_ref()
        .and_then(|planned| planned.meeting.session.as_ref());
    let session = cx.council.session_for(of_meeting, cx.now).map(|session| {
        let name = session.name.in_language(actor.language).to_owned();
        (name, session.questions_close_at)
    });
    let urgency = submit::urgency_of(cx, ready);
    let outlook = Outlook {
        body: routing::route(cx.council, &ready.category, &ready.area).body,
        waits_for_office: submit::waits_for_office(cx, &ready.text),
        due_on: triage::answer_due(cx.council, &ready.category, urgency, cx.now),
        is_urgent: urgency == Urgency::Urgent,
        session,
        meeting: planned.map(|planned| (planned.meeting.code, planned.meeting.starts_at)),
        kind: kind::of(cx, ready.kind, &ready.text),
        now: cx.now,
        shown,
        speaks_for: associations::speaking(
            cx.tx,
            actor.user,
            &cx.council.path_of(&ready.area),
            cx.now,
        )?,
        attachments: attachments::of(cx.tx, ready.id)?,
    };
    Ok(say::preview(words, ready, &outlook))
}

/// The draft of a button, if it is still this person's and still there; else a polite word.
pub(crate) fn draft_of_button(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
) -> Result<Option<Draft>, crate::handlers::HandlerError> {
    let found = conversations::draft_of(cx.tx, actor.user)?.filter(|found| found.id == draft);
    if found.is_none() {
        let words = actor.words(cx);
        cx.alert(label!(words, "draft-gone"));
    }
    Ok(found)
}

/// A button decided about the draft: it is kept so, and its next step stands in place of the message with the button.
pub(crate) fn decide(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
    decision: impl FnOnce(&mut Draft),
) -> Outcome {
    let Some(mut draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    decision(&mut draft);
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    advance(cx, actor, &draft, Some(shown))
}

/// "Sửa": the next text takes the place of the draft's.
pub(crate) fn edit(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    conversations::set(
        cx.tx,
        actor.user,
        &Conversation::EditingDraft(draft.id),
        cx.now,
    )?;
    let prompt = say::edit_prompt(actor.words(cx), &draft);
    screen::show(cx, actor, draft.id, Some(shown), prompt)
}

/// The new words after "Sửa".
pub(crate) fn rewrite(cx: &mut Cx<'_, '_>, actor: &Actor, draft: DraftId, typed: &str) -> Outcome {
    let Some(draft) = conversations::draft_of(cx.tx, actor.user)?.filter(|found| found.id == draft)
    else {
        conversations::clear(cx.tx, actor.user)?;
        return with_text(cx, actor, typed);
    };
    let Ok(text) = QuestionText::parse(typed) else {
        let message = say::too_short(actor.words(cx));
        return Ok(cx.reply(actor.chat, message)?);
    };
    let text = text.into_string();
    if gate::look_at_rewritten(cx, actor, &text, &draft.text)? == Gate::Closed {
        return Ok(());
    }
    follow_ups::forget_sources(cx.tx, draft.id)?;
    remember_source(cx, actor, &draft, &text)?;
    write_over(cx, actor, draft, &text)
}

/// The draft has these words from now on.
pub(crate) fn write_over(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    mut draft: Draft,
    text: &str,
) -> Outcome {
    field::read_anew(cx, &mut draft);
    text.clone_into(&mut draft.text);
    draft.similar_seen = false;
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    conversations::clear(cx.tx, actor.user)?;
    advance(cx, actor, &draft, None)
}

/// `/nhap`, or after the area became known: the draft's next step.
pub(crate) fn go_on(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let draft = match conversations::draft_of(cx.tx, actor.user)? {
        Some(draft) => Some(draft),
        None => discard::last(cx, actor)?,
    };
    if let Some(draft) = draft {
        advance(cx, actor, &draft, None)
    } else {
        let words = actor.words(cx);
        let html = crate::messages::say!(words, "no-draft");
        Ok(cx.reply(actor.chat, Message::plain(html))?)
    }
}
