//! The commands a private chat's menu shows: what the person may do there. A menu is a hint, never a right.

use crate::{
    domain::ids::{BodyCode, UserId},
    handlers::shared::{
        cx::{Cx, Outcome},
        rights,
    },
    messages::{Words, resident as say_resident},
    store::residents,
};

/// The menu of somebody whose rights have changed, or may have.
pub(crate) fn refresh(cx: &mut Cx<'_, '_>, user: UserId) -> Outcome {
    if residents::find(cx.tx, user)?.is_none_or(|known| known.blocked) {
        return Ok(());
    }
    let chat = user.private_chat();
    let rights = rights::of(cx, user, chat)?;
    let words = cx.words_for(user)?;
    let mut commands = Vec::new();
    if rights.is_clerk() {
        commands.extend(say_resident::clerks_menu(words));
    }
    if !rights.bodies().is_empty() {
        commands.extend(say_resident::members_menu(words));
    }
    commands.extend(say_resident::menu(words));
    Ok(cx.set_menu(chat, commands)?)
}

/// The menu of a body's group; the office has more.
pub(crate) fn of_group(
    cx: &Cx<'_, '_>,
    words: Words<'_>,
    body: &BodyCode,
) -> Vec<(String, String)> {
    let mut commands = say_resident::group_menu(words);
    if rights::is_office(cx, body) {
        let known: Vec<String> = commands.iter().map(|(name, _)| name.clone()).collect();
        let more = say_resident::clerks_menu(words);
        commands.extend(more.into_iter().filter(|(name, _)| !known.contains(name)));
    }
    commands
}
