//! `/chan`: who may not use the bot for a while. Administrators only, with a reason and an end; whoever is banned is told,
//! may say something against it once, and still reads whom to call when life is in danger.

use jiff::SignedDuration;

use crate::{
    chat::{
        command,
        incoming::{Deed, Incoming},
    },
    domain::{
        ban::{self, Ban, Order},
        code::QuestionCode,
        event::Event,
        gate,
        ids::{MessageId, QuestionId, UserId},
        text,
    },
    handlers::{
        HandlerError,
        office::roles,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            notices, rights,
        },
    },
    messages::{Message, bans as say_bans, label, say},
    store::{bans, questions},
};

/// `/chan`, or with `[im] CODE DAYS reason`.
pub(crate) fn by_command(cx: &mut Cx<'_, '_>, officer: &Actor, typed: &str) -> Outcome {
    let Some(admin) = roles::administrator(cx, officer)? else {
        return Ok(());
    };
    let words = officer.words(cx);
    let (code, days, is_silent, reason) = match ban::order(typed) {
        Some(Order::List) => return show(cx, officer),
        Some(Order::Ban {
            code,
            days,
            is_silent,
            reason,
        }) => (code, days, is_silent, reason),
        None => return Ok(cx.reply(officer.chat, Message::plain(say!(words, "ban-how")))?),
    };
    let Some((user, question)) = author_of(cx, code)? else {
        return Ok(cx.reply(officer.chat, Message::plain(say!(words, "ban-nobody")))?);
    };
    if works_here(cx, user)? {
        return Ok(cx.reply(officer.chat, Message::plain(say!(words, "ban-officer")))?);
    }
    let ban = Ban {
        user,
        is_silent,
        reason,
        ends_at: cx.now + SignedDuration::from_hours(24 * i64::from(days)),
        told_at: None,
        appeal: None,
    };
    bans::begin(cx.tx, &ban, admin.user(), cx.now)?;
    let event = Event::PersonBanned {
        days,
        silent: is_silent,
    };
    cx.record(&event, Some(admin.user()), Some(question))?;
    cx.facts.set_banned(&bans::running(cx.tx, cx.now)?);
    show(cx, officer)
}

/// Ends one.
pub(crate) fn end(cx: &mut Cx<'_, '_>, officer: &Actor, of: UserId, shown: MessageId) -> Outcome {
    let Some(admin) = roles::administrator(cx, officer)? else {
        return Ok(());
    };
    if bans::end(cx.tx, of, admin.user(), cx.now)? {
        cx.record(&Event::PersonUnbanned, Some(admin.user()), None)?;
        let told = say!(cx.words_for(of)?, "ban-over");
        cx.reply(of.private_chat(), Message::plain(told))?;
    }
    let running = bans::running(cx.tx, cx.now)?;
    cx.facts.set_banned(&running);
    let list = say_bans::list(officer.words(cx), &running);
    Ok(cx.replace(officer.chat, shown, list)?)
}

fn show(cx: &mut Cx<'_, '_>, officer: &Actor) -> Outcome {
    let running = bans::running(cx.tx, cx.now)?;
    let list = say_bans::list(officer.words(cx), &running);
    Ok(cx.reply(officer.chat, list)?)
}

/// Who asked it, through Telegram.
fn author_of(cx: &Cx<'_, '_>, code: &str) -> Result<Option<(UserId, QuestionId)>, HandlerError> {
    let Ok(code) = QuestionCode::parse(code, cx.council.code_prefix) else {
        return Ok(None);
    };
    let question = questions::find_by_code(cx.tx, code)?;
    Ok(question.and_then(|question| Some((question.author?, question.id))))
}

/// Whoever works for the council loses that first: banning is for residents.
fn works_here(cx: &Cx<'_, '_>, user: UserId) -> Result<bool, HandlerError> {
    let rights = rights::of(cx, user, user.private_chat())?;
    Ok(rights.is_clerk() || !rights.bodies().is_empty())
}

/// Somebody who is banned comes to the door. `true`: they are let in all the same, because somebody may be in danger.
pub(crate) fn at_the_door(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Result<bool, HandlerError> {
    let user = incoming.person.id;
    let said = match &incoming.deed {
        Deed::Wrote { text, .. } => Some(text.as_str()),
        Deed::SentMedia { caption, .. } => caption.as_deref(),
        Deed::Pressed { .. } | Deed::PressedElsewhere { .. } | Deed::Edited { .. } => None,
        Deed::WroteAsChannel { .. }
        | Deed::PostedFromChannel
        | Deed::AskedInline { .. }
        | Deed::ChoseInline { .. }
        | Deed::RemovedBot
        | Deed::AddedBot(_)
        | Deed::ChangedRights(_)
        | Deed::MemberLeft { .. }
        | Deed::MembersCame { .. }
        | Deed::Migrated { .. } => return Ok(true),
    };
    if let Some(said) = said {
        let danger = cx.facts.categorise(said).danger;
        if gate::is_danger(danger) || gate::may_be_danger(danger, said) {
            return Ok(true);
        }
    }
    let mut running = bans::running(cx.tx, cx.now)?;
    running.retain(|ban| ban.user == user);
    let Some(ban) = running.pop() else {
        return Ok(true);
    };
    if ban.is_silent {
        return Ok(false);
    }
    let words = cx.words_for(user)?;
    if incoming.press().is_some() {
        cx.alert(label!(words, "ban-toast"));
        return Ok(false);
    }
    let bot = &cx.facts.bot().username;
    let appeal = said.filter(|said| command::parse(said, bot).is_none());
    let appeal = appeal.map(|said| text::truncate_utf16(&text::clean(said), ban::LONGEST_WORDS));
    match appeal.filter(|words| ban.takes_appeal() && !words.is_empty()) {
        Some(appeal) => {
            bans::appeal(cx.tx, user, &appeal)?;
            cx.record(&Event::BanAppealed, None, None)?;
            let told = say_bans::appealed(cx.group_words(), &ban, &appeal);
            notices::tell_office(cx, told)?;
            let thanks = Message::plain(say!(words, "ban-appealed"));
            cx.reply(user.private_chat(), thanks)?;
        }
        None if ban.should_be_told(cx.now) => {
            bans::told(cx.tx, user, cx.now)?;
            cx.reply(user.private_chat(), say_bans::told(words, &ban))?;
        }
        None => {}
    }
    Ok(false)
}
