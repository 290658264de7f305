//! What several handlers have to tell: the live card, the resident's status, the office.

use crate::{
    chat::{
        incoming::{ChatKind, Incoming},
        outgoing::{About, Lane, Target, card_slot, revised_slot, status_slot, words_slot},
    },
    domain::{
        answer::Answer,
        attachment::{Media, in_albums},
        event::Event,
        ids::{BodyCode, ChatId, UpdateId, UserId},
        question::{Question, State, resolution::Resolution},
        role::Role,
    },
    handlers::{
        shared::cx::{Cx, Outcome, Placing},
        shared::{marks, on_paper},
    },
    messages::{
        Message, card,
        casework::{self as say_case, Past},
        follow_up, group, question as say_question, say, triage as say_triage,
        trouble as say_trouble,
    },
    store::{
        self, answers, ask_backs, assessments, associations, attachments, chats, corrections,
        exchanges, follow_ups, outbox, questions, residents, resolutions, roles, steps, support,
        surveys, topics,
    },
};

use std::collections::BTreeSet;

/// The body that is the office: the council file's, or the built-in one.
pub(crate) fn office(cx: &Cx<'_, '_>) -> BodyCode {
    cx.council.office_code()
}

/// The card of a question as it is now. Its buttons carry its version.
pub(crate) fn card_of(cx: &Cx<'_, '_>, question: &Question) -> store::Result<Message> {
    let answer = answers::sent_for(cx.tx, question.id)?;
    let speaks_for = speaks_for(cx, question)?;
    let past = if question.version == 1 {
        Past {
            speaks_for,
            elsewhere: exchanges::of(cx.tx, question.id)?,
            ..Past::default()
        }
    } else {
        Past {
            steps: steps::on_card(cx.tx, question.id)?,
            asked: ask_backs::open_for(cx.tx, question.id)?,
            resolved_by: match question.resolution {
                Resolution::Resolved { .. } => resolutions::newest(cx.tx, question.id)?,
                Resolution::Open | Resolution::Denied { .. } => None,
            }
            .map(|resolved| resolved.name),
            assessment: assessments::of(cx.tx, question.id)?,
            is_obliged: support::is_obliged(cx.tx, question.id)?,
            speaks_for,
            elsewhere: exchanges::of(cx.tx, question.id)?,
        }
    };
    let words = cx.group_words();
    let card = card::card_with(words, question, answer.as_ref(), &past);
    with_relations(cx, question, card)
}

/// For which association its author said to speak there when they asked.
fn speaks_for(cx: &Cx<'_, '_>, question: &Question) -> store::Result<Option<String>> {
    let Some(author) = question.author else {
        return Ok(None);
    };
    let areas = cx.council.path_of(&question.area);
    associations::speaking(cx.tx, author, &areas, question.received_at)
}

