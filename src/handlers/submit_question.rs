//! "Gửi": the draft becomes a question with a code, a receipt and a card, in one transaction.

use super::{
    ask_question::draft_of_button,
    context::{Cx, Outcome, Placing},
    enter_question::meeting_of,
    notices, split_question, support_question,
};
use crate::{
    chat::outgoing::{About, Lane, status_slot},
    domain::{
        council::Triage,
        event::Event,
        gate,
        ids::{DraftId, MessageId},
        question::{
            Source, State,
            draft::{Progress, ReadyDraft},
            kind, lifecycle,
        },
        resident::Resident,
        routing, text,
        triage::{self, Urgency},
    },
    messages::{Message, label, question as say, refusal},
    store::{
        conversations,
        questions::{self, NewQuestion},
    },
};

/// Sends the draft. Pressed twice, it says so and changes nothing.
pub(super) fn submit(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    let Progress::Ready(ready) = draft.progress() else {
        let words = cx.words(resident.language);
        cx.toast(label!(words, "old-button"));
        return Ok(());
    };
    let words = cx.words(resident.language);
    let open_now = questions::count_open_of(cx.tx, resident.id)?;
    if let Err(refused) = lifecycle::may_submit(open_now, cx.council.rules.max_open_questions) {
        let sentence = refusal::sentence(words, &refused);
        cx.reply(
            resident.id.private_chat(),
            Message::plain(crate::messages::Html::text(&sentence)),
        )?;
        cx.alert(sentence);
        return Ok(());
    }
    keep(cx, resident, &ready, shown)
}

fn keep(cx: &mut Cx<'_, '_>, resident: &Resident, ready: &ReadyDraft, shown: MessageId) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let routed = routing::route(cx.council, &ready.category, &ready.area);
    let planned = meeting_of(cx, ready.meeting.as_ref())?;
    let of_meeting = planned
        .as_ref()
        .and_then(|planned| planned.meeting.session.as_ref());
    let verdict = cx.facts.categorise(&ready.text);
    let state = match cx.council.rules.triage {
        Triage::Automatic => State::Forwarded { at: cx.now },
        Triage::Clerk => State::Received,
    };
    let is_danger = gate::is_danger(verdict.kind, verdict.kind_confidence, &ready.text);
    let urgency = if is_danger {
        Urgency::Urgent
    } else {
        Urgency::Ordinary
    };
    let new = NewQuestion {
        draft: ready,
        prefix: cx.council.code_prefix,
        initials: text::initials(&resident.name),
        author: Some(resident.id),
        session: cx
            .council
            .session_for(of_meeting, cx.now)
            .map(|session| session.code.clone()),
        meeting: ready.meeting.clone(),
        kind: kind::guess(
            &ready.text,
            gate::taken_for(verdict.kind, verdict.kind_confidence),
        ),
        source: Source::Telegram,
        entered_by: None,
        is_urgent: urgency == Urgency::Urgent,
        body: routed.body,
        due_on: triage::answer_due(cx.council, &ready.category, urgency, cx.now),
        state,
    };
    let question = questions::keep(cx.tx, &new, cx.now)?;
    let question = support_question::link_to_earlier(cx, ready, question)?;
    conversations::remove_draft(cx.tx, ready.id)?;
    conversations::clear(cx.tx, resident.id)?;
    let body = question.body.clone();
    let received = Event::QuestionReceived { body: body.clone() };
    cx.record(&received, Some(resident.id), Some(question.id))?;
    if matches!(state, State::Forwarded { .. }) {
        cx.record(&Event::QuestionForwarded { body }, None, Some(question.id))?;
    }
    cx.replace(
        chat,
        shown,
        Message::plain(say::sent_mark(words, &question)),
    )?;
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about: About {
            question: Some(question.id),
            answer: None,
        },
        ..Placing::default()
    };
    cx.send(chat, Lane::Reply, say::receipt(words, &question), placing)?;
    cx.toast(label!(words, "toast-done"));
    notices::place_card(cx, &question)?;
    split_question::next(cx, resident)
}
