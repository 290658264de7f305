//! An edited message of a resident: the draft follows, or the question that was sent of it is revised.

use crate::handlers::shared::deed::{By, Deed};
use crate::{
    chat::command::{self, Command, Slash},
    domain::{
        event::Event,
        ids::MessageId,
        question::{
            Question,
            draft::QuestionText,
            lifecycle::{self, Refusal},
            revision,
        },
        text::{self, encoding},
    },
    handlers::{
        question::{
            ask,
            gate::{self, Gate},
        },
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices::{self, Run},
        },
    },
    messages::{
        Message, encoding as say_encoding, follow_up, question as say_question, refusal, say,
    },
    store::{
        conversations,
        follow_ups::{self, Source},
        questions,
    },
};

/// A message was edited in the resident's app. One that became nothing of a question changes nothing.
pub(crate) fn edited(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    message: MessageId,
    typed: &str,
) -> Outcome {
    let Some(source) = follow_ups::source(cx.tx, actor.user, message)? else {
        return Ok(());
    };
    let typed = match command::parse(typed, &cx.facts.bot().username) {
        Some(Slash::Known(Command::Ask, argument)) => argument,
        Some(Slash::Known(..) | Slash::Unknown | Slash::ForAnotherBot) => {
            let html = say!(actor.words(cx), "edited-into-command");
            return Ok(cx.reply(actor.chat, Message::plain(html))?);
        }
        None => typed,
    };
    let recovered = encoding::recognise(typed).map(|recovered| recovered.text);
    let part = text::clean(recovered.as_deref().unwrap_or(typed));
    if part == source.part {
        return Ok(());
    }
    let draft = conversations::draft_of(cx.tx, actor.user)?.filter(|of| of.id == source.draft);
    let sent = questions::made_of_draft(cx.tx, source.draft)?;
    let Some(before) = draft
        .as_ref()
        .map(|draft| draft.text.clone())
        .or_else(|| sent.as_ref().map(|question| question.text.clone()))
    else {
        return Ok(());
    };
    let now = before.replacen(&source.part, &part, 1);
    let chat = actor.chat;
    let words = actor.words(cx);
    let Ok(now) = QuestionText::parse(&now) else {
        return Ok(cx.reply(chat, say_question::too_short(words))?);
    };
    if gate::look_at_revised(cx, actor, now.as_str(), &before)? == Gate::Closed {
        return Ok(());
    }
    if recovered.is_some() {
        cx.reply(chat, say_encoding::read_as(words, &part))?;
    }
    let changed = Source { part, ..source };
    match (draft, sent) {
        (Some(draft), _) => {
            follow_ups::remember_source(cx.tx, actor.user, message, &changed)?;
            ask::write_over(cx, actor, draft, now.as_str())
        }
        (None, Some(question)) => {
            let kept = revise(cx, actor, &question, now.into_string())?;
            if kept {
                follow_ups::remember_source(cx.tx, actor.user, message, &changed)?;
            }
            Ok(())
        }
        (None, None) => Ok(()),
    }
}

/// The card says that it was changed, a reply to it says what.
fn revise(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    words_now: String,
) -> Result<bool, crate::handlers::HandlerError> {
    let chat = actor.chat;
    let words = actor.words(cx);
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
    let earlier = follow_ups::latest_revisions(cx.tx, revised.id)?;
    follow_ups::keep_revision(cx.tx, revised.id, &before, cx.now)?;
    cx.facts.words().forget(&revised.id);
    let by = By::Resident(actor.user);
    let revised = cx.does(Deed::new(revised, Event::QuestionRevised, by))?;
    let (run, before) = match revision::before_run(&earlier, cx.now) {
        Some(begun) => (Run::GoesOn, begun),
        None => (Run::Begins, before.as_str()),
    };
    let changed = revision::changed(before, &revised.text);
    let note = follow_up::revised(cx.group_words(), &revised, &changed);
    notices::note_once_under_card(cx, &revised, note, run)?;
    let done = say!(words, "revised", code = revised.code);
    cx.reply(chat, Message::plain(done))?;
    Ok(true)
}
