//! What comes back from the reading room: told once, in the transaction that ends the wait for it.

use jiff::Timestamp;

use crate::{
    chat::outgoing::{About, Act, Activity, Lane, Target},
    domain::{
        ids::{ChatId, UserId},
        reading::Reading,
    },
    handlers::{
        Facts, HandlerError, clock,
        shared::cx::{Cx, Placing},
    },
    messages::{Found, Message, Paper, Words, say},
    store::{
        self, WriteTx,
        readings::{self, Unreadable, Wanted},
    },
};

/// The name of the message that says that a reading is at work: one a chat, since a chat's readings take turns.
const AT_WORK: &str = "reading";

/// What a chat has heard of its reading so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Nothing: it was quick.
    Nothing,
    /// That it is at work.
    AtWork,
}

/// How a reading ended.
#[derive(Debug)]
pub(crate) enum Ending {
    /// With what the chat is to read.
    Found(Box<Found>),
    /// It took too long and was stopped.
    TooLong,
    /// We broke, again and again.
    Broke,
}

/// Tells what was found, or why nothing is; nobody waits for it any more then. A second time changes nothing.
///
/// # Errors
/// When the database fails; it is told later then.
pub(crate) fn tell_reading(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    wanted: &Wanted,
    (ending, heard): (Ending, Heard),
    now: Timestamp,
) -> Result<(), HandlerError> {
    if !readings::finish(tx, wanted.id)? {
        return Ok(());
    }
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let is_of_nobody = matches!(
        wanted.reading,
        Reading::Inline { .. } | Reading::PinnedBoard
    );
    if is_of_nobody && !matches!(ending, Ending::Found(_)) {
        return Ok(());
    }
    let found = match ending {
        Ending::Found(found) => *found,
        Ending::TooLong => Message::plain(say!(waiting(&cx, wanted)?, "reading-too-long")).into(),
        Ending::Broke => Message::plain(say!(waiting(&cx, wanted)?, "reading-broke")).into(),
    };
    if wanted.reading == Reading::PinnedBoard {
        return clock::supervision::show(&mut cx, wanted.chat, found);
    }
    let lane = lane(wanted);
    if let Some(answer) = found.inline {
        cx.put(wanted.chat, lane, Act::AnswerInline { answer })?;
        return Ok(());
    }
    let mut place = match (wanted.reading.turns(), heard) {
        (Some(message), _) => Some(Target::Message(message)),
        (None, Heard::AtWork) => Some(Target::Slot(AT_WORK.to_owned())),
        (None, Heard::Nothing) => None,
    };
    for message in found.messages {
        match place.take() {
            Some(target) => cx.edit(wanted.chat, lane, target, message, About::default())?,
            None => cx.send(wanted.chat, lane, message, Placing::default())?,
        }
    }
    for (picture, html) in found.pictures {
        let act = Act::Picture {
            picture,
            html: html.into_string(),
            keyboard: None,
            slot: None,
        };
        cx.put(wanted.chat, lane, act)?;
    }
    let to = (wanted.chat, waiting(&cx, wanted)?);
    let keyboard = match &found.paper {
        Some(Paper::Draft(wish)) => clock::issue::under_draft(&cx, to, wish)?,
        Some(Paper::Ready(_) | Paper::Issued(..)) | None => None,
    };
    for (file, html) in found.files {
        let act = Act::File {
            file,
            html: html.into_string(),
            keyboard: keyboard.clone(),
        };
        cx.put(wanted.chat, lane, act)?;
    }
    if let Some(paper) = found.paper {
        let by = match &wanted.reading {
            Reading::Issue { by, .. } => Some(*by),
            _ => None,
        };
        clock::issue::told(&mut cx, to, paper, by)?;
    }
    Ok(())
}

/// Nobody knows what the chat waits for: it hears that nothing comes of it, and waits no longer.
///
/// # Errors
/// When the database fails; it is told later then.
pub(crate) fn refuse_reading(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    unreadable: Unreadable,
    now: Timestamp,
) -> Result<(), HandlerError> {
    if !readings::finish(tx, unreadable.id)? {
        return Ok(());
    }
    let Some(chat) = unreadable.chat else {
        return Ok(());
    };
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let broke = Message::plain(say!(speaker(&cx, chat)?, "reading-broke"));
    Ok(cx.reply(chat, broke)?)
}

/// It takes longer than a moment: the chat sees that somebody is at work, and the first time reads so. What nobody asked
/// for works in silence.
///
/// # Errors
/// When the database fails.
pub(crate) fn say_reading_is_at_work(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    wanted: &Wanted,
    heard: Heard,
    now: Timestamp,
) -> Result<(), HandlerError> {
    if !wanted.reading.is_awaited() {
        return Ok(());
    }
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let activity = if wanted.reading.may_give_a_file() {
        Activity::SendingFile
    } else {
        Activity::Writing
    };
    cx.put(wanted.chat, Lane::Reply, Act::Show { activity })?;
    if heard == Heard::Nothing && wanted.reading.turns().is_none() {
        let message = Message::plain(say!(waiting(&cx, wanted)?, "reading-at-work"));
        let placing = Placing {
            slot: Some(AT_WORK.to_owned()),
            ..Placing::default()
        };
        cx.send(wanted.chat, Lane::Reply, message, placing)?;
    }
    Ok(())
}

fn lane(wanted: &Wanted) -> Lane {
    if wanted.reading.is_awaited() || matches!(wanted.reading, Reading::Inline { .. }) {
        Lane::Reply
    } else {
        Lane::Digest
    }
}

/// The speaker of whoever waits.
fn waiting<'a>(cx: &Cx<'a, '_>, wanted: &Wanted) -> store::Result<Words<'a>> {
    speaker(cx, wanted.chat)
}

fn speaker<'a>(cx: &Cx<'a, '_>, chat: ChatId) -> store::Result<Words<'a>> {
    if chat.is_private() {
        cx.words_for(UserId(chat.0))
    } else {
        Ok(cx.group_words())
    }
}
