//! What messages that can be changed show, once what is queued has left: an edit that changes nothing is not queued.

use rusqlite::params;

use crate::{
    chat::outgoing::{Act, Keyboard, Outgoing, Target},
    domain::ids::{ChatId, MessageId},
    store::{Result, WriteTx, chats},
};

/// Whether it changes what is to be seen; what will be is remembered.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_news(tx: &WriteTx<'_>, outgoing: &Outgoing) -> Result<bool> {
    let chat = outgoing.chat;
    match &outgoing.act {
        Act::Send {
            html,
            keyboard,
            slot: Some(slot),
            ..
        }
        | Act::Picture {
            html,
            keyboard,
            slot: Some(slot),
            ..
        } => {
            let looks = looks(html, keyboard.as_ref());
            // The message that was in the slot still looks as it did.
            if let Some(before) = find(tx, chat, slot)?
                && let Some(older) = chats::message_in_slot(tx, chat, slot)?
            {
                keep(tx, chat, &alone(older), before)?;
            }
            keep(tx, chat, slot, looks)?;
            Ok(true)
        }
        // What a person pressed there is answered in its place, with something else.
        Act::Edit {
            target: Target::Message(_),
            ..
        } if chat.is_private() => Ok(true),
        Act::Edit {
            target,
            html,
            keyboard,
        }
        | Act::Recaption {
            target,
            html,
            keyboard,
        } => {
            let looks = looks(html, keyboard.as_ref());
            let place = place_of(tx, chat, target)?;
            if find(tx, chat, &place)? == Some(looks) {
                return Ok(false);
            }
            keep(tx, chat, &place, looks)?;
            Ok(true)
        }
        Act::Strip { target } => {
            forget(tx, chat, &place_of(tx, chat, target)?)?;
            Ok(true)
        }
        Act::Send { slot: None, .. }
        | Act::Picture { slot: None, .. }
        | Act::Media { .. }
        | Act::Captioned { .. }
        | Act::AnswerInline { .. }
        | Act::File { .. }
        | Act::Venue { .. }
        | Act::Pin { .. }
        | Act::Show { .. }
        | Act::Menu { .. }
        | Act::Remove { .. }
        | Act::React { .. }
        | Act::Leave => Ok(true),
    }
}

/// Whether a message in this slot is there, or on its way, and has not lost its buttons.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn is_open(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<bool> {
    Ok(find(tx, chat, slot)?.is_some())
}

/// A message that was there already is in this slot now, with buttons.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn open(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<()> {
    keep(tx, chat, slot, 0)
}

/// Nobody knows any more what this message shows: it lost its buttons, or was gone and is put again.
///
/// # Errors
/// When SQLite fails.
pub(crate) fn forget(tx: &WriteTx<'_>, chat: ChatId, slot: &str) -> Result<()> {
    tx.execute(
        "delete from shown where chat_id = ? and place = ?",
        params![chat.0, slot],
    )?;
    Ok(())
}

fn alone(message: MessageId) -> String {
    format!("#{}", message.0)
}

/// A message that has left its slot, or never had one, is known by its number.
fn place_of(tx: &WriteTx<'_>, chat: ChatId, target: &Target) -> Result<String> {
    let message = match target {
        Target::Slot(slot) => return Ok(slot.clone()),
        Target::Message(message) => *message,
    };
    let alone = alone(message);
    if find(tx, chat, &alone)?.is_some() {
        return Ok(alone);
    }
    Ok(chats::slot_of_message(tx, chat, message)?.unwrap_or(alone))
}

fn find(tx: &WriteTx<'_>, chat: ChatId, place: &str) -> Result<Option<i64>> {
    tx.optional(
        "select looks from shown where chat_id = ? and place = ?",
        params![chat.0, place],
        |row| Ok(row.get(0)?),
    )
}

fn keep(tx: &WriteTx<'_>, chat: ChatId, place: &str, looks: i64) -> Result<()> {
    tx.execute(
        "insert into shown (chat_id, place, looks) values (?1, ?2, ?3)
         on conflict (chat_id, place) do update set looks = ?3",
        params![chat.0, place, looks],
    )?;
    Ok(())
}

/// A number for words and buttons: FNV-1a. Nothing but another look makes another number, for all that happens here.
fn looks(html: &str, keyboard: Option<&Keyboard>) -> i64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    add(html);
    if let Some(Keyboard::Inline(rows)) = keyboard {
        for row in rows {
            add("");
            for button in row {
                add(&button.label);
                add(&button.data);
                add(button.copies.as_deref().unwrap_or_default());
                for address in button.opens.iter().chain(&button.shares) {
                    add(address);
                }
            }
        }
    }
    hash.cast_signed()
}
