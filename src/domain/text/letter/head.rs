//! What stands before what is said: peeled part by part, in whatever order people write it.

use super::{
    Part,
    vocabulary::{
        ADDRESS, FORWARDING, GREETING, INTRODUCTION, LEAD, MAIL_HEAD, MOTTO, PERSONAL, SAID,
        SUBJECT, TITLE, UNITS, holds, is_addressee,
    },
    written::{Gap, Written},
};

/// A salutation on a line of its own may name this many words of offices.
const LONGEST_SALUTATION: usize = 30;
/// Words of a place's name after "xã", "phường" in a text without capitals.
const PLACE_NAME: usize = 3;
/// Words of a person's name.
const PERSON_NAME: usize = 5;
/// Words before the colon that leads to what is said.
const LONGEST_LEAD: usize = 25;
/// Words of a line of a letterhead.
const LETTERHEAD_LINE: usize = 14;

/// Notes where each part before the body begins; gives the first word of the body.
pub(super) fn peel(text: &Written<'_>, starts: &mut Vec<(usize, Part)>) -> usize {
    let mut at = 0;
    while at < text.len() {
        let before = starts.last().map(|(_, part)| *part);
        let Some((part, end)) = part_at(text, at, before) else {
            break;
        };
        starts.push((at, part));
        at = end;
    }
    at
}

