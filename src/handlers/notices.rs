//! What several handlers have to tell: the live card, the resident's status, the office.

use std::collections::BTreeSet;

use super::{
    context::{Cx, Outcome, Placing},
    tell_on_paper,
};
use crate::{
    chat::{
        incoming::{ChatKind, Incoming},
        outgoing::{About, Lane, Target, card_slot, status_slot},
    },
    domain::{
        attachment::{Media, in_albums},
        ids::{BodyCode, ChatId, UpdateId, UserId},
        question::{Question, State},
        role::Role,
    },
    messages::{
        Message, card, casework::Past, follow_up, group, question as say_question, say,
        triage as say_triage,
    },
    store::{
        self, answers, ask_backs, attachments, chats, corrections, follow_ups, questions,
        residents, roles, steps, topics,
    },
};

/// The body that is the office: the council file's, or the built-in one.
pub(super) fn office(cx: &Cx<'_, '_>) -> BodyCode {
    cx.council
        .office()
        .map_or_else(BodyCode::office, |body| body.code.clone())
}

/// The card of a question as it is now. Its buttons carry the version that was just saved.
pub(super) fn card_of(cx: &Cx<'_, '_>, question: &Question) -> store::Result<Message> {
    let answer = answers::sent_for(cx.tx, question.id)?;
    let question = &Question {
        version: questions::version(cx.tx, question.id)?,
        ..question.clone()
    };
    let past = if question.version == 1 {
        Past::default()
    } else {
        Past {
            steps: steps::on_card(cx.tx, question.id)?,
            asked: ask_backs::open_for(cx.tx, question.id)?,
        }
    };
    let words = cx.group_words();
    let card = card::card_with(words, question, answer.as_ref(), &past);
    with_relations(cx, question, card)
}

/// Puts the question's card into the chat of whoever has it; without such a chat it waits and the office
/// hears of it.
pub(super) fn place_card(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let holder = match question.state {
        // The office reads it from its queue, which counts by itself.
        State::Received => return Ok(()),
        State::Forwarded { .. }
        | State::AskedBack { .. }
        | State::SentUp { .. }
        | State::SetAside { .. }
        | State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => question.body.clone(),
    };
    if let Some(chat) = chats::chat_of(cx.tx, &holder)? {
        put_card(cx, question, chat)
    } else {
        let waits = group::card_waits(cx.group_words(), question);
        Ok(tell_office(cx, waits)?)
    }
}

/// A new card in `chat`; it is the live one from now on.
pub(super) fn put_card(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    let words = cx.group_words();
    if topics::group(cx.tx, chat)?.is_forum {
        let name = words.category(&question.category);
        topics::put_card_into(cx.tx, question.id, chat, &question.category, &name)?;
    }
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    let slot = card_slot(question.id);
    let placing = Placing {
        slot: Some(slot.clone()),
        about: about.clone(),
        ..Placing::default()
    };
    let live = card_of(cx, question)?;
    cx.send(chat, Lane::Card, live, placing)?;
    for more in card::continuations(words, question) {
        let reply_to = Some(Target::Slot(slot.clone()));
        let placing = Placing {
            reply_to,
            about: about.clone(),
            ..Placing::default()
        };
        cx.send(chat, Lane::Card, more, placing)?;
    }
    put_media(
        cx,
        question,
        chat,
        attachments::of_question(cx.tx, question.id)?,
    )?;
    for more in follow_ups::additions(cx.tx, question.id)? {
        for message in follow_up::added(words, question, &more) {
            let placing = Placing {
                reply_to: Some(Target::Slot(slot.clone())),
                about: about.clone(),
                ..Placing::default()
            };
            cx.send(chat, Lane::Card, message, placing)?;
        }
    }
    Ok(questions::set_card_chat(cx.tx, question.id, chat)?)
}

