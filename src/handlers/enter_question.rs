//! `/nhapho`: a clerk enters a question for somebody without Telegram, one step after the other.
//!
//! The right to it is proved again at every press and at every typed word; an entry belongs to the clerk and chat
//! it was begun in. What comes of it is in `keep_entered`.

use std::cmp::Reverse;

use super::{
    HandlerError,
    check_in::{door, may_check_in},
    context::{Cx, Outcome, Placing},
    keep_entered,
    prompts::{self, Reply},
    rights,
};
use crate::{
    chat::{
        button::ProxyButton,
        incoming::Incoming,
        outgoing::{Lane, Target},
    },
    domain::{
        categorise::Kind,
        conversation::Conversation,
        entry::{Entry, MAX_NAME, Step},
        gate,
        ids::{ChatId, EntryId, Language, MeetingCode, MessageId, SpeakerId, UserId},
        meeting::{registration::Planned, speakers::Turn},
        permission::EntersForOthers,
        phone::Phone,
        prompt::{Prompt, ProxyPrompt},
        question::{
            Source,
            draft::{MAX_UNITS, QuestionText},
            kind,
        },
        resident::Resident,
        routing, text,
    },
    messages::{Html, Message, Words, entry as say_entry, label, say},
    store::{
        chats, conversations, duties, entries, meetings, opinions, registrations, residents,
        speakers,
    },
};

/// Meetings are offered that began so long ago at most, or begin within that time.
const MEETINGS_AROUND: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);

/// Somebody who enters questions, and where.
pub(super) struct Desk {
    pub(super) user: UserId,
    pub(super) name: String,
    pub(super) chat: ChatId,
    pub(super) language: Language,
}

impl Desk {
    /// In a resident's private chat.
    pub(super) fn in_private(resident: &Resident) -> Self {
        Self {
            user: resident.id,
            name: text::truncate_utf16(&resident.name, 64),
            chat: resident.id.private_chat(),
            language: resident.language,
        }
    }

    /// In a group, which reads the council's language.
    pub(super) fn in_group(cx: &Cx<'_, '_>, incoming: &Incoming) -> Self {
        Self {
            user: incoming.person.id,
            name: text::truncate_utf16(&text::clean(&incoming.person.name), 64),
            chat: incoming.chat.id,
            language: cx.council.default_language(),
        }
    }

    /// Whoever replied to a prompt.
    pub(super) fn of_reply(cx: &Cx<'_, '_>, reply: &Reply<'_>) -> Result<Self, HandlerError> {
        let language = if reply.chat.is_private() {
            residents::find(cx.tx, reply.person)?
                .map_or_else(|| cx.council.default_language(), |known| known.language)
        } else {
            cx.council.default_language()
        };
        Ok(Self {
            user: reply.person,
            name: reply.name.clone(),
            chat: reply.chat,
            language,
        })
    }

    /// What is said here.
    pub(super) fn words<'a>(&self, cx: &Cx<'a, '_>) -> Words<'a> {
        cx.words(self.language)
    }
}

/// The proof that somebody may enter questions in this chat.
pub(super) fn right_in(
    cx: &Cx<'_, '_>,
    user: UserId,
    chat: ChatId,
) -> Result<Option<EntersForOthers>, HandlerError> {
    let rights = rights::of(cx, user, chat)?;
    let takes = |body: &_| cx.council.takes_questions_at_the_desk(body);
    Ok(if chat.is_private() {
        EntersForOthers::in_private(&rights, takes)
    } else {
        EntersForOthers::in_group(&rights, takes)
    })
}

/// The same, with a clear sentence for everybody else.
pub(super) fn right_or_refusal(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
) -> Result<Option<EntersForOthers>, HandlerError> {
    let found = right_in(cx, desk.user, desk.chat)?;
    if found.is_none() {
        let words = desk.words(cx);
        let sentence = if desk.chat.is_private() {
            label!(words, "enter-not-clerk")
        } else {
            label!(words, "enter-only-office")
        };
        let html = Html::text(&sentence);
        cx.alert(sentence);
        cx.reply(desk.chat, Message::plain(html))?;
    }
    Ok(found)
}

