//! Matters: what residents say of one and the same trouble, read from `matters.txt` and `matters_en.txt`.
//!
//! The thing, what is wrong with it, what it does to people, and the remedy they ask for are one matter in whatever
//! words. One pass over the words of a message finds them all; a message may have several, or none that we know.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use super::said::Said;
use crate::domain::{
    categorise::{settled, stem},
    ids::Language,
    text::fold,
};

/// A matter: the place of its line among those of the files.
pub(super) type MatterId = u16;

/// What the matters of two messages have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Common {
    /// How many, as a part of those of the message that has fewer.
    pub(super) of_the_smaller: f32,
    /// How many, as a part of those of both.
    pub(super) of_all: f32,
    /// Both have some, none of them the same, and none of kin.
    pub(super) differ: bool,
    /// And some are of one thing, with another trouble.
    pub(super) one_thing: bool,
}

impl Common {
    /// Compares the matters of two messages.
    pub(super) fn of(ours: &[MatterId], theirs: &[MatterId]) -> Self {
        let common = ours.iter().filter(|matter| theirs.contains(matter)).count();
        let part = |all: usize| {
            let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
            if common == 0 {
                0.0
            } else {
                count(common) / count(all)
            }
        };
        let pairs = || {
            ours.iter()
                .flat_map(|our| theirs.iter().map(move |their| (*our, *their)))
        };
        let are_kin = || pairs().any(|pair| KIN.binary_search(&pair).is_ok());
        let differ = common == 0 && !ours.is_empty() && !theirs.is_empty() && !are_kin();
        let thing = |matter: MatterId| THINGS.get(usize::from(matter));
        Self {
            of_the_smaller: part(ours.len().min(theirs.len())),
            of_all: part(ours.len() + theirs.len() - common),
            differ,
            one_thing: differ && pairs().any(|(our, their)| thing(our) == thing(their)),
        }
    }

    /// Whether any is the same.
    pub(super) fn any(self) -> bool {
        self.of_all > 0.0
    }
}

/// What each matter is about: the part of its name before the point.
static THINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let thing = |name: &&'static str| name.split('.').next().unwrap_or_default();
    NAMES.iter().map(thing).collect()
});

