//! An edited message of a resident: the draft follows, or the question that was sent of it is revised.

use super::{
    ask_question,
    context::{Cx, Outcome},
    gate::{self, Gate},
    notices,
};
use crate::{
    domain::{
        event::Event,
        ids::MessageId,
        question::{Question, draft::QuestionText, lifecycle, lifecycle::Refusal, revision},
        resident::Resident,
        text,
    },
    messages::{Message, follow_up, question as say_question, refusal, say},
    store::{
        conversations,
        follow_ups::{self, Source},
        questions,
    },
};

/// A message was edited in the resident's app. One that became nothing of a question changes nothing.
pub(super) fn edited(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    message: MessageId,
    typed: &str,
) -> Outcome {
    let Some(source) = follow_ups::source(cx.tx, resident.id, message)? else {
        return Ok(());
    };
    let part = text::clean(typed);
    if part == source.part {
        return Ok(());
    }
    let draft = conversations::draft_of(cx.tx, resident.id)?.filter(|of| of.id == source.draft);
    let sent = questions::made_of_draft(cx.tx, source.draft)?;
    let Some(before) = draft
        .as_ref()
        .map(|draft| draft.text.clone())
        .or_else(|| sent.as_ref().map(|question| question.text.clone()))
    else {
        return Ok(());
    };
    let now = before.replacen(&source.part, &part, 1);
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let Ok(now) = QuestionText::parse(&now) else {
        return Ok(cx.reply(chat, say_question::too_short(words))?);
    };
    if gate::look_at_revised(cx, resident, now.as_str(), &before)? == Gate::Closed {
        return Ok(());
    }
    let changed = Source { part, ..source };
    match (draft, sent) {
        (Some(draft), _) => {
            follow_ups::remember_source(cx.tx, resident.id, message, &changed)?;
            ask_question::write_over(cx, resident, draft, now.as_str())
        }
        (None, Some(question)) => {
            let kept = revise(cx, resident, &question, now.into_string())?;
            if kept {
                follow_ups::remember_source(cx.tx, resident.id, message, &changed)?;
            }
            Ok(())
        }
        (None, None) => Ok(()),
    }
}

/// The card says that it was changed, a reply to it says what.
fn revise(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    question: &Question,
    words_now: String,
) -> Result<bool, super::HandlerError> {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let before = question.text.clone();
    let revised = match lifecycle::revise(question.clone(), words_now, cx.now) {
        Ok(revised) => revised,
        Err(refused) => {
            let why = refusal::sentence(words, &refused);
            let message = match refused {
                Refusal::Withdrawn => Message::plain(crate::messages::Html::text(&why)),
                _ => follow_up::too_late_to_revise(words, &why, question.id),
            };
            cx.reply(chat, message)?;
            return Ok(false);
        }
    };
    follow_ups::keep_revision(cx.tx, revised.id, &before, cx.now)?;
    questions::save(cx.tx, &revised)?;
    cx.facts.words().forget(&revised.id);
    cx.record(&Event::QuestionRevised, Some(resident.id), Some(revised.id))?;
    notices::update_card(cx, &revised)?;
    let changed = revision::changed(&before, &revised.text);
    let note = follow_up::revised(cx.group_words(), &revised, &changed);
    notices::note_under_card(cx, &revised, note)?;
    let done = say!(words, "revised", code = revised.code);
    cx.reply(chat, Message::plain(done))?;
    Ok(true)
}
