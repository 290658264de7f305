//! What the office reads while it sorts: the counter, one question with its proposal, the choices of a correction.
//!
//! Never a resident's name or phone: initials and words without contacts, as on a card.

use jiff::{Timestamp, civil::Date};

use super::{
    Html, Message, Words,
    catalog::short_day,
    keyboard::{AREAS_A_PAGE, button, pages_of},
    label,
    question::first_line,
    say,
};
use crate::{
    chat::{
        button::{Button, TriageButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        code::QuestionCode,
        ids::{AreaCode, CategoryCode, QuestionId},
        keyword::Keyword,
        question::{Competence, Question, QuestionKind, State},
        redaction::without_contacts,
        routing::{RouteReason, Routed},
        text,
        triage::Queue,
    },
};

/// So much of a question stands on the office's view, in UTF-16 units; the rest comes with a tap.
const SHOWN_TEXT: usize = 1_800;
/// So much of it above a choice, and of another question beside it.
const SHORT_TEXT: usize = 160;
/// So much in one message when all of it is read.
const READ_TEXT: usize = 3_500;
/// Bodies on one page.
const BODIES_A_PAGE: usize = 12;

/// A question that may be the same.
#[derive(Debug, Clone)]
pub struct Alike {
    /// It.
    pub question: Question,
    /// How alike, 0 to 100.
    pub per_cent: u32,
}

/// Everything the office sees of one question.
#[derive(Debug, Clone)]
pub struct View {
    /// The question.
    pub question: Question,
    /// Whom the routes name for its category and area, and why.
    pub routed: Routed,
    /// The last day for sorting it.
    pub sorted_by: Date,
    /// Today.
    pub today: Date,
    /// What may be the same, the most alike first.
    pub alike: Vec<Alike>,
    /// What belongs to it.
    pub related: Vec<QuestionCode>,
    /// How many files it has.
    pub files: usize,
    /// What else the categoriser thinks, and the words that decided.
    pub guess: Option<(CategoryCode, Vec<String>)>,
    /// How many wait behind it.
    pub behind: u32,
}

fn press(words: impl Into<String>, means: TriageButton) -> InlineButton {
    button(words, &Button::Triage(means))
}

/// The pinned counter.
#[must_use]
pub fn counter(words: Words<'_>, queue: Queue) -> Message {
    if queue.count == 0 {
        return Message::plain(say!(words, "queue-empty"));
    }
    let mut lines = vec![say!(
        words,
        "queue-count",
        count = queue.count,
        oldest = waited(words, queue.oldest_days)
    )];
    if queue.overdue > 0 {
        let limit = words.council().rules.triage_days;
        lines.push(say!(
            words,
            "queue-overdue",
            count = queue.overdue,
            limit = limit
        ));
    }
    let begin = press(label!(words, "button-triage-begin"), TriageButton::Begin);
    Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![begin]]))
}

fn waited(words: Words<'_>, days: i32) -> String {
    if days == 0 {
        label!(words, "queue-today")
    } else {
        label!(words, "queue-days", days = days)
    }
}

/// New questions came in; the oldest is shown with them.
#[must_use]
pub fn notice(words: Words<'_>, count: u32, oldest: Message) -> Message {
    let head = say!(words, "queue-notice", count = count);
    Message {
        html: Html::paragraphs([head, oldest.html]),
        ..oldest
    }
}

/// The counter could not be pinned.
#[must_use]
pub fn cannot_pin(words: Words<'_>) -> Message {
    Message::plain(say!(words, "queue-cannot-pin"))
}

/// Nothing waits (for this clerk) any more.
#[must_use]
pub fn nothing_left(words: Words<'_>, done: Option<Html>) -> Message {
    let left = say!(words, "triage-nothing-left");
    Message::plain(Html::paragraphs(done.into_iter().chain([left])))
}

/// The words that a clerk pressed something too late: somebody decided before.
#[must_use]
pub fn done_by(words: Words<'_>, name: &str, at: Timestamp) -> String {
    label!(
        words,
        "triage-done-by",
        name = name,
        time = words.moment(at)
    )
}

