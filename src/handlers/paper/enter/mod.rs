//! `/nhapho`: a clerk enters a question for somebody without Telegram, one step after the other.
//!
//! The right to it is proved again at every press and at every typed word; an entry belongs to the clerk and chat
//! it was begun in. What comes of it is in `paper::keep`.

mod screen;
mod slip;

use self::screen::{meetings_to_offer, message};

use crate::{
    chat::{
        button::ProxyButton,
        outgoing::{Act, Lane, Target},
    },
    domain::{
        conversation::Conversation,
        entry::{Entry, Step, typed},
        ids::{EntryId, MessageId, SpeakerId},
        meeting::speakers::Turn,
        permission::EntersForOthers,
        prompt::{Prompt, ProxyPrompt},
        question::Source,
    },
    handlers::{
        HandlerError,
        meeting::access::{door, may_check_in},
        paper::keep,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            prompts::{self, Reply},
        },
    },
    messages::{Html, Message, entry as say_entry, entry_lines, label, say},
    store::{
        chats, conversations, duties, entries, meetings, opinions, registrations, residents,
        speakers,
    },
};

/// The proof that somebody may enter questions in this chat.
fn right_in(cx: &Cx<'_, '_>, actor: &Actor) -> Result<Option<EntersForOthers>, HandlerError> {
    let rights = actor.rights(cx)?;
    let takes = |body: &_| cx.council.takes_questions_at_the_desk(body);
    Ok(if actor.chat.is_private() {
        EntersForOthers::in_private(rights, takes)
    } else {
        EntersForOthers::in_group(rights, takes)
    })
}

/// The same, with a clear sentence for everybody else.
pub(crate) fn right_or_refusal(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
) -> Result<Option<EntersForOthers>, HandlerError> {
    let found = right_in(cx, actor)?;
    if found.is_none() {
        let words = actor.words(cx);
        let sentence = if actor.chat.is_private() {
            label!(words, "enter-not-clerk")
        } else {
            label!(words, "enter-only-office")
        };
        let html = Html::text(&sentence);
        cx.alert(sentence);
        cx.reply(actor.chat, Message::plain(html))?;
    }
    Ok(found)
}

/// `/nhapho`; with the code of a printed slip behind it, and what stands on it, one slip at once.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if right_or_refusal(cx, actor)?.is_none() {
        return Ok(());
    }
    if let Some(body) = chats::body_of(cx.tx, actor.chat)? {
        duties::acted(cx.tx, actor.user, &actor.name, &body, cx.now)?;
    }
    match entries::of(cx.tx, actor.user, actor.chat)? {
        Some(entry) => {
            let step = message(cx, actor, &entry, None)?;
            let unfinished = say_entry::unfinished(actor.words(cx), &entry, step);
            put_below(cx, actor, &entry, unfinished)?;
            wait_for_words(cx, actor, &entry)
        }
        None => match slip::of(typed) {
            Some(slip) => slip::begin(cx, actor, slip),
            None => begin(cx, actor),
        },
    }
}

fn begin(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let entry = entries::begin(cx.tx, actor.user, actor.chat, cx.now)?;
    show(cx, actor, &entry, None)
}

/// A speaker's opinion is written down: who and where is known, the words are asked for.
pub(crate) fn begin_opinion(cx: &mut Cx<'_, '_>, actor: &Actor, speaker: SpeakerId) -> Outcome {
    let found = speakers::find(cx.tx, speaker)?.filter(|one| one.turn == Turn::Spoken);
    let Some(speaker) = found else {
        cx.old_button(actor.words(cx));
        return Ok(());
    };
    let Some((planned, _)) = door(cx, actor, &speaker.meeting)? else {
        return Ok(());
    };
    let registered = opinions::registration_of(cx.tx, speaker.id)?;
    let areas = &planned.meeting.areas;
    let only_area = || areas.first().filter(|_| areas.len() == 1).cloned();
    let registered = match registered {
        Some(registration) => registrations::find(cx.tx, registration)?,
        None => None,
    };
    let person = registered.and_then(|registered| registered.person());
    let area = match person {
        Some(person) => residents::find(cx.tx, person)?.and_then(|known| known.area),
        None => None,
    };
    let begun = entries::begin(cx.tx, actor.user, actor.chat, cx.now)?;
    let entry = Entry {
        step: Step::Text,
        source: Some(Source::Meeting),
        meeting: Some(planned.meeting.code.clone()),
        speaker: Some(speaker.id),
        name: person.is_none().then(|| speaker.name.clone()),
        area: area.or_else(only_area),
        ..begun
    };
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, actor, &entry, None)
}

