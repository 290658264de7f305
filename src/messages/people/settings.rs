//! The profile: what is kept about a person, what they hear of, and everything they can change about it.

use super::association::speaks;
pub(crate) use super::association::{ask_association, bad_association};
use crate::messages::{
    Html, Message, Style, Words,
    keyboard::{self, button},
    label,
    resident::other_languages,
    say,
};
use crate::{
    chat::{
        button::{Button, DataButton, PersonButton, SettingsButton},
        outgoing::{InlineButton, Keyboard},
    },
    domain::{
        area::Area,
        ids::{AreaCode, CategoryCode, MeetingCode},
        phone::Phone,
        resident::{AreaRole, OwnArea, Resident, Switch, Topic},
    },
};

/// Everything the first screen shows.
#[derive(Debug, Clone)]
pub(crate) struct Profile<'a> {
    /// Whose it is.
    pub(crate) resident: &'a Resident,
    /// Their areas, the first one first.
    pub(crate) areas: &'a [OwnArea],
    /// The phone they gave.
    pub(crate) phone: Option<&'a Phone>,
    /// What they hear of.
    pub(crate) hears: &'a [(Topic, Switch)],
    /// Meetings they registered for: no reminder comes while these are switched off.
    pub(crate) registered: &'a [MeetingCode],
    /// About how many fields they hear of meetings.
    pub(crate) subjects: usize,
}

fn settings(button: SettingsButton) -> Button {
    Button::Settings(button)
}

pub(super) fn back(words: Words<'_>, to: SettingsButton) -> Vec<InlineButton> {
    vec![button(label!(words, "button-settings-back"), &settings(to))]
}

/// The first screen.
#[must_use]
pub(crate) fn profile(words: Words<'_>, profile: &Profile<'_>) -> Message {
    let resident = profile.resident;
    let Some((version, at)) = resident.consent.filter(|_| resident.has_consented()) else {
        let mut rows = vec![vec![plain_switch(words)]];
        rows.extend(other_languages(words));
        rows.push(own_data(words));
        let html = say!(words, "settings-without-consent");
        return Message::with(html, Keyboard::Inline(rows));
    };
    let phone = profile
        .phone
        .map_or_else(|| label!(words, "settings-no-phone"), Phone::masked);
    let language = label!(words, "button-language", language = words.language().tag());
    let mut blocks = vec![
        say!(
            words,
            "settings-kept",
            name = resident.name,
            areas = area_list(words, profile.areas),
            phone = phone,
            language = language,
            time = words.moment(at),
            version = version,
        ),
        say!(words, "settings-always"),
    ];
    let is_quiet = profile.hears.contains(&(Topic::Reminders, Switch::Off));
    if is_quiet && profile.registered.is_empty() {
        blocks.push(say!(words, "settings-quiet"));
    } else if is_quiet {
        let codes = codes(profile.registered);
        blocks.push(say!(words, "settings-quiet-registered", codes = codes));
    }
    Message::with(
        Html::paragraphs(blocks),
        Keyboard::Inline(profile_rows(words, profile)),
    )
}

/// The way to what is stored, and to its end.
fn own_data(words: Words<'_>) -> Vec<InlineButton> {
    let data = label!(words, "button-own-data");
    vec![button(data, &Button::Data(DataButton::Open))]
}

fn profile_rows(words: Words<'_>, profile: &Profile<'_>) -> Vec<Vec<InlineButton>> {
    let areas = match profile.areas.len() {
        0 | 1 => label!(words, "button-more-areas"),
        count => label!(words, "button-areas", count = count),
    };
    let phone = if profile.phone.is_some() {
        button(
            label!(words, "button-drop-phone"),
            &settings(SettingsButton::DropPhone),
        )
    } else {
        button(
            label!(words, "button-share-phone"),
            &settings(SettingsButton::SharePhone),
        )
    };
    let mut rows = vec![
        vec![
            button(
                label!(words, "button-change-area"),
                &Button::Person(PersonButton::ChangeArea),
            ),
            button(areas, &settings(SettingsButton::Areas)),
        ],
        vec![
            button(
                label!(words, "button-rename"),
                &settings(SettingsButton::Rename),
            ),
            phone,
        ],
    ];
    rows.extend(profile.hears.iter().map(|(topic, switch)| {
        let on = switch.to_string();
        let text = match topic {
            Topic::NewMeetings => label!(words, "button-hear-meetings", on = on),
            Topic::Reminders => label!(words, "button-hear-reminders", on = on),
            Topic::Announcements => label!(words, "button-hear-announcements", on = on),
            Topic::Services => label!(words, "button-hear-services", on = on),
        };
        let wanted = other(*switch);
        vec![button(
            text,
            &settings(SettingsButton::Hear(*topic, wanted)),
        )]
    }));
    rows.push(vec![button(
        label!(words, "button-subjects", count = profile.subjects),
        &settings(SettingsButton::Subjects),
    )]);
    rows.push(vec![plain_switch(words)]);
    rows.extend(other_languages(words));
    rows.push(own_data(words));
    rows
}

