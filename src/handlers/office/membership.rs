//! People come into the group of a body and leave it. Leaving ends what the group gave: acting there, duty in
//! private, the questions they had taken on.

use crate::{
    chat::{
        incoming::{Deed, Incoming, Person},
        outgoing::{Act, Lane, Target},
    },
    domain::{
        event::Event,
        ids::{BodyCode, ChatId, UserId},
        membership::{self, Evidence, Openness, Standing},
        permission::{ANONYMOUS_ADMINISTRATOR, SERVICE_ACCOUNT},
        question::Claim,
    },
    handlers::{
        Acknowledgement, Facts, HandlerError,
        office::{hand_over, menus},
        shared::{
            actor::{Actor, name_of},
            cx::{Cx, Outcome, Placing},
        },
    },
    messages::{Message, label, say},
    store::{self, WriteTx, chats, duties, held_deeds::Asked, members, roles, trials},
};

use jiff::SignedDuration;

/// A group that somebody without the right added the bot to may be linked for so long.
pub(crate) const TRIAL: SignedDuration = SignedDuration::from_hours(1);

/// What Telegram answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answered {
    /// They are a member.
    Member,
    /// They are none.
    Outsider,
    /// A channel has its comments in the group, or not.
    Discussion(bool),
    /// Nothing that could be used.
    Nothing,
}

