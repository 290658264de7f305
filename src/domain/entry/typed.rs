//! What a clerk types while entering a question fills the next thing it can fill, at whichever step: nothing is lost, and
//! a citizen's words never become anything else than the entry's.

use super::{Entry, MAX_NAME, Step};
use crate::domain::{
    council::Council,
    ids::AreaCode,
    phone::{Phone, PhoneProblem},
    planning::form::one_area,
    question::{
        Source,
        draft::{MAX_UNITS, QuestionText},
    },
    text,
};

/// Why what was typed fills nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// No such phone number can exist.
    Phone(PhoneProblem),
    /// Several places are called so.
    ManyAreas,
    /// It is no place that is known, and no words of a petition.
    NoArea,
    /// The words say too little.
    TooShort,
    /// The words are longer than is kept.
    TooLong,
    /// It is nothing that is asked for, and no words of a petition.
    Unclear,
}

/// A name has at most so many words; more are a petition's.
const WORDS_OF_NAME: usize = 9;
/// A petition has at least so many words; fewer may be a place, a field, a slip.
const WORDS_OF_MATTER: usize = 4;

/// The entry with what was typed in its place.
///
/// # Errors
/// Why it fills nothing; the entry is as it was.
pub(crate) fn fill(entry: Entry, typed: &str, council: &Council) -> Result<Entry, Unfit> {
    let typed = typed.trim();
    match entry.step {
        Step::Name if is_matter(typed) && words(typed) > WORDS_OF_NAME => with_matter(entry, typed),
        Step::Name => Ok(named(entry, typed)),
        Step::Phone => match Phone::parse(typed) {
            Some(phone) => Ok(Entry {
                phone: Some(phone),
                ..entry
            }
            .forward()),
            None if typed.chars().any(|sign| sign.is_ascii_digit()) && !is_matter(typed) => {
                Err(Unfit::Phone(PhoneProblem::of(typed)))
            }
            None => anything(entry, typed, council, Unfit::Phone(PhoneProblem::of(typed))),
        },
        Step::Source => match source_of(typed) {
            Some(source) => Ok(Entry {
                source: Some(source),
                meeting: None,
                ..entry
            }
            .forward()),
            None => anything(entry, typed, council, Unfit::Unclear),
        },
        Step::Area => match area_of(&entry, typed, council) {
            Ok(area) => Ok(Entry {
                area: Some(area),
                ..entry
            }
            .forward()),
            Err(unfit) if is_matter(typed) => with_matter(entry, typed).map_err(|_| unfit),
            Err(unfit) => Err(unfit),
        },
        Step::Text => {
            let text = matter(typed)?;
            Ok(Entry {
                text: Some(text),
                category: None,
                ..entry
            }
            .forward())
        }
        Step::Category => match category_of(typed, council) {
            Some(category) => Ok(Entry {
                category: Some(category),
                ..entry
            }
            .forward()),
            None => anything(entry, typed, council, Unfit::Unclear),
        },
        Step::Meeting | Step::Preview => anything(entry, typed, council, Unfit::Unclear),
    }
}

/// What stands on a slip, a line each in any order: the place, the words, name and phone. What is neither place nor name is
/// the petition's; nothing is lost.
///
/// # Errors
/// The words are too long.
pub(crate) fn fill_from_slip(entry: Entry, lines: &str, council: &Council) -> Result<Entry, Unfit> {
    let mut entry = entry;
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let place = match (&entry.area, words(line) <= WORDS_OF_NAME) {
            (None, true) => area_of(&entry, line, council).ok(),
            _ => None,
        };
        entry = if let Some(area) = place {
            Entry {
                area: Some(area),
                ..entry
            }
        } else if entry.name.is_none() && is_name(line) {
            named(entry, line)
        } else {
            with_words(entry, line)
        };
    }
    let entry = match &entry.text {
        Some(text) if text::utf16_len(text) > MAX_UNITS => return Err(Unfit::TooLong),
        Some(text) if QuestionText::parse(text).is_err() => return Err(Unfit::TooShort),
        _ => entry,
    };
    Ok(entry.at_what_lacks())
}

