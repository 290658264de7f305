//! What changed between two versions of a question: the words around it that stayed are left out.

use jiff::{SignedDuration, Timestamp};

/// The words that differ, with a word before and after them where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it was; empty: something was only added.
    pub before: String,
    /// As it is now; empty: something was only removed.
    pub after: String,
}

/// Changes that follow each other within this are one, for whoever reads of them.
const A_MOMENT: SignedDuration = SignedDuration::from_mins(1);
/// One that goes on for longer is told anew.
const AT_MOST: SignedDuration = SignedDuration::from_mins(10);

/// The words before a run of changes of which the newest is made at `now`. `earlier`: what was there before each change
/// so far, the newest first, and when it was changed. `None`: no run goes on.
#[must_use]
pub(crate) fn before_run(earlier: &[(String, Timestamp)], now: Timestamp) -> Option<&str> {
    let mut begun = None;
    let mut next = now;
    for (words, at) in earlier {
        if next.duration_since(*at) > A_MOMENT || now.duration_since(*at) > AT_MOST {
            break;
        }
        begun = Some(words.as_str());
        next = *at;
    }
    begun
}

/// So many unchanged words stand on either side, to know where one is.
const AROUND: usize = 3;

/// Compares two versions word by word.
#[must_use]
pub fn changed(before: &str, after: &str) -> Changed {
    let old: Vec<&str> = before.split_whitespace().collect();
    let new: Vec<&str> = after.split_whitespace().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    Changed {
        before: part(&old, head, tail),
        after: part(&new, head, tail),
    }
}

fn part(words: &[&str], head: usize, tail: usize) -> String {
    if words.len() == head + tail && words.is_empty() {
        return String::new();
    }
    let from = head.saturating_sub(AROUND);
    let to = (words.len() - tail + AROUND).min(words.len());
    let mut shown = words.get(from..to).unwrap_or_default().join(" ");
    if from > 0 {
        shown.insert_str(0, "… ");
    }
    if to < words.len() {
        shown.push_str(" …");
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_changed_words_and_their_neighbours_are_shown() {
        let changed = changed(
            "Đường vào thôn Đông ngập từ tháng 9 mỗi khi mưa to, xin sửa giúp bà con",
            "Đường vào thôn Đông ngập từ tháng 8 mỗi khi mưa to, xin sửa giúp bà con",
        );
        assert_eq!(changed.before, "… ngập từ tháng 9 mỗi khi mưa …");
        assert_eq!(changed.after, "… ngập từ tháng 8 mỗi khi mưa …");
    }

    #[test]
    fn added_words_at_the_end_are_shown_where_they_are() {
        let changed = changed("Đường ngập", "Đường ngập ở xóm 4");
        assert_eq!(changed.before, "Đường ngập");
        assert_eq!(changed.after, "Đường ngập ở xóm 4");
    }

    proptest! {
        #[test]
        fn any_two_texts_can_be_compared(a in "[ab ]{0,30}", b in "[ab ]{0,30}") {
            let _ = changed(&a, &b);
        }
    }
}
