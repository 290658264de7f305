//! "Gửi": the draft becomes a question with a code, a receipt and a card, in one transaction.

use jiff::SignedDuration;

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
            lifecycle,
        },
        routing, text,
        triage::manners::{self, Manner},
        triage::{self, Urgency},
    },
    handlers::{
        meeting::see::meeting_of,
        question::{
            ask::draft_of_button,
            attach,
            draft::{kind, screen},
            split, support,
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Message, label, question as say_question, refusal, say},
    store::{
        conversations,
        questions::{self, NewQuestion},
    },
};

/// Questions are counted over this.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// Sends the draft. Pressed twice, it says so and changes nothing.
pub(crate) fn submit(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    let Progress::Ready(ready) = draft.progress() else {
        let words = actor.words(cx);
        cx.old_button(words);
        return Ok(());
    };
    let words = actor.words(cx);
    let open_now = questions::count_open_of(cx.tx, actor.user)?;
    if let Err(refused) = lifecycle::may_submit(open_now, cx.council.rules.max_open_questions) {
        let sentence = refusal::sentence(words, &refused);
        cx.reply(
            actor.chat,
            Message::plain(crate::messages::Html::text(&sentence)),
        )?;
        cx.alert(sentence);
        return Ok(());
    }
    let limit = lifecycle::most_a_day(cx.council.rules.max_open_questions);
    if questions::count_since(cx.tx, actor.user, cx.now - A_DAY)? >= limit {
        let html = say!(words, "submit-too-many-today", limit = limit);
        cx.reply(actor.chat, Message::plain(html))?;
        cx.alert(label!(words, "submit-too-many-today", limit = limit));
        return Ok(());
    }
    keep(cx, actor, &ready, shown)
}

/// How soon a question like this is answered, by its words or by its author's word: the preview promises what the
/// receipt says.
pub(crate) fn urgency_of(cx: &Cx<'_, '_>, ready: &ReadyDraft) -> Urgency {
    let verdict = cx.facts.categorise(&ready.text);
    if ready.in_danger || gate::is_danger(verdict.danger) {
        Urgency::Urgent
    } else {
        Urgency::Ordinary
    }
}

/// Whether the office sorts these words before a body reads them: by the council's rule; where nothing was written, since a
/// clerk listens, and nothing else can tell whose matter it is; where they insult, or accuse somebody by name.
pub(crate) fn waits_for_office(cx: &Cx<'_, '_>, words: &str) -> bool {
    cx.council.rules.triage == Triage::Clerk
        || words == attach::says_it(cx)
        || held_for(cx, words).is_some()
}

/// Why a clerk looks at the words first. Danger waits for nobody's look.
fn held_for(cx: &Cx<'_, '_>, words: &str) -> Option<Manner> {
    let manner = manners::of(words)?;
    (!gate::is_danger(cx.facts.categorise(words).danger)).then_some(manner)
}

fn keep(cx: &mut Cx<'_, '_>, actor: &Actor, ready: &ReadyDraft, shown: MessageId) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let routed = routing::route(cx.council, &ready.category, &ready.area);
    let planned = meeting_of(cx, ready.meeting.as_ref())?;
    let of_meeting = planned
        .as_ref()
        .and_then(|planned| planned.meeting.session.as_ref());
    let state = if waits_for_office(cx, &ready.text) {
        State::Received
    } else {
        State::Forwarded { at: cx.now }
    };
    let urgency = urgency_of(cx, ready);
    let new = NewQuestion {
        draft: ready,
        prefix: cx.council.code_prefix,
        initials: text::initials(&actor.resident()?.name),
        author: Some(actor.user),
        session: cx
            .council
            .session_for(of_meeting, cx.now)
            .map(|session| session.code.clone()),
        meeting: ready.meeting.clone(),
        kind: kind::of(cx, ready.kind, &ready.text),
        source: Source::Telegram,
        entered_by: None,
        is_urgent: urgency == Urgency::Urgent,
        body: routed.body,
        due_on: triage::answer_due(cx.council, &ready.category, urgency, cx.now),
        state,
    };
    let question = questions::keep(cx.tx, &new, cx.now)?;
    let question = support::link_to_earlier(cx, ready, question)?;
    conversations::remove_draft(cx.tx, ready.id)?;
    conversations::clear(cx.tx, actor.user)?;
    let body = question.body.clone();
    let received = Event::QuestionReceived { body: body.clone() };
    cx.record(&received, Some(actor.user), Some(question.id))?;
    if matches!(state, State::Forwarded { .. }) {
        cx.record(&Event::QuestionForwarded { body }, None, Some(question.id))?;
    }
    let sent = Message::plain(say_question::sent_mark(words, &question));
    screen::close(cx, actor, ready.id, Some(shown), sent)?;
    let placing = Placing {
        slot: Some(status_slot(question.id)),
        about: About::question(question.id),
        ..Placing::default()
    };
    let receipt = notices::receipt(cx, &question)?;
    cx.send(chat, Lane::Reply, receipt, placing)?;
    cx.toast(label!(words, "toast-done"));
    if let Some(manner) = held_for(cx, &ready.text) {
        cx.reply(chat, say_question::held_for_a_look(words, manner))?;
    }
    notices::place_card(cx, &question)?;
    split::next(cx, actor)
}
