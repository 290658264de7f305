//! Numbers that reach or name a person: phones however they are written, identity papers, accounts, codes.
//!
//! Dates, times, amounts of money, years and numbers of documents stay.

use super::{
    Spans, dates,
    lexicon::{AMOUNT, CALL, DIGIT, PAPER},
    words::{Read, digits},
};

/// From so many digits on a number is somebody's.
const LONG: usize = 9;
/// The same beside a word of telephones.
const SHORT_PHONE: usize = 6;
/// The same beside a word of papers and accounts.
const SHORT_PAPER: usize = 5;
/// So far before a number the word may stand that says what it is.
const REACH: usize = 5;
/// The same for papers: "giấy chứng nhận quyền sử dụng đất số …".
const PAPER_REACH: usize = 7;

/// What stands between two groups of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    Tight,
    /// One space, dot or dash.
    Single(char),
    /// Other signs, but few.
    Loose,
    Wide,
}

/// Finds numbers.
pub(super) fn find(read: &Read<'_>, spans: &mut Spans) {
    let enough = read
        .tokens
        .iter()
        .map(|token| if Read::is_digit(token) { token.len } else { 1 });
    // Most texts have hardly any.
    if read
        .tokens
        .iter()
        .filter(|token| Read::is_digit(token) || token.traits & DIGIT != 0)
        .count()
        == 0
        || enough.sum::<usize>() < SHORT_PAPER
    {
        return;
    }
    let mut fixed = dates::fixed(read);
    for at in 0..read.len() {
        if let Some(to) = phone_over_dates(read, at, &fixed) {
            fixed[at..to].fill(false);
        }
    }
    let mut at = 0;
    while at < read.len() {
        at = run(read, at, &fixed).map_or(at + 1, |(to, hides)| {
            if hides {
                spans.hide(read, at, to);
            }
            to
        });
    }
    codes(read, spans);
    dates::births(read, &fixed, spans);
}

impl Read<'_> {
    fn is_digit(token: &super::words::Token) -> bool {
        token.case == super::words::Case::Digits
    }

    /// Digits, a digit in words, or an O or l for one beside digits.
    fn is_digital(&self, at: usize) -> bool {
        self.is_number(at) || self.is(at, DIGIT) || self.is_misread(at)
    }

    fn is_misread(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.len == 1)
            && matches!(self.written(at), "o" | "O" | "l" | "I")
            && (at > 0 && self.gap(at).is_empty() && self.is_number(at - 1)
                || self.gap(at + 1).is_empty() && self.is_number(at + 1))
    }

    /// How many digits a token stands for.
    fn count(&self, at: usize) -> usize {
        match self.get(at) {
            Some(token) if Self::is_digit(token) => token.len,
            Some(_) if self.is_digital(at) => 1,
            _ => 0,
        }
    }

    fn between(&self, at: usize) -> Gap {
        let gap = self.gap(at);
        let visible = || gap.chars().filter(|c| !c.is_whitespace()).count();
        let mut signs = gap.chars();
        match (signs.next(), signs.next()) {
            (None, _) => Gap::Tight,
            (Some(sign @ (' ' | '\u{a0}' | '.' | '-')), None) => Gap::Single(sign),
            _ if gap.contains(['[', ']', '…', '\n'])
                && !(gap.trim().is_empty() && gap.len() <= 2) =>
            {
                Gap::Wide
            }
            _ if visible() <= 3 && gap.chars().count() <= 8 => Gap::Loose,
            _ => Gap::Wide,
        }
    }

    /// The first digits that a token stands for.
    fn leading(&self, at: usize) -> String {
        let written = self.written(at);
        if self.is_number(at) {
            return digits(written)
                .take(4)
                .map(|digit| char::from_digit(digit, 10).unwrap_or('9'))
                .collect();
        }
        let zero = ["khong", "zero", "oh", "o"]
            .iter()
            .any(|word| self.says(at, word));
        let eight = ["tam", "eight"].iter().any(|word| self.says(at, word));
        if zero {
            "0"
        } else if eight {
            "8"
        } else {
            "9"
        }
        .to_owned()
    }

    /// Whether one of the words before says that an identity paper, an account, a code comes.
    fn is_of_paper(&self, at: usize) -> bool {
        const PAPERS: [[&str; 2]; 9] = [
            ["ho", "chieu"],
            ["tai", "khoan"],
            ["so", "thue"],
            ["can", "cuoc"],
            ["chung", "minh"],
            ["so", "do"],
            ["so", "hong"],
            ["ho", "khau"],
            ["chung", "nhan"],
        ];
        self.any_before(at, PAPER_REACH, |at| {
            self.is(at, PAPER) || at > 0 && PAPERS.iter().any(|paper| self.phrase(at - 1, paper))
        })
    }

    /// Whether one of the words before says this, in the same line.
    fn has_before(&self, at: usize, traits: super::lexicon::Traits, reach: usize) -> bool {
        self.any_before(at, reach, |at| self.is(at, traits))
    }

    fn any_before(&self, at: usize, reach: usize, says: impl Fn(usize) -> bool) -> bool {
        let mut before = at;
        for _ in 0..reach {
            if before == 0
                || self.gap(before).contains(['\n', '…', ';'])
                || self.gap(before).contains(". ")
            {
                return false;
            }
            before -= 1;
            if says(before) {
                return true;
            }
        }
        false
    }
}

