//! Days counted from today: "sau 10 ngày", "2 tuần nữa", "15 ngày làm việc", "tuần sau", "thứ Sáu tuần này", "ngày mai".

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use super::{
    periods::{self, Part, Period},
    rules::{Found, number, word},
    tokens::Token,
};

/// Words in front of a stretch of time that say that it runs from now on.
const LEADS: &[&str] = &[
    "sau", "trong", "vong", "them", "nhat", "da", "khoang", "cham", "toi",
];
/// Words behind it that say so.
const TRAILS: &[&str] = &["nua", "toi", "sau"];
/// Words behind it that say that it lies behind us, or that it is counted from something else.
const ELSEWHERE: &[&str] = &[
    "qua", "vua", "gan", "truoc", "mua", "lu", "bao", "ngap", "su", "moi", "mot", "lien",
];
/// More days, weeks, months than anybody promises from today on.
const MOST: i16 = 400;

/// Whether nothing more is said about the word before: the clause ends, or goes on with something else.
pub(super) fn ends(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        !token.is_word()
            || token.is_any(&[
                "se", "la", "phuong", "xa", "ubnd", "thi", "va", "nha", "nhe", "xong", "thang",
            ])
    })
}

/// Whether a word is a unit of time.
pub(super) fn is_unit(word: &str) -> bool {
    matches!(word, "ngay" | "tuan" | "thang" | "nam" | "hom" | "quy")
}

/// The days that begin here.
pub(super) fn at(tokens: &[Token], before: Option<&Token>, today: Date) -> Found {
    span(tokens, before, today)
        .or_else(|| weekday(tokens, today))
        .or_else(|| soon(tokens, today))
}

/// A number in digits or in words; "3-5" and "3 đến 5" are 5.
fn count(tokens: &[Token]) -> Option<(i16, usize)> {
    if let Some(first) = number(tokens, 0) {
        let joins = tokens
            .get(1)
            .is_some_and(|token| token.is_any(&["-", "den", "hoac", ","]));
        let later = joins
            .then(|| number(tokens, 2))
            .flatten()
            .filter(|later| *later > first);
        return Some(later.map_or((first, 1), |later| (later, 3)));
    }
    let digit = |at: usize| {
        Some(match tokens.get(at)?.lower.as_str() {
            "một" | "mot" | "mốt" => 1,
            "hai" => 2,
            "ba" => 3,
            "bốn" | "bon" | "tư" => 4,
            "năm" | "lăm" | "lam" => 5,
            "sáu" => 6,
            "bảy" | "bẩy" => 7,
            "tám" => 8,
            "chín" | "chin" => 9,
            _ => return None,
        })
    };
    let is_ten = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| matches!(token.lower.as_str(), "mười" | "muoi"))
    };
    let is_tens = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| matches!(token.lower.as_str(), "mươi" | "muoi"))
    };
    if is_ten(0) {
        return Some(digit(1).map_or((10, 1), |ones| (10 + ones, 2)));
    }
    let first = digit(0)?;
    if is_tens(1) {
        return Some(digit(2).map_or((10 * first, 2), |ones| (10 * first + ones, 3)));
    }
    Some((first, 1))
}

/// "(trong, sau) 10 ngày (nữa, tới)", "15 ngày làm việc", "nửa tháng".
fn span(tokens: &[Token], before: Option<&Token>, today: Date) -> Found {
    let is_half = tokens
        .first()
        .is_some_and(|token| matches!(token.lower.as_str(), "nửa" | "nua"));
    let (amount, taken) = if is_half { (1, 1) } else { count(tokens)? };
    let unit = word(tokens, taken);
    if !is_unit(unit) || !(1..=MOST).contains(&amount) {
        return None;
    }
    let works =
        unit == "ngay" && (word(tokens, taken + 1), word(tokens, taken + 2)) == ("lam", "viec");
    let end = taken + 1 + if works { 2 } else { 0 };
    let trails = tokens.get(end).is_some_and(|token| token.is_any(TRAILS));
    let leads = before.is_some_and(|before| before.is_any(LEADS) || before.folded == "+");
    let after = end + usize::from(trails);
    let is_elsewhere = tokens
        .get(after)
        .is_some_and(|token| token.is_any(ELSEWHERE))
        && !(word(tokens, after) == "mot" && trails);
    if !(leads || trails) || is_elsewhere || counts_from_elsewhere(tokens, after) {
        return None;
    }
    let day = if works {
        after_working_days(amount, today)?
    } else if is_half {
        let days: i32 = match unit {
            "thang" => 15,
            "nam" => 182,
            _ => return None,
        };
        today.checked_add(days.days()).ok()?
    } else {
        let amount = i32::from(amount);
        let span = match unit {
            "ngay" | "hom" => amount.days(),
            "tuan" => amount.weeks(),
            "thang" => amount.months(),
            "quy" => (3 * amount).months(),
            _ if amount > 30 => return None,
            _ => amount.years(),
        };
        today.checked_add(span).ok()?
    };
    Some((Period::day(day).bounded(), after))
}

