//! What a clerk reads who enters a question for somebody without Telegram: one step after the other, what is known
//! so far on top. In a group only initials are shown.

use jiff::civil::Date;

use crate::messages::{
    Html, Message, Words,
    keyboard::{AREAS_A_PAGE, button},
    label, say,
};
use crate::{
    chat::{
        button::{Button, ProxyButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        categorise::Kind,
        code::OpinionSlip,
        entry::{Entry, Step},
        ids::{AreaCode, BodyCode, CategoryCode, ChatId},
        meeting::Meeting,
        question::{Question, QuestionKind, Source},
        redaction::without_contacts,
        text,
    },
};

/// So much of the words stands in a preview, in UTF-16 units.
const PREVIEW_TEXT: usize = 2_500;
/// Meetings offered: the latest ones, and those under way.
pub(crate) const MEETINGS_OFFERED: usize = 8;

type Rows = Vec<Vec<InlineButton>>;

/// What a step shows beside the entry itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    /// Meetings to choose from, the nearest first.
    pub(crate) meetings: Vec<Meeting>,
    /// The topic the speaker announced.
    pub(crate) topic: Option<String>,
    /// Which areas: those below this one, and the page.
    pub(crate) areas: (Option<AreaCode>, u16),
    /// Categories that fit, best first.
    pub(crate) proposed: Vec<CategoryCode>,
    /// Whether all categories are shown.
    pub(crate) all_categories: bool,
    /// What the words look like, if not like a petition.
    pub(crate) taken_for: Option<Kind>,
    /// Who would handle it, by when, and what it looks like.
    pub(crate) outlook: Option<(BodyCode, Date, QuestionKind)>,
    /// The bot's username, for the way into the private chat.
    pub(crate) bot: String,
}

/// The step the entry is at.
#[must_use]
pub(crate) fn step(words: Words<'_>, entry: &Entry, shown: &Shown) -> Message {
    let mut lines = vec![say!(words, "enter-title")];
    lines.extend(known(words, entry));
    let mut blocks = vec![Html::lines(lines)];
    let mut rows = Rows::new();
    match entry.step {
        Step::Name => {
            blocks.push(say!(words, "enter-ask-name"));
            if !entry.chat.is_private() {
                blocks.push(say!(words, "enter-name-in-group", bot = shown.bot));
            }
            rows.push(vec![skip(label!(words, "button-no-name"), entry)]);
        }
        Step::Phone => {
            blocks.push(say!(words, "enter-ask-phone"));
            rows.push(vec![skip(label!(words, "button-skip"), entry)]);
        }
        Step::Source => {
            blocks.push(say!(words, "enter-ask-source"));
            rows.extend(sources(words, entry));
        }
        Step::Meeting => {
            blocks.push(if shown.meetings.is_empty() {
                say!(words, "enter-no-meeting")
            } else {
                say!(words, "enter-ask-meeting")
            });
            rows.extend(shown.meetings.iter().map(|meeting| {
                let open = label!(
                    words,
                    "button-open-meeting",
                    code = meeting.code.as_str(),
                    meeting = crate::messages::meeting::day_and_place(words, meeting)
                );
                let at = ProxyButton::AtMeeting(entry.id, meeting.code.clone());
                vec![button(open, &Button::Proxy(at))]
            }));
        }
        Step::Area => {
            blocks.push(match &shown.areas.0 {
                Some(parent) => say!(words, "enter-ask-part", area = words.area(parent)),
                None => say!(words, "enter-ask-area"),
            });
            rows.extend(areas(words, entry, &shown.areas));
        }
        Step::Text => {
            blocks.push(match (&entry.text, &shown.topic) {
                (Some(_), _) => Html::lines([say!(words, "enter-ask-text-again"), quoted(entry)]),
                (None, Some(topic)) => say!(words, "enter-ask-spoken", topic = topic),
                (None, None) => say!(words, "enter-ask-text"),
            });
            if entry.text.is_some() {
                let keep = label!(words, "button-keep-words");
                rows.push(vec![skip(keep, entry)]);
            }
        }
        Step::Category => {
            blocks.extend(shown.taken_for.and_then(|kind| hint(words, kind)));
            blocks.push(say!(words, "enter-ask-category"));
            rows.extend(categories(words, entry, shown));
        }
        Step::Preview => {
            blocks.extend(shown.taken_for.and_then(|kind| hint(words, kind)));
            blocks.extend(preview(words, entry, shown));
            let send = ProxyButton::Send(entry.id);
            let send = button(label!(words, "button-send"), &Button::Proxy(send));
            rows.push(vec![send.styled(ButtonStyle::Success)]);
            rows.extend(fields(words, entry, shown));
        }
    }
    let leave = Button::Proxy(ProxyButton::Leave(entry.id));
    let mut last = vec![button(label!(words, "button-cancel"), &leave)];
    if !entry.is_first() {
        let back = Button::Proxy(ProxyButton::Back(entry.id));
        last.insert(0, button(label!(words, "button-back"), &back));
    }
    rows.push(last);
    Message::with(Html::paragraphs(blocks), Keyboard::Inline(rows))
}

