//! What one can do here.

use crate::messages::{Html, Message, Words, keyboard, say};
use crate::{
    chat::{
        button::{Button, PersonButton},
        outgoing::Keyboard,
    },
    domain::{
        area::Area,
        ids::{AreaCode, BodyCode},
    },
};

/// Help for a resident, with the doors that are not ours.
#[must_use]
pub(crate) fn resident(words: Words<'_>, is_clerk: bool) -> Message {
    let contact = &words.council().contact;
    let mut blocks = vec![say!(words, "help-resident")];
    if is_clerk {
        blocks.insert(0, say!(words, "help-clerk"));
    }
    if let Some(office) = &contact.office {
        let office = office.in_language(words.language());
        blocks.push(say!(words, "help-contact-office", office = office));
    }
    if let Some(reception) = &contact.citizen_reception {
        let reception = reception.in_language(words.language());
        blocks.push(say!(words, "help-contact-reception", reception = reception));
    }
    Message::with(Html::paragraphs(blocks), keyboard::home(words))
}

/// Help for a group.
#[must_use]
pub(crate) fn group(words: Words<'_>, body: Option<&BodyCode>) -> Message {
    Message::plain(match body {
        Some(body) => {
            let help = say!(words, "help-group", body = words.body(body));
            let desk = words.council().takes_questions_at_the_desk(body);
            Html::lines(std::iter::once(help).chain(desk.then(|| say!(words, "help-group-desk"))))
        }
        None => say!(words, "help-group-unlinked"),
    })
}

/// Where do you live? To see who represents it, and for nothing else.
#[must_use]
pub(crate) fn delegates_where(words: Words<'_>, page: usize) -> Message {
    let areas: Vec<&Area> = words.council().top_areas().collect();
    let rows = keyboard::area_rows(
        words,
        &areas,
        page,
        &|area| Button::Person(PersonButton::DelegatesOf(area.clone())),
        &|page| Button::Person(PersonButton::DelegatesPage(page)),
    );
    Message::with(say!(words, "delegates-where"), Keyboard::Inline(rows))
}

/// Who represents an area.
#[must_use]
pub(crate) fn delegates(words: Words<'_>, area: &AreaCode) -> Message {
    let council = words.council();
    let Some(delegation) = council.delegation_of(area) else {
        return Message::plain(say!(
            words,
            "delegates-none",
            area = words.area_in_full(area)
        ));
    };
    let areas: Vec<String> = delegation
        .areas
        .iter()
        .map(|area| words.area(area))
        .collect();
    let mut lines = vec![say!(
        words,
        "delegates",
        delegation = delegation.name.in_language(words.language()),
        areas = areas.join(", "),
    )];
    lines.extend(delegation.delegates.iter().map(|delegate| {
        let role = match delegate.role {
            crate::domain::body::DelegateRole::Head => say!(words, "role-head"),
            crate::domain::body::DelegateRole::DeputyHead => say!(words, "role-deputy-head"),
            crate::domain::body::DelegateRole::Member => say!(words, "role-member"),
        };
        say!(words, "delegates-member", name = delegate.name, role = role)
    }));
    lines.push(say!(words, "delegates-policy"));
    Message::plain(Html::lines(lines))
}
