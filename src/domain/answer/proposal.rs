//! The class of an answer and the fact that goes with it, proposed from its words: "xong trước 30/4/2027" is a roadmap
//! with that day. By rules, and with the words that it was taken from.
//!
//! What is proposed is always complete: with it alone the answer can be sent. Who sent it for is for its author to say,
//! with one tap.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    cues::{Cue, Sentence},
    facts::{self, Document, Facts, MAX_OBSTACLE, Wanted},
    record,
};
use crate::domain::{
    question::ResultClass,
    said_day::{
        self, Bound, SaidDay,
        tokens::{self, Token},
    },
    text,
};

/// What an answer seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its class.
    pub class: ResultClass,
    /// What the class needs.
    pub facts: Facts,
    /// The words that say so; none: it says nothing of the kind, and explains.
    pub because: Option<String>,
    /// What else it may be, the likelier first.
    pub others: [ResultClass; 2],
}

/// Words of an invitation: their day promises nothing.
const INVITES: &[&str] = &[
    "mời", "moi", "họp", "hop", "gặp", "tiếp", "nếu", "neu", "liên", "hiệu", "nghỉ",
];
/// Words that end a matter.
const FINISHES: &[&str] = &[
    "xong",
    "hoan thanh",
    "ban giao",
    "dut diem",
    "dua vao su dung",
    "ket thuc",
    "khac phuc",
    "thong xe",
    "giai quyet",
];

struct Read<'a> {
    sentence: Sentence<'a>,
    tokens: &'a [Token],
    from: usize,
    cues: Vec<(Cue, usize, usize)>,
}

/// What an answer with these words seems to be, read on `today`: its class, and what its paper carries.
#[must_use]
pub fn of(answer: &str, today: Date) -> Proposal {
    let proposed = class_of(answer, today);
    let facts = record::read(proposed.class, proposed.facts, answer, today);
    Proposal { facts, ..proposed }
}

fn class_of(answer: &str, today: Date) -> Proposal {
    let tokens = tokens::cut(answer);
    let sentences = sentences(&tokens);
    let days = said_day::find_in(&tokens, today);
    let day = promised(&sentences, &days, today);
    let slice = |range: Range<usize>| slice(answer, &tokens, range);
    let cue = |wanted: Cue| {
        sentences.iter().find_map(|read| {
            let (_, from, to) = read.cues.iter().find(|(cue, ..)| *cue == wanted)?;
            Some(slice(read.from + from..read.from + to))
        })
    };
    let proposed = |class, facts, because| Proposal {
        class,
        facts,
        because,
        others: others(class),
    };
    if let Some(said) = cue(Cue::Aside)
        && let Some(until) = rests_until(&days, today)
    {
        return proposed(
            ResultClass::SetAside,
            Facts {
                on: Some(until),
                ..Facts::default()
            },
            Some(said),
        );
    }
    if let Some(said) = cue(Cue::Up)
        && let Some(document) = Document::parse(answer, today)
    {
        let facts = Facts {
            document: Some(document),
            ..Facts::default()
        };
        return proposed(ResultClass::SentUp, facts, Some(said));
    }
    if let Some((day, range)) = day {
        let is_at_it = sentences
            .iter()
            .any(|read| read.has(Cue::Done) || read.is_at_work());
        let class = if is_at_it {
            ResultClass::InProgress
        } else {
            ResultClass::Planned
        };
        return proposed(
            class,
            Facts {
                on: Some(day),
                ..Facts::default()
            },
            Some(slice(range)),
        );
    }
    let blocked = sentences.iter().find(|read| read.has(Cue::Blocked));
    if let Some(obstacle) = blocked.and_then(|read| obstacle(answer, &tokens, read)) {
        let facts = Facts {
            obstacle: Some(obstacle),
            ..Facts::default()
        };
        return proposed(ResultClass::NotYet, facts, cue(Cue::Blocked));
    }
    let is_under_way = sentences.iter().any(|read| read.has(Cue::Underway));
    let is_done = sentences
        .iter()
        .any(|read| read.has(Cue::Done) && !read.has(Cue::Blocked));
    if is_done && !sentences.iter().any(Read::is_at_work) {
        let facts = Facts {
            document: Document::parse(answer, today),
            ..Facts::default()
        };
        return proposed(ResultClass::Resolved, facts, cue(Cue::Done));
    }
    if is_under_way || is_done {
        return proposed(
            ResultClass::InProgress,
            Facts::default(),
            cue(Cue::Underway),
        );
    }
    if let Some(said) = cue(Cue::Up) {
        return proposed(ResultClass::InProgress, Facts::default(), Some(said));
    }
    proposed(ResultClass::Explained, Facts::default(), None)
}

