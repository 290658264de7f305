//! What others may not read of a text: who wrote it, how to reach them, where they live, what they own.
//!
//! One redactor for everything that leaves the author's own chat. It reads the text once into words (`words`,
//! with what `lexicon` knows of each), and every kind of personal matter has its rules: `names`, `author`,
//! `signature`, `numbers`, `contacts`, `belongings`, `home`. It never changes what it does not hide, and it errs on the
//! side of hiding; a clerk's eye stays needed for what no rule can see. Start at [`on_card`] and [`public`].

mod author;
mod belongings;
mod contacts;
mod dates;
mod home;
mod known;
mod lexicon;
mod names;
mod numbers;
mod signature;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use self::words::Read;

/// What stands where something was hidden.
pub const HIDDEN: &str = "[…]";

/// Hiding can bring words together; after so many rounds nothing new is found.
const ROUNDS: usize = 4;

/// For whom a text is redacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// A delegation, a board of the office: what is needed to find the pothole stays.
    Card,
    /// Anybody.
    Public,
}

/// The rules by which texts are covered, as a number: other rules, other texts, so what was published is written anew.
/// Made of the rules themselves and of what they read texts with (`tests/architecture/redaction.rs` looks that nothing is
/// missing), so that nobody has to think of it.
pub const RULES: i64 = {
    let rules: [&[u8]; 21] = [
        include_bytes!("author.rs"),
        include_bytes!("belongings.rs"),
        include_bytes!("contacts.rs"),
        include_bytes!("dates.rs"),
        include_bytes!("home.rs"),
        include_bytes!("known.rs"),
        include_bytes!("lexicon.rs"),
        include_bytes!("mod.rs"),
        include_bytes!("names.rs"),
        include_bytes!("numbers.rs"),
        include_bytes!("signature.rs"),
        include_bytes!("words.rs"),
        include_bytes!("../text/letter/head.rs"),
        include_bytes!("../text/letter/mod.rs"),
        include_bytes!("../text/letter/politeness.rs"),
        include_bytes!("../text/letter/tail.rs"),
        include_bytes!("../text/letter/vocabulary.rs"),
        include_bytes!("../text/letter/written.rs"),
        include_bytes!("../text/length.rs"),
        include_bytes!("../text/mod.rs"),
        include_bytes!("../text/phrases.rs"),
    ];
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut file = 0;
    while file < rules.len() {
        let mut at = 0;
        while at < rules[file].len() {
            hash = (hash ^ rules[file][at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        file += 1;
    }
    (hash >> 1).cast_signed()
};

/// The text as cards, digests and lists of officers show it; `author` is their initials (`N.T.L.`).
#[must_use]
pub fn on_card(text: &str, author: Option<&str>) -> String {
    redacted(text, Level::Card, author)
}

/// The text as anybody may read it; `author` is their initials.
#[must_use]
pub fn public(text: &str, author: Option<&str>) -> String {
    redacted(text, Level::Public, author)
}

/// [`on_card`] where the author is not at hand.
#[must_use]
pub fn without_contacts(text: &str) -> String {
    on_card(text, None)
}

/// [`public`] where the author is not at hand.
#[must_use]
pub fn redact(text: &str) -> String {
    public(text, None)
}

/// Whether the text names somebody: by a name that is announced ("ông …", "tên là …"), written large.
#[must_use]
pub fn names_somebody(text: &str) -> bool {
    let read = Read::of(text);
    let mut spans = Spans::default();
    names::find(&read, Level::Card, &mut spans);
    !spans.is_empty()
}

fn redacted(text: &str, level: Level, author: Option<&str>) -> String {
    let mut text: Cow<'_, str> = if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    };
    for _ in 0..ROUNDS {
        let spans = find(&text, level, author);
        if spans.is_empty() {
            break;
        }
        text = Cow::Owned(spans.apply(&text));
    }
    text.into_owned()
}

fn find(text: &str, level: Level, author: Option<&str>) -> Spans {
    let read = Read::of(text);
    let mut spans = Spans::default();
    if let Some(author) = author {
        author::find(&read, author, &mut spans);
    }
    names::find(&read, level, &mut spans);
    signature::find(&read, &mut spans);
    numbers::find(&read, &mut spans);
    contacts::find(&read, &mut spans);
    belongings::find(&read, &mut spans);
    home::find(&read, level, &mut spans);
    spans
}

/// Stretches of a text that go, and what comes in their place.
#[derive(Debug, Default)]
struct Spans(Vec<(usize, usize, Option<String>)>);

impl Spans {
    /// Hides the tokens from one to before another.
    fn hide(&mut self, read: &Read<'_>, from: usize, to: usize) {
        self.hide_from(read, from, to, 0);
    }

    /// The same, with so many bytes of what stands before.
    fn hide_from(&mut self, read: &Read<'_>, from: usize, to: usize, before: usize) {
        if let (Some(first), Some(last)) = (
            read.get(from),
            to.checked_sub(1).and_then(|at| read.get(at)),
        ) {
            self.push(first.start.saturating_sub(before), last.end, None);
        }
    }

    /// Puts something in the place of tokens.
    fn replace(&mut self, read: &Read<'_>, from: usize, to: usize, by: &str) {
        if let (Some(first), Some(last)) = (
            read.get(from),
            to.checked_sub(1).and_then(|at| read.get(at)),
        ) {
            self.push(first.start, last.end, Some(by.to_owned()));
        }
    }

    fn push(&mut self, from: usize, to: usize, by: Option<String>) {
        if from < to {
            self.0.push((from, to, by));
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text with the stretches gone; where they overlap, as one.
    fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(from, to, _)| (*from, *to));
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        let mut spans = self.0.into_iter().peekable();
        while let Some((from, mut to, mut by)) = spans.next() {
            while let Some((_, other_to, other)) = spans.next_if(|(next, ..)| *next < to) {
                // Initials stand for the name only if nothing else goes with it.
                by = if other_to == to { by.or(other) } else { None };
                to = to.max(other_to);
            }
            out.push_str(text.get(done..from).unwrap_or_default());
            out.push_str(by.as_deref().unwrap_or(HIDDEN));
            done = to;
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }
}