/// Pairs of matters that people mix up, sorted.
static KIN: LazyLock<Vec<(MatterId, MatterId)>> = LazyLock::new(|| {
    let lines = include_str!("matters.txt").lines();
    let mut pairs = Vec::new();
    for line in lines.filter_map(|line| line.strip_prefix("~ ")) {
        let kin: Vec<MatterId> = line.split(", ").map(id_of).collect();
        pairs.extend(
            kin.iter()
                .flat_map(|one| kin.iter().map(move |other| (*one, *other))),
        );
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
});

/// Words of one rule may stand this far apart.
const NEAR: usize = 14;

/// One of the words of a phrase, by number; nothing has 0.
type WordId = u16;
/// Phrases that stand for each other on one side of rules, by number.
type SideId = u16;

/// All phrases and rules of a file: the words of a message are followed through a tree of phrases.
struct Table {
    words: HashMap<String, WordId>,
    nodes: Vec<Node>,
    /// Rules by the side that fewest rules have.
    rules: Vec<Vec<Rule>>,
}

/// The words so far, and those that may follow.
#[derive(Default)]
struct Node {
    next: Vec<(WordId, usize)>,
    ends: Vec<Phrase>,
}

/// A phrase that ends here.
struct Phrase {
    /// Its words as written, where marks tell them from others.
    marked: Vec<Option<&'static str>>,
    /// It counts only in texts with marks: so do marked words alone, but for those with `*`; and those with `!`.
    needs_marks: bool,
    /// Matters that it says alone.
    matters: Vec<MatterId>,
    sides: Vec<SideId>,
}

/// What else must stand near a side to say a matter.
struct Rule {
    others: Vec<SideId>,
    matter: MatterId,
}

static VIETNAMESE: LazyLock<Table> =
    LazyLock::new(|| Table::of(include_str!("matters.txt"), |word| settled(&fold(word))));
static ENGLISH: LazyLock<Table> =
    LazyLock::new(|| Table::of(include_str!("matters_en.txt"), |word| stem(word).to_owned()));

/// The matters of a message, once each and sorted. Words `in_name` say nothing by themselves.
pub(super) fn of(said: &Said, in_name: impl Fn(usize) -> bool) -> Box<[MatterId]> {
    let table = match said.text.language {
        Language::Vi => &*VIETNAMESE,
        Language::En => &*ENGLISH,
    };
    let mut found = Vec::new();
    let mut sides: Vec<(SideId, usize)> = Vec::new();
    table.follow(said, in_name, |phrase, at| {
        found.extend_from_slice(&phrase.matters);
        sides.extend(phrase.sides.iter().map(|side| (*side, at)));
    });
    sides.sort_unstable();
    for same in sides.chunk_by(|a, b| a.0 == b.0) {
        let rules = table.rules[usize::from(same[0].0)].iter();
        let hold = rules.filter(|rule| same.iter().any(|(_, at)| rule.holds(*at, &sides)));
        found.extend(hold.map(|rule| rule.matter));
    }
    found.sort_unstable();
    found.dedup();
    found.into()
}

impl Rule {
    /// Whether the other sides stand near `at`, each in a place of its own.
    fn holds(&self, at: usize, sides: &[(SideId, usize)]) -> bool {
        let mut taken = [at; 3];
        self.others.iter().enumerate().all(|(number, side)| {
            let from = sides.partition_point(|found| found < &(*side, at.saturating_sub(NEAR)));
            let near = sides[from..].iter();
            let mut near = near.take_while(|(found, there)| found == side && *there <= at + NEAR);
            let free = near.find(|(_, there)| !taken.contains(there));
            free.is_some_and(|(_, there)| {
                taken[number % taken.len()] = *there;
                true
            })
        })
    }
}

impl Table {
    /// Gives every phrase of a message and where it begins; what is a part of a longer one is none of its own.
    fn follow(
        &self,
        said: &Said,
        in_name: impl Fn(usize) -> bool,
        mut tell: impl FnMut(&Phrase, usize),
    ) {
        let has_marks = !said.text.text.is_ascii();
        let words: Vec<WordId> = said.norms().map(|norm| self.word(norm)).collect();
        let mut covered = 0;
        for from in 0..words.len() {
            // "đường ra trạm bơm": the way is spoken of, not where it leads.
            if from >= 2 && is_way(said.norm(from - 2), said.norm(from - 1)) {
                continue;
            }
            let (mut node, mut longest) = (&self.nodes[0], 0);
            for (further, word) in words[from..].iter().enumerate() {
                let Ok(next) = node.next.binary_search_by_key(word, |(word, _)| *word) else {
                    break;
                };
                node = &self.nodes[node.next[next].1];
                let to = from + further + 1;
                if to <= covered || node.ends.is_empty() || splits(from, to, &in_name) {
                    continue;
                }
                for phrase in &node.ends {
                    if phrase.is_written(said, from, has_marks) {
                        tell(phrase, from);
                        longest = to;
                    }
                }
            }
            covered = covered.max(longest);
        }
    }

    /// The number of a word, without what is glued to it: `ql14`, `hem12`.
    fn word(&self, norm: &str) -> WordId {
        let letters = norm.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_number = letters.is_empty() || letters == "#";
        let word = if is_number { norm } else { letters };
        self.words.get(word).copied().unwrap_or(0)
    }

    fn of(file: &'static str, plain: impl Fn(&str) -> String) -> Self {
        let lines = file.lines().filter(|line| !line.starts_with(['#', '~']));
        let mut sets: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut sides = Sides::default();
        let mut alone: BTreeMap<&str, Vec<MatterId>> = BTreeMap::new();
        let mut rules: Vec<(Vec<SideId>, MatterId)> = Vec::new();
        for (name, said) in lines.filter_map(|line| line.split_once(": ")) {
            if name.starts_with('@') {
                sets.insert(name, said.split(", ").collect());
                continue;
            }
            let matter = id_of(name);
            for rule in said.split(", ") {
                let of_rule: Vec<Vec<&str>> =
                    rule.split(" + ").map(|side| phrases(side, &sets)).collect();
                match &of_rule[..] {
                    [one] => one
                        .iter()
                        .for_each(|phrase| alone.entry(phrase).or_default().push(matter)),
                    more => {
                        let more = more.iter().map(|side| sides.id_of(side)).collect();
                        rules.push((more, matter));
                    }
                }
            }
        }
        let mut table = Self {
            words: HashMap::new(),
            nodes: vec![Node::default()],
            rules: sides.with(rules),
        };
        let mut uses = sides.uses;
        for phrase in alone.keys() {
            uses.entry(phrase).or_default();
        }
        for (phrase, sides) in uses {
            let matters = alone.remove(phrase).unwrap_or_default();
            table.insert(phrase, matters, sides, &plain);
        }
        table
    }

    fn insert(
        &mut self,
        phrase: &'static str,
        matters: Vec<MatterId>,
        sides: Vec<SideId>,
        plain: impl Fn(&str) -> String,
    ) {
        let (mut at, mut marked) = (0, Vec::new());
        for word in phrase.trim_end_matches(['*', '!']).split(' ') {
            marked.push((!word.is_ascii()).then_some(word));
            let is_number = word.bytes().all(|b| b.is_ascii_digit());
            let folded = if is_number {
                format!("#{word}")
            } else {
                plain(word)
            };
            let next = WordId::try_from(self.words.len() + 1).unwrap_or(WordId::MAX);
            let word = *self.words.entry(folded).or_insert(next);
            let new = self.nodes.len();
            let next = &mut self.nodes[at].next;
            at = match next.binary_search_by_key(&word, |(word, _)| *word) {
                Ok(found) => next[found].1,
                Err(place) => {
                    next.insert(place, (word, new));
                    self.nodes.push(Node::default());
                    new
                }
            };
        }
        self.nodes[at].ends.push(Phrase {
            needs_marks: phrase.ends_with('!') || marked.len() == 1 && !phrase.ends_with('*'),
            marked,
            matters,
            sides,
        });
    }
}

/// Sides of rules while a file is read: the same phrases are one side, whichever rules have it.
#[derive(Default)]
struct Sides {
    known: HashMap<Vec<&'static str>, SideId>,
    uses: BTreeMap<&'static str, Vec<SideId>>,
}

impl Sides {
    fn id_of(&mut self, phrases: &[&'static str]) -> SideId {
        let next = SideId::try_from(self.known.len()).unwrap_or(SideId::MAX);
        if let Some(known) = self.known.get(phrases) {
            return *known;
        }
        self.known.insert(phrases.to_vec(), next);
        for phrase in phrases {
            self.uses.entry(phrase).or_default().push(next);
        }
        next
    }

    /// Each rule with the side of it that fewest rules have.
    fn with(&self, rules: Vec<(Vec<SideId>, MatterId)>) -> Vec<Vec<Rule>> {
        let mut count = vec![0_usize; self.known.len()];
        for side in rules.iter().flat_map(|(sides, _)| sides) {
            count[usize::from(*side)] += 1;
        }
        let mut by_side: Vec<Vec<Rule>> = count.iter().map(|_| Vec::new()).collect();
        for (mut others, matter) in rules {
            others.sort_by_key(|side| count[usize::from(*side)]);
            let first = others.remove(0);
            by_side[usize::from(first)].push(Rule { others, matter });
        }
        by_side
    }
}

/// The phrases of one side of a rule, those of sets written out.
fn phrases(side: &'static str, sets: &HashMap<&str, Vec<&'static str>>) -> Vec<&'static str> {
    let mut all = Vec::new();
    for phrase in side.split(" | ") {
        match sets.get(phrase) {
            Some(set) => all.extend(set),
            None => all.push(phrase),
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether these words are of a way to something.
fn is_way(first: &str, second: &str) -> bool {
    matches!(first, "duong" | "loi")
        && matches!(
            second,
            "ra" | "vao" | "vo" | "den" | "toi" | "len" | "xuong" | "di"
        )
}

/// Whether a phrase is a part of a name, or ends in one that begins in it.
fn splits(from: usize, to: usize, in_name: &impl Fn(usize) -> bool) -> bool {
    let named = (from..to).filter(|at| in_name(*at)).count();
    named > 0 && (named < to - from || to - from == 1)
}

impl Phrase {
    /// Whether its words from `from` on have its marks.
    fn is_written(&self, said: &Said, from: usize, has_marks: bool) -> bool {
        let mut marked = self.marked.iter().enumerate();
        marked.all(|(further, word)| match word {
            Some(word) if has_marks => same_marks(said.written(from + further), word),
            Some(_) => !self.needs_marks,
            None => true,
        })
    }
}

/// Whether a word is written so, apart from capitals and from where the tone stands: `hoà`, `hòa`.
fn same_marks(written: &str, marked: &str) -> bool {
    let written = written.to_lowercase();
    written == marked || written.len() == marked.len() && tones(&written) == tones(marked)
}

fn tones(word: &str) -> Vec<char> {
    let mut all = Vec::with_capacity(word.len());
    for c in word.chars() {
        unicode_normalization::char::decompose_canonical(c, |part| all.push(part));
    }
    all.sort_unstable();
    all
}

/// The number of a matter: the same in both files.
fn id_of(name: &str) -> MatterId {
    let found = NAMES.iter().position(|known| *known == name);
    let found = found.and_then(|at| MatterId::try_from(at).ok());
    found.unwrap_or(MatterId::MAX)
}

/// What matters are called, in the order of their numbers.
pub(super) static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("matters.txt").lines();
    let lines = lines.filter(|line| !line.starts_with(['#', '@']));
    lines
        .filter_map(|line| Some(line.split_once(": ")?.0))
        .collect()
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn of_text(text: &str) -> Vec<&'static str> {
        let said = Said::of(text);
        let found = of(&said, |_| false);
        found
            .iter()
            .map(|matter| NAMES[usize::from(*matter)])
            .collect()
    }

    /// Lines that are neither empty nor a comment.
    fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
        file.lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    #[test]
    fn every_line_is_read_and_every_matter_is_known_once() {
        let names: BTreeSet<&str> = NAMES.iter().copied().collect();
        assert_eq!(names.len(), NAMES.len());
        for line in lines(include_str!("matters.txt")).chain(lines(include_str!("matters_en.txt")))
        {
            if let Some(kin) = line.strip_prefix("~ ") {
                assert!(kin.split(", ").all(|name| names.contains(name)), "{line}");
                continue;
            }
            let (name, rules) = line.split_once(": ").unwrap();
            assert!(name.starts_with('@') || names.contains(name), "{line}");
            for phrase in rules.split([',', '+', '|']) {
                let phrase = phrase.trim();
                assert!(!phrase.is_empty(), "{name}");
                assert!(
                    !phrase.contains("  ") && phrase == phrase.to_lowercase(),
                    "{phrase}"
                );
            }
        }
    }

    #[test]
    fn every_set_is_used_and_every_used_set_is_there() {
        for file in [include_str!("matters.txt"), include_str!("matters_en.txt")] {
            let sets: BTreeSet<&str> = lines(file)
                .filter(|line| line.starts_with('@'))
                .filter_map(|line| Some(line.split_once(": ")?.0))
                .collect();
            let used: BTreeSet<&str> = lines(file)
                .filter(|line| !line.starts_with('@'))
                .flat_map(|line| line.split([' ', ',', '|', '+']))
                .filter(|word| word.starts_with('@'))
                .collect();
            assert_eq!(sets, used);
        }
    }

    #[test]
    fn one_matter_is_found_in_other_words() {
        for (one, other) in [
            ("55 em một lớp", "xin xay them phong hoc"),
            ("đua xe nẹt pô", "rú ga lạng lách lúc nửa đêm"),
            ("loa phường câm nửa năm", "cai loa tat tieng roi"),
            (
                "Nước máy chảy nhỏ giọt",
                "phải thức đêm hứng từng xô, mất nước hoài",
            ),
            ("đường đầy ổ gà", "xin trải nhựa lại con lộ"),
        ] {
            let (one, other) = (of_text(one), of_text(other));
            assert!(
                one.iter().any(|matter| other.contains(matter)),
                "{one:?} {other:?}"
            );
        }
    }

    #[test]
    fn words_with_marks_are_those_words_only() {
        assert!(of_text("chó chạy rông ngoài đường").contains(&"dogs"));
        assert!(!of_text("chờ lâu, cho chạy thử").contains(&"dogs"));
        assert!(!of_text("để sụt giảm").contains(&"dyke"));
    }
}
