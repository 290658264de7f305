//! What a resident reads when coming in: purpose, consent, area, home.

use jiff::Timestamp;

use crate::messages::{
    Html, Message, Words,
    keyboard::{self, button},
    label, say,
};
use crate::{
    chat::{
        button::{Button, PersonButton},
        command::Command,
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        ids::{AreaCode, Language},
        resident::CONSENT_VERSION,
    },
};

/// The first screen: what this is, what is kept, and three big buttons.
#[must_use]
pub(crate) fn welcome(words: Words<'_>) -> Message {
    let council = words.council().name.in_language(words.language());
    Message::with(
        say!(words, "welcome", council = council),
        consent_buttons(words),
    )
}

/// What somebody agrees to, word by word: the first screen without its buttons.
#[must_use]
pub(crate) fn consent_text(words: Words<'_>) -> String {
    welcome(words).html.visible_text()
}

/// The consent question for somebody who already wrote a question.
#[must_use]
pub(crate) fn consent_first(words: Words<'_>) -> Message {
    let council = words.council().name.in_language(words.language());
    let html = Html::paragraphs([
        say!(words, "welcome", council = council),
        say!(words, "consent-first"),
    ]);
    Message::with(html, consent_buttons(words))
}

/// The consent question for somebody who sent their phone.
#[must_use]
pub(crate) fn phone_after_consent(words: Words<'_>) -> Message {
    let asked = welcome(words);
    let html = Html::paragraphs([asked.html, say!(words, "phone-after-consent")]);
    Message { html, ..asked }
}

fn consent_buttons(words: Words<'_>) -> Keyboard {
    let mut rows = vec![
        vec![button(
            label!(words, "yes-consent"),
            &Button::Person(PersonButton::Agree(CONSENT_VERSION)),
        )],
        vec![button(
            label!(words, "no-consent"),
            &Button::Person(PersonButton::Refuse),
        )],
    ];
    rows.extend(other_languages(words));
    Keyboard::Inline(rows)
}

/// The other languages of the council, in one row.
pub(crate) fn other_languages(words: Words<'_>) -> Option<Vec<InlineButton>> {
    let others: Vec<InlineButton> = words
        .council()
        .languages
        .iter()
        .filter(|language| **language != words.language())
        .map(|language| {
            button(
                label!(words, "button-language", language = language.tag()),
                &Button::Person(PersonButton::Speak(*language)),
            )
        })
        .collect();
    (!others.is_empty()).then_some(others)
}

/// The line that takes the place of the consent question.
#[must_use]
pub(crate) fn consent_thanks(words: Words<'_>, version: u32, at: Timestamp) -> Html {
    say!(
        words,
        "consent-thanks",
        time = words.moment(at),
        version = version
    )
}

/// After a no: what still works.
#[must_use]
pub(crate) fn consent_refused(words: Words<'_>) -> Message {
    Message::with(say!(words, "consent-refused"), keyboard::home(words))
}

/// The list of areas, or of the neighbourhoods of one.
#[must_use]
pub(crate) fn choose_area(words: Words<'_>, parent: Option<&AreaCode>, page: usize) -> Message {
    let areas: Vec<&Area> = match parent {
        Some(parent) => words.council().children(parent).collect(),
        None => words.council().top_areas().collect(),
    };
    let pages = keyboard::pages_of(areas.len());
    let html = match parent {
        Some(parent) => say!(words, "choose-neighbourhood", area = words.area(parent)),
        None if pages > 1 => {
            let shown = page.min(pages - 1) + 1;
            say!(words, "choose-area-page", page = shown, pages = pages)
        }
        None => say!(words, "choose-area"),
    };
    let mut rows = keyboard::areas(words, parent, &areas, page);
    if parent.is_some() {
        rows.push(vec![button(
            label!(words, "button-skip"),
            &Button::Person(PersonButton::SkipNeighbourhood),
        )]);
    }
    Message::with(html, Keyboard::Inline(rows))
}

/// What was typed names several areas, or none.
#[must_use]
pub(crate) fn area_candidates(words: Words<'_>, typed: &str, found: &[&Area]) -> Message {
    let typed = crate::domain::text::truncate_utf16(typed, 60);
    if found.is_empty() {
        let mut message = choose_area(words, None, 0);
        message.html =
            Html::paragraphs([say!(words, "area-not-found", typed = typed), message.html]);
        return message;
    }
    let rows = keyboard::areas(
        words,
        None,
        &found[..found.len().min(keyboard::AREAS_A_PAGE)],
        0,
    );
    Message::with(
        say!(words, "area-several", typed = typed),
        Keyboard::Inline(rows),
    )
}

/// A poster's link named an area that does not exist here.
#[must_use]
pub(crate) fn area_unknown(words: Words<'_>) -> Message {
    let mut message = choose_area(words, None, 0);
    message.html = Html::paragraphs([say!(words, "area-unknown"), message.html]);
    message
}

/// Where the resident lives now, and who answers for it.
#[must_use]
pub(crate) fn area_chosen(words: Words<'_>, area: &AreaCode) -> Html {
    let name = words.area_in_full(area);
    match words.council().delegation_of(area) {
        Some(delegation) => say!(
            words,
            "area-chosen-with-delegation",
            area = name,
            delegation = delegation.name.in_language(words.language()),
        ),
        None => say!(words, "area-chosen", area = name),
    }
}

