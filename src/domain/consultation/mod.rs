//! A round on a draft (góp ý dự thảo): before a session the office asks residents of some areas what they make of short
//! statements. One voice a person, changed until the end; no petition and no vote. [`form`] reads what a clerk writes,
//! [`outcome`] says what most accept, [`groups`] who answers alike.

pub(crate) mod form;
pub(crate) mod groups;
pub(crate) mod outcome;

use jiff::{Timestamp, ToSpan, civil::Date};

use crate::domain::{
    council::Council,
    ids::{AreaCode, ChatId, ConsultationId, StatementId, UserId},
    keyword::keywords,
    redaction,
    resident::{AreaRole, OwnArea},
    text,
};

/// The longest statement, in UTF-16 units: it is read on a small phone, and twenty fit into one message.
pub(crate) const MAX_STATEMENT: usize = 160;
/// The longest title.
pub(crate) const MAX_TITLE: usize = 150;
/// So many statements a clerk may write.
pub(crate) const MOST_STATEMENTS: usize = 20;
/// So many of residents are shown beside them.
pub(crate) const MOST_PROPOSED: usize = 20;
/// So many of one person may wait to be read.
pub(crate) const MOST_WAITING: u32 = 2;
/// The shortest statement, in letters and digits.
pub(crate) const FEWEST_LETTERS: usize = 8;
/// The longest round, in days.
const LONGEST: i32 = 90;
/// How long a round is, in days, when nothing else is said.
const USUAL: i32 = 10;
/// People told in one transaction.
pub(crate) const STEP: u32 = 100;
/// While so many messages wait, nobody more is told.
pub(crate) const OUTBOX_FULL: u32 = 200;

keywords! {
    /// What somebody makes of a statement.
    pub enum Stance {
        /// Đồng ý.
        Agree = "agree",
        /// Không đồng ý.
        Disagree = "disagree",
        /// Bỏ qua: no opinion, or would not say.
        Pass = "pass",
    }
}

keywords! {
    /// How far a round is.
    pub(crate) enum ConsultationState {
        /// A clerk writes it.
        Draft = "draft",
        /// People take part.
        Open = "open",
        /// It is over.
        Closed = "closed",
        /// Its author gave it up before anybody saw it.
        Dropped = "dropped",
    }
}

keywords! {
    /// Where a statement stands.
    pub enum StatementState {
        /// A resident wrote it, and no clerk has read it.
        Waiting = "waiting",
        /// Everybody answers it.
        Shown = "shown",
        /// A clerk read it and decided against it.
        KeptBack = "kept_back",
    }
}

keywords! {
    /// What people are told about a round, step by step.
    pub(crate) enum Telling {
        /// It begins: whoever lives there.
        Begun = "begun",
        /// It is over: whoever took part.
        Ended = "ended",
    }
}

/// A round on a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consultation {
    /// Its row.
    pub(crate) id: ConsultationId,
    /// The clerk who writes it.
    pub(crate) author: UserId,
    /// Where they write it.
    pub(crate) chat: ChatId,
    /// What the draft is called.
    pub(crate) title: String,
    /// Whom it asks; empty: everybody.
    pub(crate) areas: Vec<AreaCode>,
    /// The last day.
    pub(crate) ends_on: Date,
    /// How far it is.
    pub(crate) state: ConsultationState,
    /// When it began.
    pub(crate) published_at: Option<Timestamp>,
    /// What people are being told.
    pub(crate) telling: Option<Telling>,
    /// Everybody up to this one is told.
    pub(crate) told_up_to: UserId,
    /// How many were told that it begins.
    pub(crate) told: u32,
}

impl Consultation {
    /// Whether answers are taken.
    #[must_use]
    pub(crate) fn is_open(&self) -> bool {
        self.state == ConsultationState::Open
    }

    /// Whether everybody may see that there is one.
    #[must_use]
    pub(crate) fn is_public(&self) -> bool {
        matches!(
            self.state,
            ConsultationState::Open | ConsultationState::Closed
        )
    }

    /// The areas whose people it asks, with all that lies in them.
    #[must_use]
    pub(crate) fn reach(&self, council: &Council) -> Vec<AreaCode> {
        let asks = |code: &AreaCode| self.area_for(council, code).is_some();
        let areas = council.areas.iter().filter(|area| asks(&area.code));
        areas.map(|area| area.code.clone()).collect()
    }

    /// For which of its areas somebody who lives in `home` speaks; `None`: it does not ask them.
    #[must_use]
    fn area_for(&self, council: &Council, home: &AreaCode) -> Option<AreaCode> {
        council.area(home)?;
        let mut path = vec![home.clone()];
        path.extend(council.ancestors(home).iter().map(|area| area.code.clone()));
        if self.areas.is_empty() {
            return path.pop();
        }
        path.into_iter().find(|area| self.areas.contains(area))
    }

    /// For which of its areas somebody speaks: where they live, not where they work or have something else to do.
    #[must_use]
    pub(crate) fn voice_of(&self, council: &Council, areas: &[OwnArea]) -> Option<AreaCode> {
        let homes = areas.iter().filter(|own| own.role == AreaRole::Lives);
        homes
            .map(|own| &own.area)
            .find_map(|home| self.area_for(council, home))
    }
}