/// What is asked for in the message that opens the reply in a group.
#[must_use]
pub(crate) fn prompt(words: Words<'_>, step: Step) -> Html {
    match step {
        Step::Name => say!(words, "enter-prompt-name"),
        Step::Phone => say!(words, "enter-prompt-phone"),
        Step::Source | Step::Meeting | Step::Area | Step::Text | Step::Category | Step::Preview => {
            say!(words, "enter-prompt-text")
        }
    }
}

/// An unfinished entry lies there.
#[must_use]
pub(crate) fn unfinished(words: Words<'_>, entry: &Entry, step: Message) -> Message {
    let html = Html::paragraphs([say!(words, "enter-unfinished"), step.html]);
    let anew = Button::Proxy(ProxyButton::StartOver(entry.id));
    let anew = vec![button(label!(words, "button-enter-anew"), &anew)];
    let keyboard = match step.keyboard {
        Some(Keyboard::Inline(mut rows)) => {
            rows.push(anew);
            Keyboard::Inline(rows)
        }
        _ => Keyboard::Inline(vec![anew]),
    };
    Message::with(html, keyboard)
}

fn known(words: Words<'_>, entry: &Entry) -> Vec<Html> {
    let mut lines = Vec::new();
    let is_private = entry.chat.is_private();
    if let Some(slip) = &entry.slip {
        lines.push(say!(words, "enter-known-slip", slip = slip.to_string()));
    }
    if entry.step != Step::Name {
        let shown = match &entry.name {
            Some(name) if is_private => Some(name.clone()),
            Some(name) => Some(text::initials(name)),
            None => None,
        };
        lines.extend(match shown {
            Some(name) => Some(say!(words, "enter-known-name", name = name)),
            None if entry.speaker.is_none() => Some(say!(words, "enter-known-no-name")),
            None => None,
        });
    }
    if let Some(phone) = &entry.phone {
        lines.push(say!(words, "enter-known-phone", phone = phone.masked()));
    }
    if let Some(source) = entry.source {
        lines.push(say!(
            words,
            "source-line",
            source = source_of(
                words,
                source,
                entry
                    .meeting
                    .as_ref()
                    .map(crate::domain::ids::MeetingCode::as_str)
            )
        ));
    }
    if let Some(area) = &entry.area {
        lines.push(say!(
            words,
            "enter-known-area",
            area = words.area_in_full(area)
        ));
    }
    if let Some(said) = entry.text.as_deref().filter(|_| entry.step < Step::Text) {
        let said = text::truncate_utf16(&visible(said, entry.chat), 100);
        lines.push(say!(words, "enter-known-text", text = said));
    }
    lines
}

/// "phát biểu tại hội nghị (DV01)".
pub(super) fn source_of(words: Words<'_>, source: Source, meeting: Option<&str>) -> String {
    let source = label!(words, "question-source", source = source.to_string());
    match meeting {
        Some(code) => format!("{source} ({code})"),
        None => source,
    }
}

/// The name of a kind.
#[must_use]
pub(crate) fn kind_name(words: Words<'_>, kind: QuestionKind) -> String {
    label!(words, "question-kind", kind = kind.to_string())
}

fn skip(label: String, entry: &Entry) -> InlineButton {
    button(label, &Button::Proxy(ProxyButton::Skip(entry.id)))
}

fn sources(words: Words<'_>, entry: &Entry) -> Rows {
    [
        Source::InPerson,
        Source::Phone,
        Source::Letter,
        Source::Meeting,
    ]
    .into_iter()
    .map(|source| {
        let means = Button::Proxy(ProxyButton::From(entry.id, source));
        vec![button(
            label!(words, "button-source", source = source.to_string()),
            &means,
        )]
    })
    .collect()
}

fn areas(words: Words<'_>, entry: &Entry, (parent, page): &(Option<AreaCode>, u16)) -> Rows {
    let council = words.council();
    let all: Vec<_> = match parent {
        Some(parent) => council.children(parent).collect(),
        None => council.top_areas().collect(),
    };
    let last = all.len().div_ceil(AREAS_A_PAGE).max(1) - 1;
    let page = usize::from(*page).min(last);
    let shown: Vec<InlineButton> = all
        .iter()
        .skip(page * AREAS_A_PAGE)
        .take(AREAS_A_PAGE)
        .map(|area| {
            let name = area.name.in_language(words.language());
            button(
                name,
                &Button::Proxy(ProxyButton::In(entry.id, area.code.clone())),
            )
        })
        .collect();
    let mut rows: Rows = shown.chunks(2).map(<[_]>::to_vec).collect();
    let to = |page: usize| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        Button::Proxy(ProxyButton::AreaPage(entry.id, parent.clone(), page))
    };
    let mut turn = Vec::new();
    if page > 0 {
        turn.push(button(label!(words, "button-previous-page"), &to(page - 1)));
    }
    if page < last {
        turn.push(button(label!(words, "button-next-page"), &to(page + 1)));
    }
    rows.extend((!turn.is_empty()).then_some(turn));
    if parent.is_some() {
        rows.push(vec![skip(label!(words, "button-whole-area"), entry)]);
    }
    rows
}