/// Puts the question's card into the chat of whoever has it; without such a chat it waits and the office
/// hears of it.
pub(crate) fn place_card(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
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

/// A new card in `chat`; it is the live one from now on, and the one that was there says so.
pub(crate) fn put_card(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    let words = cx.group_words();
    if topics::group(cx.tx, chat)?.is_forum {
        let name = words.category(&question.category);
        topics::put_card_into(cx.tx, question.id, chat, &question.category, &name)?;
    }
    let about = About::question(question.id);
    let slot = card_slot(question.id);
    let placing = Placing {
        slot: Some(slot.clone()),
        about: about.clone(),
        ..Placing::default()
    };
    if let Some(older) = chats::message_in_slot(cx.tx, chat, &slot)? {
        let below = group::card_is_below(words, question);
        let older = Target::Message(older);
        cx.edit(chat, Lane::Card, older, below, about.clone())?;
    }
    let live = card_of(cx, question)?;
    cx.send(chat, Lane::Card, live, placing)?;
    marks::on_new_card(cx, question, chat)?;
    put_below_card(cx, question, chat)?;
    Ok(questions::set_card_chat(cx.tx, question.id, chat)?)
}

/// What belongs to a card and has no room on it: the rest of a long text, files, what was added, what others did before.
pub(crate) fn put_below_card(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    let words = cx.group_words();
    let about = About::question(question.id);
    let slot = card_slot(question.id);
    for more in card::continuations(words, question) {
        put_words(cx, question, (chat, Lane::Card), more)?;
    }
    put_media(
        cx,
        question,
        chat,
        attachments::of_question(cx.tx, question.id)?,
    )?;
    for more in follow_ups::additions(cx.tx, question.id)? {
        for message in follow_up::added(words, question, &more) {
            put_words(cx, question, (chat, Lane::Card), message)?;
        }
    }
    for message in before(cx, question, chat)? {
        let placing = Placing {
            reply_to: Some(Target::Slot(slot.clone())),
            about: about.clone(),
            ..Placing::default()
        };
        cx.send(chat, Lane::Card, message, placing)?;
    }
    Ok(())
}

/// What others did with the question before it came to this chat.
fn before(cx: &Cx<'_, '_>, question: &Question, chat: ChatId) -> store::Result<Vec<Message>> {
    if question.version == 1 {
        return Ok(Vec::new());
    }
    let is_moved = steps::on_card(cx.tx, question.id)?
        .iter()
        .any(|step| matches!(step.event, Event::QuestionTransferred { .. }));
    if !is_moved {
        return Ok(Vec::new());
    }
    let mut earlier = Vec::new();
    for answer in answers::superseded(cx.tx, question.id)? {
        let objection = surveys::words_of_author(cx.tx, answer.id)?;
        earlier.push((of(cx, answer, chat)?, objection));
    }
    let asked = ask_backs::all_for(cx.tx, question.id)?;
    let notes = notes_of(cx, question, chat)?;
    let before = say_case::Before {
        answers: earlier,
        asked,
        notes,
    };
    Ok(say_case::before(cx.group_words(), question, &before))
}

/// The notes of a question as whoever reads them in `chat` needs them: those of other bodies say whose they are.
pub(crate) fn notes_of(
    cx: &Cx<'_, '_>,
    question: &Question,
    chat: ChatId,
) -> store::Result<Vec<say_case::Of<Answer>>> {
    let notes = answers::notes(cx.tx, question.id)?;
    notes.into_iter().map(|note| of(cx, note, chat)).collect()
}

fn of(cx: &Cx<'_, '_>, what: Answer, chat: ChatId) -> store::Result<say_case::Of<Answer>> {
    let body = if what.chat == chat {
        None
    } else {
        chats::body_of(cx.tx, what.chat)?
    };
    Ok(say_case::Of { body, what })
}

/// The card with the codes of the questions that belong to it.
fn with_relations(cx: &Cx<'_, '_>, question: &Question, card: Message) -> store::Result<Message> {
    let related = corrections::related(cx.tx, question.id)?;
    Ok(say_triage::with_relations(cx.group_words(), card, &related))
}

/// Files and places under the card, in order, neighbours of one kind as an album.
fn put_media(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId, media: Vec<Media>) -> Outcome {
    for group in in_albums(media) {
        let about = About::question(question.id);
        let under = Some(Target::Slot(card_slot(question.id)));
        cx.send_media(chat, group, under, about)?;
    }
    Ok(())
}

/// Files and places of the question, for whoever wants to see them in `chat`.
pub(crate) fn media_in(cx: &mut Cx<'_, '_>, question: &Question, chat: ChatId) -> Outcome {
    for group in in_albums(attachments::of_question(cx.tx, question.id)?) {
        cx.send_media(chat, group, None, About::default())?;
    }
    Ok(())
}

/// Files and places that came later; without a card they come with it.
pub(crate) fn media_under_card(
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
pub(crate) fn update_card(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let message = card_of(cx, question)?;
    let about = About::question(question.id);
    Ok(cx.edit(
        chat,
        Lane::Card,
        Target::Slot(card_slot(question.id)),
        message,
        about,
    )?)
}

/// A new message under the card: somebody has to do something.
pub(crate) fn note_under_card(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: Message,
) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        about: About::question(question.id),
        ..Placing::default()
    };
    Ok(cx.send(chat, Lane::Notice, message, placing)?)
}

/// A notice under the card that takes the place of the one before it: `run` says whether that is still fresh.
pub(crate) fn note_once_under_card(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: Message,
    run: Run,
) -> Outcome {
    let Some(chat) = questions::card_chat(cx.tx, question.id)? else {
        return Ok(());
    };
    let slot = revised_slot(question.id);
    let about = About::question(question.id);
    if run == Run::GoesOn {
        let target = Target::Slot(slot);
        return Ok(cx.edit(chat, Lane::Notice, target, message, about)?);
    }
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(slot),
        about,
    };
    Ok(cx.send(chat, Lane::Notice, message, placing)?)
}