/// The card with the codes of the questions that belong to it.
fn with_relations(cx: &Cx<'_, '_>, question: &Question, card: Message) -> store::Result<Message> {
    let related = corrections::related(cx.tx, question.id)?;
    Ok(say_triage::with_relations(cx.group_words(), card, &related))
}

/// Files and places under the card, in order, neighbours of one kind as an album.
fn put_media(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId, media: Vec<Media>) -> Outcome {
    for group in in_albums(media) {
        let about = About {
            question: Some(question.id),
            answer: None,
        };
        let under = Some(Target::Slot(card_slot(question.id)));
        cx.send_media(chat, group, under, about)?;
    }
    Ok(())
}

/// Files and places of the question, for whoever wants to see them in `chat`.
pub(super) fn media_in(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    for group in in_albums(attachments::of_question(cx.tx, question.id)?) {
        cx.send_media(chat, group, None, About::default())?;
    }
    Ok(())
}

/// Files and places that came later; without a card they come with it.
pub(super) fn media_under_card(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    media: Vec<Media>,
) -> Outcome {
    match questions::card_chat(cx.tx, question.id)? {
        Some(chat) => put_media(cx, question, chat, media),
        None => Ok(()),
    }
}

/// The live card shows how things are now.
pub(super) fn update_card(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let message = card_of(cx, question)?;
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    Ok(cx.edit(
        chat,
        Lane::Card,
        Target::Slot(card_slot(question.id)),
        message,
        about,
    )?)
}

/// A new message under the card: somebody has to do something.
pub(super) fn note_under_card(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: Message,
) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        about: About {
            question: Some(question.id),
            answer: None,
        },
        ..Placing::default()
    };
    Ok(cx.send(chat, Lane::Card, message, placing)?)
}

/// The resident's receipt shows how things are now.
pub(super) fn update_status(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(author) = question.author else {
        return Ok(());
    };
    let words = cx.words_for(author)?;
    let message = say_question::receipt(words, question);
    let target = Target::Slot(status_slot(question.id));
    let about = About {
        question: Some(question.id),
        answer: None,
    };
    Ok(cx.edit(author.private_chat(), Lane::Card, target, message, about)?)
}

/// News about the question for its author, who finds the question again by replying to it.
pub(super) fn tell_author(cx: &mut Cx<'_, '_>, question: &Question, message: Message) -> Outcome {
    let Some(author) = question.author else {
        return tell_on_paper::instead_of_author(cx, question, &message);
    };
    let placing = Placing {
        about: About {
            question: Some(question.id),
            answer: None,
        },
        ..Placing::default()
    };
    Ok(cx.send(author.private_chat(), Lane::Card, message, placing)?)
}

/// Tells the office's group; without one, the administrators in private.
pub(super) fn tell_office(cx: &mut Cx<'_, '_>, message: Message) -> store::Result<()> {
    let office = office(cx);
    if let Some(chat) = chats::chat_of(cx.tx, &office)? {
        return cx.send(chat, Lane::Card, message, Placing::default());
    }
    let by_role = roles::all(cx.tx, cx.now)?
        .into_iter()
        .filter(|grant| grant.role == Role::Administrator)
        .map(|grant| grant.user);
    let admins: BTreeSet<UserId> = cx.facts.admins().iter().copied().chain(by_role).collect();
    for admin in admins {
        if residents::find(cx.tx, admin)?.is_some() {
            cx.send(
                admin.private_chat(),
                Lane::Card,
                message.clone(),
                Placing::default(),
            )?;
        }
    }
    Ok(())
}

/// Says sorry for an update that was set aside, with its number; the office sees it too.
pub(super) fn apologise(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    update: UpdateId,
) -> store::Result<()> {
    if incoming.chat.kind == ChatKind::Private {
        let words = cx.words_for(incoming.person.id)?;
        cx.reply(
            incoming.chat.id,
            Message::plain(say!(words, "apology", number = update.0)),
        )?;
    }
    let words = cx.group_words();
    tell_office(
        cx,
        Message::plain(say!(words, "update-aside-office", number = update.0)),
    )
}