/// In the preview: the field that is chosen, the next likely ones, and the way to all.
fn fields(words: Words<'_>, entry: &Entry, shown: &Shown) -> Rows {
    let chosen = entry.category.iter();
    let others = shown
        .proposed
        .iter()
        .filter(|code| Some(*code) != entry.category.as_ref());
    let mut row: Vec<InlineButton> = chosen
        .chain(others)
        .take(2)
        .map(|code| {
            let mark = if Some(code) == entry.category.as_ref() {
                "●"
            } else {
                "○"
            };
            let about = ProxyButton::About(entry.id, code.clone());
            button(
                format!("{mark} {}", words.category(code)),
                &Button::Proxy(about),
            )
        })
        .collect();
    let all = Button::Proxy(ProxyButton::AllCategories(entry.id));
    row.push(button(label!(words, "button-all-categories"), &all));
    row.chunks(2).map(<[_]>::to_vec).collect()
}

fn categories(words: Words<'_>, entry: &Entry, shown: &Shown) -> Rows {
    let offered: Vec<_> = words.council().offered_categories().collect();
    let choice = |code: &CategoryCode| {
        let name = words.category(code);
        button(
            name,
            &Button::Proxy(ProxyButton::About(entry.id, code.clone())),
        )
    };
    let is_known = |code: &&CategoryCode| offered.iter().any(|category| category.code == **code);
    let mut rows: Rows = shown
        .proposed
        .iter()
        .filter(is_known)
        .map(|code| vec![choice(code)])
        .collect();
    if shown.all_categories || rows.is_empty() {
        let rest: Vec<InlineButton> = offered
            .iter()
            .filter(|category| !shown.proposed.contains(&category.code))
            .map(|category| choice(&category.code))
            .collect();
        rows.extend(rest.chunks(2).map(<[_]>::to_vec));
    } else {
        let all = Button::Proxy(ProxyButton::AllCategories(entry.id));
        rows.push(vec![button(label!(words, "button-all-categories"), &all)]);
    }
    rows
}

/// The gate does not stop a clerk; it says what the words look like.
fn hint(words: Words<'_>, kind: Kind) -> Option<Html> {
    let reception = words.council().contact.citizen_reception.as_ref();
    let at = reception.map_or(String::new(), |at| {
        at.in_language(words.language()).to_owned()
    });
    match kind {
        Kind::Emergency => Some(say!(words, "enter-looks-urgent")),
        Kind::Complaint => Some(say!(words, "enter-looks-complaint", at = at)),
        Kind::Denunciation => Some(say!(words, "enter-looks-denunciation", at = at)),
        Kind::CrimeReport => Some(say!(words, "enter-looks-crime")),
        Kind::Petition | Kind::Greeting | Kind::Spam | Kind::Praise => None,
    }
}

/// The words; in a group without phone numbers.
fn quoted(entry: &Entry) -> Html {
    let text = entry.text.as_deref().unwrap_or_default();
    Html::quote(&text::truncate_utf16(
        &visible(text, entry.chat),
        PREVIEW_TEXT,
    ))
}

/// What may be read in this chat of a resident's words: in a group no phone numbers.
#[must_use]
pub(crate) fn visible(words: &str, chat: ChatId) -> String {
    if chat.is_private() {
        words.to_owned()
    } else {
        without_contacts(words)
    }
}

fn preview(words: Words<'_>, entry: &Entry, shown: &Shown) -> Vec<Html> {
    let mut lines = vec![say!(words, "enter-preview"), quoted(entry)];
    if let Some(category) = &entry.category {
        lines.push(say!(
            words,
            "enter-known-category",
            category = words.category(category)
        ));
    }
    if let Some((body, due, kind)) = &shown.outlook {
        lines.push(say!(words, "kind-line", kind = kind_name(words, *kind)));
        lines.push(say!(
            words,
            "enter-known-body",
            body = words.body(body),
            due = words.day(*due)
        ));
    }
    vec![Html::lines(lines), say!(words, "enter-who-sees")]
}

/// What stands where the preview was.
#[must_use]
pub(crate) fn sent_mark(words: Words<'_>, question: &Question, slip: Option<&OpinionSlip>) -> Html {
    let slip = slip.map(|slip| say!(words, "enter-known-slip", slip = slip.to_string()));
    let lines = [
        Some(say!(words, "enter-sent", code = question.code)),
        slip,
        Some(Html::quote(&text::truncate_utf16(
            &question.text,
            PREVIEW_TEXT,
        ))),
    ];
    Html::lines(lines.into_iter().flatten())
}
