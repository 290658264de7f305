//! Finding an area by what a person types: without diacritics, without "phường", with a slip of the finger.

use std::collections::{BTreeSet, HashMap};

use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization as _;

use super::Council;
use crate::domain::text::{fold, words};
use crate::domain::{
    area::{Area, AreaKind},
    ids::AreaCode,
};

/// Folded words that only say what kind of area follows. Longer ones first, so that the whole is taken off.
const KIND_WORDS: [&[&str]; 22] = [
    &["to", "dan", "pho", "so"],
    &["to", "dan", "pho"],
    &["khu", "dan", "cu"],
    &["thi", "tran"],
    &["dac", "khu"],
    &["khu", "pho"],
    &["phuong"],
    &["xa"],
    &["thon"],
    &["tdp"],
    &["xom"],
    &["ap"],
    &["ban"],
    &["buon"],
    &["lang"],
    &["khom"],
    &["tt"],
    &["dk"],
    &["kp"],
    &["p"],
    &["x"],
    &["to"],
];

/// How well a typed text fits an area; the better one is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Word for word, with the kind.
    Exact,
    /// Word for word, apart from the kind and spaces.
    ExactName,
    /// The beginning.
    Prefix,
    /// Some part.
    Contains,
    /// The area's name somewhere in a longer text.
    Mentioned,
    /// One or two letters wrong.
    Typo,
}

/// A text as it is compared here.
struct Typed {
    /// Folded words with single spaces.
    full: String,
    /// The same without the leading word for the kind.
    bare: String,
    /// Bare, and without spaces.
    squeezed: String,
}

impl Typed {
    fn new(text: &str) -> Self {
        let words = words(text);
        let bare = bare(&words);
        Self {
            full: words.join(" "),
            bare: bare.join(" "),
            squeezed: bare.concat(),
        }
    }
}

/// The words after the one for the kind; all of them where nothing would be left.
fn bare(words: &[String]) -> &[String] {
    KIND_WORDS
        .iter()
        .find(|kind| {
            words.len() > kind.len() && words.iter().zip(**kind).all(|(word, of)| word == of)
        })
        .map_or(words, |kind| &words[kind.len()..])
}

impl Council {
    /// What is allowed and hardly meant: areas of one kind and one name, whose buttons look alike; with their codes and what to
    /// do. Ask the council as it is after loading: a code that was changed in the file leaves the old area behind.
    #[must_use]
    pub fn doubts(&self) -> Vec<String> {
        let mut alike: HashMap<(AreaKind, String), Vec<&Area>> = HashMap::new();
        for area in &self.areas {
            let key = (area.kind, as_read(&area.name.vi));
            alike.entry(key).or_default().push(area);
        }
        let mut doubts = Vec::new();
        for area in &self.areas {
            let key = (area.kind, as_read(&area.name.vi));
            if let Some(areas) = alike.remove(&key).filter(|areas| areas.len() > 1) {
                doubts.push(doubt(&areas));
            }
        }
        doubts
    }

    /// The areas that a person may mean by `typed`, the likeliest first: exact names and aliases, then
    /// beginnings, parts, mentions in a longer text; slips of the finger only if there is nothing better.
    /// Among equals, wards and communes come before neighbourhoods, then in the order of the file.
    #[must_use]
    pub fn find_areas(&self, typed: &str) -> Vec<&Area> {
        let typed = Typed::new(typed);
        if typed.full.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, bool, &Area)> = self
            .areas
            .iter()
            .filter(|area| self.offers_area(&area.code))
            .filter_map(|area| Some((best_fit(&typed, area)?, area.parent.is_some(), area)))
            .collect();
        found.sort_by_key(|&(fit, is_inner, _)| (fit, is_inner));
        if found.first().is_some_and(|&(fit, ..)| fit < Fit::Typo) {
            found.retain(|&(fit, ..)| fit < Fit::Typo);
        }
        found.into_iter().map(|(.., area)| area).collect()
    }
}

/// What a name looks like: `Hoà` is `Hòa`, but `Đông` is not `Đồng`.
fn as_read(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut signs: Vec<char> = lower.nfd().filter(|sign| !sign.is_whitespace()).collect();
    signs.sort_unstable();
    let signs: String = signs.into_iter().collect();
    format!("{} {signs}", fold(name))
}

/// What is said of areas that look alike.
fn doubt(areas: &[&Area]) -> String {
    let places: BTreeSet<Option<&AreaCode>> =
        areas.iter().map(|area| area.parent.as_ref()).collect();
    let codes: Vec<String> = areas
        .iter()
        .map(|area| match &area.parent {
            Some(parent) if places.len() > 1 => format!("{} (in {parent})", area.code),
            Some(_) | None => area.code.to_string(),
        })
        .collect();
    let (last, others) = codes
        .split_last()
        .map_or((String::new(), &[][..]), |(last, others)| {
            (last.clone(), others)
        });
    let how_many = if areas.len() == 2 { "both" } else { "all" };
    let name = areas.first().map_or("", |area| area.name.vi.as_str());
    let harm = if places.len() == areas.len() {
        "whoever types it gets buttons that look alike: say in each name where it lies"
    } else {
        "residents cannot tell them apart: give each a name of its own, or, where a code was changed, take the old one back \
         (what has a code is never removed)"
    };
    let others = others.join(", ");
    format!("areas {others} and {last} are {how_many} called {name:?}: {harm}")
}