/// The entry of a button or a prompt: of this clerk, in this chat, and the right is still there.
fn entry_of(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    id: EntryId,
) -> Result<Option<(Entry, EntersForOthers)>, HandlerError> {
    let words = actor.words(cx);
    let found = entries::find(cx.tx, id)?.filter(|entry| entry.chat == actor.chat);
    let Some(entry) = found else {
        cx.alert(label!(words, "enter-gone"));
        return Ok(None);
    };
    if entry.clerk != actor.user {
        cx.alert(label!(words, "enter-not-yours"));
        return Ok(None);
    }
    if let (Some(_), Some(code)) = (entry.speaker, &entry.meeting)
        && let Some(planned) = meetings::find(cx.tx, code)?
        && let Some(door) = may_check_in(cx, actor, &planned)?
    {
        return Ok(Some((entry, EntersForOthers::at_meeting(door))));
    }
    let right = right_or_refusal(cx, actor)?;
    Ok(right.map(|right| (entry, right)))
}

/// A button of the dialogue.
pub(crate) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: &ProxyButton,
    id: EntryId,
    shown: MessageId,
) -> Outcome {
    let Some((entry, right)) = entry_of(cx, actor, id)? else {
        return Ok(());
    };
    let words = actor.words(cx);
    let entry = match button {
        ProxyButton::Send(_) => return keep::send(cx, actor, right, &entry, shown),
        ProxyButton::Leave(_) => {
            leave(cx, actor, &entry)?;
            let left = Message::plain(say!(words, "enter-left"));
            return Ok(cx.replace(actor.chat, shown, left)?);
        }
        ProxyButton::StartOver(_) => {
            leave(cx, actor, &entry)?;
            let target = Target::Message(shown);
            cx.put(actor.chat, Lane::Reply, Act::Remove { target })?;
            return begin(cx, actor);
        }
        ProxyButton::Back(_) => entry.back(),
        ProxyButton::Skip(_) => skip(entry),
        ProxyButton::From(_, source) if entry.speaker.is_none() && *source != Source::Telegram => {
            Entry {
                source: Some(*source),
                meeting: None,
                step: Step::Source,
                ..entry
            }
            .forward()
        }
        ProxyButton::AtMeeting(_, code) if entry.speaker.is_none() => {
            let offered = meetings_to_offer(cx)?;
            let Some(meeting) = offered.into_iter().find(|meeting| meeting.code == *code) else {
                cx.old_button(words);
                return Ok(());
            };
            Entry {
                source: Some(Source::Meeting),
                meeting: Some(meeting.code),
                step: Step::Meeting,
                ..entry
            }
            .forward()
        }
        ProxyButton::AreaPage(_, parent, page) => {
            let step = Entry {
                step: Step::Area,
                ..entry
            };
            let shape = say_entry::Shown {
                areas: (parent.clone(), *page),
                ..say_entry::Shown::default()
            };
            let message = message(cx, actor, &step, Some(shape))?;
            return Ok(cx.replace(actor.chat, shown, message)?);
        }
        ProxyButton::In(_, area) if cx.council.area(area).is_some() => {
            return choose_area(cx, actor, entry, area, shown);
        }
        ProxyButton::AllCategories(_) => {
            let shape = say_entry::Shown {
                all_categories: true,
                ..say_entry::Shown::default()
            };
            let step = Entry {
                step: Step::Category,
                ..entry
            };
            let message = message(cx, actor, &step, Some(shape))?;
            return Ok(cx.replace(actor.chat, shown, message)?);
        }
        ProxyButton::About(_, category) if cx.council.category(category).is_some() => Entry {
            category: Some(category.clone()),
            step: Step::Category,
            ..entry
        }
        .forward(),
        _ => {
            cx.old_button(words);
            return Ok(());
        }
    };
    let entry = screen::with_category(cx, entry);
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, actor, &entry, Some(shown))
}

/// Nothing is known here: what had been entered at this step goes. Words, source, area and category stay needed.
fn skip(entry: Entry) -> Entry {
    match entry.step {
        Step::Name => Entry {
            name: None,
            ..entry
        }
        .forward(),
        Step::Phone => Entry {
            phone: None,
            ..entry
        }
        .forward(),
        Step::Area if entry.area.is_some() => entry.forward(),
        Step::Text if entry.text.is_some() => entry.forward(),
        Step::Source | Step::Meeting | Step::Area | Step::Text | Step::Category | Step::Preview => {
            entry
        }
    }
}

