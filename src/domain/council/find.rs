//! Finding an area by what a person types: without diacritics, without "phường", with a slip of the finger.

use strsim::osa_distance;

use super::Council;
use crate::domain::area::Area;
use crate::domain::text::words;

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
            .filter_map(|area| Some((best_fit(&typed, area)?, area.parent.is_some(), area)))
            .collect();
        found.sort_by_key(|&(fit, is_inner, _)| (fit, is_inner));
        if found.first().is_some_and(|&(fit, ..)| fit < Fit::Typo) {
            found.retain(|&(fit, ..)| fit < Fit::Typo);
        }
        found.into_iter().map(|(.., area)| area).collect()
    }
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