/// Something to agree or disagree with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its row.
    pub(crate) id: StatementId,
    /// Of which round.
    pub(crate) consultation: ConsultationId,
    /// The resident who wrote it; `None`: the office.
    pub(crate) author: Option<UserId>,
    /// The words, as everybody may read them.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) state: StatementState,
}

/// A resident's statement as everybody may read it; `None`: too short to be one.
#[must_use]
pub(crate) fn proposed(typed: &str) -> Option<String> {
    let one_line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let covered = redaction::public(&text::truncate_utf16(&one_line, MAX_STATEMENT), None);
    let letters = covered.chars().filter(|sign| sign.is_alphanumeric());
    (letters.count() >= FEWEST_LETTERS).then(|| text::truncate_utf16(&covered, MAX_STATEMENT))
}

/// May it become that? What a resident wrote can be taken down again.
#[must_use]
pub(crate) fn may_become(statement: &Statement, to: StatementState) -> bool {
    use StatementState as S;
    statement.author.is_some()
        && matches!(
            (statement.state, to),
            (S::Waiting, S::Shown | S::KeptBack) | (S::Shown, S::KeptBack)
        )
}

/// Whether a round may end on this day.
#[must_use]
pub(crate) fn may_end_on(day: Date, today: Date) -> bool {
    day > today && day <= today.saturating_add(LONGEST.days())
}

/// Days on which a round may well end, the likeliest first: the day before the next session, else after ten days.
#[must_use]
pub(crate) fn usual_ends(council: &Council, now: Timestamp) -> Vec<Date> {
    let today = council.local_date(now);
    let session = council
        .next_session(now)
        .and_then(|session| session.opens_on.yesterday().ok());
    let mut days: Vec<Date> = session
        .into_iter()
        .filter(|day| may_end_on(*day, today))
        .collect();
    for more in [USUAL, 5, 15, 30] {
        let day = today.saturating_add(more.days());
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days.truncate(4);
    days
}

/// When a round that ends on this day closes: at the end of the day.
#[must_use]
pub(crate) fn closes_at(council: &Council, ends_on: Date) -> Option<Timestamp> {
    let next = ends_on.tomorrow().ok()?;
    let midnight = next.to_zoned_datetime(council.timezone.clone()).ok()?;
    Some(midnight.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council::parse(include_str!("../../../examples/duy-tien/council.toml")).unwrap()
    }

    fn asking(areas: &[&str]) -> Consultation {
        Consultation {
            id: ConsultationId(1),
            author: UserId(1),
            chat: ChatId(1),
            title: String::new(),
            areas: areas.iter().map(|code| AreaCode::new(*code)).collect(),
            ends_on: jiff::civil::date(2026, 12, 1),
            state: ConsultationState::Open,
            published_at: None,
            telling: None,
            told_up_to: UserId(0),
            told: 0,
        }
    }

    fn own(area: &str, role: AreaRole) -> OwnArea {
        OwnArea {
            area: AreaCode::new(area),
            role,
        }
    }

    #[test]
    fn a_voice_is_that_of_the_place_where_somebody_lives() {
        let council = council();
        let round = asking(&["dong-van"]);
        let voice = |areas: &[OwnArea]| round.voice_of(&council, areas);
        assert_eq!(
            voice(&[own("dong-van", AreaRole::Lives)]),
            Some(AreaCode::new("dong-van"))
        );
        assert_eq!(voice(&[own("dong-van", AreaRole::Works)]), None);
        assert_eq!(voice(&[own("duy-minh", AreaRole::Lives)]), None);
        assert_eq!(voice(&[own("nowhere", AreaRole::Lives)]), None);
        let part = council.areas.iter().find(|area| area.parent.is_some());
        if let Some(part) = part {
            let everywhere = asking(&[]);
            let home = own(part.code.as_str(), AreaRole::Lives);
            assert_eq!(everywhere.voice_of(&council, &[home]), part.parent.clone());
        }
    }

    #[test]
    fn what_a_resident_proposes_is_kept_as_everybody_may_read_it() {
        let kept = proposed("Nên lùi phí gửi xe,\n gọi tôi 0912345678").unwrap();
        assert!(!kept.contains("0912345678"), "{kept}");
        assert!(!kept.contains('\n'));
        assert_eq!(proposed("👍👍👍👍👍👍👍👍👍"), None);
        let long = proposed(&"Nên thu phí theo giờ. ".repeat(300)).unwrap();
        assert!(text::utf16_len(&long) <= MAX_STATEMENT);
    }

    #[test]
    fn what_the_office_wrote_cannot_be_taken_down() {
        let mut statement = Statement {
            id: StatementId(1),
            consultation: ConsultationId(1),
            author: None,
            text: String::new(),
            state: StatementState::Shown,
        };
        assert!(!may_become(&statement, StatementState::KeptBack));
        statement.author = Some(UserId(7));
        assert!(may_become(&statement, StatementState::KeptBack));
        statement.state = StatementState::KeptBack;
        assert!(!may_become(&statement, StatementState::Shown));
    }
}
