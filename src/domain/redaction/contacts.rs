//! Ways to reach a person that are no numbers: e-mail, profiles, accounts in chat apps.

use super::{
    Spans,
    lexicon::{GIVEN, RARE_SURNAME, SURNAME},
    words::Read,
};

/// Where profiles of people are; what stands behind is one.
const PROFILES: [&str; 12] = [
    "t.me/",
    "telegram.me/",
    "telegram.dog/",
    "zalo.me/",
    "facebook.com/",
    "fb.com/",
    "fb.me/",
    "m.me/",
    "wa.me/",
    "tiktok.com/",
    "instagram.com/",
    "tg://",
];
/// Who keeps mailboxes: known where the dot is left out, too.
const MAILERS: [&str; 6] = ["gmail", "yahoo", "hotmail", "outlook", "icloud", "email"];
/// A Telegram name has at least so many signs.
const HANDLE: usize = 4;

/// Finds them.
pub(super) fn find(read: &Read<'_>, spans: &mut Spans) {
    for at in 1..read.len() {
        if let Some(domain) = after_at(read, at) {
            address(read, at, domain, spans);
        }
    }
    if read.text.contains('@') {
        handles(read, spans);
    }
    if read.text.contains('/') {
        profiles(read.text, spans);
    }
    for at in 0..read.len() {
        if let Some((from, to)) = account(read, at) {
            spans.hide(read, from, to);
        }
    }
}

/// If the sign between a mailbox and its domain stands before the token `at` or is that token: where the domain begins.
fn after_at(read: &Read<'_>, at: usize) -> Option<usize> {
    let gap = read.gap(at);
    if gap.trim() == "@" || gap.trim() == "＠" {
        return Some(at);
    }
    // "a còng", "(at)", "[a móc]".
    if read.says(at, "a")
        && read.follows(at + 1)
        && ["cong", "moc", "vong"]
            .iter()
            .any(|word| read.says(at + 1, word))
    {
        return Some(at + 2);
    }
    let bracketed =
        gap.ends_with(['(', '[', '{', '<']) && read.gap(at + 1).starts_with([')', ']', '}', '>']);
    let provider = MAILERS.iter().any(|mailer| read.says(at + 1, mailer))
        && read.follows(at)
        && read.follows(at + 1);
    let at_word = read.says(at, "at") && (bracketed || provider) || read.says(at, "acong");
    at_word.then_some(at + 1)
}

/// Hides the mailbox before and the domain after.
fn address(read: &Read<'_>, sign: usize, domain: usize, spans: &mut Spans) {
    let sign_is_word = domain > sign;
    if sign == 0 || domain >= read.len() {
        return;
    }
    let mut from = sign - 1;
    while from > 0 {
        let gap = read.gap(from);
        let glued = gap.len() <= 2
            && gap
                .chars()
                .all(|c| matches!(c, '.' | '_' | '-' | '+' | '%'));
        // "lan chấm nguyễn a còng …".
        if glued {
            from -= 1;
        } else if is_dot(read, from - 1) && from >= 2 {
            from -= 2;
        } else {
            break;
        }
    }
    let mut to = domain + 1;
    let mut dots = 0;
    while to < read.len() {
        let gap = read.gap(to);
        if matches!(
            gap,
            "." | "-" | " ." | " . " | "_" | "" | "(.)" | "[.]" | " (.) " | " [.] "
        ) || gap == ". " && is_ending(read, to)
        {
            dots += usize::from(gap.contains('.'));
            to += 1;
        } else if is_dot(read, to) && to + 1 < read.len() {
            dots += 1;
            to += 2;
        } else {
            break;
        }
    }
    let known = MAILERS.iter().any(|mailer| read.says(domain, mailer));
    let tight = read.gap(sign) == "@" && read.is_word(domain);
    if dots > 0 || known || sign_is_word || tight {
        spans.hide(read, from, to);
    }
}

fn is_dot(read: &Read<'_>, at: usize) -> bool {
    ["cham", "dot"].iter().any(|word| read.says(at, word))
}