/// The fields: of meetings about which one hears.
#[must_use]
pub(crate) fn subjects(words: Words<'_>, followed: &[CategoryCode]) -> Message {
    let fields: Vec<InlineButton> = words
        .council()
        .offered_categories()
        .map(|field| {
            let is_followed = followed.contains(&field.code);
            let (mark, wanted) = if is_followed {
                ("✅ ", Switch::Off)
            } else {
                ("", Switch::On)
            };
            button(
                format!("{mark}{}", words.category(&field.code)),
                &settings(SettingsButton::Subject(field.code.clone(), wanted)),
            )
        })
        .collect();
    let mut rows: Vec<Vec<InlineButton>> = fields.chunks(2).map(<[_]>::to_vec).collect();
    rows.push(back(words, SettingsButton::Open));
    Message::with(say!(words, "subjects-choose"), Keyboard::Inline(rows))
}

fn plain_switch(words: Words<'_>) -> InlineButton {
    let now = match words.style() {
        Style::Full => Switch::Off,
        Style::Plain => Switch::On,
    };
    button(
        label!(words, "button-plain-words", on = now.to_string()),
        &settings(SettingsButton::PlainWords(other(now))),
    )
}

fn other(switch: Switch) -> Switch {
    match switch {
        Switch::On => Switch::Off,
        Switch::Off => Switch::On,
    }
}

fn codes(meetings: &[MeetingCode]) -> String {
    let codes: Vec<&str> = meetings.iter().map(MeetingCode::as_str).collect();
    codes.join(", ")
}

/// "Phường Đồng Văn (nơi ở); Xã Mộc Nam (nơi làm việc)".
fn area_list(words: Words<'_>, areas: &[OwnArea]) -> String {
    if areas.is_empty() {
        return label!(words, "settings-no-area");
    }
    let each: Vec<String> = areas.iter().map(|own| with_role(words, own)).collect();
    each.join("; ")
}

fn with_role(words: Words<'_>, own: &OwnArea) -> String {
    let area = words.area_in_full(&own.area);
    format!("{area} ({})", role(words, own.role))
}

fn role(words: Words<'_>, role: AreaRole) -> String {
    label!(words, "area-role", role = role.to_string())
}

/// What a switch did, as it flashes up. Whoever switches reminders off reads which ones that silences.
#[must_use]
pub(crate) fn switched(
    words: Words<'_>,
    topic: Topic,
    switch: Switch,
    registered: &[MeetingCode],
) -> String {
    match (topic, switch) {
        (Topic::Reminders, Switch::Off) if registered.is_empty() => {
            label!(words, "toast-reminders-off")
        }
        (Topic::Reminders, Switch::Off) => {
            label!(words, "toast-reminders-off-for", codes = codes(registered))
        }
        _ => label!(words, "toast-switched", on = switch.to_string()),
    }
}

/// One's areas.
#[must_use]
pub(crate) fn areas(
    words: Words<'_>,
    areas: &[OwnArea],
    spoken: &[(AreaCode, String)],
    may_add: bool,
) -> Message {
    let mut lines = vec![say!(words, "areas-title")];
    for (at, own) in areas.iter().enumerate() {
        let number = at + 1;
        let text = with_role(words, own);
        lines.push(if at == 0 {
            say!(words, "areas-first", number = number, area = text)
        } else {
            say!(words, "areas-line", number = number, area = text)
        });
        lines.extend(speaks(words, spoken, own));
    }
    let mut rows: Vec<Vec<InlineButton>> = areas
        .iter()
        .map(|own| {
            let open = settings(SettingsButton::Area(own.area.clone()));
            vec![button(with_role(words, own), &open)]
        })
        .collect();
    if may_add {
        rows.push(vec![button(
            label!(words, "button-add-area"),
            &settings(SettingsButton::AddPage(None, 0)),
        )]);
    }
    rows.push(back(words, SettingsButton::Open));
    let html = Html::paragraphs([Html::lines(lines), say!(words, "areas-how")]);
    Message::with(html, Keyboard::Inline(rows))
}