/// Whether something happens for the first time, or again within a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    /// For the first time: somebody should look.
    Begins,
    /// Again: what was said about it is said anew, in its place.
    GoesOn,
}

/// The same with words of its author in it: when they are to be forgotten, this message is found again.
pub(crate) fn words_under_card(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    message: Message,
) -> Outcome {
    match questions::card_chat(cx.tx, question.id)? {
        Some(chat) => put_words(cx, question, (chat, Lane::Notice), message),
        None => Ok(()),
    }
}

fn put_words(
    cx: &mut Cx<'_, '_>,
    question: &Question,
    (chat, lane): (ChatId, Lane),
    message: Message,
) -> Outcome {
    let number = outbox::last_number(cx.tx)?;
    let placing = Placing {
        reply_to: Some(Target::Slot(card_slot(question.id))),
        slot: Some(words_slot(question.id, number)),
        about: About::question(question.id),
    };
    Ok(cx.send(chat, lane, message, placing)?)
}

/// What stands beside the card in its author's words says from now on that they were removed.
pub(crate) fn hide_words_beside_card(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    for (chat, slot) in chats::words_of(cx.tx, question.id)? {
        let hidden = Message::plain(say!(
            cx.group_words(),
            "words-removed",
            code = question.code
        ));
        let about = About::question(question.id);
        cx.edit(chat, Lane::Card, Target::Slot(slot), hidden, about)?;
    }
    Ok(())
}

/// Whether the question's card is in the group of whoever has it.
pub(crate) fn has_arrived(cx: &Cx<'_, '_>, question: &Question) -> store::Result<bool> {
    Ok(match questions::card_chat(cx.tx, question.id)? {
        Some(chat) => chats::message_in_slot(cx.tx, chat, &card_slot(question.id))?.is_some(),
        None => false,
    })
}

/// The receipt as it is now, for its author.
pub(crate) fn receipt(cx: &Cx<'_, '_>, question: &Question) -> store::Result<Message> {
    let words = cx.words_for_author(question)?;
    let has_arrived = has_arrived(cx, question)?;
    Ok(say_question::receipt(words, question, has_arrived))
}

/// The resident's receipt shows how things are now.
pub(crate) fn update_status(cx: &mut Cx<'_, '_>, question: &Question) -> Outcome {
    let Some(author) = question.author else {
        return Ok(());
    };
    let message = receipt(cx, question)?;
    let target = Target::Slot(status_slot(question.id));
    let about = About::question(question.id);
    Ok(cx.edit(author.private_chat(), Lane::Card, target, message, about)?)
}

/// News about the question for its author, who finds the question again by replying to it.
pub(crate) fn tell_author(cx: &mut Cx<'_, '_>, question: &Question, message: Message) -> Outcome {
    let Some(author) = question.author else {
        return on_paper::instead_of_author(cx, question, &message);
    };
    let placing = Placing {
        about: About::question(question.id),
        ..Placing::default()
    };
    Ok(cx.send(author.private_chat(), Lane::Card, message, placing)?)
}

/// Tells the office's group; without one, the administrators in private.
#[expect(clippy::needless_pass_by_value, reason = "said once, given away")]
pub(crate) fn tell_office(cx: &mut Cx<'_, '_>, message: Message) -> store::Result<()> {
    for chat in office_chats(cx)? {
        let lane = if chat.is_private() {
            Lane::Card
        } else {
            Lane::Notice
        };
        cx.send(chat, lane, message.clone(), Placing::default())?;
    }
    Ok(())
}

/// Where the office is told: its group; without one, the administrators' private chats.
pub(crate) fn office_chats(cx: &Cx<'_, '_>) -> store::Result<Vec<ChatId>> {
    let office = office(cx);
    if let Some(chat) = chats::chat_of(cx.tx, &office)? {
        return Ok(vec![chat]);
    }
    let by_role = roles::all(cx.tx, cx.now)?
        .into_iter()
        .filter(|grant| grant.role == Role::Administrator)
        .map(|grant| grant.user);
    let admins: BTreeSet<UserId> = cx.facts.admins().iter().copied().chain(by_role).collect();
    let mut private = Vec::new();
    for admin in admins {
        if residents::find(cx.tx, admin)?.is_some() {
            private.push(admin.private_chat());
        }
    }
    Ok(private)
}

/// Says sorry for an update that was set aside, with its number; the office sees it too.
pub(crate) fn apologise(
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
    tell_office(cx, say_trouble::update_aside(words, update.0))
}