/// `/nhapho`.
pub(super) fn by_command(cx: &mut Cx<'_, '_>, desk: &Desk) -> Outcome {
    if right_or_refusal(cx, desk)?.is_none() {
        return Ok(());
    }
    if let Some(body) = chats::body_of(cx.tx, desk.chat)? {
        duties::acted(cx.tx, desk.user, &desk.name, &body, cx.now)?;
    }
    match entries::of(cx.tx, desk.user, desk.chat)? {
        Some(entry) => {
            let step = message(cx, desk, &entry, None)?;
            let unfinished = say_entry::unfinished(desk.words(cx), &entry, step);
            cx.reply(desk.chat, unfinished)?;
            wait_for_words(cx, desk, &entry)
        }
        None => begin(cx, desk),
    }
}

fn begin(cx: &mut Cx<'_, '_>, desk: &Desk) -> Outcome {
    let entry = entries::begin(cx.tx, desk.user, desk.chat, cx.now)?;
    show(cx, desk, &entry, None)
}

/// A speaker's opinion is written down: who and where is known, the words are asked for.
pub(super) fn begin_opinion(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    speaker: SpeakerId,
) -> Outcome {
    let desk = Desk::in_private(resident);
    let found = speakers::find(cx.tx, speaker)?.filter(|one| one.turn == Turn::Spoken);
    let Some(speaker) = found else {
        cx.toast(label!(desk.words(cx), "old-button"));
        return Ok(());
    };
    let Some((planned, _)) = door(cx, resident, &speaker.meeting)? else {
        return Ok(());
    };
    let registered = opinions::registration_of(cx.tx, speaker.id)?;
    let areas = &planned.meeting.areas;
    let only_area = || areas.first().filter(|_| areas.len() == 1).cloned();
    let area = match registered {
        Some(registration) => match registrations::find(cx.tx, registration)? {
            Some(mine) => residents::find(cx.tx, mine.person)?.and_then(|known| known.area),
            None => None,
        },
        None => None,
    };
    let begun = entries::begin(cx.tx, desk.user, desk.chat, cx.now)?;
    let entry = Entry {
        step: Step::Text,
        source: Some(Source::Meeting),
        meeting: Some(planned.meeting.code.clone()),
        speaker: Some(speaker.id),
        name: registered.is_none().then(|| speaker.name.clone()),
        area: area.or_else(only_area),
        ..begun
    };
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, &desk, &entry, None)
}

/// The entry of a button or a prompt: of this clerk, in this chat, and the right is still there.
fn entry_of(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    id: EntryId,
) -> Result<Option<(Entry, EntersForOthers)>, HandlerError> {
    let words = desk.words(cx);
    let found = entries::find(cx.tx, id)?.filter(|entry| entry.chat == desk.chat);
    let Some(entry) = found else {
        cx.alert(label!(words, "enter-gone"));
        return Ok(None);
    };
    if entry.clerk != desk.user {
        cx.alert(label!(words, "enter-not-yours"));
        return Ok(None);
    }
    if let (Some(_), Some(code)) = (entry.speaker, &entry.meeting)
        && let Some(planned) = meetings::find(cx.tx, code)?
        && let Some(door) = may_check_in(cx, desk.user, &planned)?
    {
        return Ok(Some((entry, EntersForOthers::at_meeting(door))));
    }
    let right = right_or_refusal(cx, desk)?;
    Ok(right.map(|right| (entry, right)))
}

