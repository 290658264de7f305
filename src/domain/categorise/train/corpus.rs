//! Reading the training sentences and writing out their choices.

use std::collections::HashSet;

use super::super::{BUILTIN_CATEGORIES, Kind};
use super::{Dice, noise};
use crate::domain::text::fold;

/// Ways written out of one line, at most.
const MOST_WAYS: usize = 16;
/// The same for the kinds that must not be missed: their lines hold long lists.
const MOST_WAYS_OF_KINDS: usize = 40;

/// Below this line of a file stand sentences of one person each.
const OWN_WORDS: &str = "# In their own words, each as one person would write it.";

/// One training sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// As a resident might type it.
    pub text: String,
    /// The same with a number for every place: what is left is everyday talk.
    pub placeless: String,
    /// The line that it comes from; sentences of one line belong on one side of a split.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
    /// Indexes into [`BUILTIN_CATEGORIES`], the best first; none for most kinds.
    pub categories: Vec<usize>,
    /// One person's, below the line that says so.
    pub is_own_words: bool,
}

/// FNV-1a of names and texts: whether a model and the sentences belong together.
#[must_use]
pub fn corpus_hash(sources: &[(&str, String)]) -> u64 {
    let bytes = sources
        .iter()
        .flat_map(|(name, text)| name.bytes().chain([0]).chain(text.bytes()).chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Every sentence of `sources` (name and content of each file), some of them with slips of the thumb.
#[must_use]
pub fn sentences(sources: &[(&str, String)]) -> Vec<Sentence> {
    let writer = Writer::new(sources);
    let names = Names::of(sources);
    let mut out = Vec::new();
    let mut line = 0;
    for (name, text) in sources {
        let Some((kind, category)) = label(name) else {
            continue;
        };
        let most = if category.is_some() {
            MOST_WAYS
        } else {
            MOST_WAYS_OF_KINDS
        };
        let (made, own_words) = text.split_once(OWN_WORDS).unwrap_or((text, ""));
        let made = lines(made).map(|template| (template, false));
        let own_words = lines(own_words).map(|template| (template, true));
        for (template, is_own_words) in made.chain(own_words) {
            let placeless = |text: &str| {
                if is_own_words {
                    names.taken_out_of(text)
                } else {
                    text.to_owned()
                }
            };
            let (template, also) = template.split_once("||").unwrap_or((template, ""));
            let also = also.split_whitespace().filter_map(category_index);
            let categories: Vec<usize> = category.into_iter().chain(also).collect();
            for texts in writer.write_out(template.trim(), most) {
                line += 1;
                out.extend(texts.into_iter().map(|text| Sentence {
                    placeless: placeless(&text.replace("@p", "9999")),
                    text: writer.fill_places(text),
                    line,
                    kind,
                    categories: categories.clone(),
                    is_own_words,
                }));
            }
        }
    }
    out
}

/// Names of two words, folded: they are written with large letters within sentences of somebody's own.
struct Names(HashSet<(String, String)>);

impl Names {
    fn of(sources: &[(&str, String)]) -> Self {
        let own_words = sources
            .iter()
            .filter_map(|(_, text)| text.split_once(OWN_WORDS));
        let names = own_words
            .flat_map(|(_, own_words)| lines(own_words))
            .flat_map(|text| {
                let words: Vec<&str> = text.split(' ').collect();
                let named = large(text);
                let pairs = (1..words.len()).filter(|at| named[at - 1] && named[*at]);
                let pairs = pairs.map(|at| pair(words[at - 1], words[at]));
                pairs.collect::<Vec<_>>()
            });
        Self(names.collect())
    }

    /// With a number for every word of a name, however it is written: in somebody's own words places are named as they are.
    fn taken_out_of(&self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut named = large(text);
        for at in 1..words.len() {
            if self.0.contains(&pair(words[at - 1], words[at])) {
                (named[at - 1], named[at]) = (true, true);
            }
        }
        let words = words.into_iter().zip(named);
        let words = words.map(|(word, is_named)| if is_named { "9999" } else { word });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Which words begin large within a sentence; none where all is large.
fn large(text: &str) -> Vec<bool> {
    let is_shouted = !text.contains(char::is_lowercase);
    let mut is_first = true;
    let words = text.split(' ').map(|word| {
        let is_large = word.starts_with(char::is_uppercase) && !is_first && !is_shouted;
        is_first = word.ends_with(['.', '!', '?', ':']);
        is_large
    });
    words.collect()
}

fn pair(first: &str, second: &str) -> (String, String) {
    let bare = |word: &str| fold(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    (bare(first), bare(second))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn category_index(code: &str) -> Option<usize> {
    BUILTIN_CATEGORIES.iter().position(|c| *c == code)
}

fn label(name: &str) -> Option<(Kind, Option<usize>)> {
    if let Some(category) = category_index(name) {
        return Some((Kind::Petition, Some(category)));
    }
    let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name)?;
    Some((kind, None))
}

/// Writes out lines, knowing what fills their gaps.
struct Writer<'a> {
    fillers: Vec<(&'a str, Vec<&'a str>)>,
    places: Vec<&'a str>,
    frames: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn new(sources: &'a [(&str, String)]) -> Self {
        let of = |wanted: &str| {
            sources
                .iter()
                .find(|(name, _)| *name == wanted)
                .map_or("", |(_, text)| text.as_str())
        };
        Self {
            fillers: lines(of("fillers"))
                .filter_map(|line| line.split_once('='))
                .map(|(name, choices)| (name.trim(), choices.trim().split('|').collect()))
                .collect(),
            places: lines(of("places")).collect(),
            frames: lines(of("frames")).collect(),
        }
    }

    /// The sentences of a line, or of each term of a line of terms.
    fn write_out(&self, template: &str, most: usize) -> Vec<Vec<String>> {
        let Some(terms) = template.strip_prefix('%') else {
            return vec![self.write_line(template, most)];
        };
        let (terms, english) = match terms.strip_prefix("en ") {
            Some(terms) => (terms, true),
            None => (terms, false),
        };
        terms
            .split('|')
            .map(|term| self.write_term(term.trim(), english))
            .collect()
    }

    /// A term in some of the frames of its language.
    fn write_term(&self, term: &str, english: bool) -> Vec<String> {
        let mut dice = Dice::new(seed(term));
        let frames = self.frames.iter().filter_map(|frame| {
            let english_frame = frame.strip_prefix("en:");
            if english {
                english_frame
            } else {
                english_frame.is_none().then_some(*frame)
            }
        });
        frames
            .filter(|_| english || dice.percent(60))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|frame| self.one_way(&frame.replace("@t", term), &mut dice))
            .collect()
    }

    /// A few of the ways to read a line, each once as written and half of them with slips as well.
    fn write_line(&self, template: &str, most: usize) -> Vec<String> {
        let mut dice = Dice::new(seed(template));
        let ways = ways(template).min(most);
        let mut out: Vec<String> = Vec::new();
        for _ in 0..ways * 3 {
            if out.len() == ways {
                break;
            }
            let text = self.one_way(template, &mut dice);
            if !out.contains(&text) {
                out.push(text);
            }
        }
        let slips: Vec<String> = out
            .iter()
            .step_by(2)
            .map(|text| noise::slip(text, &mut dice))
            .collect();
        out.extend(slips);
        out
    }

    /// Fills the gaps left for places: with known ones, or with new ones made of their syllables.
    fn fill_places(&self, mut text: String) -> String {
        let mut dice = Dice::new(seed(&text));
        fill(&mut text, "@p", || {
            let one = dice.pick(&self.places).copied().unwrap_or("Tân Lập");
            let other = dice.pick(&self.places).copied().unwrap_or("Tân Lập");
            match (one.split_once(' '), other.rsplit_once(' ')) {
                (Some((first, _)), Some((_, last))) if dice.percent(50) => {
                    format!("{first} {last}")
                }
                _ => one.to_owned(),
            }
        });
        text
    }

    fn one_way(&self, template: &str, dice: &mut Dice) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (inside, after) = after.split_once('}').unwrap_or((after, ""));
            let options: Vec<&str> = inside.split('|').collect();
            out.push_str(dice.pick(&options).copied().unwrap_or_default());
            rest = after;
        }
        out.push_str(rest);
        for (name, choices) in &self.fillers {
            fill(&mut out, name, || {
                dice.pick(choices).copied().unwrap_or("").to_owned()
            });
        }
        fill(&mut out, "@n", || (dice.below(90) + 2).to_string());
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Puts something in each gap of this name.
fn fill(text: &mut String, gap: &str, mut with: impl FnMut() -> String) {
    while text.contains(gap) {
        *text = text.replacen(gap, &with(), 1);
    }
}

/// How many texts the choices of a line make; a gap counts as two.
fn ways(template: &str) -> usize {
    let choices = template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(inside, _)| inside.split('|').count());
    let gaps = template.matches('@').map(|_| 2);
    choices.chain(gaps).fold(1, usize::saturating_mul)
}

/// A seed of its own for every text, so that a new line changes no other.
fn seed(text: &str) -> u64 {
    corpus_hash(&[("", text.to_owned())])
}
