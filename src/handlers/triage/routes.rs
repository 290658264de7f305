//! "Thử đường chuyển": who would get a question of a category and an area, who watches, and why. Changes nothing.

use crate::{
    domain::{
        ids::{AreaCode, CategoryCode},
        question::Question,
        routing, text,
    },
    handlers::shared::{
        actor::Actor,
        cx::{Cx, Outcome},
    },
    messages::{
        Html, Message, Words, say,
        triage::{self as say_triage, RouteLine},
    },
};

/// So many letters of a category's name tell which one is meant.
const SHORTEST: usize = 3;
/// Categories shown at once: more would not fit into one message.
const CATEGORIES_SHOWN: usize = 20;
/// Areas shown when none was named.
const AREAS_SHOWN: usize = 12;

/// Every category in the area of a question.
pub(crate) fn of_question(cx: &mut Cx<'_, '_>, desk: &Actor, question: &Question) -> Outcome {
    let words = desk.words(cx);
    let lines: Vec<RouteLine> = cx
        .council
        .offered_categories()
        .take(CATEGORIES_SHOWN)
        .map(|category| line(cx, words, &category.code, &question.area))
        .collect();
    let message = say_triage::routes(words, &question.area, &lines, Some(question.id));
    desk.show(cx, message)
}

/// `/phanloai thu CATEGORY AREA`: by code or name; without an area, in every top one.
pub(crate) fn by_words(cx: &mut Cx<'_, '_>, desk: &Actor, typed: &str) -> Outcome {
    let words = desk.words(cx);
    let Some((category, rest)) = category_in(cx, words, typed) else {
        return explain(cx, desk);
    };
    let areas: Vec<AreaCode> = if rest.is_empty() {
        let top = cx.council.top_areas().take(AREAS_SHOWN);
        top.map(|area| area.code.clone()).collect()
    } else {
        let by_code = cx
            .council
            .areas
            .iter()
            .find(|area| area.code.as_str().eq_ignore_ascii_case(rest));
        let by_name = || cx.council.find_areas(rest).into_iter().next();
        let found = by_code.or_else(by_name);
        found.map(|area| area.code.clone()).into_iter().collect()
    };
    if areas.is_empty() {
        return explain(cx, desk);
    }
    let blocks = areas.iter().map(|area| {
        let lines = [line(cx, words, &category, area)];
        say_triage::routes(words, area, &lines, None).html
    });
    let html = Html::lines(blocks);
    Ok(cx.reply(desk.chat, Message::plain(html))?)
}

fn explain(cx: &mut Cx<'_, '_>, desk: &Actor) -> Outcome {
    let words = desk.words(cx);
    let category = cx.council.offered_categories().next();
    let area = cx.council.top_areas().next();
    let how = say!(
        words,
        "routes-how",
        category = category.map_or("land", |category| category.code.as_str()),
        area = area.map_or("", |area| area.code.as_str())
    );
    let codes: Vec<String> = cx
        .council
        .offered_categories()
        .map(|category| category.code.to_string())
        .collect();
    let codes = say!(words, "triage-categories-note", codes = codes.join(", "));
    Ok(cx.reply(desk.chat, Message::plain(Html::paragraphs([how, codes])))?)
}

/// The category that the typed words begin with, by code or by name, and the rest.
fn category_in<'t>(
    cx: &Cx<'_, '_>,
    words: Words<'_>,
    typed: &'t str,
) -> Option<(CategoryCode, &'t str)> {
    let ends = typed
        .char_indices()
        .filter(|(_, sign)| sign.is_whitespace())
        .map(|(at, _)| at)
        .chain([typed.len()]);
    let mut found = None;
    for end in ends {
        let (head, rest) = typed.split_at(end);
        let wanted = text::fold(head.trim());
        let fits = cx.council.offered_categories().find(|category| {
            let name = category.name.in_language(words.language());
            category.code.as_str() == wanted
                || (wanted.chars().count() >= SHORTEST && text::fold(name).starts_with(&wanted))
        });
        if let Some(category) = fits {
            found = Some((category.code.clone(), rest.trim()));
        }
    }
    found
}

fn line(cx: &Cx<'_, '_>, words: Words<'_>, category: &CategoryCode, area: &AreaCode) -> RouteLine {
    let committee = routing::watching_committee(cx.council, category);
    RouteLine {
        category: category.clone(),
        routed: routing::route(cx.council, category, area),
        watched_by: committee.map(|body| body.name.in_language(words.language()).to_owned()),
        days: routing::answer_days(cx.council, category),
    }
}