/// A button of the dialogue.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    desk: &Desk,
    button: &ProxyButton,
    id: EntryId,
    shown: MessageId,
) -> Outcome {
    let Some((entry, right)) = entry_of(cx, desk, id)? else {
        return Ok(());
    };
    let words = desk.words(cx);
    let entry = match button {
        ProxyButton::Send(_) => return keep_entered::send(cx, desk, right, &entry, shown),
        ProxyButton::Leave(_) => {
            leave(cx, desk, &entry)?;
            let left = Message::plain(say!(words, "enter-left"));
            return Ok(cx.replace(desk.chat, shown, left)?);
        }
        ProxyButton::StartOver(_) => {
            leave(cx, desk, &entry)?;
            return begin(cx, desk);
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
                cx.toast(label!(words, "old-button"));
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
            let message = message(cx, desk, &step, Some(shape))?;
            return Ok(cx.replace(desk.chat, shown, message)?);
        }
        ProxyButton::In(_, area) if cx.council.area(area).is_some() => {
            return choose_area(cx, desk, entry, area, shown);
        }
        ProxyButton::AllCategories(_) => {
            let shape = say_entry::Shown {
                all_categories: true,
                ..say_entry::Shown::default()
            };
            let message = message(cx, desk, &entry, Some(shape))?;
            return Ok(cx.replace(desk.chat, shown, message)?);
        }
        ProxyButton::About(_, category) if cx.council.category(category).is_some() => Entry {
            category: Some(category.clone()),
            step: Step::Category,
            ..entry
        }
        .forward(),
        _ => {
            cx.toast(label!(words, "old-button"));
            return Ok(());
        }
    };
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, desk, &entry, Some(shown))
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
    desk: &Desk,
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
        let message = message(cx, desk, &entry, Some(shape))?;
        return Ok(cx.replace(desk.chat, shown, message)?);
    }
    let entry = entry.forward();
    entries::save(cx.tx, &entry, cx.now)?;
    show(cx, desk, &entry, Some(shown))
}

/// Words came, in reply to a prompt or as the next message in private.
pub(super) fn wrote(cx: &mut Cx<'_, '_>, reply: &Reply<'_>, id: EntryId, step: Step) -> Outcome {
    let desk = Desk::of_reply(cx, reply)?;
    let words = desk.words(cx);
    let Some((mut entry, _)) = entry_of(cx, &desk, id)? else {
        let gone = Message::plain(say!(words, "enter-gone"));
        return Ok(cx.reply(desk.chat, gone)?);
    };
    let typed = reply.text;
    entry.step = step;
    let refusal = match step {
        Step::Name => {
            entry.name = Some(text::truncate_utf16(typed, MAX_NAME));
            None
        }
        Step::Phone => {
            let phone = Phone::parse(typed);
            let refusal = phone.is_none().then(|| say!(words, "enter-bad-phone"));
            entry.phone = phone.or(entry.phone);
            refusal
        }
        Step::Area => match cx
            .council
            .find_areas(&text::truncate_utf16(typed, 100))
            .as_slice()
        {
            [only] => {
                entry.area = Some(only.code.clone());
                None
            }
            _ => Some(say!(words, "enter-area-unknown")),
        },
        Step::Text => match QuestionText::parse(typed) {
            Ok(text) if text::utf16_len(text.as_str()) > MAX_UNITS => {
                Some(say!(words, "enter-text-too-long", limit = MAX_UNITS))
            }
            Ok(text) => {
                entry.text = Some(text.into_string());
                entry.category = None;
                None
            }
            Err(_) => Some(say!(words, "enter-text-too-short")),
        },
        Step::Source | Step::Meeting | Step::Category | Step::Preview => None,
    };
    if let Some(refusal) = refusal {
        let placing = Placing {
            reply_to: Some(Target::Message(reply.message)),
            ..Placing::default()
        };
        cx.send(desk.chat, Lane::Reply, Message::plain(refusal), placing)?;
    } else {
        entry = entry.forward();
        entries::save(cx.tx, &entry, cx.now)?;
    }
    show(cx, &desk, &entry, None)
}

/// `/huy`, or the button: nothing is kept.
pub(super) fn leave(cx: &mut Cx<'_, '_>, desk: &Desk, entry: &Entry) -> Outcome {
    entries::remove(cx.tx, entry.id)?;
    if desk.chat.is_private() {
        conversations::clear(cx.tx, desk.user)?;
    }
    Ok(())
}