/// What stands where the list of areas was. Right after consent its proof stays readable above it.
#[must_use]
pub(crate) fn area_mark(
    words: Words<'_>,
    area: &AreaCode,
    consent: Option<(u32, Timestamp)>,
) -> Html {
    let mark = say!(words, "area-mark", area = words.area_in_full(area));
    match consent {
        Some((version, at)) => Html::lines([consent_thanks(words, version, at), mark]),
        None => mark,
    }
}

/// Another area than before.
#[must_use]
pub(crate) fn area_changed(words: Words<'_>, area: &AreaCode) -> Message {
    let html = Html::paragraphs([area_chosen(words, area), say!(words, "area-changed")]);
    Message::with(html, keyboard::home(words))
}

/// Everything is ready: the home keyboard appears.
#[must_use]
pub(crate) fn home_ready(words: Words<'_>, area: &AreaCode) -> Message {
    let html = Html::paragraphs([area_chosen(words, area), say!(words, "home-ready")]);
    Message::with(html, keyboard::home(words))
}

/// The last thing that was asked about the area is known.
#[must_use]
pub(crate) fn area_settled(words: Words<'_>, mark: Html) -> Html {
    Html::paragraphs([mark, say!(words, "home-ready")])
}

/// The home keyboard appears while something else goes on.
#[must_use]
pub(crate) fn home_for(words: Words<'_>, area: &AreaCode) -> Message {
    Message::with(area_chosen(words, area), keyboard::home(words))
}

/// Somebody known came back.
#[must_use]
pub(crate) fn welcome_back(words: Words<'_>) -> Message {
    Message::with(say!(words, "welcome-back"), keyboard::home(words))
}

/// Somebody of the office or of a body comes in, who is no resident here.
#[must_use]
pub(crate) fn welcome_staff(words: Words<'_>) -> Message {
    Message::with(say!(words, "welcome-staff"), keyboard::home(words))
}

/// The bot speaks another language from now on.
#[must_use]
pub(crate) fn language_changed(words: Words<'_>) -> Message {
    Message::with(say!(words, "language-changed"), keyboard::home(words))
}

/// The commands of the menu in a private chat.
#[must_use]
pub(crate) fn menu(words: Words<'_>) -> Vec<(String, String)> {
    let name = |command| spelling(words, command);
    vec![
        (name(Command::Ask), label!(words, "menu-ask")),
        (name(Command::Meetings), label!(words, "menu-meetings")),
        (name(Command::Mine), label!(words, "menu-mine")),
        (name(Command::Search), label!(words, "menu-search")),
        (name(Command::Delegates), label!(words, "menu-delegates")),
        (name(Command::Settings), label!(words, "menu-settings")),
        (name(Command::MyData), label!(words, "menu-my-data")),
        (name(Command::Erase), label!(words, "menu-erase")),
        (name(Command::Help), label!(words, "menu-help")),
        (name(Command::Consult), label!(words, "menu-consult")),
        (name(Command::Cancel), label!(words, "menu-cancel")),
    ]
}

/// The commands of the menu in a group.
#[must_use]
pub(crate) fn group_menu(words: Words<'_>) -> Vec<(String, String)> {
    let name = |command| spelling(words, command);
    vec![
        (name(Command::Digest), label!(words, "menu-digest")),
        (name(Command::Open), label!(words, "menu-open")),
        (name(Command::Figures), label!(words, "menu-figures")),
        (name(Command::Report), label!(words, "menu-report")),
        (name(Command::Question), label!(words, "menu-question")),
        (name(Command::Templates), label!(words, "menu-templates")),
        (name(Command::CheckIn), label!(words, "menu-check-in")),
        (name(Command::Help), label!(words, "menu-help")),
    ]
}

/// What the office and administrators have in their menus beside everybody's.
#[must_use]
pub(crate) fn clerks_menu(words: Words<'_>) -> Vec<(String, String)> {
    let name = |command| spelling(words, command);
    vec![
        (
            name(Command::PlanMeetings),
            label!(words, "menu-plan-meetings"),
        ),
        (name(Command::CheckIn), label!(words, "menu-check-in")),
        (name(Command::Triage), label!(words, "menu-triage")),
        (name(Command::Publish), label!(words, "menu-publish")),
        (name(Command::Broadcast), label!(words, "menu-broadcast")),
        (name(Command::Enter), label!(words, "menu-enter")),
        (name(Command::Figures), label!(words, "menu-figures")),
        (name(Command::Report), label!(words, "menu-report")),
        (name(Command::Roles), label!(words, "menu-roles")),
        (name(Command::Audit), label!(words, "menu-audit")),
        (name(Command::Requests), label!(words, "menu-requests")),
        (name(Command::Survey), label!(words, "menu-survey")),
        (name(Command::CallBack), label!(words, "menu-call-back")),
        (name(Command::Trouble), label!(words, "menu-trouble")),
    ]
}

/// What those who act for a body have in their private menu beside everybody's.
#[must_use]
pub(crate) fn members_menu(words: Words<'_>) -> Vec<(String, String)> {
    let name = |command| spelling(words, command);
    vec![
        (name(Command::Tasks), label!(words, "menu-tasks")),
        (name(Command::Open), label!(words, "menu-open")),
    ]
}

/// The command as it is spelt in the language of `words`.
fn spelling(words: Words<'_>, command: Command) -> String {
    let (in_vietnamese, in_english) = command.spellings();
    match words.language() {
        Language::Vi => in_vietnamese.to_owned(),
        Language::En => in_english.to_owned(),
    }
}