/// Whether whoever does something in a group belongs to it. Where nobody can know yet, Telegram is asked, and the deed
/// waits for that. Words between members are nothing to us and ask nothing.
pub(crate) fn standing(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Result<Standing, HandlerError> {
    let writes = match &incoming.deed {
        Deed::Pressed { .. } => false,
        Deed::Wrote { text, reply_to, .. } if reply_to.is_some() || text.starts_with('/') => true,
        Deed::SentMedia { reply_to, .. } if reply_to.is_some() => true,
        Deed::Wrote { .. }
        | Deed::SentMedia { .. }
        | Deed::WroteAsChannel { .. }
        | Deed::PostedFromChannel
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::PressedElsewhere { .. }
        | Deed::Edited { .. }
        | Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => return Ok(Standing::Member),
    };
    let (chat, user) = (&incoming.chat, incoming.person.id);
    match user {
        SERVICE_ACCOUNT => return Ok(Standing::Outsider),
        // Telegram lets only its administrators write in the group's own name.
        ANONYMOUS_ADMINISTRATOR => return Ok(Standing::Member),
        _ => {}
    }
    let Some(body) = chats::body_of(cx.tx, chat.id)? else {
        return Ok(Standing::Member);
    };
    let has_comments = members::is_discussion(cx.tx, chat.id)? == Some(true);
    let openness = Openness::of(chat.is_public, has_comments);
    let newest = members::evidence(cx.tx, chat.id, user)?;
    let known = membership::standing(openness, newest, cx.now);
    if writes && openness.is_written_in_by_members_only() {
        if known != Standing::Member {
            be_there(cx, chat.id, user, &body)?;
        }
        return Ok(Standing::Member);
    }
    if known == Standing::Unknown {
        cx.ask_telegram(Asked {
            chat: chat.id,
            about: Some(user),
        });
    }
    Ok(known)
}

/// Telegram has answered. `false`: nobody knows more than before, and what waits is not done.
///
/// # Errors
/// When the database fails.
pub(crate) fn heed(
    tx: &WriteTx<'_>,
    asked: Asked,
    answered: Answered,
    waiting: &Incoming,
    now: jiff::Timestamp,
) -> store::Result<bool> {
    let Asked { chat, about } = asked;
    let Some(user) = about else {
        let has_comments = answered == Answered::Discussion(true);
        members::set_discussion(tx, chat, has_comments)?;
        return Ok(true);
    };
    let body = chats::body_of(tx, chat)?;
    let evidence = match answered {
        Answered::Member => Evidence::ToldMember,
        Answered::Outsider => Evidence::ToldOutsider,
        Answered::Nothing | Answered::Discussion(_) => {
            let has_comments = members::is_discussion(tx, chat)? == Some(true);
            let openness = Openness::of(waiting.chat.is_public, has_comments);
            if openness != Openness::Closed {
                return Ok(false);
            }
            // Nobody else can press there, and nobody shall be locked out because Telegram does not answer.
            match &body {
                Some(body) if duties::left_by(tx, user)?.contains(body) => Evidence::ToldOutsider,
                _ => Evidence::ToldMember,
            }
        }
    };
    members::learn(tx, chat, user, evidence, now)?;
    if let (Answered::Member, Some(body)) = (answered, &body) {
        duties::came(tx, user, body)?;
    }
    Ok(true)
}

/// Nobody could say whether they are a member: they are told so, and may try again.
///
/// # Errors
/// When the database fails.
pub(crate) fn excuse(
    tx: &mut WriteTx<'_>,
    facts: &Facts,
    waiting: &Incoming,
    now: jiff::Timestamp,
) -> store::Result<Option<Acknowledgement>> {
    let council = facts.council();
    let mut cx = Cx::new(tx, facts, &council, now);
    let words = cx.group_words();
    if let Some(press) = waiting.press() {
        return Ok(Some(Acknowledgement {
            press: press.to_owned(),
            toast: Some(label!(words, "membership-unclear")),
            is_alert: true,
        }));
    }
    if let Deed::Wrote { message, .. } | Deed::SentMedia { message, .. } = &waiting.deed {
        let placing = Placing {
            reply_to: Some(Target::Message(*message)),
            ..Placing::default()
        };
        let sentence = Message::plain(say!(words, "membership-unclear"));
        cx.send(waiting.chat.id, Lane::Reply, sentence, placing)?;
    }
    Ok(None)
}

/// What flashes up for whoever pressed, when Telegram takes its time to tell who they are.
pub(crate) fn is_being_looked_up(facts: &Facts, press: &str) -> Acknowledgement {
    let council = facts.council();
    let words = facts.catalog().words(council.default_language(), &council);
    Acknowledgement {
        press: press.to_owned(),
        toast: Some(label!(words, "membership-checking")),
        is_alert: false,
    }
}

/// Somebody left, or was removed. Told twice where the bot administers the group; the second changes nothing.
pub(crate) fn left(cx: &mut Cx<'_, '_>, actor: &Actor, member: &Person) -> Outcome {
    let Some(body) = chats::body_of(cx.tx, actor.chat)? else {
        return Ok(());
    };
    members::learn(cx.tx, actor.chat, member.id, Evidence::ToldOutsider, cx.now)?;
    let name = match roles::name_of(cx.tx, member.id)? {
        Some(name) => name,
        None => name_of(&member.name),
    };
    if !duties::left(cx.tx, member.id, &name, &body, cx.now)? {
        return Ok(());
    }
    let event = Event::MemberLeft {
        body: body.clone(),
        of: member.id,
    };
    cx.record(&event, Some(actor.user), None)?;
    menus::refresh(cx, member.id)?;
    let gone = Claim {
        by: member.id,
        name,
    };
    hand_over::when_gone(cx, &body, &gone)
}

/// People came (back).
pub(crate) fn came(cx: &mut Cx<'_, '_>, chat: ChatId, came: &[UserId]) -> Outcome {
    let Some(body) = chats::body_of(cx.tx, chat)? else {
        return Ok(());
    };
    for member in came {
        be_there(cx, chat, *member, &body)?;
    }
    Ok(())
}

fn be_there(cx: &mut Cx<'_, '_>, chat: ChatId, member: UserId, body: &BodyCode) -> Outcome {
    members::learn(cx.tx, chat, member, Evidence::Seen, cx.now)?;
    Ok(duties::came(cx.tx, member, body)?)
}

/// Groups that nobody linked in time: the bot says why, and goes.
pub(crate) fn end_trials(cx: &mut Cx<'_, '_>) -> Outcome {
    for chat in trials::over(cx.tx, cx.now)? {
        trials::end(cx.tx, chat)?;
        if chats::body_of(cx.tx, chat)?.is_some() {
            continue;
        }
        let goodbye = Message::plain(say!(cx.group_words(), "trial-over"));
        cx.send(chat, Lane::Reply, goodbye, Placing::default())?;
        cx.put(chat, Lane::Reply, Act::Leave)?;
        cx.record(&Event::GroupLeft { chat }, None, None)?;
    }
    Ok(())
}