/// Another clerk has it on the screen.
#[must_use]
pub fn held_by(words: Words<'_>, name: &str, until: Timestamp) -> String {
    label!(
        words,
        "triage-held-by",
        name = name,
        time = words.moment(until)
    )
}

/// A live card with the codes of what belongs to it.
#[must_use]
pub fn with_relations(words: Words<'_>, card: Message, related: &[QuestionCode]) -> Message {
    if related.is_empty() {
        return card;
    }
    let line = say!(words, "card-related", codes = codes(related));
    Message {
        html: Html::lines([card.html, line]),
        ..card
    }
}

fn codes(codes: &[QuestionCode]) -> String {
    let names: Vec<String> = codes.iter().map(ToString::to_string).collect();
    names.join(", ")
}

/// One question as the office sees it, with the proposal; `done` says what happened just before.
#[must_use]
pub fn view(words: Words<'_>, view: &View, done: Option<Html>) -> Message {
    let question = &view.question;
    let mut lines = Vec::new();
    if question.is_urgent {
        lines.push(say!(words, "card-urgent"));
    }
    lines.extend([
        say!(
            words,
            "triage-head",
            code = question.code,
            category = words.category(&question.category),
            kind = kind_name(words, question.kind),
        ),
        say!(
            words,
            "card-place",
            area = words.area_in_full(&question.area),
            initials = question.author_initials,
        ),
        Html::quote(&shown_text(words, question)),
    ]);
    lines.extend(facts(words, view));
    lines.extend(proposal(words, view));
    let html = Html::paragraphs(done.into_iter().chain([Html::lines(lines)]));
    Message::with(html, Keyboard::Inline(view_buttons(words, view)))
}

fn shown_text(words: Words<'_>, question: &Question) -> String {
    let whole = without_contacts(&question.text);
    if text::utf16_len(&whole) <= SHOWN_TEXT {
        return whole;
    }
    let shown = text::truncate_utf16(&whole, SHOWN_TEXT);
    format!("{shown}\n{}", label!(words, "triage-text-cut"))
}

fn facts(words: Words<'_>, view: &View) -> Vec<Html> {
    let question = &view.question;
    let mut lines = Vec::new();
    if question.supporters > 0 {
        lines.push(say!(words, "card-supporters", count = question.supporters));
    }
    if view.files > 0 {
        lines.push(say!(words, "triage-files", count = view.files));
    }
    lines.extend(view.alike.iter().map(|alike| {
        say!(
            words,
            "triage-alike",
            code = alike.question.code,
            percent = alike.per_cent,
            text = short(&alike.question)
        )
    }));
    if !view.related.is_empty() {
        lines.push(say!(words, "card-related", codes = codes(&view.related)));
    }
    if let Some((category, because)) = &view.guess {
        lines.push(say!(
            words,
            "triage-guess",
            category = words.category(category),
            because = because.join(", ")
        ));
    }
    lines
}

fn proposal(words: Words<'_>, view: &View) -> Vec<Html> {
    let question = &view.question;
    let level = match question.competence {
        Some(level) => level_name(words, level),
        None => label!(words, "triage-level-unknown"),
    };
    let mut lines = vec![say!(words, "triage-level", level = level)];
    if question.state == State::Received {
        lines.push(say!(
            words,
            "triage-proposal",
            body = words.body(&question.body),
            why = why(words, view)
        ));
        let waits = say!(
            words,
            "triage-clock",
            time = words.moment(question.received_at),
            day = short_day(view.sorted_by)
        );
        lines.push(if view.sorted_by < view.today {
            Html::lines([waits, say!(words, "triage-late")])
        } else {
            waits
        });
        if view.behind > 0 {
            lines.push(say!(words, "triage-behind", count = view.behind));
        }
    } else {
        lines.push(say!(
            words,
            "triage-with",
            body = words.body(&question.body),
            state = state_name(words, question.state),
            due = short_day(question.due_on)
        ));
        if question.state.is_open() && view.routed.body != question.body {
            lines.push(say!(
                words,
                "triage-routes-say",
                body = words.body(&view.routed.body),
                why = reason(words, &view.routed.because)
            ));
        }
    }
    lines
}

