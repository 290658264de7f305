//! "Giao": a question becomes the task of one member of its body, for all to see.

use crate::handlers::shared::deed::Deed;
use crate::{
    chat::outgoing::{About, Lane},
    domain::{
        event::Event,
        ids::{BodyCode, MessageId, QuestionId, UserId},
        permission::ActsForBody,
        question::{Question, casework},
        role::Role,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome, Placing},
            notices,
        },
    },
    messages::{Words, assign as say_assign, label, refusal},
    store::{duties, questions, residents, roles},
};

/// Those to whom a question of this body can be given: who holds a role, then who acted in its group, and has not
/// left. Observers, and those whose role was taken away, are not among them.
pub(crate) fn known_members(
    cx: &Cx<'_, '_>,
    body: &BodyCode,
) -> Result<Vec<(UserId, String)>, HandlerError> {
    let office = notices::office(cx);
    let mut known: Vec<(UserId, String)> = Vec::new();
    let by_role = roles::of_body(cx.tx, body, cx.now)?
        .into_iter()
        .filter(|grant| matches!(grant.role, Role::Head | Role::Delegate))
        .map(|grant| (grant.user, grant.name));
    let by_deeds = duties::known_in(cx.tx, body)?;
    for (user, name) in by_role {
        let is_new = known.iter().all(|(other, _)| *other != user);
        if is_new && !duties::left_by(cx.tx, user)?.contains(body) {
            known.push((user, name));
        }
    }
    for (user, name) in by_deeds {
        let is_new = known.iter().all(|(other, _)| *other != user);
        if is_new && !roles::barred_from(cx.tx, user, &office)?.contains(body) {
            known.push((user, name));
        }
    }
    Ok(known)
}

/// The question of a button and the proof of acting for the body that has it; a sentence when not.
pub(crate) fn of_member(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
) -> Result<Option<(Question, ActsForBody)>, HandlerError> {
    let words = officer.words(cx);
    let Some(question) = questions::find(cx.tx, id)? else {
        cx.old_button(words);
        return Ok(None);
    };
    let member = if officer.chat.is_private() {
        officer.rights(cx)?.acts_for(&question.body)
    } else {
        officer.rights(cx)?.here()
    };
    if let Some(member) = member {
        return Ok(Some((question, member)));
    }
    cx.alert(if officer.rights(cx)?.only_observes_here() {
        label!(words, "refuse-observer")
    } else {
        label!(words, "refuse-not-member")
    });
    Ok(None)
}

/// The list to choose from: under the card where there is none yet, in place of it when a page is turned.
pub(crate) fn choose(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let Some((question, member)) = of_member(cx, officer, id)? else {
        return Ok(());
    };
    let words = officer.words(cx);
    if let Err(refused) = casework::assign(question.clone(), &member, officer.user, "") {
        cx.alert(refusal::sentence(words, &refused));
        return Ok(());
    }
    let known = known_members(cx, member.body())?;
    let list = say_assign::choose(words, &question, &known, page);
    let is_card = is_card(cx, officer, &question, shown)?;
    if officer.chat.is_private() || (page == 0 && is_card) {
        return Ok(cx.reply(officer.chat, list)?);
    }
    Ok(cx.replace(officer.chat, shown, list)?)
}

/// Whether the message under which a button was pressed is the live card, which must stay.
fn is_card(
    cx: &Cx<'_, '_>,
    officer: &Actor,
    question: &Question,
    shown: MessageId,
) -> Result<bool, HandlerError> {
    let slot = crate::chat::outgoing::card_slot(question.id);
    let card = crate::store::chats::message_in_slot(cx.tx, officer.chat, &slot)?;
    Ok(card == Some(shown))
}

/// "Giao cho …": checked once more; the member is told in private if they have started the bot.
pub(crate) fn assign(
    cx: &mut Cx<'_, '_>,
    officer: &Actor,
    id: QuestionId,
    to: UserId,
    shown: MessageId,
) -> Outcome {
    let Some((question, member)) = of_member(cx, officer, id)? else {
        return Ok(());
    };
    let words = officer.words(cx);
    let known = known_members(cx, member.body())?;
    let Some((_, name)) = known.into_iter().find(|(user, _)| *user == to) else {
        cx.alert(label!(words, "assign-not-known"));
        return Ok(());
    };
    let question = match casework::assign(question, &member, to, &name) {
        Ok(question) => question,
        Err(refused) => {
            cx.alert(refusal::sentence(words, &refused));
            return Ok(());
        }
    };
    let by = officer.by();
    let event = Event::QuestionAssigned { of: to };
    let question = cx.does(Deed::new(question, event, by))?;
    let done = say_assign::assigned(words, &question, &name, &officer.name);
    cx.replace(officer.chat, shown, done)?;
    if officer.chat.is_private() {
        let words = cx.group_words();
        let news = say_assign::assigned(words, &question, &name, &officer.name);
        notices::note_under_card(cx, &question, news)?;
    }
    if to != officer.user
        && let Some(words) = reached(cx, to)?
    {
        let told = say_assign::told_assigned(words, &question, &officer.name);
        let placing = Placing {
            about: About::question(id),
            ..Placing::default()
        };
        cx.send(to.private_chat(), Lane::Card, told, placing)?;
    }
    Ok(())
}

/// The speaker of somebody's language, if they have started the bot and can be written to.
pub(crate) fn reached<'a>(
    cx: &Cx<'a, '_>,
    user: UserId,
) -> Result<Option<Words<'a>>, HandlerError> {
    let known = residents::find(cx.tx, user)?.filter(|known| !known.blocked);
    Ok(known.map(|known| cx.words(known.language)))
}