/// "kể từ ngày khởi công": nobody knows when that is. "Kể từ hôm nay" is today.
fn counts_from_elsewhere(tokens: &[Token], at: usize) -> bool {
    let is_from = matches!(
        (word(tokens, at), word(tokens, at + 1)),
        ("ke" | "tinh", "tu")
    );
    let now = matches!(
        (word(tokens, at + 2), word(tokens, at + 3)),
        ("nay" | "hom", _) | ("ngay", "nay" | "hom") | ("bay", "gio")
    );
    is_from && !now
}

/// Monday to Friday; which days are off is the council's business, and such a promise is checked by people.
fn after_working_days(days: i16, today: Date) -> Option<Date> {
    let mut day = today;
    let mut left = days;
    while left > 0 {
        day = day.tomorrow().ok()?;
        left -= i16::from(!matches!(
            day.weekday(),
            Weekday::Saturday | Weekday::Sunday
        ));
    }
    Some(day)
}

/// "tuần này", "đầu tuần sau", "cuối tuần".
pub(super) fn week(tokens: &[Token], part: Part, today: Date) -> Found {
    match word(tokens, 1) {
        "nay" => Some((periods::week(0, part, today)?, 2)),
        "sau" | "toi" => Some((periods::week(1, part, today)?, 2)),
        _ if part == Part::End && ends(tokens, 1) => Some((periods::week(0, part, today)?, 1)),
        _ => None,
    }
}

/// "thứ Sáu tuần này", "thứ 6 tới", "Chủ nhật tuần sau".
fn weekday(tokens: &[Token], today: Date) -> Found {
    let day = match (word(tokens, 0), word(tokens, 1)) {
        ("thu", "hai" | "2") => Weekday::Monday,
        ("thu", "ba" | "3") => Weekday::Tuesday,
        ("thu", "tu" | "4") => Weekday::Wednesday,
        ("thu", "nam" | "5") => Weekday::Thursday,
        ("thu", "sau" | "6") => Weekday::Friday,
        ("thu", "bay" | "7") => Weekday::Saturday,
        ("chu", "nhat") => Weekday::Sunday,
        _ => return None,
    };
    let has_week = usize::from(word(tokens, 2) == "tuan");
    let weeks = match word(tokens, 2 + has_week) {
        "nay" => 0,
        "sau" => 1,
        "toi" if has_week == 1 => 1,
        // "thứ Sáu tới" is the next one.
        "toi" => i32::from(periods::weekday(day, 0, today)?.first <= today),
        _ => return None,
    };
    Some((periods::weekday(day, weeks, today)?, 3 + has_week))
}

/// "ngày mai", "chiều mai", "hôm nay", "ngày kia".
fn soon(tokens: &[Token], today: Date) -> Found {
    let days: i32 = match (word(tokens, 0), word(tokens, 1)) {
        ("ngay" | "sang" | "chieu" | "toi", "mai") => 1,
        ("ngay", "kia") => 2,
        ("ngay", "mot") if tokens.get(1)?.lower == "mốt" => 2,
        ("hom" | "chieu" | "sang" | "toi", "nay") => 0,
        _ => return None,
    };
    Some((Period::day(today.checked_add(days.days()).ok()?), 2))
}
