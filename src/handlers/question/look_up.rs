//! Public information, which needs no consent: answers, delegates, help.

use crate::{
    domain::{
        code::QuestionCode,
        conversation::Conversation,
        ids::{AreaCode, MessageId, SearchId},
        reading::Reading,
        text,
    },
    handlers::shared::{
        actor::Actor,
        asked,
        cx::{Cx, Outcome},
    },
    messages::{
        Message, help, keyboard, label, say,
        search::{self as say_search, Hit, MAX_PAGES},
    },
    store::{conversations, public_texts, questions, searches},
};

/// So much of what is looked for counts, in UTF-16 units.
const LONGEST: usize = 200;

/// `/tracuu` without words.
pub(crate) fn ask_what_to_search(cx: &mut Cx<'_, '_>, actor: &Actor) -> Outcome {
    conversations::set(cx.tx, actor.user, &Conversation::Searching, cx.now)?;
    let words = actor.words(cx);
    let prompt = keyboard::with_cancel(words, say!(words, "search-prompt"));
    asked::put(cx, actor, prompt)
}

/// Published answers with all of these words, written with marks or without.
pub(crate) fn search(cx: &mut Cx<'_, '_>, actor: &Actor, typed: &str) -> Outcome {
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
    let words = actor.words(cx);
    let question = match QuestionCode::parse(code, cx.council.code_prefix) {
        Ok(code) => questions::find_by_code(cx.tx, code)?,
        Err(_) => None,
    };
    let text = match &question {
        Some(question) => public_texts::of(cx.tx, question.id)?,
        None => None,
    };
    let (Some(question), Some(text)) = (question, text) else {
        let message = Message::with(say!(words, "published-none"), keyboard::home(words));
        return Ok(cx.reply(actor.chat, message)?);
    };
    let hit = Hit {
        category: question.category,
        area: question.area,
        body: question.body,
        question: text.question,
        answer: text.answer,
        answered_at: text.answered_at,
    };
    let message = say_search::published(words, question.code, &hit);
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
