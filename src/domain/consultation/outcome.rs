//! What came of a round: what most of every area and of every group of opinion accept. Numbers stand only for everybody
//! together; of an area or a group it is said which way most lean, and of fewer than [`FEWEST`] people nothing. So nobody
//! can be recognised, also not by what is left when one number is taken from another.

use std::collections::BTreeMap;

use super::{
    Stance,
    groups::{self, Said},
};
use crate::domain::ids::AreaCode;

/// Of fewer people nothing is said.
pub(crate) const FEWEST: usize = 5;

/// One voice: for which area, and what it says about each statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voice {
    /// For which area it speaks.
    pub(crate) area: AreaCode,
    /// What it says, in the order of the statements.
    pub(crate) said: Said,
}

/// Which way most lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaning {
    /// More than half of those who took a position agree.
    For,
    /// More than half disagree.
    Against,
    /// Exactly half.
    Even,
}

/// Whether those who are told apart lean the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Accord {
    /// Everywhere most agree.
    Accepted,
    /// Everywhere most disagree.
    Refused,
    /// Here one way, there the other.
    Divided,
    /// Too few took a position.
    TooFew,
}

/// Everybody's stances together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// So many agree.
    pub(crate) agree: usize,
    /// So many disagree.
    pub(crate) disagree: usize,
    /// So many pass.
    pub(crate) pass: usize,
}

impl Tally {
    fn count(&mut self, stance: Stance) {
        match stance {
            Stance::Agree => self.agree += 1,
            Stance::Disagree => self.disagree += 1,
            Stance::Pass => self.pass += 1,
        }
    }

    /// Those who took a position.
    #[must_use]
    pub(crate) fn positions(self) -> usize {
        self.agree + self.disagree
    }

    /// Which way most lean; `None`: too few took a position.
    fn leaning(self) -> Option<Leaning> {
        if self.positions() < FEWEST {
            return None;
        }
        Some(match self.agree.cmp(&self.disagree) {
            std::cmp::Ordering::Greater => Leaning::For,
            std::cmp::Ordering::Less => Leaning::Against,
            std::cmp::Ordering::Equal => Leaning::Even,
        })
    }
}

/// What is made of one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Everybody together; `None`: too few took a position.
    pub(crate) tally: Option<Tally>,
    /// Each area of which something may be said.
    pub(crate) areas: Vec<(AreaCode, Leaning)>,
    /// Each group of opinion of which something may be said, by its number.
    pub(crate) groups: Vec<(usize, Leaning)>,
    /// Whether all lean the same way.
    pub(crate) accord: Accord,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// How many took part.
    pub(crate) people: usize,
    /// Areas with enough people, the most first.
    pub(crate) areas: Vec<(AreaCode, usize)>,
    /// Whether people of other areas took part, who are not told apart.
    pub(crate) has_others: bool,
    /// How many people each group of opinion has, the most first; none: there are no groups.
    pub(crate) groups: Vec<usize>,
    /// Of each statement, in their order.
    pub(crate) statements: Vec<Judged>,
}

/// Counts what `voices` say about so many statements.
#[must_use]
pub(crate) fn of(voices: &[Voice], statements: usize) -> Outcome {
    let said: Vec<Said> = voices.iter().map(|voice| voice.said.clone()).collect();
    let in_groups = groups::of(&said);
    let mut areas: BTreeMap<&AreaCode, usize> = BTreeMap::new();
    for voice in voices {
        *areas.entry(&voice.area).or_default() += 1;
    }
    let has_others = areas.values().any(|count| *count < FEWEST);
    let mut areas: Vec<(AreaCode, usize)> = areas
        .into_iter()
        .filter(|(_, count)| *count >= FEWEST)
        .map(|(area, count)| (area.clone(), count))
        .collect();
    areas.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut groups: Vec<usize> = Vec::new();
    for group in in_groups.iter().flatten() {
        if groups.len() <= *group {
            groups.resize(group + 1, 0);
        }
        groups[*group] += 1;
    }
    let judge = |at: usize| judged(voices, &in_groups, (&areas, groups.len()), at);
    Outcome {
        people: voices.len(),
        has_others,
        statements: (0..statements).map(judge).collect(),
        groups,
        areas,
    }
}