/// Why the proposed body is proposed: the routes, or a clerk's choice.
fn why(words: Words<'_>, view: &View) -> String {
    if view.question.body == view.routed.body {
        reason(words, &view.routed.because)
    } else {
        label!(words, "route-by-hand")
    }
}

/// Why the routes name a body.
#[must_use]
pub fn reason(words: Words<'_>, because: &RouteReason) -> String {
    match because {
        RouteReason::Exception(index) => {
            let number = index.saturating_add(1);
            label!(words, "route-exception", number = number)
        }
        RouteReason::Delegation(area) => {
            label!(words, "route-delegation", area = words.area(area))
        }
        RouteReason::Office | RouteReason::BuiltInOffice => label!(words, "route-office"),
    }
}

fn state_name(words: Words<'_>, state: State) -> String {
    label!(words, "triage-state", state = state.name())
}

fn view_buttons(words: Words<'_>, view: &View) -> Vec<Vec<InlineButton>> {
    let question = &view.question;
    let id = question.id;
    let correct = press(
        label!(words, "button-correct-triage"),
        TriageButton::Correct(id),
    );
    let more = press(label!(words, "button-more"), TriageButton::More(id));
    let read = press(label!(words, "button-read-all"), TriageButton::Read(id));
    let is_long = text::utf16_len(&question.text) > SHOWN_TEXT;
    let mut rows = Vec::new();
    match question.state {
        State::Received => {
            rows.push(vec![press(
                label!(words, "button-forward", body = words.body(&question.body)),
                TriageButton::Confirm(id, question.version),
            )]);
            let later = press(label!(words, "button-later"), TriageButton::Later(id));
            rows.push(vec![correct, more, later]);
        }
        State::Forwarded { .. } => {
            if view.routed.body != question.body {
                let to = view.routed.body.clone();
                rows.push(vec![press(
                    label!(words, "button-forward", body = words.body(&to)),
                    TriageButton::Body(id, to),
                )]);
            }
            rows.push(vec![correct, more]);
        }
        State::AskedBack { .. } | State::SentUp { .. } | State::SetAside { .. } => {
            rows.push(vec![correct]);
        }
        State::Answered { .. }
        | State::Returned { .. }
        | State::Merged { .. }
        | State::Withdrawn { .. } => {}
    }
    if is_long || view.files > 0 {
        rows.push(vec![read]);
    }
    rows
}

/// All words of a question.
#[must_use]
pub fn whole_text(words: Words<'_>, question: &Question) -> Vec<Message> {
    text::split_utf16(&without_contacts(&question.text), READ_TEXT)
        .into_iter()
        .map(|part| {
            let head = say!(words, "card-continued", code = question.code);
            Message::plain(Html::lines([head, Html::quote(&part)]))
        })
        .collect()
}

fn short(question: &Question) -> String {
    let line = first_line(&without_contacts(&question.text));
    text::truncate_utf16(&line, SHORT_TEXT)
}

/// The question in two lines, above a choice.
fn choice(
    words: Words<'_>,
    question: &Question,
    ask: Html,
    mut rows: Vec<Vec<InlineButton>>,
    back: TriageButton,
) -> Message {
    let head = say!(
        words,
        "triage-short",
        code = question.code,
        category = words.category(&question.category),
        area = words.area(&question.area),
        text = short(question)
    );
    rows.push(vec![press(label!(words, "button-back"), back)]);
    Message::with(Html::paragraphs([head, ask]), Keyboard::Inline(rows))
}

