//! What stands after what is said: politeness, and who signs. Peeled from the end.

use super::{
    Part,
    head::is_day_line,
    politeness::{CLOSING, CLOSING_INLINE, SIGNED, is_polite},
    vocabulary::{HONORIFICS, SURNAMES, UNITS, holds},
    written::{Gap, Written},
};

/// Words of politeness in one stretch.
const LONGEST_CLOSING: usize = 30;
/// Words of an address.
const LONGEST_ADDRESS: usize = 12;
/// Digits of a telephone number.
const PHONE_DIGITS: usize = 9;

/// What the end of a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Politeness.
    Polite,
    /// Surely of a signature: a telephone, a name, "người làm đơn".
    Signed,
    /// Of a signature if something surer stands before it: an address, a single name.
    Perhaps,
}

/// Where the parts after the body begin, in order; nothing before the word `from` is looked at.
pub(super) fn peel(text: &Written<'_>, from: usize) -> Vec<(usize, Part)> {
    let mut found: Vec<(usize, Ending)> = Vec::new();
    let mut end = text.len();
    while end > from {
        let stretch = text.start_of(end, from, Gap::Comma);
        let line = text.start_of(end, from, Gap::Line);
        // A line of an address or a day is one, whatever commas are in it.
        let whole = [line, stretch]
            .into_iter()
            .find_map(|start| Some((start, ending(text, start, end)?)));
        if let Some(hit) = whole {
            found.push(hit);
            end = hit.0;
            continue;
        }
        if let Some(hit) = inline(text, stretch, end) {
            found.push(hit);
        }
        break;
    }
    let surely = |(_, ending): &(usize, Ending)| *ending != Ending::Perhaps;
    let Some(first) = found.iter().rposition(surely) else {
        return Vec::new();
    };
    found.truncate(first + 1);
    found
        .into_iter()
        .rev()
        .map(|(at, ending)| match ending {
            Ending::Polite => (at, Part::Closing),
            Ending::Signed | Ending::Perhaps => (at, Part::Signature),
        })
        .collect()
}

/// What a stretch is as a whole; nothing if it says something.
fn ending(text: &Written<'_>, at: usize, end: usize) -> Option<Ending> {
    if is_closing(text, at, end, CLOSING) {
        return Some(Ending::Polite);
    }
    if is_day_line(text, at, end) && text.gap(at) == Gap::Line {
        return Some(Ending::Signed);
    }
    signature(text, at, end)
}

/// Whether the words are politeness and nothing else.
fn is_closing(text: &Written<'_>, at: usize, end: usize, openings: &[&str]) -> bool {
    text.any_phrase(at, openings).is_some()
        && end - at <= LONGEST_CLOSING
        && (at..end).all(|word| is_polite(text.word(word)))
}

/// Telephone, name, address: whole stretches of them.
fn signature(text: &Written<'_>, at: usize, end: usize) -> Option<Ending> {
    if phone(text, at, end).is_some() {
        let rest: Vec<usize> = (at..end)
            .filter(|word| !is_digits(text.word(*word)))
            .collect();
        let named = text.any_phrase(at, SIGNED).map_or(at, |next| next.min(end));
        let others = rest.iter().filter(|word| **word >= named);
        return others
            .clone()
            .all(|word| is_of_name(text, *word) || is_name(text, named, others_end(&rest)))
            .then_some(Ending::Signed)
            .filter(|_| others.count() <= LONGEST_ADDRESS);
    }
    if is_mail(text, at, end) {
        return Some(Ending::Signed);
    }
    if let Some(named) = text.any_phrase(at, SIGNED)
        && named <= end
        && text.gap(at) >= Gap::Stop
        && (named..end).all(|word| is_of_name(text, word) || is_digits(text.word(word)))
        && end - at <= LONGEST_ADDRESS
    {
        return Some(Ending::Signed);
    }
    if is_name(text, at, end) {
        return Some(Ending::Signed);
    }
    let is_address = end - at <= LONGEST_ADDRESS
        && (at..end).all(|word| is_of_name(text, word) || is_digits(text.word(word)))
        && (text.is_proper(at) || holds(UNITS, text.word(at)));
    is_address.then_some(Ending::Perhaps)
}

/// The word after the last of `words`.
fn others_end(words: &[usize]) -> usize {
    words.last().map_or(0, |word| word + 1)
}

/// A word of a name or an address.
fn is_of_name(text: &Written<'_>, word: usize) -> bool {
    text.is_proper(word)
        || holds(UNITS, text.word(word))
        || holds(HONORIFICS, text.word(word))
        || (word > 0 && holds(UNITS, text.word(word - 1)))
        || (word > 1
            && holds(UNITS, text.word(word - 2))
            && text.gap(word) == Gap::Space
            && text.shouts)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A telephone number in the stretch: its first word.
fn phone(text: &Written<'_>, at: usize, end: usize) -> Option<usize> {
    let mut digits = 0;
    let mut first = at;
    for word in at..end {
        let written = text.word(word);
        if is_digits(written) {
            if digits == 0 {
                first = word;
            }
            digits += written.len();
            if digits >= PHONE_DIGITS && text.word(first).starts_with(['0', '8']) {
                return Some(first);
            }
        } else {
            digits = 0;
        }
    }
    None
}

fn is_mail(text: &Written<'_>, at: usize, end: usize) -> bool {
    end - at <= 6 && (at + 1..end).any(|word| text.between(word) == "@")
}

/// "Nguyễn Văn Bình", "ông Trần B", "nguyen van binh".
fn is_name(text: &Written<'_>, at: usize, end: usize) -> bool {
    let first = if holds(HONORIFICS, text.word(at)) && end - at > 2 {
        at + 1
    } else {
        at
    };
    let words = end.saturating_sub(first);
    let letters = (first..end).all(|word| !text.word(word).starts_with(|c: char| c.is_numeric()));
    if !(2..=5).contains(&words) || !letters || !holds(SURNAMES, text.word(first)) {
        return false;
    }
    let capitals = (first..end).all(|word| text.is_proper(word));
    let middle = words >= 3 && matches!(text.word(first + 1), "van" | "thi");
    let alone = text.gap(at) >= Gap::Stop || text.gap(at) == Gap::Comma;
    alone && (middle || (capitals && text.gap(at) >= Gap::Stop))
}

/// Politeness or a telephone at the end of a stretch that says something before it.
fn inline(text: &Written<'_>, at: usize, end: usize) -> Option<(usize, Ending)> {
    let closing = (at + 1..end).find(|word| is_closing(text, *word, end, CLOSING_INLINE));
    if let Some(word) = closing {
        return Some((word, Ending::Polite));
    }
    let number = phone(text, at, end)?;
    let opening = (at + 1..number).find(|word| {
        text.any_phrase(*word, SIGNED)
            .is_some_and(|next| next <= number)
    });
    let start = opening.unwrap_or(number);
    let is_all = (number..end).all(|word| is_digits(text.word(word)) || is_of_name(text, word));
    (is_all && start > at).then_some((start, Ending::Signed))
}
