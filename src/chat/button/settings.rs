//! Buttons of the profile (`/caidat`). Switches carry what is wanted, so that a second tap changes nothing.

use super::code_of;
use crate::domain::{
    ids::{AreaCode, CategoryCode},
    keyword::Keyword,
    resident::{AreaRole, Switch, Topic},
};

/// What a button of the profile asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SettingsButton {
    /// The profile's first screen.
    Open,
    /// Wants to hear of this topic, or not.
    Hear(Topic, Switch),
    /// Wants short sentences without signs, or not.
    PlainWords(Switch),
    /// One's areas.
    Areas,
    /// One of them.
    Area(AreaCode),
    /// What one has to do with it.
    Role(AreaCode, AreaRole),
    /// It comes first: new questions are about it.
    First(AreaCode),
    /// It is none of one's own any more.
    Drop(AreaCode),
    /// A page of areas to add (below an area, or the top ones).
    AddPage(Option<AreaCode>, u16),
    /// Adds this one.
    Add(AreaCode),
    /// Wants to say for which association one speaks there.
    Speak(AreaCode),
    /// Speaks for oneself there.
    SpeakNot(AreaCode),
    /// The fields of whose meetings one hears.
    Subjects,
    /// Wants to hear of meetings about this field, or not.
    Subject(CategoryCode, Switch),
    /// Wants to give one's phone.
    SharePhone,
    /// Takes the phone away.
    DropPhone,
    /// Wants to go by another name.
    Rename,
    /// Wants to go by Telegram's name again.
    TelegramName,
}

impl SettingsButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Open => "z0".to_owned(),
            Self::Hear(topic, switch) => format!("z1:{switch}:{topic}"),
            Self::PlainWords(switch) => format!("z2:{switch}"),
            Self::Areas => "z3".to_owned(),
            Self::Area(area) => format!("z4:{area}"),
            Self::Role(area, role) => format!("z5:{role}:{area}"),
            Self::First(area) => format!("z6:{area}"),
            Self::Drop(area) => format!("z7:{area}"),
            Self::AddPage(parent, page) => {
                format!("z8:{page}:{}", parent.as_ref().map_or("", AreaCode::as_str))
            }
            Self::Add(area) => format!("z9:{area}"),
            Self::Speak(area) => format!("ze:{area}"),
            Self::SpeakNot(area) => format!("zf:{area}"),
            Self::Subjects => "zg".to_owned(),
            Self::Subject(field, switch) => format!("zh:{switch}:{field}"),
            Self::SharePhone => "za".to_owned(),
            Self::DropPhone => "zb".to_owned(),
            Self::Rename => "zc".to_owned(),
            Self::TelegramName => "zd".to_owned(),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let area = |text| code_of(text).map(AreaCode::new);
        Some(match code {
            "z0" => Self::Open,
            "z1" => {
                let (switch, topic) = rest.split_once(':')?;
                Self::Hear(Topic::from_word(topic)?, Switch::from_word(switch)?)
            }
            "z2" => Self::PlainWords(Switch::from_word(rest)?),
            "z3" => Self::Areas,
            "z4" => Self::Area(area(rest)?),
            "z5" => {
                let (role, of) = rest.split_once(':')?;
                Self::Role(area(of)?, AreaRole::from_word(role)?)
            }
            "z6" => Self::First(area(rest)?),
            "z7" => Self::Drop(area(rest)?),
            "z8" => {
                let (page, parent) = rest.split_once(':')?;
                Self::AddPage(area(parent), page.parse().ok()?)
            }
            "z9" => Self::Add(area(rest)?),
            "ze" => Self::Speak(area(rest)?),
            "zf" => Self::SpeakNot(area(rest)?),
            "zg" => Self::Subjects,
            "zh" => {
                let (switch, field) = rest.split_once(':')?;
                let field = CategoryCode::new(code_of(field)?);
                Self::Subject(field, Switch::from_word(switch)?)
            }
            "za" => Self::SharePhone,
            "zb" => Self::DropPhone,
            "zc" => Self::Rename,
            "zd" => Self::TelegramName,
            _ => return None,
        })
    }
}

/// Every button, with the longest code there can be: for the test of all buttons.
#[cfg(test)]
pub(super) fn every(longest: &str) -> Vec<SettingsButton> {
    let area = || AreaCode::new(longest);
    let mut all = vec![
        SettingsButton::Open,
        SettingsButton::Areas,
        SettingsButton::Area(area()),
        SettingsButton::First(area()),
        SettingsButton::Drop(area()),
        SettingsButton::AddPage(None, 0),
        SettingsButton::AddPage(Some(area()), u16::MAX),
        SettingsButton::Add(area()),
        SettingsButton::SharePhone,
        SettingsButton::DropPhone,
        SettingsButton::Rename,
        SettingsButton::TelegramName,
        SettingsButton::Speak(area()),
        SettingsButton::SpeakNot(area()),
        SettingsButton::Subjects,
        SettingsButton::Subject(CategoryCode::new(longest), Switch::Off),
    ];
    for switch in Switch::ALL {
        all.push(SettingsButton::PlainWords(*switch));
        all.extend(
            Topic::ALL
                .iter()
                .map(|topic| SettingsButton::Hear(*topic, *switch)),
        );
    }
    all.extend(
        AreaRole::ALL
            .iter()
            .map(|role| SettingsButton::Role(area(), *role)),
    );
    all
}
