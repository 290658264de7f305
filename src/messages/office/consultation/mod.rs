//! Rounds on a draft, as residents read them: the invitation, one statement after the other, what they made of them.
//! [`desk`] is for clerks, [`outcome`] for everybody once it is over.

pub(crate) mod desk;
pub(crate) mod outcome;

use jiff::civil::Date;

use crate::messages::{Html, Message, Words, catalog::short_day, keyboard::button, label, say};
use crate::{
    chat::{
        button::{BroadcastButton, Button, ConsultButton, SettingsButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        broadcast::Subject,
        consultation::{Consultation, MAX_STATEMENT, Stance, Statement, StatementState},
        ids::{AreaCode, ConsultationId, StatementId},
        text,
    },
};

/// So much of a statement stands in the list of what one made of all.
const IN_LIST: usize = 70;
/// So much of a title stands on a button.
const ON_BUTTON: usize = 34;
/// Numbers in a row.
const IN_A_ROW: usize = 5;

fn press(text: impl Into<String>, means: ConsultButton) -> InlineButton {
    button(text, &Button::Consult(means))
}

/// What somebody makes of the statements, as far as they have come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mine<'a> {
    /// Those that are shown, in order.
    pub(crate) shown: &'a [Statement],
    /// What they made of some of them.
    pub(crate) stances: &'a [(StatementId, Stance)],
}

impl Mine<'_> {
    /// What they made of this one.
    #[must_use]
    pub(crate) fn of(&self, statement: StatementId) -> Option<Stance> {
        let found = self.stances.iter().find(|(id, _)| *id == statement);
        found.map(|(_, stance)| *stance)
    }

    /// The first one that they have not answered.
    #[must_use]
    pub(crate) fn next(&self) -> Option<&Statement> {
        self.shown.iter().find(|one| self.of(one.id).is_none())
    }

    /// How many they have not answered.
    #[must_use]
    pub(crate) fn left(&self) -> usize {
        let unanswered = self.shown.iter().filter(|one| self.of(one.id).is_none());
        unanswered.count()
    }
}

/// Whom it asks, in words.
pub(super) fn areas(words: Words<'_>, areas: &[AreaCode]) -> String {
    if areas.is_empty() {
        return label!(words, "consult-everywhere");
    }
    let names: Vec<String> = areas.iter().map(|area| words.area(area)).collect();
    text::truncate_utf16(&names.join(", "), 400)
}

fn day(date: Date) -> String {
    short_day(date)
}

fn stance(words: Words<'_>, stance: Stance) -> String {
    label!(words, "consult-stance", stance = stance.to_string())
}

/// The news that there is one: with the way to hear no more of such.
#[must_use]
pub(crate) fn news(words: Words<'_>, round: &Consultation, count: usize) -> Message {
    let message = invitation(words, round, count);
    let mute = button(
        label!(words, "button-broadcast-mute"),
        &Button::Broadcast(BroadcastButton::Mute(Subject::Announcements)),
    );
    let rows = vec![vec![begin(words, round)], vec![mute]];
    Message::with(message.html, Keyboard::Inline(rows))
}

fn begin(words: Words<'_>, round: &Consultation) -> InlineButton {
    press(
        label!(words, "button-consult-begin"),
        ConsultButton::Next(round.id),
    )
}

/// What a poster's link opens.
#[must_use]
pub(crate) fn invitation(words: Words<'_>, round: &Consultation, count: usize) -> Message {
    let html = Html::paragraphs([
        say!(words, "consult-title", title = round.title),
        say!(
            words,
            "consult-invitation",
            areas = areas(words, &round.areas),
            count = count,
            day = day(round.ends_on)
        ),
        say!(words, "consult-no-vote"),
    ]);
    Message::with(html, Keyboard::Inline(vec![vec![begin(words, round)]]))
}