/// What `class` needs, as far as the words say it: somebody chose the class, the day stays.
#[must_use]
pub fn facts_for(class: ResultClass, answer: &str, today: Date) -> Facts {
    let facts = fact_of(class, answer, today);
    record::read(class, facts, answer, today)
}

fn fact_of(class: ResultClass, answer: &str, today: Date) -> Facts {
    let document = || Document::parse(answer, today);
    match facts::wanted(class) {
        Wanted::Roadmap | Wanted::Expected | Wanted::Until => Facts {
            on: day_in(answer, today),
            ..Facts::default()
        },
        Wanted::Document if class == ResultClass::Explained => Facts::default(),
        Wanted::Document => Facts {
            document: document(),
            ..Facts::default()
        },
        Wanted::Obstacle => {
            let proposed = of(answer, today);
            if proposed.class == class {
                proposed.facts
            } else {
                Facts::default()
            }
        }
    }
}

/// The day that an answer speaks of, if it speaks of one that lies ahead.
#[must_use]
pub fn day_in(answer: &str, today: Date) -> Option<Date> {
    let tokens = tokens::cut(answer);
    let days = said_day::find_in(&tokens, today);
    promised(&sentences(&tokens), &days, today)
        .map(|(day, _)| day)
        .or_else(|| rests_until(&days, today))
}

/// The day, where the words are a day and hardly anything else: a reply to "by when?", no answer of its own.
#[must_use]
pub fn lone_day(typed: &str, today: Date) -> Option<Date> {
    let days = said_day::find(typed, today);
    let [said] = days.as_slice() else { return None };
    let beside = typed.replace(typed.get(said.at.clone()).unwrap_or_default(), " ");
    text::words(&beside)
        .iter()
        .all(|word| BESIDE_DAY.contains(&word.as_str()))
        .then(|| said.until())
}

/// "chậm nhất là", "trước ngày", "xong trước": what may stand beside a lone day, folded.
const BESIDE_DAY: &[&str] = &[
    "ngay", "truoc", "cham", "nhat", "la", "xong", "den", "han", "het", "trong", "vao", "khoang",
    "nhe", "a", "nha", "thi", "du", "kien", "muon", "toi", "hoan", "thanh", "sua", "thoi",
];

fn others(class: ResultClass) -> [ResultClass; 2] {
    use ResultClass::{Explained, InProgress, NotYet, Planned, Resolved, SentUp, SetAside};
    match class {
        Resolved | Planned | SentUp => [InProgress, Explained],
        Explained | InProgress => [Planned, Resolved],
        NotYet => [Planned, Explained],
        SetAside => [NotYet, Planned],
    }
}

impl Read<'_> {
    fn has(&self, wanted: Cue) -> bool {
        self.cues.iter().any(|(cue, ..)| *cue == wanted)
    }

    /// Something is going to be done; where something stands in the way, only if it says so in as many words.
    fn promises(&self) -> bool {
        let says_so = || {
            self.sentence
                .holds(&["se", "du kien", "phan dau", "cam ket"])
                .is_some()
        };
        self.has(Cue::Will) && (!self.has(Cue::Blocked) || says_so())
    }

    /// Somebody is at the work itself now: "đang thi công", not "đã giao".
    fn is_at_work(&self) -> bool {
        self.cues.iter().any(|(cue, from, _)| {
            let is_now = self
                .tokens
                .get(*from)
                .is_some_and(|token| matches!(token.lower.as_str(), "đang" | "dang"));
            *cue == Cue::Underway
                && is_now
                && self
                    .sentence
                    .holds(&["dang cho", "dang lap", "dang xem xet"])
                    .is_none()
        }) || self
            .sentence
            .holds(&["da khoi cong", "da trien khai", "da bat dau", "con lai"])
            .is_some()
    }
}

