//! Writing an announcement: to whom, what, with which photo, file or button; a look at it as its recipients get it; and
//! asking somebody else to approve it.
//!
//! How many it would reach is looked up beside the writing thread, so every change shows itself by a reading.

use super::send;
use crate::{
    chat::{
        button::BroadcastButton,
        outgoing::{Act, Lane},
    },
    domain::{
        area::Area,
        attachment::{Media, Sent},
        broadcast::{Audience, Broadcast, BroadcastState, Link, MAX_TEXT, MAX_UNDER_FILE},
        event::Event,
        ids::{AreaCode, UserId},
        meeting::registration::MeetingState,
        prompt::{BroadcastPrompt, Prompt},
        reading::Reading,
        text,
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
        notices,
        prompts::{self, Reply},
    },
    messages::{Message, broadcast as say_broadcast, label, say},
    store::{broadcasts, meetings, residents},
};

/// The longest reason, in UTF-16 units.
const MAX_REASON: usize = 300;

/// Meetings to choose from.
const MEETINGS_SHOWN: usize = 12;

/// Goes on with the one that is being written, or begins one.
pub(super) fn begin(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    let mut draft = broadcasts::draft_of(cx.tx, actor.user, actor.chat)?;
    if draft.is_none() {
        let id = broadcasts::begin(cx.tx, actor.named(), actor.chat, cx.now)?;
        draft = broadcasts::find(cx.tx, id)?;
    }
    let Some(mut draft) = draft else {
        return Ok(());
    };
    let typed = text::clean(typed);
    if !typed.is_empty() {
        draft.text = text::truncate_utf16(&typed, longest(&draft));
        broadcasts::save(cx.tx, &draft)?;
    }
    show(cx, &actor.anew(), draft)
}

fn longest(draft: &Broadcast) -> usize {
    if draft.media.is_some() {
        MAX_UNDER_FILE
    } else {
        MAX_TEXT
    }
}