/// One statement, with the three answers.
#[must_use]
pub(crate) fn statement(
    words: Words<'_>,
    round: &Consultation,
    mine: Mine<'_>,
    one: &Statement,
) -> Message {
    let place = mine.shown.iter().position(|shown| shown.id == one.id);
    let number = place.map_or(1, |place| place + 1);
    let mut blocks = vec![
        say!(
            words,
            "consult-statement",
            title = round.title,
            number = number,
            count = mine.shown.len()
        ),
        Html::quote(&one.text),
    ];
    if one.author.is_some() {
        blocks.push(say!(words, "consult-of-a-resident"));
    }
    let now = mine.of(one.id);
    if let Some(now) = now {
        blocks.push(say!(words, "consult-now", stance = stance(words, now)));
    }
    let answer = |choice: Stance| {
        let name = stance(words, choice);
        let name = if now == Some(choice) {
            format!("● {name}")
        } else {
            name
        };
        press(name, ConsultButton::Say(one.id, choice))
    };
    let rows = vec![
        vec![answer(Stance::Agree), answer(Stance::Disagree)],
        vec![
            answer(Stance::Pass),
            press(
                label!(words, "button-consult-mine"),
                ConsultButton::Mine(round.id),
            ),
        ],
    ];
    Message::with(Html::lines(blocks), Keyboard::Inline(rows))
}

/// Everything is answered.
#[must_use]
pub(crate) fn done(words: Words<'_>, round: &Consultation, count: usize) -> Message {
    let html = say!(
        words,
        "consult-done",
        title = round.title,
        count = count,
        day = day(round.ends_on)
    );
    let rows = vec![vec![
        press(
            label!(words, "button-consult-mine"),
            ConsultButton::Mine(round.id),
        ),
        press(
            label!(words, "button-consult-propose"),
            ConsultButton::Propose(round.id),
        ),
    ]];
    Message::with(html, Keyboard::Inline(rows))
}

/// What they made of all so far; while it runs each can be answered otherwise.
#[must_use]
pub(crate) fn review(words: Words<'_>, round: &Consultation, mine: Mine<'_>) -> Message {
    let mut lines = vec![say!(words, "consult-mine", title = round.title)];
    for (number, one) in (1_usize..).zip(mine.shown) {
        let mark = match mine.of(one.id) {
            Some(Stance::Agree) => "👍",
            Some(Stance::Disagree) => "👎",
            Some(Stance::Pass) => "⏭",
            None => "▫️",
        };
        lines.push(say!(
            words,
            "consult-mine-line",
            number = number,
            mark = mark,
            text = text::truncate_utf16(&one.text, IN_LIST)
        ));
    }
    if !round.is_open() {
        lines.push(say!(words, "consult-over", day = day(round.ends_on)));
        let outcome = outcome_button(words, round.id);
        return Message::with(Html::lines(lines), Keyboard::Inline(vec![vec![outcome]]));
    }
    lines.push(say!(words, "consult-mine-how", day = day(round.ends_on)));
    let numbers = mine.shown.iter().enumerate().map(|(at, one)| {
        let number = (at + 1).to_string();
        press(number, ConsultButton::Statement(one.id))
    });
    let numbers: Vec<InlineButton> = numbers.collect();
    let mut rows: Vec<Vec<InlineButton>> = numbers.chunks(IN_A_ROW).map(<[_]>::to_vec).collect();
    let mut last = vec![press(
        label!(words, "button-consult-propose"),
        ConsultButton::Propose(round.id),
    )];
    if mine.left() > 0 {
        last.push(press(
            label!(words, "button-consult-next", left = mine.left()),
            ConsultButton::Next(round.id),
        ));
    }
    rows.push(last);
    Message::with(Html::lines(lines), Keyboard::Inline(rows))
}

fn outcome_button(words: Words<'_>, round: ConsultationId) -> InlineButton {
    press(
        label!(words, "button-consult-outcome"),
        ConsultButton::Outcome(round),
    )
}

/// It is over.
#[must_use]
pub(crate) fn over(words: Words<'_>, round: &Consultation) -> Message {
    let html = Html::lines([
        say!(words, "consult-title", title = round.title),
        say!(words, "consult-over", day = day(round.ends_on)),
    ]);
    Message::with(
        html,
        Keyboard::Inline(vec![vec![outcome_button(words, round.id)]]),
    )
}

/// It asks people who live elsewhere.
#[must_use]
pub(crate) fn not_asked(
    words: Words<'_>,
    round: &Consultation,
    home: Option<&AreaCode>,
) -> Message {
    let home = home.map_or_else(
        || label!(words, "settings-no-area"),
        |home| words.area_in_full(home),
    );
    let html = say!(
        words,
        "consult-not-asked",
        title = round.title,
        areas = areas(words, &round.areas),
        home = home
    );
    let settings = button(
        label!(words, "button-consult-areas-of-mine"),
        &Button::Settings(SettingsButton::Areas),
    );
    Message::with(html, Keyboard::Inline(vec![vec![settings]]))
}