/// The run of digits that begins here: the token after it, and whether it must go.
fn run(read: &Read<'_>, at: usize, fixed: &[bool]) -> Option<(usize, bool)> {
    let is_free = |i: usize| read.is_digital(i) && !fixed.get(i).copied().unwrap_or(false);
    if !is_free(at) {
        return None;
    }
    let phone = phone(read, at, &is_free);
    if let Some(to) = phone {
        return Some((to, true));
    }
    if !read.is_number(at) {
        return None;
    }
    let mut to = at + 1;
    let mut count = read.count(at);
    let mut longest = count;
    while is_free(to)
        && read.is_number(to)
        && matches!(read.between(to), Gap::Tight | Gap::Single(_))
        && self_phone(read, to, &is_free).is_none()
    {
        count += read.count(to);
        longest = longest.max(read.count(to));
        to += 1;
    }
    let papers = read.is_of_paper(at);
    let calls = !papers && read.has_before(at, CALL, REACH);
    if is_hotline(read, at, count)
        || !papers
            && (is_amount(read, at, to, calls)
                || is_years(read, at, to)
                || is_position(read, at, to))
    {
        return Some((to, false));
    }
    let hides = count >= LONG && longest >= 3
        || papers && count >= SHORT_PAPER
        || calls && count >= SHORT_PHONE && is_called(read, at);
    Some((to, hides))
}

/// A phone that begins here; with a long reach, so only if what begins here looks like one.
fn self_phone(read: &Read<'_>, at: usize, is_free: &impl Fn(usize) -> bool) -> Option<usize> {
    // "2.340.000; …" goes on with its thousands.
    let thousands = read.gap(at) == "." && read.count(at) == 3;
    (!thousands && read.leading(at).starts_with('0'))
        .then(|| phone(read, at, is_free))
        .flatten()
}

/// The end of a phone number (or of anything as long that begins with 0 or 84) that begins here.
fn phone(read: &Read<'_>, at: usize, is_free: &impl Fn(usize) -> bool) -> Option<usize> {
    let plus = read.gap(at).trim_end().ends_with(['+', '＋']) || read.gap(at).ends_with("(+");
    let mut head = read.leading(at);
    let mut to = at + 1;
    let mut count = read.count(at);
    let mut words = usize::from(!read.is_number(at));
    let mut signs = String::new();
    let mut regular = None;
    let code_next = head.len() < 4;
    while is_free(to) {
        let gap = read.between(to);
        let wanted = match (head.starts_with("02"), head.starts_with("84") || plus) {
            (true, _) | (_, true) => 11,
            _ => 10,
        };
        let full = count >= wanted;
        let fits = match gap {
            Gap::Wide => false,
            Gap::Tight => true,
            _ if !full => true,
            _ if !read.is_number(to) && words > 3 => true,
            Gap::Single(sign) => {
                regular == Some(sign)
                    && read.count(to) == read.count(to - 1)
                    && !(read.is_word(to + 1) && read.follows(to + 1))
                    && !is_glued(read, to + 1)
            }
            Gap::Loose => false,
        };
        if !fits {
            break;
        }
        if let Gap::Single(sign) = gap {
            regular = Some(sign);
        }
        signs.push_str(read.gap(to));
        if code_next && head.len() < 4 {
            head.push_str(&read.leading(to));
        }
        count += read.count(to);
        words += usize::from(!read.is_number(to));
        to += 1;
    }
    let starts = head.starts_with('0') || head.starts_with("84") || plus;
    let amount = !head.starts_with('0') && is_amount(read, at, to, false);
    let list = signs.contains(',') && signs.contains('/');
    let spoken = words == 0 || words >= 6 || words < to - at && count >= 10;
    (starts && count >= LONG && !amount && !list && spoken && !is_hotline(read, at, count))
        .then_some(to)
}

