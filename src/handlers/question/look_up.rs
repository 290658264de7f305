//! Public information, which needs no consent: answers, delegates, help.

use crate::{
    domain::{
        code::QuestionCode,
        conversation::Conversation,
        ids::{AreaCode, CategoryCode, MessageId, QuestionId, SearchId},
        question::Question,
        reading::Reading,
        text,
    },
    handlers::{
        HandlerError,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
        triage::followers,
    },
    messages::{
        Message, help, keyboard, label, say,
        search::{self as say_search, MAX_PAGES},
    },
    store::{conversations, questions, searches},
};

/// So much of what is looked for counts, in UTF-16 units.
const LONGEST: usize = 200;

/// `/tracuu` without words.
pub(crate) fn ask_what_to_search(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    conversations::set(cx.tx, actor.user, &Conversation::Searching, cx.now)?;
    let prompt = say_search::prompt(actor.words(cx));
    asked::put(cx, actor, prompt)
}

/// The published answers of a field.
pub(crate) fn browse(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    category: &CategoryCode,
    page: u16,
) -> Outcome {
    let words = actor.words(cx);
    if cx.council.category(category).is_none() || page >= MAX_PAGES {
        cx.old_button(words);
        return Ok(());
    }
    conversations::clear(cx.tx, actor.user)?;
    let reading = Reading::Browse {
        category: category.clone(),
        page,
        turns: actor.shown(),
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// One published answer, by its button.
pub(crate) fn open(cx: &mut Cx<'_, '_>, actor: &Actor, question: QuestionId) -> Outcome {
    let question = questions::find(cx.tx, question)?;
    show(cx, actor, question)
}

/// Consent is there now: they follow what they wanted to.
pub(crate) fn follow(cx: &mut Cx<'_, '_>, actor: &Actor, code: &str) -> Outcome {
    let Some(question) = by_code(cx, code)? else {
        return Ok(());
    };
    followers::follow(cx, &actor.anew(), question.id)
}

fn by_code(cx: &Cx<'_, '_>, code: &str) -> Result<Option<Question>, HandlerError> {
    Ok(match QuestionCode::parse(code, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    })
}

/// Published answers with all of these words, written with marks or without.
pub(crate) fn search(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
    if let Some(question) = by_code(cx, typed)? {
        return show(cx, actor, Some(question));
    }
    let words = text::truncate_utf16(typed, LONGEST);
    let search = searches::keep(cx.tx, actor.user, &words, cx.now)?;
    let reading = Reading::Search {
        search,
        words,
        page: 0,
        turns: None,
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// The link `p_<code>`: a published answer. One that is not, and one that there is not, are the same to whoever looks.
pub(crate) fn one(cx: &mut Cx<'_, '_>, actor: &Actor, code: &str) -> Outcome {
    let question = by_code(cx, code)?;
    show(cx, actor, question)
}

fn show(cx: &mut Cx<'_, '_>, actor: &Actor, question: Option<Question>) -> Outcome {
    let page = match question {
        Some(question) => followers::page(cx, actor, &question)?,
        None => None,
    };
    let words = actor.words(cx);
    let message =
        page.unwrap_or_else(|| Message::with(say!(words, "published-none"), keyboard::home(words)));
    Ok(cx.reply(actor.chat, message)?)
}

/// Another page of the last search, in place of the one that was there.
pub(crate) fn turn_page(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    search: SearchId,
    page: u16,
    message: MessageId,
) -> Outcome {
    let words = searches::words_of(cx.tx, actor.user, search)?;
    let Some(words) = words.filter(|_| page < MAX_PAGES) else {
        let words = actor.words(cx);
        cx.alert(label!(words, "search-too-old"));
        return Ok(());
    };
    let reading = Reading::Search {
        search,
        words,
        page,
        turns: Some(message),
    };
    Ok(cx.want(actor.chat, &reading)?)
}

/// `/daibieu`: who represents the resident's area.
pub(crate) fn delegates(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    if let Some(area) = &actor.resident()?.area {
        Ok(cx.reply(chat, help::delegates(words, area))?)
    } else {
        Ok(cx.reply(chat, help::delegates_where(words, 0))?)
    }
}

/// Who represents an area, whoever asks: nothing of it is kept.
pub(crate) fn delegates_of(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    area: &AreaCode,
    shown: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    if cx.council.area(area).is_none() {
        cx.old_button(words);
        return Ok(());
    }
    Ok(cx.replace(actor.chat, shown, help::delegates(words, area))?)
}

/// Another page of the areas to choose from.
pub(crate) fn delegates_page(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    page: u16,
    shown: MessageId,
) -> Outcome {
    let list = help::delegates_where(actor.words(cx), usize::from(page));
    Ok(cx.replace(actor.chat, shown, list)?)
}

/// `/trogiup`.
pub(crate) fn help(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    let is_clerk = actor.rights(cx)?.is_clerk();
    let message = help::resident(actor.words(cx), is_clerk);
    Ok(cx.reply(actor.chat, message)?)
}