fn sentences(tokens: &[Token]) -> Vec<Read<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..=tokens.len() {
        let ends = tokens.get(at).is_none_or(Token::ends_clause);
        if !ends {
            continue;
        }
        if let Some(own) = tokens.get(from..at).filter(|own| !own.is_empty()) {
            let sentence = Sentence::new(own);
            let cues = sentence.cues();
            found.push(Read {
                sentence,
                tokens: own,
                from,
                cues,
            });
        }
        from = at + 1;
    }
    found
}

/// The day that something is promised for, and the words that promise it.
fn promised(sentences: &[Read<'_>], days: &[SaidDay], today: Date) -> Option<(Date, Range<usize>)> {
    let mut best: Option<(bool, Date, Range<usize>)> = None;
    for said in days.iter().filter(|said| !said.is_of_past) {
        let Some(read) = sentences
            .iter()
            .find(|read| (read.from..read.from + read.tokens.len()).contains(&said.tokens.start))
        else {
            continue;
        };
        let day = match said.bound {
            Bound::From => said.first,
            Bound::After => continue,
            Bound::Within | Bound::Before => said.by().unwrap_or(said.last),
        };
        if facts::check_day(day, today).is_err() || !read.promises() || is_invitation(read, said) {
            continue;
        }
        let start = said.tokens.start - read.from;
        let finish = read
            .sentence
            .holds(FINISHES)
            .filter(|(from, _)| *from < start + 4);
        let from = finish.map_or(said.tokens.start, |(from, _)| {
            (read.from + from).min(said.tokens.start)
        });
        let is_finish = finish.is_some() && said.bound != Bound::From;
        let is_better = best
            .as_ref()
            .is_none_or(|(was_finish, was, _)| (is_finish, day) > (*was_finish, *was));
        if is_better {
            best = Some((is_finish, day, from..said.tokens.end));
        }
    }
    best.map(|(_, day, range)| (day, range))
}

/// Whether the day is one on which people are asked to come, or a condition.
fn is_invitation(read: &Read<'_>, said: &SaidDay) -> bool {
    let at = said.tokens.start - read.from;
    let clause = read.tokens.get(..at).unwrap_or_default();
    let from = clause
        .iter()
        .rposition(|token| token.folded == ",")
        .map_or(0, |comma| comma + 1);
    let own = clause.get(from..).unwrap_or_default();
    own.iter()
        .any(|token| INVITES.contains(&token.lower.as_str()))
        && !own
            .iter()
            .any(|token| token.is_any(&["xong", "thanh", "cong", "truoc"]))
}

/// The day until which something rests.
fn rests_until(days: &[SaidDay], today: Date) -> Option<Date> {
    let ahead = days
        .iter()
        .filter(|said| !said.is_of_past)
        .map(SaidDay::until);
    ahead
        .filter(|day| facts::check_day(*day, today).is_ok())
        .max()
}

/// What stands in the way, in the answer's own words: the part of the sentence that says it.
fn obstacle(answer: &str, tokens: &[Token], read: &Read<'_>) -> Option<String> {
    let (_, from, to) = read.cues.iter().find(|(cue, ..)| *cue == Cue::Blocked)?;
    let is_comma = |token: &Token| token.folded == ",";
    let before = read.tokens.get(..*from)?;
    let start = before
        .iter()
        .rposition(is_comma)
        .map_or(0, |comma| comma + 1);
    let after = read.tokens.get(*to..)?;
    let end = after
        .iter()
        .position(is_comma)
        .map_or(read.tokens.len(), |comma| to + comma);
    let said = slice(answer, tokens, read.from + start..read.from + end);
    (said.chars().filter(|sign| sign.is_alphanumeric()).count() >= 4)
        .then(|| text::truncate_utf16(&said, MAX_OBSTACLE))
}

fn slice(answer: &str, tokens: &[Token], range: Range<usize>) -> String {
    let start = tokens.get(range.start).map_or(0, |token| token.at.start);
    let end = range
        .end
        .checked_sub(1)
        .and_then(|last| tokens.get(last))
        .map_or(start, |token| token.at.end);
    text::clean(answer.get(start..end.max(start)).unwrap_or_default())
}

#[cfg(test)]
#[path = "proposal_tests.rs"]
mod tests;