/// More of the words, whatever they are.
fn with_words(entry: Entry, line: &str) -> Entry {
    let text = match &entry.text {
        Some(before) => format!("{before}\n{line}"),
        None => line.to_owned(),
    };
    Entry {
        text: Some(text),
        ..entry
    }
}

/// A few words that all begin large, and perhaps a phone number behind them.
fn is_name(line: &str) -> bool {
    let mut signs =
        line.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '-'));
    let name: Vec<&str> = signs
        .by_ref()
        .take_while(|word| !word.starts_with(|sign: char| sign.is_ascii_digit() || sign == '+'))
        .filter(|word| !word.is_empty())
        .collect();
    let begins_large = |word: &&str| word.starts_with(char::is_uppercase);
    (2..=WORDS_OF_NAME).contains(&name.len())
        && name.iter().all(begins_large)
        && line
            .chars()
            .all(|sign| !matches!(sign, '.' | '?' | '!' | ':'))
}

/// A name, and the phone number that was typed behind it.
fn named(entry: Entry, typed: &str) -> Entry {
    let from = typed.find(|sign: char| sign.is_ascii_digit() || sign == '+');
    let split = from.and_then(|from| {
        let (name, number) = typed.split_at_checked(from)?;
        let name = name.trim_end_matches([' ', ',', '-', ':', ';', '(']);
        let phone = Phone::parse(number.trim_end_matches([')', '.', ' ']))?;
        (!name.is_empty()).then_some((name, phone))
    });
    match split {
        Some((name, phone)) => Entry {
            name: Some(text::truncate_utf16(name, MAX_NAME)),
            phone: Some(phone),
            step: Step::Phone,
            ..entry
        },
        None => Entry {
            name: Some(text::truncate_utf16(typed, MAX_NAME)),
            ..entry
        },
    }
    .forward()
}

/// Words that are nothing of what is asked for: the petition's, if they look like it.
fn anything(entry: Entry, typed: &str, council: &Council, unfit: Unfit) -> Result<Entry, Unfit> {
    if is_matter(typed) {
        return with_matter(entry, typed);
    }
    if entry.area.is_none()
        && let Ok(area) = area_of(&entry, typed, council)
    {
        return Ok(Entry {
            area: Some(area),
            ..entry
        });
    }
    Err(unfit)
}

/// The petition's words, or more of them; the step stays.
fn with_matter(entry: Entry, typed: &str) -> Result<Entry, Unfit> {
    let whole = match &entry.text {
        Some(before) => format!("{before}\n{typed}"),
        None => typed.to_owned(),
    };
    Ok(Entry {
        text: Some(matter(&whole)?),
        ..entry
    })
}

fn matter(typed: &str) -> Result<String, Unfit> {
    match QuestionText::parse(typed) {
        Ok(text) if text::utf16_len(text.as_str()) > MAX_UNITS => Err(Unfit::TooLong),
        Ok(text) => Ok(text.into_string()),
        Err(_) => Err(Unfit::TooShort),
    }
}

fn words(typed: &str) -> usize {
    typed.split_whitespace().count()
}

fn is_matter(typed: &str) -> bool {
    words(typed) >= WORDS_OF_MATTER && QuestionText::parse(typed).is_ok()
}

fn source_of(typed: &str) -> Option<Source> {
    let typed = format!(" {} ", text::fold(typed));
    let says = |words: &[&str]| {
        words
            .iter()
            .any(|word| typed.contains(&format!(" {word} ")))
    };
    if words(&typed) > WORDS_OF_NAME {
        return None;
    }
    if says(&["truc tiep", "tai cho", "den van phong", "tai van phong"]) {
        Some(Source::InPerson)
    } else if says(&["dien thoai", "goi dien", "goi", "dt"]) {
        Some(Source::Phone)
    } else if says(&["thu", "don", "don thu", "van ban", "giay", "phieu"]) {
        Some(Source::Letter)
    } else if says(&["hoi nghi", "tiep xuc"]) {
        Some(Source::Meeting)
    } else {
        None
    }
}

