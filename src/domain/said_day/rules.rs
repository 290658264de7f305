//! How days are written. Each rule looks at the tokens from one place on and says which days they are, and how many
//! tokens it took.

use jiff::civil::Date;

use super::{
    periods::{self, Part, Period},
    relative,
    tokens::Token,
};

/// What a rule gives: the days, and how many tokens speak of them.
pub(super) type Found = Option<(Period, usize)>;

/// Words after which a pair of numbers is a street, a house or a school.
const PLACES: &[&str] = &[
    "duong", "pho", "ngo", "ngach", "hem", "truong", "cau", "san", "khu", "to", "kenh", "thua",
    "lo", "nha", "so", "xom", "kiet", "ho", "ap", "thon", "tdp", "km", "tram", "vien",
];
/// Words before which a pair of numbers is a fraction.
const COUNTED: &[&str] = &[
    "so", "ho", "dien", "chieu", "khoi", "tuyen", "doan", "bong", "diem", "thon", "xa", "phuong",
    "to", "nguoi", "cu", "dai", "y", "kien", "cong", "km", "m", "ha", "phan", "thanh", "hang",
    "thiet", "cay", "kenh", "gia",
];
/// Words in front of a day that say that it is one.
const LEADS: &[&str] = &[
    "ngay", "truoc", "den", "toi", "hoi", "tu", "sang", "chieu", "het", "vao", "xong", "han",
    "muon", "nhat",
];

/// The days that begin at token `at`, if any do.
pub(super) fn at(tokens: &[Token], at: usize, today: Date) -> Found {
    let rest = tokens.get(at..)?;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    numeric(rest, before, today)
        .or_else(|| day_in_words(rest, before, today))
        .or_else(|| named_period(rest, before, today))
        .or_else(|| feast(rest, today))
        .or_else(|| relative::at(rest, before, today))
}

pub(super) fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.folded.as_str())
}

pub(super) fn number(tokens: &[Token], at: usize) -> Option<i16> {
    tokens.get(at)?.number
}

fn is_separator(tokens: &[Token], at: usize) -> Option<&str> {
    let token = tokens.get(at)?;
    let sign = token.folded.as_str();
    (matches!(sign, "/" | "-" | ".") && token.lower != ". ").then_some(sign)
}

/// 30/4/2027, 30-4-27, 2027-04-30, 12/2027, 30/4.
fn numeric(tokens: &[Token], before: Option<&Token>, today: Date) -> Found {
    let first = tokens.first()?;
    let one = first.number?;
    let separator = is_separator(tokens, 1)?;
    let two = number(tokens, 2)?;
    if before.is_some_and(|before| first.is_glued && is_joint(before)) {
        return None;
    }
    let three = (is_separator(tokens, 3) == Some(separator))
        .then(|| number(tokens, 4))
        .flatten();
    let glued_on = |at: usize| {
        let slash = tokens
            .get(at)
            .filter(|token| token.is_glued && token.folded == "/");
        slash.is_some() && tokens.get(at + 1).is_some_and(|token| token.is_glued)
    };
    match (first.digits, three) {
        (4, Some(three)) if !glued_on(5) => Some((Period::day(periods::date(one, two, three)?), 5)),
        (1 | 2, Some(year)) if !glued_on(5) && !lunar(tokens, 5) => {
            let day = periods::of_year(one, two, Some(year), today)?;
            Some((Period::day(day), 5))
        }
        (1 | 2, None) if tokens.get(2)?.digits == 4 => {
            let is_month =
                separator == "/" || before.is_some_and(|before| before.folded == "thang");
            let is_place = before.is_some_and(|before| before.is_any(PLACES));
            (is_month && !glued_on(3) && !is_place)
                .then(|| periods::month(one, Some(two), part_of(before, None), today))
                .flatten()
                .map(|period| (period, 3))
        }
        (1 | 2, None) if tokens.get(2)?.digits <= 2 && !glued_on(3) && !lunar(tokens, 3) => {
            let is_led = before.is_some_and(|before| before.is_any(LEADS));
            let is_place = before.is_some_and(|before| before.is_any(PLACES));
            let is_fraction =
                tokens.get(3).is_some_and(|next| next.is_any(COUNTED)) || word(tokens, 3) == "%";
            let is_day = is_led || (separator == "/" && !is_place && !is_fraction);
            let is_always = (one, two) == (24, 7) && !is_led;
            let is_span = separator != "/" && relative::is_unit(word(tokens, 3));
            (is_day && !is_span && !is_always)
                .then(|| periods::of_year(one, two, None, today))
                .flatten()
                .map(|day| (Period::day(day), 3))
        }
        _ => None,
    }
}

