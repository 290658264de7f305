//! What came of a round on a draft, for everybody: what all accept, what all refuse, what divides them. Nobody is named,
//! and of a few people nothing is said.

use super::day;
use crate::domain::{
    consultation::{
        Consultation, Statement,
        outcome::{Accord, FEWEST, Judged, Leaning, Outcome, Tally},
    },
    ids::AreaCode,
};
use crate::messages::{Html, Message, Words, label, lines::in_pages, say};

/// The pages of it.
#[must_use]
pub(crate) fn pages(
    words: Words<'_>,
    round: &Consultation,
    statements: &[Statement],
    outcome: &Outcome,
) -> Vec<Message> {
    let mut blocks = vec![head(words, round, outcome)];
    if outcome.people < FEWEST {
        blocks.push(say!(words, "consult-outcome-few", least = FEWEST));
        return in_pages(blocks);
    }
    blocks.extend(groups(words, outcome));
    for accord in [Accord::Accepted, Accord::Refused, Accord::Divided] {
        let judged = statements.iter().zip(&outcome.statements);
        let mut fitting: Vec<(&Statement, &Judged)> =
            judged.filter(|(_, one)| one.accord == accord).collect();
        if fitting.is_empty() {
            continue;
        }
        fitting.sort_by_key(|(_, one)| std::cmp::Reverse(one.tally.map_or(0, Tally::positions)));
        blocks.push(match accord {
            Accord::Accepted => say!(words, "consult-outcome-accepted"),
            Accord::Refused => say!(words, "consult-outcome-refused"),
            Accord::Divided | Accord::TooFew => say!(words, "consult-outcome-divided"),
        });
        blocks.extend(
            fitting
                .into_iter()
                .map(|(statement, one)| line(words, statement, one)),
        );
    }
    let few = outcome
        .statements
        .iter()
        .filter(|one| one.accord == Accord::TooFew)
        .count();
    if few > 0 {
        blocks.push(say!(
            words,
            "consult-outcome-too-few",
            count = few,
            least = FEWEST
        ));
    }
    blocks.push(say!(words, "consult-outcome-no-vote"));
    in_pages(blocks)
}

fn head(words: Words<'_>, round: &Consultation, outcome: &Outcome) -> Html {
    let mut places: Vec<String> = outcome
        .areas
        .iter()
        .map(|(area, count)| format!("{} {count}", words.area(area)))
        .collect();
    if outcome.has_others && !places.is_empty() {
        places.push(label!(words, "consult-outcome-elsewhere", least = FEWEST));
    }
    let head = say!(
        words,
        "consult-outcome",
        title = round.title,
        count = outcome.people,
        day = day(round.ends_on)
    );
    if places.is_empty() {
        return head;
    }
    let places = say!(words, "consult-outcome-places", places = places.join(" · "));
    Html::lines([head, places])
}

fn groups(words: Words<'_>, outcome: &Outcome) -> Option<Html> {
    let sizes: Vec<String> = (1_usize..)
        .zip(&outcome.groups)
        .map(|(number, size): (usize, &usize)| {
            let size = size.to_owned();
            label!(
                words,
                "consult-outcome-group",
                number = number,
                count = size
            )
        })
        .collect();
    (!sizes.is_empty()).then(|| say!(words, "consult-outcome-groups", groups = sizes.join(" · ")))
}

fn line(words: Words<'_>, statement: &Statement, judged: &Judged) -> Html {
    let tally = judged.tally.unwrap_or_default();
    let mark = match judged.accord {
        Accord::Accepted => "✅",
        Accord::Refused => "❌",
        Accord::Divided | Accord::TooFew => "↔️",
    };
    let line = say!(
        words,
        "consult-outcome-line",
        mark = mark,
        text = statement.text,
        agree = tally.agree,
        of = tally.positions(),
        pass = tally.pass
    );
    if judged.accord != Accord::Divided {
        return line;
    }
    let side = |leaning: Leaning| {
        let places = judged
            .areas
            .iter()
            .filter(|(_, of)| *of == leaning)
            .map(|(area, _)| area_name(words, area));
        let groups = judged
            .groups
            .iter()
            .filter(|(_, of)| *of == leaning)
            .map(|(place, _)| {
                let number: usize = place + 1;
                label!(words, "consult-outcome-group-name", number = number)
            });
        places.chain(groups).collect::<Vec<_>>().join(", ")
    };
    let sides = [
        (Leaning::For, "for"),
        (Leaning::Against, "against"),
        (Leaning::Even, "even"),
    ]
    .map(|(leaning, way)| (side(leaning), way));
    let sides = sides
        .into_iter()
        .filter(|(who, _)| !who.is_empty())
        .map(|(who, way)| label!(words, "consult-outcome-side", who = who, way = way));
    let sides: Vec<String> = sides.collect();
    if sides.is_empty() {
        return line;
    }
    Html::lines([line, Html::text(&format!("   {}", sides.join("; ")))])
}

fn area_name(words: Words<'_>, area: &AreaCode) -> String {
    words.area(area)
}
