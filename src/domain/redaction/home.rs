//! House numbers: the author's always, others' where anybody may read. "Ngõ 5", where the pothole is, stays on a card.

use super::{
    Level, Spans,
    belongings::numbers_end,
    lexicon::{NEAR, OFFICE, PLACE, PRONOUN, RARE_SURNAME, SURNAME, TITLE, WAY, WEAK_TITLE},
    words::Read,
};

/// So many words may stand between "nhà" and its "số".
const OWNER: usize = 6;
/// So many words after "tôi ở" are an address.
const ADDRESS: usize = 14;

/// Finds them.
pub(super) fn find(read: &Read<'_>, level: Level, spans: &mut Spans) {
    for at in 0..read.len() {
        if let Some(house) = house(read, at)
            && (level == Level::Public || !is_way(read, &house))
        {
            spans.hide(read, house.number, house.end);
        }
        if level == Level::Public && lives(read, at) {
            alleys(read, at + 1, spans);
        }
    }
}

/// A house number: where the words for it begin, the number, what is after it.
struct House {
    from: usize,
    number: usize,
    end: usize,
}

fn house(read: &Read<'_>, at: usize) -> Option<House> {
    let (from, number) = by_words(read, at)
        .or_else(|| by_way(read, at))
        .or_else(|| by_address(read, at))?;
    if !read.is_number(number) {
        return None;
    }
    Some(House {
        from,
        number,
        end: numbers_end(read, number),
    })
}

/// "Số nhà 12", "SN 12", "nhà số 12", "nhà ông […] số 12", "căn hộ 1203", "phòng 502 chung cư".
fn by_words(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    if read.phrase(at, &["so", "nha"]) {
        let number = if read.says(at + 2, "so") {
            at + 3
        } else {
            at + 2
        };
        return read.is_announced(number).then_some((at, number));
    }
    if read.says(at, "sn") && read.is_announced(at + 1) {
        let year = read
            .number(at + 1)
            .is_some_and(|year| (1900..=2100).contains(&year));
        return (!year).then_some((at, at + 1));
    }
    if read.phrase(at, &["can", "ho"]) {
        let number = if read.says(at + 2, "so") {
            at + 3
        } else {
            at + 2
        };
        let number = number
            + usize::from(
                read.is_word(number) && read.get(number).is_some_and(|word| word.len == 1),
            );
        return read.is_number(number).then_some((at, number));
    }
    if (read.says(at, "phong") || read.says(at, "p"))
        && read.is_number(at + 1)
        && matches!(read.gap(at + 1), " " | "." | "" | " số ")
    {
        let near = at.saturating_sub(4)..at + 5;
        let flats = ["chung", "toa", "ktx", "cu"];
        return near
            .into_iter()
            .any(|near| flats.iter().any(|word| read.says(near, word)))
            .then_some((at, at + 1));
    }
    if !read.says(at, "nha") || is_other_house(read, at + 1) {
        return None;
    }
    let mut next = at + 1;
    while next <= at + OWNER
        && read.is_word(next)
        && !read.says(next, "so")
        && (read.follows(next) || read.is_announced(next))
    {
        let owner = read.is(next, PRONOUN | TITLE | WEAK_TITLE | SURNAME | RARE_SURNAME)
            || read.is_capital(next)
            || ["o", "e", "rieng", "dan", "chung", "minh"]
                .iter()
                .any(|word| read.says(next, word));
        if !owner {
            return None;
        }
        next += 1;
    }
    if read.says(next, "so") && read.is_announced(next) && read.is_announced(next + 1) {
        return Some((at, next + 1));
    }
    // "nhà tôi 12/5 đường …", "nhà em ở 45 …".
    let numbered = next > at + 1 && read.is_number(next) && read.is_announced(next) && {
        let end = numbers_end(read, next);
        read.gap(next + 1) == "/" || read.is(end, WAY) && read.follows(end)
    };
    numbered.then_some((at, next))
}

/// "Nhà văn hóa", "nhà máy": no homes.
fn is_other_house(read: &Read<'_>, at: usize) -> bool {
    [
        "van", "may", "tre", "tho", "nuoc", "truong", "ve", "ga", "xe", "thuoc", "hang", "nghi",
        "tang", "xuong", "kho", "thau", "sinh", "hat", "sach",
    ]
    .iter()
    .any(|word| read.says(at, word))
}