/// Shows the step, in place of `shown` where a button was pressed, and waits for words where it needs them.
fn show(cx: &mut Cx<'_, '_>, desk: &Desk, entry: &Entry, shown: Option<MessageId>) -> Outcome {
    let message = message(cx, desk, entry, None)?;
    match shown {
        Some(shown) => cx.replace(desk.chat, shown, message)?,
        None => cx.reply(desk.chat, message)?,
    }
    wait_for_words(cx, desk, entry)
}

/// In private the next message counts; in a group a reply to a message of its own.
fn wait_for_words(cx: &mut Cx<'_, '_>, desk: &Desk, entry: &Entry) -> Outcome {
    let takes_words = match entry.step {
        Step::Name | Step::Phone | Step::Text => true,
        Step::Area => desk.chat.is_private(),
        Step::Source | Step::Meeting | Step::Category | Step::Preview => false,
    };
    let prompt = Prompt::Proxy(ProxyPrompt::Words {
        entry: entry.id,
        step: entry.step,
    });
    if desk.chat.is_private() {
        let waits = Conversation::Asked {
            prompt,
            question: None,
        };
        if takes_words {
            conversations::set(cx.tx, desk.user, &waits, cx.now)?;
        } else {
            conversations::clear(cx.tx, desk.user)?;
        }
        return Ok(());
    }
    if !takes_words {
        return Ok(());
    }
    let words = say_entry::prompt(desk.words(cx), entry.step);
    prompts::ask(cx, desk.chat, (desk.user, &desk.name), prompt, None, words)
}

/// The step with what belongs to it; `shape` says which page of a list.
fn message(
    cx: &Cx<'_, '_>,
    desk: &Desk,
    entry: &Entry,
    shape: Option<say_entry::Shown>,
) -> Result<Message, HandlerError> {
    let mut shown = shape.unwrap_or_default();
    shown.bot.clone_from(&cx.facts.bot().username);
    match entry.step {
        Step::Meeting => shown.meetings = meetings_to_offer(cx)?,
        Step::Text => {
            shown.topic = match entry.speaker {
                Some(speaker) => speakers::find(cx.tx, speaker)?.and_then(|one| one.topic),
                None => None,
            };
        }
        Step::Category | Step::Preview => {
            let text = entry.text.as_deref().unwrap_or_default();
            shown.proposed = cx.facts.propose_categories(text);
            let verdict = cx.facts.categorise(text);
            let taken_for = gate::taken_for(verdict.kind, verdict.kind_confidence);
            shown.taken_for = (taken_for != Kind::Petition).then_some(taken_for);
            if let Some(ready) = entry.ready() {
                let body = routing::route(cx.council, &ready.category, &ready.area).body;
                let due = routing::due(cx.council, &ready.category, cx.now);
                shown.outlook = Some((body, due, kind::guess(text, taken_for)));
            }
        }
        Step::Name | Step::Phone | Step::Source | Step::Area => {}
    }
    Ok(say_entry::step(desk.words(cx), entry, &shown))
}

/// Meetings held lately or about to be, those that began last first.
fn meetings_to_offer(
    cx: &Cx<'_, '_>,
) -> Result<Vec<crate::domain::meeting::Meeting>, HandlerError> {
    let around = meetings::around(cx.tx, cx.now, MEETINGS_AROUND)?;
    let mut begun: Vec<Planned> = around
        .into_iter()
        .filter(|planned| planned.meeting.starts_at <= cx.now)
        .collect();
    begun.sort_by_key(|planned| Reverse(planned.meeting.starts_at));
    let meetings = begun.into_iter().map(|planned| planned.meeting);
    Ok(meetings.take(say_entry::MEETINGS_OFFERED).collect())
}

/// The meeting with this code, if there is one.
pub(super) fn meeting_of(
    cx: &Cx<'_, '_>,
    code: Option<&MeetingCode>,
) -> Result<Option<Planned>, HandlerError> {
    match code {
        Some(code) => Ok(meetings::find(cx.tx, code)?),
        None => Ok(None),
    }
}
