//! Lengths as a chat app counts them, and cutting a text down to them.

use unicode_segmentation::UnicodeSegmentation;

/// The length as Telegram counts it: in UTF-16 code units.
#[must_use]
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Whether a text has at most `max` UTF-16 units; looks at no more of it than needed.
fn fits(text: &str, max: usize) -> bool {
    char_border(text, max) == text.len()
}

/// The text itself, or as many whole graphemes of it as fit together with a final "…" into `max` UTF-16 units.
#[must_use]
pub fn truncate_utf16(text: &str, max: usize) -> String {
    if fits(text, max) {
        return text.to_owned();
    }
    if max == 0 {
        return String::new();
    }
    let end = grapheme_border(text, max - 1);
    format!("{}…", text[..end].trim_end())
}

/// Cuts a text into parts of at most `max` UTF-16 units (taken as 2 if less), best between paragraphs, then
/// between lines, words, graphemes. Only white space is lost, and only where it is cut. A single grapheme
/// longer than `max` (a hundred joined emojis) is cut between characters, there being no other way.
#[must_use]
pub fn split_utf16(text: &str, max: usize) -> Vec<String> {
    let max = max.max(2);
    let mut parts = Vec::new();
    let mut rest = trim_graphemes_end(text);
    while !fits(rest, max) {
        let cut = best_cut(rest, max);
        let part = trim_graphemes_end(&rest[..cut]);
        if !part.is_empty() {
            parts.push(part.to_owned());
        }
        rest = trim_graphemes_start(&rest[cut..]);
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

/// Where to cut a text that is longer than `max`: a byte offset above 0.
fn best_cut(text: &str, max: usize) -> usize {
    let furthest = match grapheme_border(text, max) {
        0 => return char_border(text, max),
        border => border,
    };
    let (mut paragraph, mut line, mut word) = (0, 0, 0);
    let mut previous_was_break = false;
    // One grapheme more than fits: white space right after the window is the best of places.
    for (at, grapheme) in text
        .grapheme_indices(true)
        .take_while(|(at, _)| *at <= furthest)
    {
        let is_break = grapheme == "\n" || grapheme == "\r\n";
        if is_break {
            line = at;
            if previous_was_break {
                paragraph = at;
            }
        }
        if is_space(grapheme) {
            word = at;
        }
        previous_was_break = is_break;
    }
    // A cut that leaves a part less than half full is worth it for nothing but keeping a word whole.
    if paragraph > furthest / 2 {
        paragraph
    } else if line > furthest / 2 {
        line
    } else if word > 0 {
        word
    } else {
        furthest
    }
}

/// The largest grapheme border with at most `max` UTF-16 units before it.
fn grapheme_border(text: &str, max: usize) -> usize {
    let mut units = 0;
    let mut border = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        units += utf16_len(grapheme);
        if units > max {
            break;
        }
        border = at + grapheme.len();
    }
    border
}

/// The largest character border with at most `max` UTF-16 units before it.
fn char_border(text: &str, max: usize) -> usize {
    let mut units = 0;
    text.char_indices()
        .find(|(_, c)| {
            units += c.len_utf16();
            units > max
        })
        .map_or(text.len(), |(at, _)| at)
}

fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

fn trim_graphemes_start(text: &str) -> &str {
    text.grapheme_indices(true)
        .find(|(_, grapheme)| !is_space(grapheme))
        .map_or("", |(at, _)| &text[at..])
}

fn trim_graphemes_end(text: &str) -> &str {
    text.grapheme_indices(true)
        .rev()
        .find(|(_, grapheme)| !is_space(grapheme))
        .map_or("", |(at, grapheme)| &text[..at + grapheme.len()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::awkward::{FAMILY, awkward};
    use super::*;

    #[test]
    fn lengths_are_counted_as_telegram_counts() {
        assert_eq!(utf16_len("ồ"), 1);
        assert_eq!(utf16_len("😀"), 2);
        assert_eq!(utf16_len(FAMILY), 11);
    }

    #[test]
    fn a_cut_text_ends_with_an_ellipsis_and_never_inside_an_emoji() {
        assert_eq!(truncate_utf16("Đồng Văn", 8), "Đồng Văn");
        assert_eq!(truncate_utf16("Đồng Văn", 6), "Đồng…");
        assert_eq!(truncate_utf16(&FAMILY.repeat(3), 13), format!("{FAMILY}…"));
        assert_eq!(truncate_utf16(FAMILY, 5), "…");
        assert_eq!(truncate_utf16("ab", 0), "");
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs_then_lines_then_words() {
        assert_eq!(
            split_utf16("một hai ba\n\nbốn năm", 15),
            ["một hai ba", "bốn năm"]
        );
        assert_eq!(
            split_utf16("một hai ba\nbốn năm", 15),
            ["một hai ba", "bốn năm"]
        );
        assert_eq!(split_utf16("một hai ba", 7), ["một hai", "ba"]);
        assert_eq!(split_utf16("abcdef", 4), ["abcd", "ef"]);
        assert!(split_utf16(" \n ", 5).is_empty());
    }

    #[test]
    fn four_thousand_emojis_are_cut_without_breaking_one() {
        let text = FAMILY.repeat(4096);
        let parts = split_utf16(&text, 4096);
        assert_eq!(parts.concat(), text);
        for part in &parts {
            assert!(utf16_len(part) <= 4096);
            assert_eq!(part.replace(FAMILY, ""), "");
        }
    }

    #[test]
    fn one_endless_emoji_is_cut_all_the_same() {
        let text = "👨\u{200d}".repeat(4096);
        let parts = split_utf16(&text, 100);
        assert_eq!(parts.concat(), text);
        assert!(parts.iter().all(|part| utf16_len(part) <= 100));
    }

    fn without_space(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in awkward(), max in 0usize..50) {
            prop_assert!(utf16_len(&truncate_utf16(&text, max)) <= max);
        }

        #[test]
        fn parts_fit_and_lose_only_white_space(text in awkward(), max in 2usize..60) {
            let parts = split_utf16(&text, max);
            for part in &parts {
                prop_assert!(utf16_len(part) <= max && !part.is_empty());
            }
            prop_assert_eq!(without_space(&parts.concat()), without_space(&text));
        }

        #[test]
        fn parts_begin_and_end_at_grapheme_borders(text in awkward(), max in 2usize..60) {
            let longest = text.graphemes(true).map(utf16_len).max().unwrap_or(0);
            prop_assume!(longest <= max);
            let mut borders = BTreeSet::from([text.len()]);
            borders.extend(text.grapheme_indices(true).map(|(at, _)| at));
            let mut from = 0;
            for part in split_utf16(&text, max) {
                let at = from + text[from..].find(&part).expect("a part of the text");
                prop_assert!(borders.contains(&at) && borders.contains(&(at + part.len())));
                from = at + part.len();
            }
        }
    }
}
