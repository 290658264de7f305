//! The words of a search and of what is searched. Pure.

use crate::domain::text;

/// So many words of a search count.
pub(crate) const MAX_WORDS: usize = 16;

/// The words of a text, folded (no marks, đ as d, lower case): letters and digits of the Latin alphabet, as the index
/// keeps them.
#[must_use]
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = text::fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_marks_and_signs() {
        assert_eq!(
            words("Đường ĐT493, “ngập” sâu 0,5m!"),
            ["duong", "dt493", "ngap", "sau", "0", "5m"]
        );
        assert_eq!(words("… […]"), Vec::<String>::new());
    }
}
