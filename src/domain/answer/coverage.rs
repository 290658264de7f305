//! Every numbered point of a question has its answer, or is left out on purpose.

use crate::domain::question::points;

/// Some of the points of a question: point 1 is the first bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Points(pub u8);

impl Points {
    /// Whether point `number` (from 1) is among them.
    #[must_use]
    pub fn holds(self, number: u8) -> bool {
        (1..=8).contains(&number) && self.0 & (1 << (number - 1)) != 0
    }

    /// With point `number` too.
    #[must_use]
    pub fn with(self, number: u8) -> Self {
        if (1..=8).contains(&number) {
            Self(self.0 | (1 << (number - 1)))
        } else {
            self
        }
    }

    /// Without point `number`.
    #[must_use]
    pub fn without(self, number: u8) -> Self {
        if (1..=8).contains(&number) {
            Self(self.0 & !(1 << (number - 1)))
        } else {
            self
        }
    }
}

/// What became of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// The answer has a point of this number, or somebody said that it is answered.
    Answered,
    /// Left out on purpose.
    LeftOut,
    /// Nobody has said anything.
    Open,
}

/// What became of every numbered point of `question`; empty where it has fewer than two.
#[must_use]
pub fn of(question: &str, answer: &str, covered: Points, left_out: Points) -> Vec<(u8, Covered)> {
    let asked = points::split(question).into_iter();
    let answered = points::numbered_loosely(answer);
    asked
        .filter_map(|point| u8::try_from(point.number).ok())
        .map(|number| {
            let state = if left_out.holds(number) {
                Covered::LeftOut
            } else if covered.holds(number) || answered.contains(&number) {
                Covered::Answered
            } else {
                Covered::Open
            };
            (number, state)
        })
        .collect()
}

/// The points nobody has said anything about.
#[must_use]
pub fn open(points: &[(u8, Covered)]) -> Vec<u8> {
    points
        .iter()
        .filter(|(_, covered)| *covered == Covered::Open)
        .map(|(number, _)| *number)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TWO: &str = "1. Đường vào thôn ngập\n2. Đèn ngõ 3 hỏng cả tháng";

    #[test]
    fn numbered_answers_cover_their_points() {
        let nothing = Points::default();
        for (answer, left) in [
            ("1. Đã sửa.\n2. Đã thay bóng.", vec![]),
            ("Ý 1: đã sửa. \nÝ 2: đã thay.", vec![]),
            ("Ý 1 đã sửa", vec![2]),
            ("1) Đã sửa", vec![2]),
            ("Đã sửa cả hai.", vec![1, 2]),
        ] {
            assert_eq!(open(&of(TWO, answer, nothing, nothing)), left, "{answer}");
        }
        assert_eq!(of("Đường ngập", "Đã sửa", nothing, nothing), []);
    }

    #[test]
    fn a_point_that_was_written_twice_is_answered_by_its_first_number() {
        let asked = format!("{TWO}\n3. đường vào thôn ngập\n4. Trạm y tế thiếu thuốc");
        let nothing = Points::default();
        let covered = of(&asked, "1. Đã sửa.\n2. Đã thay bóng.", nothing, nothing);
        assert_eq!(covered.len(), 3);
        assert_eq!(open(&covered), [4]);
    }

    #[test]
    fn a_press_says_that_a_point_is_answered_or_left_out() {
        let covered = of(
            TWO,
            "Đã sửa.",
            Points::default().with(1),
            Points::default().with(2),
        );
        assert_eq!(covered, [(1, Covered::Answered), (2, Covered::LeftOut)]);
        assert!(open(&covered).is_empty());
    }

    proptest! {
        #[test]
        fn a_set_of_points_holds_what_was_put_in(number in any::<u8>(), bits in any::<u8>()) {
            let points = Points(bits);
            prop_assert_eq!(points.with(number).holds(number), (1..=8).contains(&number));
            prop_assert!(!points.without(number).holds(number));
        }

        #[test]
        fn any_answer_is_survived(answer in "(?:ý |[12.):\\n ]|\\PC){0,30}") {
            prop_assert_eq!(of(TWO, &answer, Points::default(), Points::default()).len(), 2);
        }
    }
}