fn part_at(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<(Part, usize)> {
    if let Some(end) = text.any_phrase(at, MOTTO) {
        return Some((Part::Motto, end));
    }
    if let Some(end) = forwarding(text, at, before) {
        return Some((Part::Forwarding, end));
    }
    if let Some(end) = title(text, at, before) {
        return Some((Part::Title, end));
    }
    if let Some(end) = salutation(text, at, before) {
        return Some((Part::Salutation, end));
    }
    if let Some(end) = introduction(text, at, before) {
        return Some((Part::Introduction, end));
    }
    if let Some(end) = lead(text, at, before) {
        return Some((Part::Introduction, end));
    }
    letterhead(text, at).map(|end| (Part::Letterhead, end))
}

/// "Chuyển tiếp:" with a name before the colon or the end of the line; lines of a mail's head after it.
fn forwarding(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<usize> {
    if before == Some(Part::Forwarding) {
        if let Some(end) = text.any_phrase(at, SUBJECT)
            && text.between(end).contains([':', '/'])
        {
            return Some(end);
        }
        let begins_line = text.gap(at) == Gap::Line || text.gap(at) == Gap::Stop;
        if let Some(end) = text.any_phrase(at, MAIL_HEAD)
            && begins_line
            && text.between(end).trim_start().starts_with(':')
        {
            return Some(text.end_of(end - 1, Gap::Line).max(end));
        }
    }
    let end = text.any_phrase(at, FORWARDING)?;
    if text.gap(end) >= Gap::Stop || text.between(end).contains([']', ')', ',', '-']) {
        return Some(end);
    }
    let stop = text.end_of(end, Gap::Stop);
    let has_colon = text.between(stop).contains([':', ']', ')']) || text.gap(stop) == Gap::Line;
    (has_colon && stop - at <= 12 && stop < text.len()).then_some(stop)
}

/// "ĐƠN KIẾN NGHỊ": alone on its line, in capitals, or after other parts of a head.
fn title(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<usize> {
    let end = text.any_phrase(at, TITLE)?;
    let is_set_off = text.gap(end) >= Gap::Comma;
    let in_capitals = !text.shouts && (at..end).all(|word| text.is_capitals(word));
    (is_set_off || in_capitals || before == Some(Part::Motto)).then_some(end)
}

fn salutation(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<usize> {
    let named = text.any_phrase(at, ADDRESS).or_else(|| {
        // "- UBND xã …" under "Kính gửi:", one line each.
        let goes_on = before == Some(Part::Salutation) && text.gap(at) == Gap::Line;
        (goes_on && is_list_sign(text.between(at))).then_some(at)
    })?;
    let stop = text.end_of(at, Gap::Comma).max(named);
    let line = text.end_of(at, Gap::Line);
    // "Kính gửi: …" names offices to the end of its line.
    let is_heading = text.between(named).contains(':') && text.gap(named) != Gap::Line;
    if is_heading {
        let end = addressed(text, named, line);
        if end == line && line - at <= LONGEST_SALUTATION {
            return Some(line);
        }
        return Some(end.max(named));
    }
    let end = addressed(text, named, stop);
    let is_greeting = text.any_phrase(at, GREETING) == Some(named) && named > at;
    let names_somebody = end > named;
    (names_somebody || (is_greeting && text.gap(named) >= Gap::Comma)).then_some(end)
}

fn is_list_sign(between: &str) -> bool {
    let line = between.rsplit('\n').next().unwrap_or_default();
    line.trim()
        .starts_with(['-', '+', '•', '*', '–', '\u{f0b7}'])
}

/// The word after those who are addressed, from `at` and before `stop`.
fn addressed(text: &Written<'_>, at: usize, stop: usize) -> usize {
    let mut end = at;
    let mut named = 0;
    while end < stop {
        let word = text.word(end);
        let after_unit = end > at && holds(UNITS, text.word(end - 1));
        let known = is_addressee(word) && !begins_what_is_said(text, end, stop);
        if known || (end > at && text.is_proper(end)) {
            named = 0;
        } else if (after_unit || named > 0)
            && named < PLACE_NAME
            && !(named == 0 && holds(SAID, word))
            && is_parted_soon(text, end, stop)
        {
            named += 1;
        } else {
            break;
        }
        end += 1;
    }
    if end == stop {
        return end;
    }
    // A name that nothing ended was none, and "có", "cho", "cần" are not the aunt of "cô".
    end -= named;
    while end > at && holds(SAID, text.word(end - 1)) {
        end -= 1;
    }
    end
}

/// A place's name in small letters must end where its stretch ends.
fn is_parted_soon(text: &Written<'_>, at: usize, stop: usize) -> bool {
    let parted = text.end_of(at, Gap::Comma).min(stop);
    parted - at <= PLACE_NAME && text.gap(parted) >= Gap::Comma
}

/// "toi", "nha", "nguoi" address nobody when more words follow that do not.
fn begins_what_is_said(text: &Written<'_>, at: usize, stop: usize) -> bool {
    matches!(
        text.word(at),
        "toi"
            | "nha"
            | "em"
            | "con"
            | "xin"
            | "cho"
            | "de"
            | "nuoc"
            | "thu"
            | "cong"
            | "truong"
            | "cau"
            | "dien"
    ) && (at + 1..stop).any(|next| !is_addressee(text.word(next)) && !text.is_proper(next))
}

/// "Nay tôi viết đơn này kiến nghị việc sau:" after other parts of a head.
fn lead(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<usize> {
    before?;
    text.any_phrase(at, LEAD)?;
    let end = text.end_of(at, Gap::Stop);
    let announces =
        (at..end).any(|word| matches!(text.word(word), "sau" | "dung" | "following" | "nhu"));
    (announces && end - at <= LONGEST_LEAD && text.between(end).trim_start().starts_with(':'))
        .then_some(end)
}

/// "Tôi tên là …, sinh năm …, hiện ở thôn …", stretch by stretch.
fn introduction(text: &Written<'_>, at: usize, before: Option<Part>) -> Option<usize> {
    let introduced = text.any_phrase(at, INTRODUCTION).or_else(|| {
        let short = text
            .phrase(at, "toi la")
            .or_else(|| text.phrase(at, "em la"))?;
        (text.is_proper(short) && text.is_proper(short + 1)).then_some(short)
    });
    let (opening, first) = match introduced {
        Some(end) => (end, true),
        None if before == Some(Part::Introduction) => {
            let is_address = holds(UNITS, text.word(at)) && text.is_proper(at + 1);
            let next = is_address.then_some(at + 1);
            (text.any_phrase(at, PERSONAL).or(next)?, false)
        }
        None => return None,
    };
    let tells_something = text.is_proper(opening)
        || holds(UNITS, text.word(opening))
        || text.word(opening).starts_with(|c: char| c.is_numeric())
        || text.between(opening).contains(':');
    if !first && !tells_something {
        return None;
    }
    let stop = text.end_of(opening.max(at + 1) - 1, Gap::Comma);
    let stop = if stop == opening && text.gap(opening) != Gap::Line {
        text.end_of(opening, Gap::Comma)
    } else {
        stop
    };
    let end = personal(text, opening, stop);
    let is_told = end > opening && (end == stop || !first || text.is_proper(opening));
    is_told.then_some(end)
}

/// The word after a name or an address.
fn personal(text: &Written<'_>, at: usize, stop: usize) -> usize {
    let mut end = at;
    let mut unknown = 0;
    while end < stop {
        let word = text.word(end);
        if let Some(next) = text.any_phrase(end, PERSONAL) {
            (end, unknown) = (next, 0);
            continue;
        }
        if text.is_proper(end) || holds(UNITS, word) || word.starts_with(|c: char| c.is_numeric()) {
            unknown = 0;
        } else if unknown < PERSON_NAME && !text.is_proper(at) {
            unknown += 1;
        } else {
            break;
        }
        end += 1;
    }
    if end < stop { end - unknown } else { end }
}

/// A line of offices in capitals, a number of a paper, a place with a day.
fn letterhead(text: &Written<'_>, at: usize) -> Option<usize> {
    if text.gap(at) != Gap::Line {
        return None;
    }
    let end = text.end_of(at, Gap::Line);
    if end >= text.len() || end - at > LETTERHEAD_LINE {
        return None;
    }
    let has_letters = (at..end).any(|word| text.word(word).len() > 1);
    let in_capitals = !text.shouts && (at..end).all(|word| text.is_capitals(word));
    let is_office = (at..end).any(|word| {
        matches!(
            text.word(word),
            "ubnd"
                | "hdnd"
                | "mttq"
                | "hoi"
                | "doan"
                | "uy"
                | "xa"
                | "phuong"
                | "thon"
                | "xom"
                | "to"
                | "khu"
                | "ap"
                | "tinh"
                | "huyen"
                | "ban"
                | "tp"
                | "truong"
                | "chi"
        )
    });
    let is_number = text.word(at) == "so" && text.between(at + 1).contains(':');
    ((in_capitals && has_letters && is_office) || is_number || is_day_line(text, at, end))
        .then_some(end)
}

/// "Đồng Văn, ngày 12 tháng 11 năm 2026": a place and a day, and nothing else on the line.
pub(super) fn is_day_line(text: &Written<'_>, at: usize, end: usize) -> bool {
    let day = (at..end).find(|word| {
        text.word(*word) == "ngay" || text.word(*word).starts_with(|c: char| c.is_ascii_digit())
    });
    let Some(day) = day else { return false };
    let is_place = (at..day).all(|word| text.is_proper(word) || holds(UNITS, text.word(word)));
    let numbers = (day..end)
        .filter(|word| text.word(*word).bytes().all(|byte| byte.is_ascii_digit()))
        .count();
    let is_day = (day..end).all(|word| {
        let word = text.word(word);
        matches!(word, "ngay" | "thang" | "nam") || word.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_place && is_day && numbers >= 3 && (day - at) <= 6
}