/// What can be corrected, with what it is now.
#[must_use]
pub fn corrections(words: Words<'_>, question: &Question) -> Message {
    let id = question.id;
    let level = match question.competence {
        Some(level) => level_name(words, level),
        None => label!(words, "triage-level-unknown"),
    };
    let urgent = if question.is_urgent {
        press(
            label!(words, "button-not-urgent"),
            TriageButton::Ordinary(id),
        )
    } else {
        press(label!(words, "button-urgent"), TriageButton::Urgent(id))
    };
    let mut rows = vec![
        vec![press(
            label!(
                words,
                "button-correct-category",
                now = words.category(&question.category)
            ),
            TriageButton::Categories(id),
        )],
        vec![press(
            label!(
                words,
                "button-correct-area",
                now = words.area(&question.area)
            ),
            TriageButton::Areas(id, None, 0),
        )],
        vec![press(
            label!(
                words,
                "button-correct-kind",
                now = kind_name(words, question.kind)
            ),
            TriageButton::Kinds(id),
        )],
        vec![press(
            label!(words, "button-correct-level", now = level),
            TriageButton::Levels(id),
        )],
    ];
    if matches!(question.state, State::Received | State::Forwarded { .. }) {
        rows.push(vec![press(
            label!(
                words,
                "button-correct-body",
                now = words.body(&question.body)
            ),
            TriageButton::Bodies(id, 0),
        )]);
    }
    rows.push(vec![urgent]);
    choice(
        words,
        question,
        say!(words, "triage-correct-what"),
        rows,
        TriageButton::Show(id),
    )
}

/// What else can be done.
#[must_use]
pub fn more(words: Words<'_>, question: &Question) -> Message {
    let id = question.id;
    let rows = vec![
        vec![
            press(label!(words, "button-merge"), TriageButton::Merges(id)),
            press(
                label!(words, "button-split-by-clerk"),
                TriageButton::Parts(id),
            ),
        ],
        vec![
            press(label!(words, "button-relate"), TriageButton::Relations(id)),
            press(label!(words, "button-try-routes"), TriageButton::Routes(id)),
        ],
        vec![press(
            label!(words, "button-return-guided"),
            TriageButton::Return(id),
        )],
    ];
    let ask = say!(words, "triage-more-what");
    choice(words, question, ask, rows, TriageButton::Show(id))
}

/// What a kind is called.
#[must_use]
pub fn kind_name(words: Words<'_>, kind: QuestionKind) -> String {
    label!(words, "triage-kind", kind = kind.as_str())
}

/// What a level is called.
#[must_use]
pub fn level_name(words: Words<'_>, level: Competence) -> String {
    label!(words, "triage-level-name", level = level.as_str())
}

/// The kinds.
#[must_use]
pub fn kinds(words: Words<'_>, question: &Question) -> Message {
    let rows = QuestionKind::ALL
        .iter()
        .map(|kind| {
            let name = marked(kind_name(words, *kind), *kind == question.kind);
            vec![press(name, TriageButton::Kind(question.id, *kind))]
        })
        .collect();
    let ask = say!(words, "triage-choose-kind");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// The categories, the likeliest first, each in its own row, then all others.
#[must_use]
pub fn categories(words: Words<'_>, question: &Question, likely: &[CategoryCode]) -> Message {
    let choose = |code: &CategoryCode| {
        let name = marked(words.category(code), *code == question.category);
        press(name, TriageButton::Category(question.id, code.clone()))
    };
    let mut rows: Vec<Vec<InlineButton>> = likely.iter().map(|code| vec![choose(code)]).collect();
    let rest: Vec<InlineButton> = words
        .council()
        .offered_categories()
        .filter(|category| !likely.contains(&category.code))
        .map(|category| choose(&category.code))
        .collect();
    rows.extend(rest.chunks(2).map(<[InlineButton]>::to_vec));
    let ask = say!(words, "triage-choose-category");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// A page of areas, at the top or within `parent`.
#[must_use]
pub fn areas(
    words: Words<'_>,
    question: &Question,
    parent: Option<&AreaCode>,
    shown: &[&Area],
    page: u16,
) -> Message {
    let id = question.id;
    let pages = pages_of(shown.len());
    let page = usize::from(page).min(pages - 1);
    let mut rows = Vec::new();
    if let Some(parent) = parent {
        rows.push(vec![press(
            label!(words, "button-triage-whole-area", area = words.area(parent)),
            TriageButton::Area(id, parent.clone()),
        )]);
    }
    let buttons: Vec<InlineButton> = shown
        .iter()
        .skip(page * AREAS_A_PAGE)
        .take(AREAS_A_PAGE)
        .map(|area| {
            let name = area.name.in_language(words.language()).to_owned();
            let name = marked(name, area.code == question.area);
            let has_parts = words.council().children(&area.code).next().is_some();
            if has_parts {
                press(name, TriageButton::Areas(id, Some(area.code.clone()), 0))
            } else {
                press(name, TriageButton::Area(id, area.code.clone()))
            }
        })
        .collect();
    rows.extend(buttons.chunks(2).map(<[InlineButton]>::to_vec));
    let to = |page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        TriageButton::Areas(id, parent.cloned(), page)
    };
    rows.extend(turning(words, page, pages, to));
    let back = match parent {
        Some(_) => TriageButton::Areas(id, None, 0),
        None => TriageButton::Correct(id),
    };
    choice(
        words,
        question,
        say!(words, "triage-choose-area"),
        rows,
        back,
    )
}

fn turning(
    words: Words<'_>,
    page: usize,
    pages: usize,
    to: impl Fn(usize) -> TriageButton,
) -> Option<Vec<InlineButton>> {
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(press(label!(words, "button-previous-page"), to(page - 1)));
    }
    if page + 1 < pages {
        turn.push(press(label!(words, "button-next-page"), to(page + 1)));
    }
    (!turn.is_empty()).then_some(turn)
}

