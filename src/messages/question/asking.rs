//! From the first prompt to the preview.

use super::{QUOTED_TEXT, attachment, receipt::handled_by};
use crate::messages::{
    Html, Message, Words,
    keyboard::{self, button},
    label,
    lines::gist,
    say,
};
use crate::{
    chat::{
        button::{Button, PersonButton, PlaceButton, QuestionButton},
        outgoing::{ButtonStyle, InlineButton, Keyboard},
    },
    domain::{
        attachment::Media,
        ids::{BodyCode, CategoryCode, DraftId, MeetingCode},
        keyword::Keyword,
        question::{
            QuestionKind,
            draft::{Draft, ReadyDraft},
        },
        text,
    },
};
use jiff::{Timestamp, civil::Date};

/// So much of a long text a preview shows, in UTF-16 units; the rest is kept and sent all the same.
pub(crate) const PREVIEW_TEXT: usize = 2_500;

/// So much of it beside alike questions.
pub(crate) const SHORT_PREVIEW_TEXT: usize = 1_200;

/// So many fields are proposed at first.
const PROPOSED: usize = 3;

/// "What would you like to ask?"
#[must_use]
pub(crate) fn prompt(words: Words<'_>) -> Message {
    Message::with(say!(words, "ask-prompt"), cancel(words))
}

/// The text is no question yet.
#[must_use]
pub(crate) fn too_short(words: Words<'_>) -> Message {
    Message::with(say!(words, "ask-too-short"), cancel(words))
}

/// "Send the new words": in the preview's place, with the old ones and the way back.
#[must_use]
pub(crate) fn edit_prompt(words: Words<'_>, draft: &Draft) -> Message {
    let old = text::truncate_utf16(&draft.text, PREVIEW_TEXT);
    let html = say!(words, "edit-prompt", text = old);
    Message::with(html, Keyboard::Inline(vec![back(words, draft.id)]))
}

fn back(words: Words<'_>, draft: DraftId) -> Vec<InlineButton> {
    vec![button(
        label!(words, "button-back"),
        &Button::Question(QuestionButton::BackToDraft(draft)),
    )]
}

pub(super) fn cancel(words: Words<'_>) -> Keyboard {
    Keyboard::Inline(vec![vec![button(
        label!(words, "button-cancel"),
        &Button::Person(PersonButton::Cancel),
    )]])
}

/// The beginning of a draft; of one without words, where its matter is.
pub(super) fn beginning(words: Words<'_>, draft: &Draft) -> String {
    if draft.text.is_empty() {
        label!(words, "media-says-it")
    } else {
        gist(&draft.text, QUOTED_TEXT)
    }
}

/// There is a draft already: go on with it or write anew?
#[must_use]
pub(crate) fn draft_exists(words: Words<'_>, draft: &Draft) -> Message {
    let text = beginning(words, draft);
    let keyboard = vec![
        vec![button(
            label!(words, "button-continue-draft"),
            &Button::Question(QuestionButton::Continue(draft.id)),
        )],
        vec![button(
            label!(words, "button-new-draft"),
            &Button::Question(QuestionButton::StartOver(draft.id)),
        )],
    ];
    Message::with(
        say!(words, "draft-exists", text = text),
        Keyboard::Inline(keyboard),
    )
}

/// A day has gone by: the draft is still there.
#[must_use]
pub(crate) fn draft_reminder(words: Words<'_>, draft: &Draft) -> Message {
    let exists = draft_exists(words, draft);
    let html = Html::paragraphs([exists.html, say!(words, "draft-reminder")]);
    Message { html, ..exists }
}

/// New words came while an old draft was lying there: part of it, or something new?
#[must_use]
pub(crate) fn draft_held(words: Words<'_>, draft: &Draft) -> Message {
    let text = beginning(words, draft);
    let keyboard = vec![
        vec![button(
            label!(words, "button-add-to-draft"),
            &Button::Question(QuestionButton::Continue(draft.id)),
        )],
        vec![button(
            label!(words, "button-drop-draft"),
            &Button::Question(QuestionButton::StartOver(draft.id)),
        )],
    ];
    Message::with(
        say!(words, "draft-held", text = text),
        Keyboard::Inline(keyboard),
    )
}

