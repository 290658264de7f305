//! UTF-8 that was read as Windows-1252 or Latin-1: `Ä‘Æ°á»ng`. Once, or once more.

/// What Windows-1252 shows for the bytes from 0x80 to 0x9f; five have no sign and stay controls.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that a sign was.
fn byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(c as u32).ok()
}

/// Reads a text as UTF-8 in a wrong dress.
pub(super) fn decode(text: &str) -> Option<String> {
    let once = undress(text)?;
    match undress(&once) {
        Some(twice) => Some(twice),
        None => Some(once),
    }
}

/// Every run of signs that is UTF-8 becomes its letter; what is none stays. Nothing if there is no such run.
fn undress(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut found, mut lost) = (0, 0, 0);
    while let Some(&c) = chars.get(at) {
        let lead = byte(c).filter(|lead| *lead >= 0xc2);
        let len = match lead {
            Some(0xc2..=0xdf) => 2,
            Some(0xe0..=0xef) => 3,
            Some(0xf0..=0xf4) => 4,
            _ => 0,
        };
        if let Some(letter) = run(&chars, at, len) {
            out.push_str(&letter);
            found += 1;
            at += len;
        } else {
            lost += usize::from(!c.is_ascii());
            out.push(c);
            at += 1;
        }
    }
    (found >= 2 && lost * 4 <= found).then_some(out)
}

/// The letter whose `len` bytes begin here. Its last byte may have been an unbreakable space, which copying makes a
/// space, and trimming nothing.
fn run(chars: &[char], at: usize, len: usize) -> Option<String> {
    if len == 0 {
        return None;
    }
    let bytes = (at..at + len)
        .enumerate()
        .map(|(i, at)| match chars.get(at) {
            Some(' ') if i > 0 => Some(0xa0),
            None if i > 0 && i + 1 == len => Some(0xa0),
            Some(c) => byte(*c),
            None => None,
        });
    String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()
}

/// Dresses a text wrongly, for tests: `latin` as Latin-1, else as Windows-1252.
#[cfg(test)]
pub(super) fn encode(text: &str, latin: bool) -> String {
    text.bytes()
        .map(|byte| match byte {
            0x80..=0x9f if !latin => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        })
        .collect()
}
