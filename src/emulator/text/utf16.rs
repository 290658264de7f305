//! Lengths as Telegram counts them: UTF-16 code units.

/// The length of `text` in UTF-16 code units.
pub(crate) fn len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