/// The same message, saying first that the draft took up what was just written.
#[must_use]
pub(crate) fn after_adding(words: Words<'_>, message: Message) -> Message {
    let html = Html::paragraphs([say!(words, "draft-added"), message.html]);
    Message { html, ..message }
}

/// The draft is as long as it can be: it has to be sent first.
#[must_use]
pub(crate) fn too_long(words: Words<'_>, draft: &Draft) -> Message {
    let go_on = button(
        label!(words, "button-continue-draft"),
        &Button::Question(QuestionButton::Continue(draft.id)),
    );
    Message::with(
        say!(words, "draft-too-long"),
        Keyboard::Inline(vec![vec![go_on]]),
    )
}

/// Which category? The three likeliest, and the way to all; all at once where none is likely.
#[must_use]
pub(crate) fn ask_category(words: Words<'_>, draft: &Draft, proposed: &[CategoryCode]) -> Message {
    if proposed.is_empty() {
        let offered: Vec<_> = words.council().offered_categories().collect();
        let keyboard = keyboard::categories(words, draft.id, proposed, &offered);
        return Message::with(say!(words, "ask-category"), keyboard);
    }
    let first = &proposed[..proposed.len().min(PROPOSED)];
    let keyboard = keyboard::likely_categories(words, draft.id, first);
    let text = gist(&draft.text, QUOTED_TEXT);
    Message::with(say!(words, "ask-category-proposed", text = text), keyboard)
}

/// All categories, the likely ones first, with the way back to the draft.
#[must_use]
pub(crate) fn every_category(
    words: Words<'_>,
    draft: &Draft,
    proposed: &[CategoryCode],
) -> Message {
    let offered: Vec<_> = words.council().offered_categories().collect();
    let keyboard = keyboard::categories(words, draft.id, proposed, &offered);
    Message::with(say!(words, "ask-category"), keyboard)
}

/// What sort of words is it?
#[must_use]
pub(crate) fn choose_kind(words: Words<'_>, draft: DraftId, now: QuestionKind) -> Message {
    let mut rows: Vec<Vec<InlineButton>> = QuestionKind::ALL
        .iter()
        .map(|kind| {
            let name = label!(words, "question-kind", kind = kind.to_string());
            let name = if *kind == now {
                label!(words, "button-chosen", name = name)
            } else {
                name
            };
            vec![button(
                name,
                &Button::Question(QuestionButton::OfKind(draft, *kind)),
            )]
        })
        .collect();
    rows.push(back(words, draft));
    Message::with(say!(words, "kind-ask"), Keyboard::Inline(rows))
}

/// Who will see what.
#[must_use]
pub(crate) fn who_sees(words: Words<'_>, draft: DraftId, initials: &str) -> Message {
    let html = say!(words, "who-sees", initials = initials);
    Message::with(html, Keyboard::Inline(vec![back(words, draft)]))
}

/// A long draft, or one with files, is to go: surely?
#[must_use]
pub(crate) fn discard_sure(words: Words<'_>, draft: DraftId, files: &[Media]) -> Message {
    let html = if files.is_empty() {
        say!(words, "discard-sure")
    } else {
        let list = attachment::list(words, files);
        say!(words, "discard-sure-files", list = list)
    };
    let now = button(
        label!(words, "button-discard-now"),
        &Button::Question(QuestionButton::DiscardNow(draft)),
    );
    Message::with(html, Keyboard::Inline(vec![vec![now], back(words, draft)]))
}

/// The draft is gone, and can be taken back for a day.
#[must_use]
pub(crate) fn discarded(words: Words<'_>, draft: DraftId) -> Message {
    let undo = button(
        label!(words, "button-undiscard"),
        &Button::Question(QuestionButton::TakeBack(draft)),
    );
    Message::with(
        say!(words, "draft-discarded"),
        Keyboard::Inline(vec![vec![undo]]),
    )
}

