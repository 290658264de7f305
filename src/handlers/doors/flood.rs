//! Too much at once: told politely, then quiet, until it is over. What a resident writes is kept all the same.

use crate::{
    chat::{
        command::{self, Command, Slash},
        incoming::{ChatKind, Deed, Incoming},
    },
    domain::flood::{Effort, Ruling},
    handlers::{
        HandlerError, office,
        shared::cx::{Cx, Outcome},
    },
    messages::{Message, label, say},
};

/// Whether it is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Valve {
    /// It is.
    Open,
    /// It is not: a command or a press beyond what anybody needs.
    Shut,
}

/// Lets it in, or says that it is too much. Words go on in silence: they are kept, and nothing is answered.
pub(crate) fn valve(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Result<Valve, HandlerError> {
    if let Deed::AskedInline { .. } | Deed::ChoseInline { .. } = incoming.deed {
        return Ok(inline(cx, incoming));
    }
    let is_private = incoming.chat.kind == ChatKind::Private;
    if is_private
        && cx.facts.is_banned(incoming.person.id, cx.now)
        && !office::bans::at_the_door(cx, incoming)?
    {
        return Ok(Valve::Shut);
    }
    let Some(effort) = effort(cx, incoming) else {
        return Ok(Valve::Open);
    };
    let who = incoming.person.id;
    let (of, tells, seconds) = match cx.facts.rule(who, effort, cx.now) {
        Ruling::Passes => return Ok(Valve::Open),
        Ruling::TooMuch { of, tells, seconds } => (of.name(), tells, Some(seconds)),
        Ruling::AllTogether { tells } => ("together", tells, None),
    };
    metrics::counter!("cutri_updates_limited_total", "of" => of).increment(1);
    let keeps = keeps_words(cx, incoming);
    if tells {
        tell(cx, incoming, seconds, keeps)?;
    }
    if keeps {
        cx.hush(incoming.chat.id);
        return Ok(Valve::Open);
    }
    Ok(Valve::Shut)
}

/// What is typed behind the bot's name in some chat is limited in silence: there is no place where it could be said.
fn inline(cx: &Cx<'_, '_>, incoming: &Incoming) -> Valve {
    let who = incoming.person.id;
    let passes = !cx.facts.is_banned(who, cx.now)
        && cx.facts.rule(who, Effort::Inline, cx.now) == Ruling::Passes;
    if passes {
        return Valve::Open;
    }
    metrics::counter!("cutri_updates_limited_total", "of" => Effort::Inline.name()).increment(1);
    Valve::Shut
}

/// What somebody does, if it costs anything. What people say to each other in a group does not.
fn effort(cx: &Cx<'_, '_>, incoming: &Incoming) -> Option<Effort> {
    let is_private = incoming.chat.kind == ChatKind::Private;
    let effort = match &incoming.deed {
        Deed::Wrote { text, reply_to, .. } => {
            match command::parse(text, &cx.facts.bot().username) {
                Some(Slash::Known(Command::Help | Command::Search | Command::Delegates, _)) => {
                    Effort::LookUp
                }
                Some(Slash::Known(Command::Start, payload)) if !payload.is_empty() => Effort::Code,
                Some(Slash::Known(..)) => Effort::Any,
                Some(Slash::Unknown | Slash::ForAnotherBot) | None => {
                    if !is_private && reply_to.is_none() {
                        return None;
                    }
                    Effort::Any
                }
            }
        }
        Deed::SentMedia { reply_to, .. } if is_private || reply_to.is_some() => Effort::Any,
        Deed::Edited { .. } if is_private => Effort::Edit,
        Deed::Pressed { .. } | Deed::PressedElsewhere { .. } => Effort::Press,
        Deed::SentMedia { .. }
        | Deed::Edited { .. }
        | Deed::WroteAsChannel { .. }
        | Deed::PostedFromChannel
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => return None,
    };
    Some(if is_private { effort } else { Effort::InGroup })
}

/// Whether there are words in it that somebody may need: everything that is said or sent, and no command.
fn keeps_words(cx: &Cx<'_, '_>, incoming: &Incoming) -> bool {
    match &incoming.deed {
        Deed::Wrote { text, .. } => matches!(
            command::parse(text, &cx.facts.bot().username),
            None | Some(Slash::Known(Command::Ask, _))
        ),
        Deed::SentMedia { .. } | Deed::Edited { .. } => true,
        Deed::WroteAsChannel { .. }
        | Deed::PostedFromChannel
        | Deed::Pressed { .. }
        | Deed::PressedElsewhere { .. }
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => false,
    }
}

fn tell(cx: &mut Cx<'_, '_>, incoming: &Incoming, seconds: Option<u32>, keeps: bool) -> Outcome {
    let words = if incoming.chat.kind == ChatKind::Private {
        cx.words_for(incoming.person.id)?
    } else {
        cx.group_words()
    };
    let sentence = match (seconds, keeps) {
        (None, _) => label!(words, "flood-together"),
        (Some(seconds), true) => label!(words, "flood-kept", seconds = seconds),
        (Some(seconds), false) => label!(words, "flood-wait", seconds = seconds),
    };
    if incoming.press().is_some() {
        cx.alert(sentence);
        return Ok(());
    }
    let html = match (seconds, keeps) {
        (None, _) => say!(words, "flood-together"),
        (Some(seconds), true) => say!(words, "flood-kept", seconds = seconds),
        (Some(seconds), false) => say!(words, "flood-wait", seconds = seconds),
    };
    Ok(cx.reply(incoming.chat.id, Message::plain(html))?)
}