/// Asks for a statement of one's own.
#[must_use]
pub(crate) fn ask_statement(words: Words<'_>) -> Html {
    say!(words, "consult-ask-statement", limit = MAX_STATEMENT)
}

/// It is kept, and a clerk reads it: as everybody would.
#[must_use]
pub(crate) fn kept(words: Words<'_>, round: &Consultation, covered: &str) -> Message {
    let html = Html::lines([say!(words, "consult-kept"), Html::quote(covered)]);
    let back = press(
        label!(words, "button-consult-mine"),
        ConsultButton::Mine(round.id),
    );
    Message::with(html, Keyboard::Inline(vec![vec![back]]))
}

/// For whoever wrote it: what became of it.
#[must_use]
pub(crate) fn told(words: Words<'_>, one: &Statement, to: StatementState, over: bool) -> Message {
    let line = match to {
        StatementState::Shown => say!(words, "consult-told-shown"),
        StatementState::KeptBack if over => say!(words, "consult-told-late"),
        StatementState::KeptBack | StatementState::Waiting => say!(words, "consult-told-kept-back"),
    };
    Message::plain(Html::lines([line, Html::quote(&one.text)]))
}

/// For whoever took part: it is over, and this is the way to what came of it.
#[must_use]
pub(crate) fn ended(words: Words<'_>, round: &Consultation) -> Message {
    let html = Html::lines([
        say!(words, "consult-title", title = round.title),
        say!(words, "consult-ended"),
    ]);
    Message::with(
        html,
        Keyboard::Inline(vec![vec![outcome_button(words, round.id)]]),
    )
}

/// A round as the list shows it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    /// It.
    pub(crate) round: Consultation,
    /// How many statements whoever reads has not answered; `None`: they are not asked.
    pub(crate) left: Option<usize>,
    /// How many of residents wait to be read.
    pub(crate) waiting: usize,
}

/// For whom the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListedFor {
    /// Somebody in their private chat.
    Resident,
    /// A clerk, in private or in the office's group.
    Clerk,
    /// The group of another body.
    Body,
}

/// What runs, and what came of the last ones.
#[must_use]
pub(crate) fn list(
    words: Words<'_>,
    running: &[Listed],
    over: &[Consultation],
    whose: ListedFor,
) -> Message {
    let mut lines = vec![say!(words, "consult-list")];
    let mut rows = Vec::new();
    for one in running {
        lines.push(say!(
            words,
            "consult-list-line",
            title = one.round.title,
            day = day(one.round.ends_on),
            areas = areas(words, &one.round.areas)
        ));
        let title = text::truncate_utf16(&one.round.title, ON_BUTTON);
        if let Some(left) = one.left {
            let (text, means) = if left == 0 {
                let text = label!(words, "button-consult-mine-of", title = title.clone());
                (text, ConsultButton::Mine(one.round.id))
            } else {
                let text = label!(
                    words,
                    "button-consult-next-of",
                    title = title.clone(),
                    left = left
                );
                (text, ConsultButton::Next(one.round.id))
            };
            rows.push(vec![press(text, means)]);
        }
        if whose == ListedFor::Clerk {
            let text = label!(
                words,
                "button-consult-desk",
                title = title,
                waiting = one.waiting
            );
            rows.push(vec![press(text, ConsultButton::Desk(one.round.id))]);
        }
    }
    if running.is_empty() {
        lines.push(say!(words, "consult-list-none"));
    }
    for round in over {
        let title = text::truncate_utf16(&round.title, ON_BUTTON);
        rows.push(vec![press(
            label!(words, "button-consult-outcome-of", title = title),
            ConsultButton::Outcome(round.id),
        )]);
    }
    if whose == ListedFor::Clerk {
        lines.push(say!(words, "consult-list-how"));
        rows.push(vec![press(
            label!(words, "button-consult-write"),
            ConsultButton::Write,
        )]);
    }
    let html = Html::lines(lines);
    if rows.is_empty() {
        return Message::plain(html);
    }
    Message::with(html, Keyboard::Inline(rows))
}
