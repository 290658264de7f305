//! A press where the bot is not: under a message that was sent through it into another chat, or under one so old that
//! Telegram tells nothing of it. Nothing happens but a sentence; nobody is kept for it.

use crate::{
    chat::incoming::Incoming,
    domain::ids::Language,
    handlers::shared::cx::{Cx, Outcome},
    messages::label,
    store::residents,
};

pub(crate) fn pressed(cx: &mut Cx<'_, '_>, incoming: &Incoming) -> Outcome {
    let person = &incoming.person;
    let known = residents::find(cx.tx, person.id)?.map(|known| known.language);
    let of_the_app = person.language_tag.as_deref().and_then(Language::from_tag);
    let language = known
        .or(of_the_app)
        .filter(|language| cx.council.languages.contains(language))
        .unwrap_or_else(|| cx.council.default_language());
    let words = cx.words(language);
    let bot = cx.facts.bot().username.clone();
    cx.alert(label!(words, "button-elsewhere", bot = bot));
    Ok(())
}