/// What will happen when the draft is sent.
#[derive(Debug, Clone)]
pub(crate) struct Outlook {
    /// Who will handle it.
    pub(crate) body: BodyCode,
    /// Whether the office sorts it first.
    pub(crate) waits_for_office: bool,
    /// By when an answer would be due.
    pub(crate) due_on: Date,
    /// What sort of words it is.
    pub(crate) kind: QuestionKind,
    /// The session whose deadline it would still make: its name and the deadline.
    pub(crate) session: Option<(String, Timestamp)>,
    /// The meeting it is asked for, and when that begins.
    pub(crate) meeting: Option<(MeetingCode, Timestamp)>,
    /// Somebody seems to be in danger: the day is a near one.
    pub(crate) is_urgent: bool,
    /// The time of the preview.
    pub(crate) now: Timestamp,
    /// What goes with it.
    pub(crate) attachments: Vec<Media>,
    /// For which association the card will say that its author speaks.
    pub(crate) speaks_for: Option<String>,
    /// How much of the text is shown, in UTF-16 units; all of it is sent.
    pub(crate) shown: usize,
}

/// Everything once more before sending, in at most eight lines beside what is asked about it.
#[must_use]
pub(crate) fn preview(words: Words<'_>, draft: &ReadyDraft, outlook: &Outlook) -> Message {
    let shown = text::truncate_utf16(&draft.text, outlook.shown);
    let hidden = text::utf16_len(&draft.text).saturating_sub(outlook.shown);
    let mut lines = vec![say!(
        words,
        "preview",
        text = shown,
        category = words.category(&draft.category),
        area = words.area_in_full(&draft.area),
        body = handled_by(words, &outlook.body, outlook.waits_for_office),
        due = words.day(outlook.due_on),
    )];
    if outlook.kind != QuestionKind::Petition {
        let kind = label!(words, "question-kind", kind = outlook.kind.to_string());
        lines.push(say!(words, "preview-kind", kind = kind));
    }
    if outlook.is_urgent {
        lines.push(say!(words, "receipt-urgent"));
    }
    if let Some(name) = &outlook.speaks_for {
        lines.push(say!(words, "preview-speaks-for", name = name));
    }
    if hidden > 0 {
        lines.push(say!(words, "preview-cut", count = hidden));
    }
    if !outlook.attachments.is_empty() {
        let list = attachment::list(words, &outlook.attachments);
        lines.push(say!(words, "preview-attachments", list = list));
    }
    if let Some((code, starts_at)) = &outlook.meeting {
        let time = words.appointment(*starts_at);
        lines.push(say!(
            words,
            "preview-meeting",
            code = code.as_str(),
            time = time
        ));
    }
    if let Some(missed) = words.council().missed_session(outlook.now) {
        let missed = missed.name.in_language(words.language());
        lines.push(say!(words, "preview-missed", missed = missed));
    } else if let Some((session, deadline)) = &outlook.session {
        let days = crate::messages::meeting::days_left(words, *deadline, outlook.now);
        lines.push(say!(
            words,
            "preview-session",
            deadline = words.moment(*deadline),
            session = session,
            days = i64::from(days),
        ));
    }
    let keyboard = preview_rows(words, draft, outlook.kind);
    Message::with(Html::lines(lines), Keyboard::Inline(keyboard))
}

fn preview_rows(
    words: Words<'_>,
    draft: &ReadyDraft,
    kind: QuestionKind,
) -> Vec<Vec<InlineButton>> {
    let of_draft = |label: String, means: QuestionButton| button(label, &Button::Question(means));
    let id = draft.id;
    let field = label!(
        words,
        "button-chosen",
        name = words.category(&draft.category)
    );
    let mut rows = vec![
        vec![
            of_draft(label!(words, "button-send"), QuestionButton::Send(id))
                .styled(ButtonStyle::Success),
        ],
        vec![
            of_draft(field, QuestionButton::KeepCategory(id)),
            of_draft(
                label!(words, "button-categories"),
                QuestionButton::BackToCategories(id),
            ),
        ],
        vec![
            of_draft(label!(words, "button-edit"), QuestionButton::Edit(id)),
            button(
                label!(words, "button-other-area"),
                &Button::Place(PlaceButton::Choose(id)),
            ),
        ],
        vec![
            of_draft(
                label!(words, "button-who-sees"),
                QuestionButton::WhoSees(id),
            ),
            of_draft(label!(words, "button-cancel"), QuestionButton::Discard(id)),
        ],
    ];
    if !matches!(kind, QuestionKind::Petition | QuestionKind::Report) {
        let kind = of_draft(label!(words, "button-kinds"), QuestionButton::Kinds(id));
        rows.insert(2, vec![kind]);
    }
    rows
}