fn choose_area(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    entry: Entry,
    area: &crate::domain::ids::AreaCode,
    shown: MessageId,
) -> Outcome {
    let entry = Entry {
        area: Some(area.clone()),
        step: Step::Area,
        ..entry
    };
    if cx.council.children(area).next().is_some() {
        entries::save(cx.tx, &entry, cx.now)?;
        let shape = say_entry::Shown {
            areas: (Some(area.clone()), 0),
            ..say_entry::Shown::default()
        };
        let message = message(cx, actor, &entry, Some(shape))?;
        return Ok(cx.replace(actor.chat, shown, message)?);
    }
    let entry = screen::with_category(cx, entry.forward());
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, actor, &entry, Some(shown))
}

/// Words came, in reply to a prompt or as the next message in private.
pub(crate) fn wrote(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, id: EntryId, step: Step) -> Outcome {
    let actor = reply.actor;
    let words = actor.words(cx);
    let Some((mut entry, _)) = entry_of(cx, actor, id)? else {
        let gone = Message::plain(say!(words, "enter-gone"));
        return Ok(cx.reply(actor.chat, gone)?);
    };
    entry.step = step;
    let refusal = match typed::fill(entry.clone(), reply.text, cx.council) {
        Ok(filled) => {
            entry = screen::with_category(cx, filled);
            entries::save(cx.tx, &entry, cx.now)?;
            None
        }
        Err(unfit) => Some(entry_lines::unfit(words, unfit)),
    };
    if let Some(refusal) = refusal {
        let placing = Placing {
            reply_to: Some(Target::Message(reply.message)),
            ..Placing::default()
        };
        cx.send(actor.chat, Lane::Reply, Message::plain(refusal), placing)?;
    }
    show(cx, actor, &entry, None)
}

/// `/huy`, or the button: nothing is kept.
pub(crate) fn leave(cx: &mut Cx<'_, '_>, actor: &Actor, entry: &Entry) -> Outcome {
    entries::remove(cx.tx, entry.id)?;
    if actor.chat.is_private() {
        conversations::clear(cx.tx, actor.user)?;
    }
    Ok(())
}

/// Shows the step, in place of `shown` where a button was pressed, and waits for words where it needs them.
fn show(cx: &mut Cx<'_, '_>, actor: &Actor, entry: &Entry, shown: Option<MessageId>) -> Outcome {
    let message = message(cx, actor, entry, None)?;
    match shown {
        Some(shown) => cx.replace(actor.chat, shown, message)?,
        None => put_below(cx, actor, entry, message)?,
    }
    wait_for_words(cx, actor, entry)
}

/// The step below what was typed; where it stood before it goes.
fn put_below(cx: &mut Cx<'_, '_>, actor: &Actor, entry: &Entry, message: Message) -> Outcome {
    let slot = format!("entry:{}", entry.id);
    if chats::message_in_slot(cx.tx, actor.chat, &slot)?.is_some() {
        let target = Target::Slot(slot.clone());
        cx.put(actor.chat, Lane::Reply, Act::Remove { target })?;
    }
    let placing = Placing {
        slot: Some(slot),
        ..Placing::default()
    };
    Ok(cx.send(actor.chat, Lane::Reply, message, placing)?)
}

/// In private the next message counts; in a group a reply to a message of its own.
fn wait_for_words(cx: &mut Cx<'_, '_>, actor: &Actor, entry: &Entry) -> Outcome {
    let takes_words = match entry.step {
        Step::Name | Step::Phone | Step::Text => true,
        Step::Area | Step::Source | Step::Meeting | Step::Category | Step::Preview => false,
    };
    let prompt = Prompt::Proxy(ProxyPrompt::Words {
        entry: entry.id,
        step: entry.step,
    });
    if actor.chat.is_private() {
        let waits = Conversation::Asked {
            prompt,
            question: None,
        };
        // Whatever is typed until it is sent or left belongs to it, also where a button is waited for.
        conversations::set(cx.tx, actor.user, &waits, cx.now)?;
        return Ok(());
    }
    if !takes_words {
        return Ok(());
    }
    let words = say_entry::prompt(actor.words(cx), entry.step);
    prompts::ask(cx, actor, prompt, None, words)
}