/// One of them, with what can be done about it.
#[must_use]
pub(crate) fn one_area(
    words: Words<'_>,
    areas: &[OwnArea],
    own: &OwnArea,
    spoken: &[(AreaCode, String)],
) -> Message {
    let is_first = areas.first() == Some(own);
    let code = &own.area;
    let roles = [AreaRole::Lives, AreaRole::Works, AreaRole::Other].map(|choice| {
        let name = label!(words, "button-role", role = choice.to_string());
        let text = if choice == own.role {
            label!(words, "button-role-now", role = name)
        } else {
            name
        };
        button(text, &settings(SettingsButton::Role(code.clone(), choice)))
    });
    let mut rows = vec![roles.to_vec()];
    if !is_first {
        rows.push(vec![button(
            label!(words, "button-first-area"),
            &settings(SettingsButton::First(code.clone())),
        )]);
    }
    if words.council().children(code).next().is_some() {
        rows.push(vec![button(
            label!(words, "button-neighbourhoods"),
            &settings(SettingsButton::AddPage(Some(code.clone()), 0)),
        )]);
    }
    let speaks = speaks(words, spoken, own);
    rows.push(vec![if speaks.is_some() {
        button(
            label!(words, "button-speak-not"),
            &settings(SettingsButton::SpeakNot(code.clone())),
        )
    } else {
        button(
            label!(words, "button-speak"),
            &settings(SettingsButton::Speak(code.clone())),
        )
    }]);
    if areas.len() > 1 {
        rows.push(vec![button(
            label!(words, "button-drop-area"),
            &settings(SettingsButton::Drop(code.clone())),
        )]);
    }
    rows.push(back(words, SettingsButton::Areas));
    let html = say!(
        words,
        "area-one",
        area = words.area_in_full(code),
        role = role(words, own.role)
    );
    let html = Html::lines(std::iter::once(html).chain(speaks));
    Message::with(html, Keyboard::Inline(rows))
}

/// The list of areas to add one from.
#[must_use]
pub(crate) fn add_area(words: Words<'_>, parent: Option<&AreaCode>, page: usize) -> Message {
    let list: Vec<&Area> = match parent {
        Some(parent) => words.council().children(parent).collect(),
        None => words.council().top_areas().collect(),
    };
    let html = match parent {
        Some(parent) => say!(words, "area-add-below", area = words.area(parent)),
        None => say!(words, "area-add"),
    };
    let mut rows = to_add(words, &list, parent, page);
    rows.push(back(words, SettingsButton::Areas));
    Message::with(html, Keyboard::Inline(rows))
}

/// What was typed names several areas, or none.
#[must_use]
pub(crate) fn add_candidates(words: Words<'_>, typed: &str, found: &[&Area]) -> Message {
    let typed = crate::domain::text::truncate_utf16(typed, 60);
    if found.is_empty() {
        let list = add_area(words, None, 0);
        let html = Html::paragraphs([say!(words, "area-not-found", typed = typed), list.html]);
        return Message { html, ..list };
    }
    let shown = &found[..found.len().min(keyboard::AREAS_A_PAGE)];
    let mut rows = to_add(words, shown, None, 0);
    rows.push(back(words, SettingsButton::Areas));
    let html = say!(words, "area-several", typed = typed);
    Message::with(html, Keyboard::Inline(rows))
}

fn to_add(
    words: Words<'_>,
    list: &[&Area],
    parent: Option<&AreaCode>,
    page: usize,
) -> Vec<Vec<InlineButton>> {
    keyboard::area_rows(
        words,
        list,
        page,
        &|area| settings(SettingsButton::Add(area.clone())),
        &|page| settings(SettingsButton::AddPage(parent.cloned(), page)),
    )
}

/// Asks for the phone: the keyboard at the bottom sends one's own contact.
#[must_use]
pub(crate) fn share_phone(words: Words<'_>) -> Message {
    let keyboard = Keyboard::Contact {
        share: label!(words, "button-send-phone"),
        back: label!(words, "button-settings-back"),
    };
    let who = words.council().rules.phone_for;
    Message::with(say!(words, "phone-ask", who = who.to_string()), keyboard)
}

/// Whether the text is the way back from `people::phone`, as it stands on the keyboard.
#[must_use]
pub(crate) fn leads_back(words: Words<'_>, typed: &str) -> bool {
    let back = label!(words, "button-settings-back");
    typed == back || typed == crate::messages::plain::label(&back)
}

/// The phone is kept.
#[must_use]
pub(crate) fn phone_kept(words: Words<'_>, phone: &Phone) -> Message {
    let html = say!(words, "phone-kept", phone = phone.masked());
    Message::with(html, keyboard::home(words))
}

/// Asks for the name to go by.
#[must_use]
pub(crate) fn ask_name(words: Words<'_>, resident: &Resident) -> Message {
    let mut rows = Vec::new();
    if resident.name_chosen {
        rows.push(vec![button(
            label!(words, "button-telegram-name"),
            &settings(SettingsButton::TelegramName),
        )]);
    }
    rows.push(back(words, SettingsButton::Open));
    let html = say!(words, "name-ask", name = resident.name);
    Message::with(html, Keyboard::Inline(rows))
}

/// What was typed is no name.
#[must_use]
pub(crate) fn bad_name(words: Words<'_>) -> Message {
    let rows = vec![back(words, SettingsButton::Open)];
    Message::with(say!(words, "name-bad"), Keyboard::Inline(rows))
}