/// The one place that is called so; of several that in the area chosen already.
fn area_of(entry: &Entry, typed: &str, council: &Council) -> Result<AreaCode, Unfit> {
    let typed = text::truncate_utf16(typed, 100);
    if let Some(only) = one_area(council, &typed) {
        return Ok(only.code.clone());
    }
    let found = council.find_areas(&typed);
    if let [only] = found.as_slice() {
        return Ok(only.code.clone());
    }
    let within: Vec<_> = found
        .iter()
        .filter(|area| {
            entry
                .area
                .as_ref()
                .is_some_and(|chosen| council.path_of(&area.code).contains(&chosen))
        })
        .collect();
    match within.as_slice() {
        [only] => Ok(only.code.clone()),
        _ if found.is_empty() => Err(Unfit::NoArea),
        _ => Err(Unfit::ManyAreas),
    }
}

fn category_of(typed: &str, council: &Council) -> Option<crate::domain::ids::CategoryCode> {
    let typed = text::fold(typed);
    if typed.chars().count() < 4 {
        return None;
    }
    let mut fit = council.offered_categories().filter(|category| {
        text::fold(category.name.in_language(council.default_language())).contains(&typed)
    });
    let only = fit.next()?;
    fit.next().is_none().then(|| only.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{entry::tests::entry, ids::CategoryCode};
    use proptest::prelude::*;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    fn at(step: Step) -> Entry {
        Entry { step, ..entry() }
    }

    const MATTER: &str = "Đường vào thôn ngập mỗi khi mưa, đề nghị sửa cống";

    #[test]
    fn a_name_may_bring_its_phone_number() {
        let filled = fill(at(Step::Name), "Trần Thị Mơ, 0912 345 678", &council()).unwrap();
        assert_eq!(filled.name.as_deref(), Some("Trần Thị Mơ"));
        assert_eq!(filled.phone.unwrap().e164(), "+84912345678");
        assert_eq!(filled.step, Step::Source);
    }

    #[test]
    fn the_petition_is_kept_at_whichever_step_it_is_typed() {
        for step in [
            Step::Name,
            Step::Phone,
            Step::Source,
            Step::Meeting,
            Step::Area,
            Step::Text,
        ] {
            let typed = format!("{MATTER} cho bà con đi lại");
            let filled = fill(at(step), &typed, &council()).unwrap();
            assert_eq!(filled.text.as_deref(), Some(typed.as_str()), "{step}");
        }
        let before = Entry {
            text: Some(MATTER.to_owned()),
            ..at(Step::Preview)
        };
        let filled = fill(before, "Cống hỏng từ năm ngoái", &council()).unwrap();
        assert_eq!(
            filled.text.unwrap(),
            format!("{MATTER}\nCống hỏng từ năm ngoái")
        );
    }

    #[test]
    fn source_place_and_field_may_be_typed() {
        let filled = fill(at(Step::Source), "gọi điện thoại", &council()).unwrap();
        assert_eq!(
            (filled.source, filled.step),
            (Some(Source::Phone), Step::Area)
        );
        let filled = fill(at(Step::Area), "dong van", &council()).unwrap();
        assert_eq!(filled.area, Some(AreaCode::new("dong-van")));
        let filled = fill(at(Step::Category), "giao thông", &council()).unwrap();
        assert_eq!(filled.category, Some(CategoryCode::new("transport")));
    }

    #[test]
    fn what_fills_nothing_says_why() {
        let unfit = |step, typed| fill(at(step), typed, &council()).unwrap_err();
        assert_eq!(
            unfit(Step::Phone, "12"),
            Unfit::Phone(PhoneProblem::TooFew(2))
        );
        assert_eq!(unfit(Step::Source, "ừ"), Unfit::Unclear);
        assert_eq!(unfit(Step::Area, "xyz"), Unfit::NoArea);
        assert_eq!(unfit(Step::Text, "ngắn"), Unfit::TooShort);
    }

    proptest! {
        #[test]
        fn anything_typed_is_survived(typed in "\\PC{0,60}") {
            let council = council();
            for step in [Step::Name, Step::Phone, Step::Source, Step::Area, Step::Text, Step::Category, Step::Preview] {
                let _ = fill(at(step), &typed, &council);
            }
        }
    }
}