fn judged(
    voices: &[Voice],
    in_groups: &[Option<usize>],
    (areas, groups): (&[(AreaCode, usize)], usize),
    at: usize,
) -> Judged {
    let tally = |belongs: &dyn Fn(&Voice, Option<usize>) -> bool| {
        let mut tally = Tally::default();
        for (voice, group) in voices.iter().zip(in_groups) {
            if let Some(Some(stance)) = voice.said.get(at).filter(|_| belongs(voice, *group)) {
                tally.count(*stance);
            }
        }
        tally
    };
    let everybody = tally(&|_, _| true);
    let areas: Vec<(AreaCode, Leaning)> = areas
        .iter()
        .filter_map(|(area, _)| {
            let leaning = tally(&|voice, _| voice.area == *area).leaning()?;
            Some((area.clone(), leaning))
        })
        .collect();
    let groups: Vec<(usize, Leaning)> = (0..groups)
        .filter_map(|number| {
            let leaning = tally(&|_, group| group == Some(number)).leaning()?;
            Some((number, leaning))
        })
        .collect();
    let accord = match everybody.leaning() {
        None => Accord::TooFew,
        Some(all) => {
            let each = areas.iter().map(|(_, leaning)| *leaning);
            let mut each = each.chain(groups.iter().map(|(_, leaning)| *leaning));
            match all {
                Leaning::For if each.all(|one| one == Leaning::For) => Accord::Accepted,
                Leaning::Against if each.all(|one| one == Leaning::Against) => Accord::Refused,
                Leaning::For | Leaning::Against | Leaning::Even => Accord::Divided,
            }
        }
    };
    Judged {
        tally: everybody.leaning().map(|_| everybody),
        areas,
        groups,
        accord,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::keyword::Keyword as _;

    use super::*;

    fn voices(area: &str, count: usize, said: &str) -> Vec<Voice> {
        let stance = |sign: char| match sign {
            '+' => Some(Stance::Agree),
            '-' => Some(Stance::Disagree),
            'o' => Some(Stance::Pass),
            _ => None,
        };
        let one = Voice {
            area: AreaCode::new(area),
            said: said.chars().map(stance).collect(),
        };
        vec![one; count]
    }

    #[test]
    fn what_every_area_accepts_is_told_from_what_divides_them() {
        let mut all = voices("a", 20, "++-");
        all.extend(voices("b", 5, "+-- "));
        let outcome = of(&all, 3);
        let accords: Vec<Accord> = outcome.statements.iter().map(|one| one.accord).collect();
        assert_eq!(
            accords,
            [Accord::Accepted, Accord::Divided, Accord::Refused]
        );
        assert_eq!(
            outcome.statements[1].tally.map(|tally| tally.agree),
            Some(20)
        );
        assert_eq!(
            outcome.areas,
            [(AreaCode::new("a"), 20), (AreaCode::new("b"), 5)]
        );
        assert!(!outcome.has_others);
    }

    #[test]
    fn of_a_few_people_nothing_is_said() {
        let mut all = voices("a", 9, "+++");
        all.extend(voices("b", FEWEST - 1, "---"));
        let outcome = of(&all, 3);
        assert_eq!(outcome.areas, [(AreaCode::new("a"), 9)]);
        assert!(outcome.has_others);
        assert!(outcome.groups.is_empty());
        assert_eq!(outcome.statements[0].areas.len(), 1);
        let few = of(&voices("a", FEWEST - 1, "+"), 1);
        assert_eq!(few.statements[0].tally, None);
        assert_eq!(few.statements[0].accord, Accord::TooFew);
    }

    #[test]
    fn who_passes_takes_no_position() {
        let mut all = voices("a", 30, "o");
        all.extend(voices("a", FEWEST - 1, "+"));
        assert_eq!(of(&all, 1).statements[0].accord, Accord::TooFew);
    }

    #[test]
    fn a_majority_of_all_that_one_group_does_not_share_is_no_accord() {
        let mut all = voices("a", 20, "+++++");
        all.extend(voices("a", 8, "-----"));
        let outcome = of(&all, 5);
        assert_eq!(outcome.groups, [20, 8]);
        assert_eq!(outcome.statements[0].accord, Accord::Divided);
        assert_eq!(
            outcome.statements[0].groups,
            [(0, Leaning::For), (1, Leaning::Against)]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_ever_said_of_fewer_than_the_fewest(
            said in prop::collection::vec((0_u8..4, prop::collection::vec(0_u8..4, 4)), 0..60)
        ) {
            let voices: Vec<Voice> = said.iter().map(|(area, said)| Voice {
                area: AreaCode::new(format!("a{area}")),
                said: said.iter().map(|n| Stance::ALL.get(usize::from(*n)).copied()).collect(),
            }).collect();
            let outcome = of(&voices, 4);
            prop_assert!(outcome.areas.iter().all(|(_, count)| *count >= FEWEST));
            prop_assert!(outcome.groups.iter().all(|count| *count >= FEWEST));
            for one in &outcome.statements {
                prop_assert!(one.tally.is_none_or(|tally| tally.positions() >= FEWEST));
            }
        }
    }
}
