//! Several matters in one message: the points of a list, or paragraphs that are about different fields.
//!
//! What is written twice is one matter. Nothing else is ever lost: what leads to the first point goes with every one; the frame of a letter (head, closing,
//! signature) is said once, below the first. Start at [`split`]; `marks` knows what lists look like.

mod asks;
mod marks;
#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, ops::Range};

use self::marks::Mark;
use super::draft::QuestionText;
use crate::domain::text::{
    self,
    letter::{Letter, Part as LetterPart},
};

/// More points than this are one long letter, not several questions.
pub const MOST: usize = 8;

/// A longer introduction of the author belongs to the frame of a letter, not to every point.
const LONGEST_INTRODUCTION: usize = 160;

/// One of several matters in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which of the message it is, from 1: of those that say the same the first.
    pub number: usize,
    /// Its own words.
    pub own: String,
    /// The question that it becomes: with what led to the points, once.
    pub whole: String,
}

/// The points of a list, each of which asks for something. Fewer than two: none.
#[must_use]
pub fn split(text: &str) -> Vec<Point> {
    let message = Message::of(text);
    let found = message.lists().find_map(|list| {
        let list = message.asking(list)?;
        message.says_several(&list).then_some(list)
    });
    found.map_or_else(Vec::new, |list| message.points(&list))
}

/// The same as the questions that they become.
#[must_use]
pub fn numbered(text: &str) -> Vec<String> {
    wholes(split(text))
}

/// The points of a list whether they ask for something or not: for whoever says that it is one.
#[must_use]
pub fn listed(text: &str) -> Vec<String> {
    let message = Message::of(text);
    let mut lists = message.lists();
    let found = lists.find(|list| message.is_whole(&list.items) && message.says_several(list));
    wholes(found.map_or_else(Vec::new, |list| message.points(&list)))
}

/// The paragraphs of a text, if every one could be a question and asks for something. Whether they are about
/// different matters is the caller's to find out.
#[must_use]
pub fn split_paragraphs(text: &str) -> Vec<Point> {
    let message = Message::of(text);
    let list = message.paragraphs();
    let found = message.asking(list);
    let found = found.filter(|list| message.says_several(list));
    found.map_or_else(Vec::new, |list| message.points(&list))
}

/// The paragraphs of a text, if every one could be a question.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let message = Message::of(text);
    let list = message.paragraphs();
    let is_list = message.is_whole(&list.items) && message.says_several(&list);
    wholes(if is_list {
        message.points(&list)
    } else {
        Vec::new()
    })
}

/// What is said, each once: the first of what is word for word the same, marks, case and blanks aside; with its place, from 0.
pub(crate) fn distinct<'a>(said: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let mut known = BTreeSet::new();
    let said = said.into_iter().enumerate();
    said.filter(|(_, words)| known.insert(text::fold(without_number(words))))
        .collect()
}

/// The words behind `2.`, `2)` or `2:`.
fn without_number(words: &str) -> &str {
    let words = words.trim_start();
    let rest = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_number = rest.len() < words.len();
    let behind = rest.strip_prefix(['.', ')', ':']).filter(|_| is_number);
    let behind = behind.filter(|behind| !behind.starts_with(|sign: char| sign.is_ascii_digit()));
    behind.map_or(words, str::trim_start)
}

fn wholes(points: Vec<Point>) -> Vec<String> {
    points.into_iter().map(|point| point.whole).collect()
}

/// The numbers of points that an answer takes up, in whatever order: "1. …", "2) …", "Ý 2: …", "(3) …",
/// "Về ý thứ hai, …". An answer may leave some out, so the order is not looked at.
#[must_use]
pub fn numbered_loosely(answer: &str) -> Vec<u8> {
    answer
        .lines()
        .filter_map(|line| {
            let line = line.trim_start();
            let lower = line.to_lowercase();
            let marked = marks::first_number(line);
            marked
                .or_else(|| (1..=MOST).find(|number| names_point(&lower, *number)))
                .and_then(|number| u8::try_from(number).ok())
        })
        .collect()
}

/// "ý 2 …", "câu 2: …", "về ý thứ hai …", at the beginning of a line in lower case.
fn names_point(line: &str, number: usize) -> bool {
    let line = line.strip_prefix("về ").unwrap_or(line);
    let Some(rest) = ["ý ", "câu ", "nội dung ", "điểm "]
        .iter()
        .find_map(|word| line.strip_prefix(word))
    else {
        return false;
    };
    let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric());
    let counted = marks::WORDS.get(number - 1);
    rest.strip_prefix(&number.to_string()).is_some_and(ends)
        || counted.is_some_and(|(_, ordinal)| rest.strip_prefix(ordinal).is_some_and(ends))
}

/// A message: the frame of a letter, and what is said in it.
struct Message<'a> {
    /// Head, closing, signature.
    frame: Vec<&'a str>,
    /// Who writes, in few words.
    introduction: Option<&'a str>,
    body: &'a str,
}

/// Where the points of a list stand in the body.
struct List {
    lead: Range<usize>,
    items: Vec<Range<usize>>,
    /// What stands behind the last point and is none.
    tail: Range<usize>,
}

