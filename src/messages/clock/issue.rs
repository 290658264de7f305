//! Issuing papers in a chat: number and day, once more before it is done, and what was issued.

use jiff::civil::Date;

use crate::messages::{Html, Message, Words, keyboard::button, label, report::title, say};
use crate::{
    chat::{
        button::{Button, ClockButton, PaperButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        ids::PaperId,
        report::{
            ReportWish,
            changes::Change,
            issue::{DocumentNumber, IssuedLine, Unread},
        },
    },
};

/// Papers on one page of the list.
pub(crate) const ON_A_PAGE: u32 = 8;

/// So many questions that are different are named.
const MOST_NAMED: usize = 8;

/// What the paper is, and what it is about: "Báo cáo tổng hợp · Kỳ họp thứ 4".
fn name(words: Words<'_>, wish: &ReportWish) -> String {
    let session = wish.session.as_ref().map(|code| {
        let found = words.council().session(code);
        found.map_or_else(
            || code.to_string(),
            |session| session.name.in_language(words.language()).to_owned(),
        )
    });
    let parts = [
        Some(title(words, wish.kind)),
        session.filter(|_| wish.meeting.is_none()),
        wish.meeting.as_ref().map(ToString::to_string),
        wish.body.as_ref().map(|body| words.body(body)),
        wish.round
            .map(|round| label!(words, "report-round", round = round.0)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

fn paper(text: String, means: PaperButton) -> InlineButton {
    button(text, &Button::Clock(ClockButton::Paper(means)))
}

/// Under a draft: the way to issue it, or to the one that was issued.
#[must_use]
pub(crate) fn under_draft(
    words: Words<'_>,
    draft: PaperId,
    issued: Option<&IssuedLine>,
) -> Keyboard {
    let only = match issued {
        Some(line) => paper(
            label!(words, "button-issued-one", number = number(words, line)),
            PaperButton::Again(line.id),
        ),
        None => paper(label!(words, "button-issue"), PaperButton::Issue(draft)),
    };
    Keyboard::Inline(vec![vec![only]])
}

/// Which number, which day?
#[must_use]
pub(crate) fn ask(words: Words<'_>, wish: &ReportWish, today: Date) -> Html {
    say!(
        words,
        "issue-ask",
        paper = name(words, wish),
        day = in_numbers(today)
    )
}

/// What was typed is not enough.
#[must_use]
pub(crate) fn unread(words: Words<'_>, why: Unread, today: Date) -> Html {
    let example = in_numbers(today);
    match why {
        Unread::Number => say!(words, "issue-no-number", day = example),
        Unread::Day => say!(words, "issue-no-day", day = example),
        Unread::Far(day) => say!(words, "issue-far", day = in_numbers(day)),
    }
}

/// Another paper has the number.
#[must_use]
pub(crate) fn used(words: Words<'_>, other: &IssuedLine) -> Html {
    say!(
        words,
        "issue-used",
        number = number(words, other),
        year = other.year_of_number().to_string(),
        paper = name(words, &other.wish)
    )
}

/// The same, with the way back to number and day.
#[must_use]
pub(crate) fn used_after_all(words: Words<'_>, other: &IssuedLine, draft: PaperId) -> Message {
    let again = paper(
        label!(words, "button-issue-again"),
        PaperButton::Issue(draft),
    );
    Message::with(used(words, other), Keyboard::Inline(vec![vec![again]]))
}

/// Everything once more, before it is done.
#[must_use]
pub(crate) fn confirm(
    words: Words<'_>,
    (draft, wish): (PaperId, &ReportWish),
    (number, day): (&DocumentNumber, Date),
) -> Message {
    let html = say!(
        words,
        "issue-confirm",
        paper = name(words, wish),
        number = number.as_str(),
        day = in_numbers(day)
    );
    let yes = PaperButton::IssueAs(draft, number.clone(), day);
    let rows = vec![
        vec![paper(label!(words, "button-issue-yes"), yes)],
        vec![
            paper(
                label!(words, "button-issue-again"),
                PaperButton::Issue(draft),
            ),
            paper(label!(words, "button-issue-not"), PaperButton::Leave),
        ],
    ];
    Message::with(html, Keyboard::Inline(rows))
}

/// It is being made.
#[must_use]
pub(crate) fn at_work(
    words: Words<'_>,
    wish: &ReportWish,
    (number, day): (&DocumentNumber, Date),
) -> Message {
    Message::plain(say!(
        words,
        "issue-at-work",
        paper = name(words, wish),
        number = number.as_str(),
        day = in_numbers(day)
    ))
}

/// Under the file of a paper that was issued just now.
#[must_use]
pub(crate) fn issued(words: Words<'_>, line: &IssuedLine) -> Html {
    say!(
        words,
        "issued-now",
        paper = name(words, &line.wish),
        number = number(words, line),
        day = day(words, line)
    )
}

/// Under the file of one that was issued before: since when, and what is different. `wanted_anew`: somebody has just wanted to
/// issue it.
#[must_use]
pub(crate) fn as_it_was(
    words: Words<'_>,
    line: &IssuedLine,
    changes: &[Change],
    wanted_anew: bool,
) -> Html {
    let mut lines = Vec::new();
    if wanted_anew {
        lines.push(say!(words, "issued-before"));
    }
    lines.push(say!(
        words,
        "issued-again",
        paper = name(words, &line.wish),
        number = number(words, line),
        day = day(words, line),
        issued = words.moment(line.issued_at)
    ));
    lines.extend(since(words, changes));
    Html::lines(lines)
}

/// What is different since.
fn since(words: Words<'_>, changes: &[Change]) -> Vec<Html> {
    let (mut new, mut other, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    for change in changes {
        match change {
            Change::New { code, .. } => new.push(code.as_str()),
            Change::Other { code, .. } => other.push(code.as_str()),
            Change::Gone { code } => gone.push(code.as_str()),
        }
    }
    if changes.is_empty() {
        return vec![say!(words, "issued-unchanged")];
    }
    let mut lines = vec![say!(words, "issued-changed")];
    if !new.is_empty() {
        let codes = named(&new);
        lines.push(say!(words, "issued-new", count = new.len(), codes = codes));
    }
    if !other.is_empty() {
        let codes = named(&other);
        lines.push(say!(
            words,
            "issued-other",
            count = other.len(),
            codes = codes
        ));
    }
    if !gone.is_empty() {
        let codes = named(&gone);
        lines.push(say!(
            words,
            "issued-gone",
            count = gone.len(),
            codes = codes
        ));
    }
    lines
}

fn named(codes: &[&str]) -> String {
    let more = if codes.len() > MOST_NAMED {
        ", …"
    } else {
        ""
    };
    let shown: Vec<&str> = codes.iter().copied().take(MOST_NAMED).collect();
    format!("{}{more}", shown.join(", "))
}

/// What was issued, the newest first.
#[must_use]
pub(crate) fn list(words: Words<'_>, page: u16, lines: &[IssuedLine], has_more: bool) -> Message {
    if lines.is_empty() && page == 0 {
        return Message::plain(say!(words, "issued-none"));
    }
    let mut rows: Vec<Vec<InlineButton>> =
        lines.iter().map(|line| vec![row(words, line)]).collect();
    let mut turn = Vec::new();
    if page > 0 {
        let back = PaperButton::List(page - 1);
        turn.push(paper(label!(words, "button-previous-page"), back));
    }
    if has_more {
        let on = PaperButton::List(page.saturating_add(1));
        turn.push(paper(label!(words, "button-next-page"), on));
    }
    if !turn.is_empty() {
        rows.push(turn);
    }
    Message::with(say!(words, "issued-list"), Keyboard::Inline(rows))
}

fn row(words: Words<'_>, line: &IssuedLine) -> InlineButton {
    let text = format!(
        "{} · {} · {}",
        number(words, line),
        day(words, line),
        name(words, &line.wish)
    );
    paper(text, PaperButton::Again(line.id))
}

/// Its number; one that was issued without says so.
fn number(words: Words<'_>, line: &IssuedLine) -> String {
    line.number
        .clone()
        .unwrap_or_else(|| label!(words, "issued-no-number"))
}

/// Its day; of one without, the day of the issue.
fn day(words: Words<'_>, line: &IssuedLine) -> String {
    let issued_on = || words.council().local_date(line.issued_at);
    in_numbers(line.dated_on.unwrap_or_else(issued_on))
}

/// As it stands on papers, and as clerks type it.
fn in_numbers(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
