//! Who answers alike: a small k-means over what people made of the statements, two or three groups. Nothing is random, and
//! voices are put in order by what they say: the same voices give the same groups, whoever they are.

use super::{Stance, outcome::FEWEST};

/// Fewer statements tell no groups apart.
const FEWEST_STATEMENTS: usize = 3;
/// More groups than these nobody can tell apart on a phone.
const MOST_GROUPS: usize = 3;
/// After so many rounds it is as good as it gets.
const ROUNDS: usize = 30;
/// Below this the groups are no groups: people stand nearly as close to the others as to their own.
const CLEAR: f64 = 0.35;

type Vector = Vec<f64>;

/// What one voice says about each statement; `None`: nothing yet.
pub(crate) type Said = Vec<Option<Stance>>;

/// Of each voice the number of its group, the largest group first; `None`: it says too little, or there are no groups.
#[must_use]
pub(crate) fn of(voices: &[Said]) -> Vec<Option<usize>> {
    let mut found = vec![None; voices.len()];
    let mut points: Vec<(Vector, usize)> = voices
        .iter()
        .enumerate()
        .filter_map(|(at, said)| Some((vector(said)?, at)))
        .collect();
    points.sort_by(|(one, _), (other, _)| {
        let pairs = one.iter().zip(other);
        pairs
            .map(|(a, b)| a.total_cmp(b))
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    if points.len() < 2 * FEWEST {
        return found;
    }
    let vectors: Vec<Vector> = points.iter().map(|(vector, _)| vector.clone()).collect();
    let best = (2..=MOST_GROUPS)
        .filter_map(|count| split(&vectors, count))
        .filter(|split| split.clearness >= CLEAR)
        .max_by(|one, other| {
            // Of two that are equally clear the one with fewer groups.
            let clearer = one.clearness.total_cmp(&other.clearness);
            clearer.then(other.centres.cmp(&one.centres))
        });
    if let Some(best) = best {
        for ((_, voice), group) in points.iter().zip(best.groups) {
            if let Some(place) = found.get_mut(*voice) {
                *place = Some(group);
            }
        }
    }
    found
}

/// Where a voice stands; `None`: it takes a position on less than half of the statements.
fn vector(said: &Said) -> Option<Vector> {
    let positions = said
        .iter()
        .filter(|stance| matches!(stance, Some(Stance::Agree | Stance::Disagree)));
    let is_enough = said.len() >= FEWEST_STATEMENTS && 2 * positions.count() >= said.len();
    let number = |stance: &Option<Stance>| match stance {
        Some(Stance::Agree) => 1.0,
        Some(Stance::Disagree) => -1.0,
        Some(Stance::Pass) | None => 0.0,
    };
    is_enough.then(|| said.iter().map(number).collect())
}

struct Split {
    /// Of each point, its group; the largest is 0.
    groups: Vec<usize>,
    centres: usize,
    clearness: f64,
}

/// So many groups; `None`: one would be so small that somebody could be recognised.
fn split(points: &[Vector], count: usize) -> Option<Split> {
    let mut centres = first_centres(points, count)?;
    let mut groups = vec![0; points.len()];
    for _ in 0..ROUNDS {
        let nearest: Vec<usize> = points
            .iter()
            .map(|point| nearest(point, &centres))
            .collect();
        let is_still = nearest == groups;
        groups = nearest;
        centres = (0..count)
            .map(|group| mean(points, &groups, group))
            .collect::<Option<_>>()?;
        if is_still {
            break;
        }
    }
    let size = |group: usize| groups.iter().filter(|found| **found == group).count();
    let mut order: Vec<usize> = (0..count).collect();
    if order.iter().any(|group| size(*group) < FEWEST) {
        return None;
    }
    let clearness = clearness(points, &groups, &centres);
    order.sort_by_key(|group| std::cmp::Reverse(size(*group)));
    let place = |group: &usize| order.iter().position(|known| known == group);
    let groups = groups.iter().map(place).collect::<Option<_>>()?;
    Some(Split {
        groups,
        centres: count,
        clearness,
    })
}

/// The point farthest from the middle, then always the one farthest from those that are there.
fn first_centres(points: &[Vector], count: usize) -> Option<Vec<Vector>> {
    let everybody = vec![0; points.len()];
    let middle = mean(points, &everybody, 0)?;
    let mut centres = vec![farthest(points, &[middle])?];
    while centres.len() < count {
        centres.push(farthest(points, &centres)?);
    }
    Some(centres)
}

fn farthest(points: &[Vector], from: &[Vector]) -> Option<Vector> {
    let reach = |point: &Vector| {
        let distances = from.iter().map(|centre| distance(point, centre));
        distances.fold(f64::INFINITY, f64::min)
    };
    let mut best: Option<(&Vector, f64)> = None;
    for point in points {
        let far = reach(point);
        if best.is_none_or(|(_, known)| far > known) {
            best = Some((point, far));
        }
    }
    best.map(|(point, _)| point.clone())
}

fn nearest(point: &Vector, centres: &[Vector]) -> usize {
    let mut best = (0, f64::INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let far = distance(point, centre);
        if far < best.1 {
            best = (at, far);
        }
    }
    best.0
}

fn distance(one: &Vector, other: &Vector) -> f64 {
    let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

fn mean(points: &[Vector], groups: &[usize], group: usize) -> Option<Vector> {
    let mut sum: Option<Vector> = None;
    let mut count = 0_u32;
    for (point, _) in points.iter().zip(groups).filter(|(_, of)| **of == group) {
        count += 1;
        match &mut sum {
            Some(sum) => {
                for (place, value) in sum.iter_mut().zip(point) {
                    *place += value;
                }
            }
            None => sum = Some(point.clone()),
        }
    }
    let mut sum = sum?;
    for place in &mut sum {
        *place /= f64::from(count);
    }
    Some(sum)
}

/// How much nearer people stand to their own middle than to the next one: 1 is far apart, 0 no difference.
fn clearness(points: &[Vector], groups: &[usize], centres: &[Vector]) -> f64 {
    let mut sum = 0.0;
    let mut count = 0_u32;
    for (point, group) in points.iter().zip(groups) {
        let mut own = 0.0;
        let mut next = f64::INFINITY;
        for (at, centre) in centres.iter().enumerate() {
            let far = distance(point, centre);
            if at == *group {
                own = far;
            } else {
                next = f64::min(next, far);
            }
        }
        let larger = f64::max(own, next);
        if larger > 0.0 {
            sum += (next - own) / larger;
        }
        count += 1;
    }
    if count == 0 {
        0.0
    } else {
        sum / f64::from(count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::keyword::Keyword as _;

    use super::*;

    fn said(words: &str) -> Said {
        let stance = |sign: char| match sign {
            '+' => Some(Stance::Agree),
            '-' => Some(Stance::Disagree),
            'o' => Some(Stance::Pass),
            _ => None,
        };
        words.chars().map(stance).collect()
    }

    #[test]
    fn two_camps_are_two_groups_and_the_larger_comes_first() {
        let mut voices = vec![said("--+-"); 6];
        voices.extend(vec![said("++++"); 9]);
        voices.push(said("+  o"));
        let groups = of(&voices);
        assert!(groups[..6].iter().all(|group| *group == Some(1)));
        assert!(groups[6..15].iter().all(|group| *group == Some(0)));
        assert_eq!(groups[15], None, "who says little belongs nowhere");
    }

    #[test]
    fn three_camps_are_three_groups() {
        let mut voices = vec![said("++----"); 6];
        voices.extend(vec![said("--++--"); 7]);
        voices.extend(vec![said("----++"); 8]);
        let groups = of(&voices);
        assert_eq!(groups[0], Some(2));
        assert_eq!(groups[6], Some(1));
        assert_eq!(groups[20], Some(0));
    }

    #[test]
    fn people_who_agree_are_no_groups() {
        assert!(of(&vec![said("++-+"); 40]).iter().all(Option::is_none));
    }

    #[test]
    fn nobody_is_put_into_a_group_in_which_they_could_be_recognised() {
        let mut voices = vec![said("++++"); 30];
        voices.extend(vec![said("----"); FEWEST - 1]);
        assert!(of(&voices).iter().all(Option::is_none));
    }

    proptest! {
        #[test]
        fn who_comes_first_makes_no_difference(
            voices in prop::collection::vec(prop::collection::vec(0_u8..4, 5), 0..40), turn in 0_usize..40
        ) {
            let voices: Vec<Said> = voices.iter().map(|said| {
                said.iter().map(|number| Stance::ALL.get(usize::from(*number)).copied()).collect()
            }).collect();
            let mut turned = voices.clone();
            let by = if voices.is_empty() { 0 } else { turn % voices.len() };
            turned.rotate_left(by);
            let mut groups = of(&turned);
            groups.rotate_right(by);
            prop_assert_eq!(groups, of(&voices));
        }
    }
}