/// A sign that makes what follows a part of something longer: a number's decimal, a code.
fn is_joint(token: &Token) -> bool {
    token.is_any(&["/", ".", ","]) || token.is_word()
}

/// "15/8 âm lịch", "tháng 7 âm": no day that could be named without a lunar calendar.
fn lunar(tokens: &[Token], at: usize) -> bool {
    word(tokens, at) == "am"
}

/// "năm 2027", "/2027", "năm nay", "năm sau" after a month, a quarter, a day.
fn year_after(tokens: &[Token], at: usize, today: Date) -> Option<(i16, usize)> {
    let this = today.year();
    match word(tokens, at) {
        "nam" => match word(tokens, at + 1) {
            "nay" => Some((this, 2)),
            "sau" | "toi" => Some((this + 1, 2)),
            _ => Some((number(tokens, at + 1).filter(|year| *year > 1900)?, 2)),
        },
        "/" | "-" | "." => {
            let year = number(tokens, at + 1)?;
            let is_year = tokens.get(at + 1)?.digits == 4 && tokens.get(at + 1)?.is_glued;
            is_year.then_some((year, 2))
        }
        _ => None,
    }
}

/// "ngày 30 tháng 4 năm 2027", "30 tháng 4", "ngày 15 tháng này", "ngày 15".
fn day_in_words(tokens: &[Token], before: Option<&Token>, today: Date) -> Found {
    let is_led = word(tokens, 0) == "ngay";
    let from = usize::from(is_led);
    let day = number(tokens, from).filter(|day| (1..=31).contains(day))?;
    if word(tokens, from + 1) == "thang" {
        let after = word(tokens, from + 2);
        let this_month = |months| {
            let month = periods::month_from_now(months, Part::Whole, today)?;
            periods::date(month.first.year(), i16::from(month.first.month()), day)
        };
        if is_led && matches!(after, "nay" | "sau" | "toi") {
            let day = this_month(i32::from(after != "nay"))?;
            return Some((Period::day(day), from + 3));
        }
        let month = number(tokens, from + 2)?;
        if lunar(tokens, from + 3)
            || (!is_led && before.is_some_and(|before| before.is_any(PLACES)))
        {
            return None;
        }
        let (year, more) = match year_after(tokens, from + 3, today) {
            Some((year, more)) => (Some(year), more),
            None => (None, 0),
        };
        let day = periods::of_year(day, month, year, today)?;
        return Some((Period::day(day), from + 3 + more));
    }
    let is_alone = is_led
        && tokens
            .get(from + 1)
            .is_none_or(|next| next.is_any(&[",", ".", ";", ")", "\n", "toi", "nay"]))
        && is_separator(tokens, from + 1).is_none_or(|_| {
            tokens
                .get(from + 2)
                .is_none_or(|next| next.number.is_none())
        });
    if !is_alone {
        return None;
    }
    let this = today.first_of_month();
    let of = |month: Date| periods::date(month.year(), i16::from(month.month()), day);
    let next = of(this)
        .filter(|day| *day >= today)
        .or_else(|| of(this.last_of_month().tomorrow().ok()?))?;
    Some((Period::day(next), from + 1))
}