/// The end of a phone number of which a part reads as a month and its year: "03000_1-1900". A date has no more
/// digits beside it than a phone has, and a word of dates stands before it.
fn phone_over_dates(read: &Read<'_>, at: usize, fixed: &[bool]) -> Option<usize> {
    const DATED: [&str; 8] = ["thang", "ngay", "luc", "hoi", "tu", "den", "truoc", "sau"];
    if !read.is_number(at) || at > 0 && DATED.iter().any(|word| read.says(at - 1, word)) {
        return None;
    }
    let joined = |i: usize| {
        read.is_number(i) && read.between(i) != Gap::Wide && !read.gap(i).contains(['/', ':', '\n'])
    };
    let (mut to, mut head, mut count) = (at + 1, read.leading(at), read.count(at));
    loop {
        let wanted = match head.get(..2) {
            Some("84" | "02") => 11,
            Some("03" | "05" | "07" | "08" | "09") => 10,
            Some(_) => return None,
            None => usize::MAX,
        };
        if count >= wanted || !joined(to) {
            let dated = fixed.get(at..to)?.contains(&true);
            return (count == wanted && dated).then_some(to);
        }
        head.push_str(&read.leading(to));
        count += read.count(to);
        to += 1;
    }
}

/// Whether another number is glued to this one by a sign, as in a date.
fn is_glued(read: &Read<'_>, at: usize) -> bool {
    read.is_number(at) && matches!(read.gap(at), "/" | ":")
}

/// Numbers for everybody: 1900 and 1800.
fn is_hotline(read: &Read<'_>, at: usize, count: usize) -> bool {
    let head = read.leading(at);
    (head.starts_with("1800") || head.starts_with("1900")) && (8..=10).contains(&count)
}

/// Whether a word of telephones stands right before: "số" alone is one of many things.
fn is_called(read: &Read<'_>, at: usize) -> bool {
    let mut before = at;
    for _ in 0..REACH {
        if before == 0 {
            return false;
        }
        before -= 1;
        if read.is(before, CALL)
            && !read.says(before, "so")
            && !read.says(before, "may")
            && !read.says(before, "lien")
        {
            return true;
        }
        if !(read.is(before, CALL)
            || read.says(before, "la")
            || read.says(before, "so")
            || read.says(before, "ban"))
        {
            return false;
        }
    }
    false
}

/// Thousands with their dots, or a number with its unit.
fn is_amount(read: &Read<'_>, at: usize, to: usize, calls: bool) -> bool {
    let first = read.count(at);
    let groups = to - at > 1
        && first <= 3
        && (at + 1..to).all(|i| read.count(i) == 3 && read.is_number(i))
        && matches!(read.gap(at + 1), "." | "," | " ")
        && (at + 1..to).all(|i| read.gap(i) == read.gap(at + 1));
    let unit = read.gap(to).len() <= 1 && read.is(to, AMOUNT)
        || read.gap(to).trim_start().starts_with(['%', '$', '₫']);
    let money = read.has_before(at, AMOUNT, 3);
    let starts_zero = read.leading(at).starts_with('0');
    !starts_zero
        && (groups
            && (unit
                || money
                || read.gap(at + 1) == "."
                    && !calls
                    && !plus_before(read, at)
                    && !read.leading(at).starts_with("84"))
            || to - at == 1 && (unit || money))
}

fn plus_before(read: &Read<'_>, at: usize) -> bool {
    read.gap(at).ends_with('+')
}

/// A row of years.
fn is_years(read: &Read<'_>, at: usize, to: usize) -> bool {
    to - at > 1 && (at..to).all(|i| dates::is_year(read, i))
}

/// A latitude or longitude of Vietnam.
fn is_position(read: &Read<'_>, at: usize, to: usize) -> bool {
    to - at == 2
        && read.gap(at + 1) == "."
        && (4..=8).contains(&read.count(at + 1))
        && read
            .number(at)
            .is_some_and(|degree| (8..=24).contains(&degree) || (102..=110).contains(&degree))
}

/// Codes with letters after a word of papers: "hộ chiếu C1234567", "sổ đỏ số BX 123456".
fn codes(read: &Read<'_>, spans: &mut Spans) {
    for at in 0..read.len() {
        let is_code = read.get(at).is_some_and(|token| token.len <= 3)
            && read.is_capital(at)
            && !read.is(at, PAPER)
            && read.is_number(at + 1)
            && matches!(read.between(at + 1), Gap::Tight | Gap::Single(_))
            && read.is_of_paper(at);
        if !is_code {
            continue;
        }
        let mut to = at + 1;
        let mut count = 0;
        while read.is_number(to) && matches!(read.between(to), Gap::Tight | Gap::Single(_))
            || read.get(to).is_some_and(|token| token.len <= 3)
                && read.is_capital(to)
                && read.between(to) == Gap::Tight
        {
            count += if read.is_number(to) {
                read.count(to)
            } else {
                0
            };
            to += 1;
        }
        if count >= SHORT_PAPER {
            spans.hide(read, at, to);
        }
    }
}
