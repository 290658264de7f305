//! What follows from a council's name: its code, the letters of its questions, its level.

use crate::{admin::sheet::code_from, domain::council::Level};

/// What stands after the words that every council has in its name.
pub(super) fn own_name(name: &str) -> &str {
    let mut rest = name.trim();
    for word in [
        "Hội đồng nhân dân",
        "HĐND",
        "tỉnh",
        "thành phố",
        "thị xã",
        "huyện",
        "quận",
        "phường",
        "xã",
        "đặc khu",
    ] {
        let head: String = rest.chars().take(word.chars().count()).collect();
        if head.to_lowercase() == word.to_lowercase() {
            rest = rest[head.len()..].trim_start();
        }
    }
    if rest.is_empty() { name } else { rest }
}

/// Two letters for the codes of its questions.
pub(super) fn two_letters(name: &str) -> String {
    let code = code_from(name);
    let mut words = code.split('-').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("hd");
    let letters: String = match words.next() {
        Some(second) => first
            .chars()
            .take(1)
            .chain(second.chars().take(1))
            .collect(),
        None => first.chars().take(2).collect(),
    };
    let letters: String = letters.chars().filter(char::is_ascii_alphabetic).collect();
    if letters.len() == 2 {
        letters.to_uppercase()
    } else {
        "HD".to_owned()
    }
}

/// Where it stands, if the name says so.
pub(super) fn level_in(name: &str) -> Option<Level> {
    let name = name.to_lowercase();
    if ["phường", "xã ", "đặc khu"]
        .iter()
        .any(|word| name.contains(word))
        && !name.contains("thị xã")
    {
        Some(Level::Commune)
    } else if ["tỉnh", "thành phố"].iter().any(|word| name.contains(word)) {
        Some(Level::Province)
    } else if ["thị xã", "huyện", "quận"]
        .iter()
        .any(|word| name.contains(word))
    {
        Some(Level::Town)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admin::sheet::days_of;

    #[test]
    fn what_is_not_said_follows_from_the_name() {
        for (name, code, letters, level) in [
            (
                "Hội đồng nhân dân phường Đồng Văn",
                "dong-van",
                "DV",
                Level::Commune,
            ),
            (
                "Hội đồng nhân dân tỉnh Ninh Bình",
                "ninh-binh",
                "NB",
                Level::Province,
            ),
            (
                "Hội đồng nhân dân thị xã Duy Tiên",
                "duy-tien",
                "DT",
                Level::Town,
            ),
            ("HĐND xã Huế", "hue", "HU", Level::Commune),
        ] {
            let own = own_name(name);
            assert_eq!(code_from(own), code);
            assert_eq!(two_letters(own), letters);
            assert_eq!(level_in(name), Some(level), "{name}");
        }
    }

    #[test]
    fn a_term_has_a_first_and_a_last_day() {
        let (name, from, to) = days_of("2026-2031").unwrap();
        assert_eq!(
            (name.as_str(), from.to_string(), to.to_string()),
            (
                "2026–2031",
                "2026-07-01".to_owned(),
                "2031-06-30".to_owned()
            )
        );
        assert_eq!(
            days_of("15/03/2026 - 14/03/2031").unwrap().1.to_string(),
            "2026-03-15"
        );
        assert_eq!(days_of("2031-2026"), None);
        assert_eq!(days_of("khóa XX"), None);
    }
}