/// Which part of what follows is meant: đầu, giữa, cuối in front of it.
fn part_of(before: Option<&Token>, own: Option<&str>) -> Part {
    let before = before.map_or("", |before| before.folded.as_str());
    match own.unwrap_or(before) {
        "dau" => Part::Beginning,
        "giua" => Part::Middle,
        "cuoi" => Part::End,
        _ => Part::Whole,
    }
}

/// "thượng tuần", "trung tuần", "hạ tuần" in front of a month.
fn third(tokens: &[Token]) -> Option<Part> {
    match (word(tokens, 0), word(tokens, 1)) {
        ("thuong", "tuan") => Some(Part::Beginning),
        ("trung", "tuan") => Some(Part::Middle),
        ("ha", "tuan") => Some(Part::End),
        _ => None,
    }
}

/// A month, a quarter, a year, a half of a year, or a part of one.
fn named_period(tokens: &[Token], before: Option<&Token>, today: Date) -> Found {
    if let Some(part) = third(tokens) {
        return month(tokens.get(2..)?, part, None, today)
            .map(|(period, count)| (period, count + 2));
    }
    let (part, from) = match word(tokens, 0) {
        "dau" | "giua" | "cuoi" => (part_of(tokens.first(), None), 1),
        _ => (Part::Whole, 0),
    };
    let rest = tokens.get(from..)?;
    let before = if from == 1 { tokens.first() } else { before };
    let found = match word(rest, 0) {
        "thang" => month(rest, part, before, today),
        "quy" => quarter(rest, part, today),
        "nam" => year(rest, part, today),
        "tuan" => relative::week(rest, part, today),
        _ => half_year(tokens, today).filter(|_| from == 0),
    };
    found.map(|(period, count)| (period, count + from))
}

fn month(tokens: &[Token], part: Part, before: Option<&Token>, today: Date) -> Found {
    if word(tokens, 0) != "thang" || before.is_some_and(|before| before.number.is_some()) {
        return None;
    }
    let from_now = |months| Some((periods::month_from_now(months, part, today)?, 2));
    match word(tokens, 1) {
        "nay" => return from_now(0),
        "sau" | "toi" => return from_now(1),
        _ => {}
    }
    let Some(first) = number(tokens, 1).filter(|month| (1..=12).contains(month)) else {
        // "cuối tháng" alone is the end of this one.
        let is_bare = part == Part::End && relative::ends(tokens, 1);
        return is_bare
            .then(|| periods::month_from_now(0, part, today))
            .flatten()
            .map(|period| (period, 1));
    };
    let (last, more) = later_of_several(tokens, 2, first, "thang", number);
    if lunar(tokens, 2 + more) {
        return None;
    }
    let (year, more_still) = match year_after(tokens, 2 + more, today) {
        Some((year, count)) => (Some(year), count),
        None => (None, 0),
    };
    let period = periods::month(last, year, part, today)?;
    let period = if more > 0 { period.bounded() } else { period };
    Some((period, 2 + more + more_still))
}

/// "tháng 3-4", "quý I và quý II": the later one counts.
fn later_of_several(
    tokens: &[Token],
    at: usize,
    first: i16,
    unit: &str,
    read: impl Fn(&[Token], usize) -> Option<i16>,
) -> (i16, usize) {
    let joins = tokens
        .get(at)
        .is_some_and(|token| token.is_any(&["-", "va", "den", "hoac", ","]));
    let skips_unit = usize::from(word(tokens, at + 1) == unit);
    let later = joins
        .then(|| read(tokens, at + 1 + skips_unit))
        .flatten()
        .filter(|later| *later > first && *later <= 12)
        .filter(|_| word(tokens, at) != "," || skips_unit == 1 || unit == "quy");
    match later {
        Some(later) => (later, 2 + skips_unit),
        None => (first, 0),
    }
}

fn quarter_number(tokens: &[Token], at: usize) -> Option<i16> {
    match word(tokens, at) {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    }
}

