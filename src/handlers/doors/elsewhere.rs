//! What people do where the bot is not: words typed behind its name, which find published answers; presses under a message
//! that was sent through it into another chat, or under one so old that Telegram tells nothing of it. Nobody is kept for it.

use crate::{
    chat::incoming::Incoming,
    domain::{code::QuestionCode, ids::Language, reading::Reading, text},
    handlers::shared::cx::{Cx, Outcome},
    messages::label,
    store::{publications, questions, readings, residents},
};

/// So much of what is typed behind the bot's name counts, in UTF-16 units.
const LONGEST: usize = 100;

/// So many pages are given.
const MAX_PAGES: u16 = 10;

/// Words behind the bot's name: published answers are looked up. Of what one person types only the newest is answered.
pub(crate) fn asked(
    cx: &mut Cx<'_, '_>,
    incoming: &Incoming,
    query: &str,
    (words, page): (&str, u16),
) -> Outcome {
    if page >= MAX_PAGES {
        return Ok(());
    }
    let reading = Reading::Inline {
        query: query.to_owned(),
        words: text::truncate_utf16(words, LONGEST),
        page,
    };
    readings::want_inline(cx.tx, incoming.chat.id, &reading, cx.now)?;
    Ok(())
}

/// One was chosen: that is counted, not who did it or where.
pub(crate) fn chose(cx: &mut Cx<'_, '_>, result: &str) -> Outcome {
    let Ok(code) = QuestionCode::parse(result, cx.council.code_prefix) else {
        return Ok(());
    };
    if let Some(question) = questions::find_by_code(cx.tx, code)? {
        publications::count_shared(cx.tx, question.id)?;
    }
    Ok(())
}

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