impl<'a> Message<'a> {
    fn of(text: &'a str) -> Self {
        let letter = Letter::of(text);
        let pieces = letter.pieces();
        let is_body = |at: &usize| pieces[*at].part == LetterPart::Body;
        let bodies: Vec<usize> = (0..pieces.len()).filter(is_body).collect();
        let (Some(first), Some(last)) = (bodies.first(), bodies.last()) else {
            return Self {
                frame: Vec::new(),
                introduction: None,
                body: text,
            };
        };
        let length = |from: usize, to: usize| {
            pieces[from..to]
                .iter()
                .map(|piece| piece.text.len())
                .sum::<usize>()
        };
        let (from, to) = (length(0, *first), length(0, last + 1));
        let (mut frame, mut introduction) = (Vec::new(), None);
        for (at, piece) in pieces.iter().enumerate() {
            if (*first..=*last).contains(&at) {
                continue;
            }
            let is_short = piece.text.trim().chars().count() <= LONGEST_INTRODUCTION;
            if piece.part == LetterPart::Introduction && is_short && introduction.is_none() {
                introduction = Some(piece.text.trim());
            } else if !piece.text.trim().is_empty() {
                frame.push(piece.text.trim());
            }
        }
        Self {
            frame,
            introduction,
            body: text.get(from..to).unwrap_or_default(),
        }
    }

    /// The lists that the body may be, the likeliest first.
    fn lists(&self) -> impl Iterator<Item = List> {
        let found = marks::lists(&marks::marks(self.body));
        let marked = found.into_iter().map(|marks| self.list(&marks));
        marked.chain(std::iter::once_with(|| self.sentences()))
    }

    fn list(&self, marks: &[Mark]) -> List {
        let starts = marks.iter().skip(1).map(|mark| mark.start);
        let ends = starts.chain(std::iter::once(self.body.len()));
        let items = marks.iter().zip(ends).map(|(mark, end)| mark.end..end);
        List {
            lead: 0..marks.first().map_or(0, |mark| mark.start),
            items: items.collect(),
            tail: self.body.len()..self.body.len(),
        }
    }

    /// Full sentences that semicolons divide, each of which asks for something; a last one may only say thanks.
    fn sentences(&self) -> List {
        let lead = self
            .body
            .find([':', '\n'])
            .filter(|at| self.body.find(';').is_none_or(|first| *at < first));
        let from = lead.map_or(0, |at| at + 1);
        let mut items = Vec::new();
        let mut begin = from;
        for (at, sign) in self
            .body
            .char_indices()
            .filter(|(at, sign)| *at >= from && *sign == ';')
        {
            items.push(begin..at);
            begin = at + sign.len_utf8();
        }
        items.push(begin..self.body.len());
        items.retain(|item| !self.words(item).is_empty());
        let is_sentence = |item: &Range<usize>| {
            let words = self.words(item);
            words.split_whitespace().count() >= LEAST_OF_A_SENTENCE
                && asks::is_asking_sentence(words)
        };
        let asking = items.iter().take_while(|item| is_sentence(item)).count();
        let is_thanks =
            asking > 1 && asking + 1 == items.len() && !asks::asks(self.words(&items[asking]));
        if asking < items.len() && !is_thanks {
            items.clear();
        }
        List {
            lead: 0..from,
            items,
            tail: self.body.len()..self.body.len(),
        }
    }

    fn paragraphs(&self) -> List {
        let mut items = Vec::new();
        let mut begin = 0;
        for (at, gap) in self.body.match_indices("\n\n") {
            items.push(begin..at);
            begin = at + gap.len();
        }
        items.push(begin..self.body.len());
        items.retain(|item| !self.words(item).is_empty());
        List {
            lead: 0..0,
            items,
            tail: self.body.len()..self.body.len(),
        }
    }

    /// The list if each of its points asks for something; a last one that only says thanks belongs to the frame.
    fn asking(&self, mut list: List) -> Option<List> {
        let asks = |item: &Range<usize>| asks::asks(self.words(item));
        if list.items.len() > 2
            && let Some(last) = list.items.pop_if(|last| !asks(last))
        {
            list.tail = last;
        }
        (self.is_whole(&list.items) && list.items.iter().all(asks)).then_some(list)
    }

    /// All of them, or none: a part that is too short to be a question shows that it was no list of questions.
    fn is_whole(&self, items: &[Range<usize>]) -> bool {
        (2..=MOST).contains(&items.len())
            && items
                .iter()
                .all(|item| QuestionText::parse(self.words(item)).is_ok())
    }

    /// Whether not all of its points say the same.
    fn says_several(&self, list: &List) -> bool {
        self.distinct(list).len() > 1
    }

    fn distinct(&self, list: &List) -> Vec<(usize, &'a str)> {
        distinct(list.items.iter().map(|item| self.words(item)))
    }

    fn words(&self, range: &Range<usize>) -> &'a str {
        self.body.get(range.clone()).unwrap_or_default().trim()
    }

    fn points(&self, list: &List) -> Vec<Point> {
        let lead = self.words(&list.lead);
        // "Tôi nêu mấy việc:" is of the letter, and untrue of one of its points.
        let (lead, announced) = if asks::only_announces(lead) {
            ("", lead)
        } else {
            (lead, "")
        };
        let before: Vec<&str> = self
            .introduction
            .into_iter()
            .chain([lead])
            .filter(|said| !said.is_empty())
            .collect();
        let after: Vec<&str> = self
            .frame
            .iter()
            .copied()
            .chain([announced, self.words(&list.tail)])
            .filter(|said| !said.is_empty())
            .collect();
        let items = self.distinct(list).into_iter();
        items
            .map(|(at, own)| {
                let mut whole = before.join(" ");
                if !whole.is_empty() {
                    whole.push('\n');
                }
                whole.push_str(own);
                if at == 0 && !after.is_empty() {
                    whole.push_str("\n\n");
                    whole.push_str(&after.join("\n"));
                }
                Point {
                    number: at + 1,
                    own: own.to_owned(),
                    whole,
                }
            })
            .collect()
    }
}

/// Fewer words are no sentence of their own.
const LEAST_OF_A_SENTENCE: usize = 4;