fn quarter(tokens: &[Token], part: Part, today: Date) -> Found {
    if !matches!(tokens.first()?.lower.as_str(), "quý" | "quy" | "qúy") {
        return None;
    }
    let this = (i16::from(today.month()) + 2) / 3;
    let relative = match word(tokens, 1) {
        "nay" => Some((this, today.year())),
        "sau" | "toi" if this == 4 => Some((1, today.year() + 1)),
        "sau" | "toi" => Some((this + 1, today.year())),
        _ => None,
    };
    if let Some((number, year)) = relative {
        return Some((periods::quarter(number, Some(year), part, today)?, 2));
    }
    let first = quarter_number(tokens, 1)?;
    let (last, more) = later_of_several(tokens, 2, first, "quy", quarter_number);
    let (year, count) = match year_after(tokens, 2 + more, today) {
        Some((year, count)) => (Some(year), count),
        None => (None, 0),
    };
    Some((periods::quarter(last, year, part, today)?, 2 + more + count))
}

fn year(tokens: &[Token], part: Part, today: Date) -> Found {
    if !matches!(tokens.first()?.lower.as_str(), "năm" | "nam") {
        return None;
    }
    let this = today.year();
    let (year, count) = match word(tokens, 1) {
        "nay" => (this, 2),
        "sau" | "toi" => (this + 1, 2),
        _ => match number(tokens, 1).filter(|year| (1900..=2200).contains(year)) {
            Some(year) => (year, 2),
            None if part == Part::End && relative::ends(tokens, 1) => (this, 1),
            None if part == Part::Beginning && relative::ends(tokens, 1) => (this + 1, 1),
            None => return None,
        },
    };
    Some((periods::year(year, part, today)?, count))
}

/// "6 tháng đầu năm 2027", "6 tháng cuối năm".
fn half_year(tokens: &[Token], today: Date) -> Found {
    let months = number(tokens, 0).filter(|months| [3, 6, 9].contains(months))?;
    if word(tokens, 1) != "thang" || word(tokens, 3) != "nam" {
        return None;
    }
    let (year, count) = match year_after(tokens, 3, today) {
        Some((year, count)) => (year, 3 + count),
        None => (today.year(), 4),
    };
    let of = |first: i16, last: i16| {
        let first = periods::month(first, Some(year), Part::Whole, today)?.first;
        let last = periods::month(last, Some(year), Part::Whole, today)?.last;
        Some(Period::whole(first, last))
    };
    match word(tokens, 2) {
        "dau" => Some((of(1, months)?, count)),
        "cuoi" => Some((of(13 - months, 12)?, count)),
        _ => None,
    }
}

/// Tết, New Year, the first day of school.
fn feast(tokens: &[Token], today: Date) -> Found {
    if word(tokens, 0) == "khai" && word(tokens, 1) == "giang" {
        return Some((periods::feast(5, 9, None, today)?, 2));
    }
    if (word(tokens, 0), word(tokens, 1), word(tokens, 2)) == ("nam", "hoc", "moi") {
        return Some((periods::feast(5, 9, None, today)?, 3));
    }
    if !matches!(tokens.first()?.lower.as_str(), "tết" | "tet") {
        return None;
    }
    if (word(tokens, 1), word(tokens, 2)) == ("duong", "lich") {
        return Some((periods::feast(1, 1, None, today)?, 3));
    }
    let named = match (word(tokens, 1), word(tokens, 2)) {
        ("nguyen", "dan") | ("am", "lich") | ("co", "truyen") => 3,
        _ => 1,
    };
    let (year, count) = match number(tokens, named).filter(|year| *year > 1900) {
        Some(year) => (Some(year), 1),
        None => {
            year_after(tokens, named, today).map_or((None, 0), |(year, count)| (Some(year), count))
        }
    };
    Some((periods::lunar_new_year(year, today)?, named + count))
}