/// The names and aliases of a council's areas, read once for finding them in what people write.
#[derive(Debug, Default)]
pub struct AreaNames {
    /// By the first folded word of a name, in full or without the word for the kind.
    by_first: HashMap<String, Vec<AreaName>>,
}

/// A name as it may stand in a text.
#[derive(Debug)]
struct AreaName {
    area: AreaCode,
    folded: Vec<String>,
    /// Where a text has diacritics, it must stand there so.
    marked: Option<Vec<String>>,
}

impl AreaNames {
    /// Reads the names.
    #[must_use]
    pub fn of(council: &Council) -> Self {
        let mut names = Self::default();
        for area in &council.areas {
            let all = [Some(&area.name.vi), area.name.en.as_ref()];
            for name in all.into_iter().flatten().chain(&area.aliases) {
                names.add(area, name);
            }
        }
        names
    }

    fn add(&mut self, area: &Area, name: &str) {
        let folded = words_of(&crate::domain::text::fold(name));
        let bare = bare(&folded).to_vec();
        let mut marked = words_of(&name.to_lowercase());
        let marked = marked.split_off(marked.len().saturating_sub(bare.len()));
        for (folded, marked) in [(folded, None), (bare, Some(marked))] {
            if let [first, _, ..] = &folded[..] {
                let name = AreaName {
                    area: area.code.clone(),
                    marked,
                    folded: folded.clone(),
                };
                self.by_first.entry(first.clone()).or_default().push(name);
            }
        }
    }

    /// The areas that are named somewhere in these words, the innermost ones only, in the order of the file: by their names
    /// or aliases, in full or, where several words are left, without the word for the kind. Words with diacritics must
    /// name them with theirs.
    #[must_use]
    pub fn in_text<'a>(&self, council: &'a Council, text: &str) -> Vec<&'a Area> {
        let folded = words_of(&crate::domain::text::fold(text));
        let words = &folded[..];
        let possible = |at: usize| {
            let names = self.by_first.get(&words[at]).into_iter().flatten();
            names.filter(move |name| words[at..].starts_with(&name.folded))
        };
        let mut possible = (0..folded.len()).flat_map(possible).peekable();
        if possible.peek().is_none() {
            return Vec::new();
        }
        let marked = words_of(&text.to_lowercase());
        let has_marks = folded != marked;
        let found: BTreeSet<&AreaCode> = possible
            .filter(|name| match &name.marked {
                Some(with_marks) if has_marks => stands_in(with_marks, &marked),
                Some(_) | None => true,
            })
            .map(|name| &name.area)
            .collect();
        let named = || {
            council
                .areas
                .iter()
                .filter(|area| found.contains(&area.code))
        };
        named()
            .filter(|area| {
                !named().any(|other| {
                    other.code != area.code && council.path_of(&other.code).contains(&&area.code)
                })
            })
            .collect()
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split(|sign: char| !crate::domain::text::is_alphanumeric(sign))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether these words stand in a text, one after the other.
fn stands_in(name: &[String], text: &[String]) -> bool {
    !name.is_empty() && text.windows(name.len()).any(|window| window == name)
}

fn best_fit(typed: &Typed, area: &Area) -> Option<Fit> {
    let names = [Some(&area.name.vi), area.name.en.as_ref()];
    names
        .into_iter()
        .flatten()
        .chain(&area.aliases)
        .map(String::as_str)
        .chain([area.code.as_str()])
        .filter_map(|name| fit(typed, &Typed::new(name)))
        .min()
}

fn fit(typed: &Typed, name: &Typed) -> Option<Fit> {
    if typed.full == name.full {
        Some(Fit::Exact)
    } else if typed.squeezed == name.squeezed {
        Some(Fit::ExactName)
    } else if name.full.starts_with(&typed.full) || name.bare.starts_with(&typed.bare) {
        Some(Fit::Prefix)
    } else if typed.bare.len() > 1 && name.full.contains(&typed.bare) {
        Some(Fit::Contains)
    } else if is_mentioned(&name.bare, &typed.full) {
        Some(Fit::Mentioned)
    } else if is_slip_of(&typed.squeezed, &name.squeezed) {
        Some(Fit::Typo)
    } else {
        None
    }
}

/// Whether a name of several words stands in a text, word for word. Single words ("Trung") would be found
/// in every second sentence.
fn is_mentioned(name: &str, text: &str) -> bool {
    name.contains(' ') && format!(" {text} ").contains(&format!(" {name} "))
}

/// Whether a text is a name with a letter or two wrong, missing, too many or swapped. Short names differ by one
/// letter too often to guess.
fn is_slip_of(typed: &str, name: &str) -> bool {
    let allowed = match name.len() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    // The distance costs the product of both lengths: not for a whole letter against every area.
    typed.len().abs_diff(name.len()) <= allowed && osa_distance(typed, name) <= allowed
}