/// "Số 12 ngõ 5", "số 12 Nguyễn Trãi": a number of a house because a way follows.
fn by_way(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    let number = at + 1;
    if !read.says(at, "so") || !read.is_number(number) || !read.is_announced(number) {
        return None;
    }
    let before = at.checked_sub(1).filter(|_| read.follows(at));
    let free = before.is_none_or(|before| {
        read.is(before, NEAR)
            || ["o", "tai", "tru", "ngu", "chi", "ve", "nha", "la", "voi"]
                .iter()
                .any(|word| read.says(before, word))
    });
    let end = numbers_end(read, number);
    let way = read.follows(end)
        && (["ngo", "ngach", "hem", "kiet", "duong", "pho"]
            .iter()
            .any(|word| read.says(end, word))
            || read.is_capital(end) && read.is(end, SURNAME | RARE_SURNAME | TITLE))
        || read.gap(end).trim() == ","
            && ["ngo", "ngach", "hem", "kiet", "duong", "pho"]
                .iter()
                .any(|word| read.says(end, word));
    // "địa chỉ: số 45".
    let lives = at.checked_sub(1).filter(|_| read.is_announced(at));
    let lives = lives.is_some_and(|before| {
        ["tru", "ngu"].iter().any(|word| read.says(before, word)) || is_residence(read, before)
    });
    (free && (way || lives)).then_some((at, number))
}

/// "Địa chỉ: 45 Trần Phú", "tôi ở 12/5 Lê Lợi".
fn by_address(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    let number = at + 1;
    if !is_residence(read, at) || !read.is_number(number) || !read.is_announced(number) {
        return None;
    }
    let end = numbers_end(read, number);
    let street = read.follows(end)
        && (read.is_capital(end) && !read.is(end, OFFICE)
            || ["ngo", "ngach", "hem", "kiet", "duong", "pho"]
                .iter()
                .any(|word| read.says(end, word)));
    (street || read.gap(number + 1) == "/" && read.is_number(number + 1)).then_some((at, number))
}

/// Whether the word says where somebody lives: "địa chỉ", "trú tại", "tôi ở", "nhà em ở".
fn is_residence(read: &Read<'_>, at: usize) -> bool {
    let before = |words: &[&str]| at > 0 && words.iter().any(|word| read.says(at - 1, word));
    read.says(at, "chi") && before(&["dia"])
        || read.says(at, "tai") && before(&["tru", "ngu", "song", "o", "khau"])
        || read.says(at, "tru") && before(&["thuong", "tam", "cu", "dang"])
        || read.says(at, "khau") && before(&["ho"])
        || (read.says(at, "o") || read.says(at, "tai"))
            && at > 0
            && (read.is(at - 1, PRONOUN) || before(&["nha", "dang", "hien", "song"]))
}

/// Whether a house number tells the way ("đối diện số nhà 12") and not where the author lives.
fn is_way(read: &Read<'_>, house: &House) -> bool {
    let own = (house.from..house.number).any(|at| read.is(at, PRONOUN))
        || read.says(house.end, "cua") && read.is(house.end + 1, PRONOUN);
    let mut near = false;
    let mut at = house.from;
    for _ in 0..3 {
        if at == 0 || !read.follows(at) {
            break;
        }
        at -= 1;
        near |= read.is(at, NEAR);
        if read.is(at, PRONOUN) || is_residence(read, at) {
            return false;
        }
    }
    near && !own
}

/// Whether an address of the author begins behind this word.
fn lives(read: &Read<'_>, at: usize) -> bool {
    is_residence(read, at)
        || read.says(at, "nha") && read.is(at + 1, PRONOUN) && !read.is_before(at, NEAR)
}

/// Hides the numbers of alleys of an address: who lives there is found by them.
fn alleys(read: &Read<'_>, from: usize, spans: &mut Spans) {
    for at in from..(from + ADDRESS).min(read.len()) {
        let gap = read.gap(at);
        let way = ["ngo", "ngach", "hem", "kiet"]
            .iter()
            .any(|word| read.says(at, word));
        if gap.contains(['.', ';', '\n', '!', '?', '…'])
            || gap.contains(',') && !read.is(at, WAY | PLACE)
        {
            return;
        }
        let number = if read.says(at + 1, "so") {
            at + 2
        } else {
            at + 1
        };
        if way && read.is_number(number) && read.follows(number) {
            spans.hide(read, number, numbers_end(read, number));
        }
    }
}