/// The levels.
#[must_use]
pub fn levels(words: Words<'_>, question: &Question) -> Message {
    let rows = Competence::ALL
        .iter()
        .map(|level| {
            let name = marked(
                level_name(words, *level),
                Some(*level) == question.competence,
            );
            vec![press(name, TriageButton::Level(question.id, *level))]
        })
        .collect();
    let ask = say!(words, "triage-choose-level");
    choice(
        words,
        question,
        ask,
        rows,
        TriageButton::Correct(question.id),
    )
}

/// A page of bodies.
#[must_use]
pub fn bodies(words: Words<'_>, question: &Question, page: u16) -> Message {
    let id = question.id;
    let all = &words.council().bodies;
    let pages = all.len().div_ceil(BODIES_A_PAGE).max(1);
    let page = usize::from(page).min(pages - 1);
    let mut rows: Vec<Vec<InlineButton>> = all
        .iter()
        .skip(page * BODIES_A_PAGE)
        .take(BODIES_A_PAGE)
        .map(|body| {
            let name = body.name.in_language(words.language()).to_owned();
            let name = marked(name, body.code == question.body);
            vec![press(name, TriageButton::Body(id, body.code.clone()))]
        })
        .collect();
    let to = |page: usize| TriageButton::Bodies(id, u16::try_from(page).unwrap_or(u16::MAX));
    rows.extend(turning(words, page, pages, to));
    let ask = say!(words, "triage-choose-body");
    choice(words, question, ask, rows, TriageButton::Correct(id))
}

fn marked(name: String, is_now: bool) -> String {
    if is_now { format!("✔ {name}") } else { name }
}

/// What the question could be merged into or related to.
#[must_use]
pub fn others(words: Words<'_>, question: &Question, alike: &[Alike], joining: Joining) -> Message {
    let id = question.id;
    let mut blocks = vec![match joining {
        Joining::Merge => say!(words, "triage-merge-what"),
        Joining::Relate => say!(words, "triage-relate-what"),
    }];
    if alike.is_empty() {
        blocks.push(say!(words, "triage-none-alike"));
    }
    blocks.extend(alike.iter().map(|alike| {
        say!(
            words,
            "triage-alike",
            code = alike.question.code,
            percent = alike.per_cent,
            text = short(&alike.question)
        )
    }));
    let mut rows: Vec<Vec<InlineButton>> = alike
        .iter()
        .map(|alike| {
            let other = alike.question.id;
            let code = alike.question.code.to_string();
            vec![match joining {
                Joining::Merge => press(
                    label!(words, "button-merge-into", code = code),
                    TriageButton::Merge(id, other),
                ),
                Joining::Relate => press(
                    label!(words, "button-relate-to", code = code),
                    TriageButton::Relate(id, other),
                ),
            }]
        })
        .collect();
    let by_code = match joining {
        Joining::Merge => TriageButton::MergeByCode(id),
        Joining::Relate => TriageButton::RelateByCode(id),
    };
    rows.push(vec![press(label!(words, "button-type-code"), by_code)]);
    choice(
        words,
        question,
        Html::lines(blocks),
        rows,
        TriageButton::More(id),
    )
}

