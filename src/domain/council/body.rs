//! Bodies: everyone to whom a question can be given.

use serde::{Deserialize, Serialize};

use crate::domain::council::validity::Validity;
use crate::domain::ids::{AreaCode, BodyCode, LocalText};
use crate::domain::keyword::keywords;

keywords! {
    /// What a body is in the life of the council.
    pub enum BodyKind {
        /// Tổ đại biểu: the delegates elected in some areas; answers for them.
        Delegation = "delegation",
        /// Ban của HĐND: watches categories.
        Committee = "committee",
        /// Thường trực HĐND.
        StandingBody = "standing_body",
        /// Ủy ban nhân dân.
        PeoplesCommittee = "peoples_committee",
        /// An agency: công an, phòng, sở.
        Agency = "agency",
        /// Ủy ban Mặt trận Tổ quốc.
        FatherlandFront = "fatherland_front",
        /// A council or agency of the level above, which answers by document.
        HigherLevel = "higher_level",
        /// Văn phòng: the clerks; what nobody else answers for comes here.
        Office = "office",
    }
}

keywords! {
    /// The part of a delegate in a body.
    pub enum DelegateRole {
        /// Tổ trưởng, Trưởng ban, Chủ tịch.
        Head = "head",
        /// Tổ phó, Phó Trưởng ban, Phó Chủ tịch.
        DeputyHead = "deputy_head",
        /// Thành viên.
        Member = "member",
    }
}

/// A delegate (đại biểu) as residents see them in "who represents my area".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegate {
    /// The name, or the office held where no name is to be shown.
    pub name: String,
    /// The part in this body.
    pub role: DelegateRole,
}

/// A body that can be given a question (tổ, ban, cơ quan). A linked group chat acts for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// What `/lienket` takes.
    pub code: BodyCode,
    /// The full name: "Tổ đại biểu số 1".
    pub name: LocalText,
    /// What it is.
    pub kind: BodyKind,
    /// The areas it answers for. Decides routing for delegations only, and an area is in one of them at most.
    #[serde(default)]
    pub areas: Vec<AreaCode>,
    /// Its members, in the order of the file.
    #[serde(default)]
    pub delegates: Vec<Delegate>,
    /// From when until when it holds.
    #[serde(default, flatten)]
    pub valid: Validity,
}

impl BodyCode {
    /// The code under which the office is always known, whether or not the file has a body for it.
    #[must_use]
    pub fn office() -> Self {
        Self::new("office")
    }
}