fn is_ending(read: &Read<'_>, at: usize) -> bool {
    ["com", "vn", "net", "org"]
        .iter()
        .any(|word| read.says(at, word))
}

/// Names of accounts behind a sign: `@lan_nguyen`.
fn handles(read: &Read<'_>, spans: &mut Spans) {
    for at in 0..read.len() {
        let gap = read.gap(at);
        if !gap.ends_with('@') || gap.len() == 1 && at > 0 {
            continue;
        }
        let mut to = at + 1;
        while to < read.len() && matches!(read.gap(to), "" | "_" | "__") {
            to += 1;
        }
        let signs = spans_len(read, at, to);
        if signs >= HANDLE {
            spans.hide_from(read, at, to, 1);
        }
    }
}

fn spans_len(read: &Read<'_>, from: usize, to: usize) -> usize {
    match (
        read.get(from),
        to.checked_sub(1).and_then(|last| read.get(last)),
    ) {
        (Some(first), Some(last)) => last.end.saturating_sub(first.start),
        _ => 0,
    }
}

/// Addresses of profiles, from the first sign of the address to the next space.
fn profiles(text: &str, spans: &mut Spans) {
    let mut from = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += chunk.len();
        let lower = chunk.to_ascii_lowercase();
        let Some(host) = PROFILES.iter().filter_map(|host| lower.find(host)).min() else {
            continue;
        };
        let begin = lower.get(..host).map_or(0, |before| {
            before
                .rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | ':' | '-')))
                .map_or(0, |at| {
                    at + before[at..].chars().next().map_or(1, char::len_utf8)
                })
        });
        let end = chunk
            .trim_end()
            .trim_end_matches(['.', ',', ';', '!', '?', ')', ']', '"', '”'])
            .len();
        if end > host {
            spans.push(start + begin, start + end, None);
        }
    }
}

/// "Facebook Lan Nguyễn", "zalo: Hùng Trần", "tele lannguyen99".
fn account(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    if let Some(mailbox) = half_address(read, at) {
        return Some(mailbox);
    }
    let app = [
        "gmail", "email", "mail", "yahoo", "facebook", "fb", "face", "zalo", "telegram", "tele",
        "tiktok", "viber", "skype",
    ]
    .iter()
    .any(|word| read.says(at, word));
    if !app {
        return None;
    }
    let mut first = at + 1;
    while first < at + 5
        && read.is_announced(first)
        && [
            "cua", "toi", "em", "minh", "chau", "la", "ten", "nick", "id",
        ]
        .iter()
        .any(|word| read.says(first, word))
    {
        first += 1;
    }
    if !read.is_announced(first) {
        return None;
    }
    let mut to = first;
    while to < first + 4 && read.is_capital(to) && (to == first || read.follows(to)) {
        to += 1;
    }
    let named = (first..to).any(|word| read.is(word, SURNAME | RARE_SURNAME | GIVEN)) && to > first;
    // A word with digits in it is nobody's name for anything else.
    let (end, odd) = nick(read, first);
    if named && end <= to {
        return Some((first, to));
    }
    odd.then_some((first, end))
}

/// The end of signs written as one word, and whether they are no plain word.
fn nick(read: &Read<'_>, first: usize) -> (usize, bool) {
    let mut to = first + 1;
    let mut odd = false;
    while to < read.len() && matches!(read.gap(to), "" | "." | "_" | "-") {
        odd |= read.is_number(to) || matches!(read.gap(to), "." | "_");
        to += 1;
    }
    (to, odd && read.is_word(first))
}

/// "lan.nguyen88 gmail.com": the sign between is left out.
fn half_address(read: &Read<'_>, at: usize) -> Option<(usize, usize)> {
    let provider = MAILERS.iter().any(|mailer| read.says(at, mailer));
    if !provider || read.gap(at + 1) != "." || !is_ending(read, at + 1) || !read.follows(at) {
        return None;
    }
    let mut from = at - 1;
    while from > 0 && matches!(read.gap(from), "" | "." | "_" | "-") {
        from -= 1;
    }
    let (end, odd) = nick(read, from);
    (odd && end == at).then_some((from, at + 2))
}