/// Shows it with how many it would reach, in the message that was pressed or in a new one.
fn show(cx: &mut Cx<'_, '_>, actor: &Actor, draft: Broadcast) -> Outcome {
    let reading = Reading::Broadcast {
        broadcast: Box::new(draft),
        turns: actor.shown(),
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// A button of one's own draft.
pub(super) fn pressed(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    mut draft: Broadcast,
    button: &BroadcastButton,
) -> Outcome {
    let words = actor.words(cx);
    let message = match button {
        BroadcastButton::Audiences(_) => say_broadcast::audiences(words, &draft),
        BroadcastButton::Areas(_, page) => areas(cx, actor, &draft, *page),
        BroadcastButton::Area(_, area, page) => {
            toggle(cx, &mut draft, area);
            broadcasts::save(cx.tx, &draft)?;
            areas(cx, actor, &draft, *page)
        }
        BroadcastButton::Meetings(_) => to_come(cx, actor, &draft)?,
        BroadcastButton::Fields(_) => say_broadcast::fields(words, &draft),
        BroadcastButton::Text(id) => {
            let html = say!(words, "broadcast-ask-text");
            return ask(cx, actor, BroadcastPrompt::Text(*id), html);
        }
        BroadcastButton::Link(id) => {
            let html = say!(words, "broadcast-ask-link");
            return ask(cx, actor, BroadcastPrompt::Link(*id), html);
        }
        BroadcastButton::Urgent(id) => {
            let html = say!(words, "broadcast-ask-reason");
            return ask(cx, actor, BroadcastPrompt::Reason(*id), html);
        }
        BroadcastButton::Submit(_) => return submit(cx, actor, draft),
        BroadcastButton::Drop(_) => {
            draft.state = BroadcastState::Dropped;
            broadcasts::save(cx.tx, &draft)?;
            Message::plain(say!(words, "broadcast-dropped"))
        }
        _ => {
            change(&mut draft, button);
            broadcasts::save(cx.tx, &draft)?;
            return show(cx, actor, draft);
        }
    };
    actor.show(cx, message)
}

/// What a press changes at once.
fn change(draft: &mut Broadcast, button: &BroadcastButton) {
    match button {
        BroadcastButton::Everybody(_) => draft.audience = Audience::Everybody,
        BroadcastButton::Meeting(_, meeting) => draft.audience = Audience::Meeting(meeting.clone()),
        BroadcastButton::Field(_, field) => draft.audience = Audience::Field(field.clone()),
        BroadcastButton::OpenQuestions(_) => draft.audience = Audience::OpenQuestions,
        BroadcastButton::NoFile(_) => draft.media = None,
        BroadcastButton::NoLink(_) => draft.link = None,
        BroadcastButton::About(_, subject) => draft.subject = *subject,
        BroadcastButton::NotUrgent(_) => draft.urgent_because = None,
        _ => {}
    }
}

fn areas(cx: &Cx<'_, '_>, actor: &Actor, draft: &Broadcast, page: u16) -> Message {
    let top: Vec<&Area> = cx.council.top_areas().collect();
    say_broadcast::areas(actor.words(cx), draft, &top, page)
}

fn toggle(cx: &Cx<'_, '_>, draft: &mut Broadcast, area: &AreaCode) {
    if cx.council.area(area).is_none() {
        return;
    }
    let mut chosen = match &draft.audience {
        Audience::Areas(chosen) => chosen.clone(),
        _ => Vec::new(),
    };
    if chosen.contains(area) {
        chosen.retain(|other| other != area);
    } else {
        chosen.push(area.clone());
    }
    draft.audience = Audience::Areas(chosen);
}

/// The meetings that are to come.
fn to_come(
    cx: &Cx<'_, '_>,
    actor: &Actor,
    draft: &Broadcast,
) -> Result<Message, crate::handlers::HandlerError> {
    let mut open = meetings::coming(cx.tx, cx.now)?;
    open.retain(|planned| planned.state == MeetingState::Published);
    open.sort_by_key(|planned| planned.meeting.starts_at);
    open.truncate(MEETINGS_SHOWN);
    let words = actor.words(cx);
    let shown: Vec<_> = open
        .into_iter()
        .map(|planned| {
            let meeting = planned.meeting;
            let venue = meeting
                .venue
                .map(|venue| venue.in_language(words.language()).to_owned());
            let venue = venue.unwrap_or_default();
            (meeting.code, venue, meeting.starts_at)
        })
        .collect();
    Ok(say_broadcast::meetings(words, draft, &shown))
}

fn ask(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    prompt: BroadcastPrompt,
    html: crate::messages::Html,
) -> Outcome {
    prompts::ask(cx, actor, Prompt::Broadcast(prompt), None, html)
}

/// What was asked for is here.
pub(super) fn wrote(
    cx: &mut Cx<'_, '_>,
    prompt: BroadcastPrompt,
    mut draft: Broadcast,
    reply: &Reply<'_>,
) -> Outcome {
    let actor = &reply.actor.anew();
    let words = actor.words(cx);
    match prompt {
        BroadcastPrompt::Text(_) => {
            if let Some(Sent::Media(media)) = reply.file {
                if !matches!(media, Media::Photo { .. } | Media::Document { .. }) {
                    let html = say!(words, "broadcast-only-photo-or-file");
                    return Ok(cx.reply(actor.chat, Message::plain(html))?);
                }
                draft.media = Some(media.clone());
            }
            if text::utf16_len(reply.text) > longest(&draft) {
                let html = say!(words, "broadcast-too-long", most = longest(&draft));
                return Ok(cx.reply(actor.chat, Message::plain(html))?);
            }
            if !reply.text.is_empty() {
                reply.text.clone_into(&mut draft.text);
            }
            draft.text = text::truncate_utf16(&draft.text, longest(&draft));
        }
        BroadcastPrompt::Link(_) => {
            let Some(link) = Link::parse(reply.text) else {
                let html = say!(words, "broadcast-wrong-link");
                return Ok(cx.reply(actor.chat, Message::plain(html))?);
            };
            draft.link = Some(link);
        }
        BroadcastPrompt::Reason(_) => {
            draft.urgent_because = Some(text::truncate_utf16(reply.text, MAX_REASON));
        }
    }
    broadcasts::save(cx.tx, &draft)?;
    show(cx, actor, draft)
}

/// Sends it to whoever presses, as its recipients get it.
pub(super) fn test(cx: &mut Cx<'_, '_>, actor: &Actor, broadcast: &Broadcast) -> Outcome {
    let words = actor.words(cx);
    if !broadcast.says_something() || residents::find(cx.tx, actor.user)?.is_none() {
        cx.alert(label!(words, "broadcast-test-not-possible"));
        return Ok(());
    }
    let act = send::act_for(cx, actor.user, broadcast)?;
    cx.put(actor.user.private_chat(), Lane::Reply, act)?;
    cx.toast(label!(words, "broadcast-test-sent"));
    Ok(())
}

/// Asks somebody else to approve it.
fn submit(cx: &mut Cx<'_, '_>, actor: &Actor, mut draft: Broadcast) -> Outcome {
    let words = actor.words(cx);
    let is_to_nobody = matches!(&draft.audience, Audience::Areas(areas) if areas.is_empty());
    if !draft.says_something() || is_to_nobody {
        cx.alert(label!(words, "broadcast-not-ready"));
        return Ok(());
    }
    draft.state = BroadcastState::Submitted;
    broadcasts::save(cx.tx, &draft)?;
    let submitted = Event::BroadcastSubmitted {
        broadcast: draft.id,
    };
    cx.record(&submitted, Some(actor.user), None)?;
    actor.show(cx, say_broadcast::submitted(words))?;
    for chat in approvers(cx, actor.user)? {
        let reading = Reading::Broadcast {
            broadcast: Box::new(draft.clone()),
            turns: None,
        };
        cx.want(chat, &reading)?;
    }
    Ok(())
}

/// Where somebody else than the author can approve it: the office's group; without one, the others who administer.
fn approvers(
    cx: &Cx<'_, '_>,
    author: UserId,
) -> Result<Vec<crate::domain::ids::ChatId>, crate::handlers::HandlerError> {
    let mut chats = notices::office_chats(cx)?;
    chats.retain(|chat| *chat != author.private_chat());
    Ok(chats)
}

/// Its author has to change it.
pub(super) fn send_back(cx: &mut Cx<'_, '_>, actor: &Actor, mut broadcast: Broadcast) -> Outcome {
    let words = actor.words(cx);
    if broadcast.state != BroadcastState::Submitted {
        cx.alert(label!(words, "broadcast-decided-already"));
        return Ok(());
    }
    broadcast.state = BroadcastState::Draft;
    broadcasts::save(cx.tx, &broadcast)?;
    let html = say!(
        words,
        "broadcast-sent-back",
        name = actor.name,
        author = broadcast.author_name
    );
    actor.show(cx, Message::plain(html))?;
    let reading = Reading::Broadcast {
        turns: None,
        broadcast: Box::new(broadcast.clone()),
    };
    Ok(cx.want(broadcast.chat, &reading)?)
}

/// Whatever else goes with the words of an announcement is one photo or file.
pub(super) fn act(message: Message, media: Option<&Media>) -> Act {
    match media {
        Some(media) => Act::Captioned {
            media: media.clone(),
            html: message.html.into_string(),
            keyboard: message.keyboard,
        },
        None => Act::Send {
            html: message.html.into_string(),
            keyboard: message.keyboard,
            reply_to: None,
            slot: None,
        },
    }
}
