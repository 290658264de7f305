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

    #[test]
    fn removed_words_leave_their_neighbours_and_nothing_leaves_nothing() {
        let removed = changed("a b c x y d e f g", "a b c d e f g");
        assert_eq!(removed.before, "a b c x y d e f …");
        assert_eq!(removed.after, "a b c d e f …");
        assert_eq!(changed("", "mới").before, "");
        assert_eq!(changed("a b c d", "x a b c d").after, "x a b c …");
        let longer = changed("a a a a a a", "a a a a a a a");
        assert_eq!((&*longer.before, &*longer.after), ("… a a a", "… a a a a"));
    }

    #[test]
    fn changes_of_a_moment_are_one_for_ten_minutes_at_most() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let run = |seconds: &[i64], now| {
            let earlier: Vec<(String, Timestamp)> = seconds
                .iter()
                .map(|second| (second.to_string(), at(*second)))
                .collect();
            before_run(&earlier, at(now)).map(str::to_owned)
        };
        assert_eq!(run(&[], 60), None);
        assert_eq!(run(&[0], 60), Some("0".to_owned()), "within the moment");
        assert_eq!(run(&[0], 61), None);
        assert_eq!(
            run(&[50, 0], 100),
            Some("0".to_owned()),
            "one after the other"
        );
        assert_eq!(run(&[90, 0], 100), Some("90".to_owned()));
        let minutes: Vec<i64> = (0..=11).rev().map(|minute| minute * 60).collect();
        assert_eq!(run(&minutes, 660), Some("60".to_owned()), "ten minutes");
    }

    proptest! {
        #[test]
        fn any_two_texts_can_be_compared(a in "[ab ]{0,30}", b in "[ab ]{0,30}") {
            let _ = changed(&a, &b);
        }
    }
}