/// What two questions are to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// One.
    Merge,
    /// Two that know of each other.
    Relate,
}

/// "Really?" before people are told that their question goes on as another.
#[must_use]
pub fn merge_ask(words: Words<'_>, question: &Question, other: &Question, told: usize) -> Message {
    let ask = Html::lines([
        say!(
            words,
            "triage-merge-ask",
            code = question.code,
            other = other.code,
            told = told
        ),
        Html::quote(&short(other)),
    ]);
    let yes = press(
        label!(words, "button-merge-into", code = other.code.to_string()),
        TriageButton::MergeNow(question.id, other.id),
    );
    choice(
        words,
        question,
        ask,
        vec![vec![yes]],
        TriageButton::Merges(question.id),
    )
}

/// For whoever asked or supported a question that goes on as another.
#[must_use]
pub fn merged(words: Words<'_>, question: &Question, other: &Question) -> Message {
    Message::plain(say!(
        words,
        "merged-news",
        code = question.code,
        other = other.code,
        body = words.body(&other.body),
        due = words.day(other.due_on),
        text = text::truncate_utf16(&question.text, SHORT_TEXT)
    ))
}

/// How the question would be split.
#[must_use]
pub fn parts(words: Words<'_>, question: &Question, parts: &[String]) -> Message {
    let id = question.id;
    let type_them = press(
        label!(words, "button-type-parts"),
        TriageButton::TypeParts(id),
    );
    if parts.is_empty() {
        let ask = say!(words, "triage-no-parts");
        return choice(
            words,
            question,
            ask,
            vec![vec![type_them]],
            TriageButton::More(id),
        );
    }
    let count = parts.len();
    let mut blocks = vec![say!(words, "triage-parts", count = count)];
    blocks.extend(
        parts
            .iter()
            .map(|part| Html::quote(&text::truncate_utf16(part, 300))),
    );
    let rows = vec![
        vec![press(
            label!(words, "button-split", count = count),
            TriageButton::SplitNow(id, question.version),
        )],
        vec![type_them],
    ];
    choice(
        words,
        question,
        Html::lines(blocks),
        rows,
        TriageButton::More(id),
    )
}

/// For the author: the question was split, under which codes.
#[must_use]
pub fn was_split(words: Words<'_>, question: &Question, others: &[Question]) -> Message {
    let count = others.len().saturating_add(1);
    let mut blocks = vec![say!(
        words,
        "split-news",
        code = question.code,
        count = count
    )];
    blocks.extend(std::iter::once(question).chain(others).map(|part| {
        say!(
            words,
            "split-news-part",
            code = part.code,
            text = text::truncate_utf16(&part.text, 300)
        )
    }));
    Message::plain(Html::lines(blocks))
}

/// One line of the preview of the routes.
#[derive(Debug, Clone)]
pub struct RouteLine {
    /// The category.
    pub category: CategoryCode,
    /// Who would get it, and why.
    pub routed: Routed,
    /// The committee that watches, by name.
    pub watched_by: Option<String>,
    /// Working days for the answer.
    pub days: u16,
}

/// Who would get a question of this area, by category.
#[must_use]
pub fn routes(
    words: Words<'_>,
    area: &AreaCode,
    lines: &[RouteLine],
    back: Option<QuestionId>,
) -> Message {
    let mut blocks = vec![say!(words, "routes-title", area = words.area_in_full(area))];
    blocks.extend(lines.iter().map(|line| {
        let base = say!(
            words,
            "routes-line",
            category = words.category(&line.category),
            body = words.body(&line.routed.body),
            why = reason(words, &line.routed.because),
            days = line.days
        );
        match &line.watched_by {
            Some(committee) => {
                Html::lines([base, say!(words, "routes-watched", committee = committee)])
            }
            None => base,
        }
    }));
    let html = Html::lines(blocks);
    match back {
        Some(question) => {
            let back = press(label!(words, "button-back"), TriageButton::More(question));
            Message::with(html, Keyboard::Inline(vec![vec![back]]))
        }
        None => Message::plain(html),
    }
}
