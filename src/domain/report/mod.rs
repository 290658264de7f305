//! Reports (báo cáo): the papers that the office prints, signs and sends. What there is, in which form, and what has to be
//! named for it; what they say is made in `reports`.

pub mod changes;
pub mod clock;
pub mod issue;
pub mod papers;
pub mod template;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    ids::{BodyCode, MeetingCode, RoundId, SessionCode},
    keyword::{Keyword as _, keywords},
    text,
};

keywords! {
    /// A kind of paper: the KIND of `cutri report` and of `/baocao`.
    pub enum ReportKind {
        /// Sổ theo dõi kiến nghị.
        Register = "register",
        /// Báo cáo tổng hợp ý kiến, kiến nghị của cử tri.
        Summary = "summary",
        /// Biên bản hội nghị tiếp xúc cử tri.
        Minutes = "minutes",
        /// Kế hoạch tiếp xúc cử tri.
        Plan = "plan",
        /// Thông báo lịch tiếp xúc cử tri.
        Notice = "notice",
        /// Giấy mời, one per body, from what was asked for the meeting.
        Invitation = "invitation",
        /// Công văn chuyển kiến nghị, one per body.
        Transfer = "transfer",
        /// Công văn đôn đốc, one per body with something overdue.
        Chase = "chase",
        /// Bản tập hợp trả lời kiến nghị cử tri.
        Answers = "answers",
        /// Báo cáo kết quả giải quyết, the people's committee's side.
        Results = "results",
        /// Báo cáo giám sát việc giải quyết kiến nghị.
        Supervision = "supervision",
        /// Bản thống kê thời gian nhận báo cáo tổng hợp.
        Late = "late",
        /// Phiếu ghi ý kiến cử tri, to be printed and handed out.
        Slips = "slips",
        /// Biểu đồ.
        Chart = "chart",
        /// Biên bản khảo sát thực tế: the record of a site round.
        Survey = "survey",
    }
}

keywords! {
    /// The form of a file, as its name ends.
    pub enum ReportForm {
        /// A workbook.
        Xlsx = "xlsx",
        /// Lines of comma separated values.
        Csv = "csv",
        /// JSON.
        Json = "json",
        /// A paper to print.
        Docx = "docx",
        /// Plain text, to be read aloud.
        Txt = "txt",
        /// A picture of points.
        Png = "png",
        /// A picture of lines.
        Svg = "svg",
    }
}

/// What has to be named for a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: what is named narrows it.
    Nothing,
    /// A session; the nearest one where none is named.
    Session,
    /// A meeting.
    Meeting,
}

impl ReportKind {
    /// The forms it can be written in, the usual one first.
    #[must_use]
    pub fn forms(self) -> &'static [ReportForm] {
        match self {
            Self::Register => &[ReportForm::Xlsx, ReportForm::Csv, ReportForm::Json],
            Self::Chart => &[ReportForm::Png, ReportForm::Svg],
            Self::Notice => &[ReportForm::Docx, ReportForm::Txt],
            Self::Summary
            | Self::Minutes
            | Self::Plan
            | Self::Invitation
            | Self::Transfer
            | Self::Chase
            | Self::Answers
            | Self::Results
            | Self::Supervision
            | Self::Late
            | Self::Slips
            | Self::Survey => &[ReportForm::Docx],
        }
    }

    /// The kind that somebody typed, by its word or by a Vietnamese name of it, and the words behind it.
    #[must_use]
    pub(crate) fn from_typed(typed: &str) -> Option<(Self, Vec<String>)> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        // The longest name first.
        for many in [4, 3, 2, 1] {
            let Some(front) = words.get(..many) else {
                continue;
            };
            let name = text::fold(&front.join(" "));
            let found = Self::ALL
                .iter()
                .find(|kind| kind.as_str() == name || kind.names().contains(&name.as_str()));
            if let Some(kind) = found {
                let rest = words[many..]
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect();
                return Some((*kind, rest));
            }
        }
        None
    }

    /// What people call it, folded.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Register => &["so theo doi", "so", "danh sach"],
            Self::Summary => &["tong hop", "bao cao tong hop"],
            Self::Minutes => &["bien ban"],
            Self::Plan => &["ke hoach"],
            Self::Notice => &["thong bao"],
            Self::Invitation => &["giay moi"],
            Self::Transfer => &["chuyen", "cong van chuyen"],
            Self::Chase => &["don doc"],
            Self::Answers => &["tra loi", "tap hop tra loi"],
            Self::Results => &["ket qua"],
            Self::Supervision => &["giam sat"],
            Self::Late => &["cham", "nop cham"],
            Self::Slips => &["phieu", "phieu y kien"],
            Self::Chart => &["bieu do"],
            Self::Survey => &["khao sat", "bien ban khao sat"],
        }
    }

    /// What has to be named for it.
    #[must_use]
    pub fn needs(self) -> Needs {
        match self {
            Self::Minutes | Self::Invitation | Self::Slips => Needs::Meeting,
            Self::Summary
            | Self::Plan
            | Self::Notice
            | Self::Answers
            | Self::Results
            | Self::Supervision
            | Self::Late => Needs::Session,
            Self::Register | Self::Transfer | Self::Chase | Self::Chart | Self::Survey => {
                Needs::Nothing
            }
        }
    }
}

impl ReportForm {
    /// The form that a file's name asks for.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Self::from_word(&ending.to_ascii_lowercase())
    }

    /// What a browser calls it.
    #[must_use]
    pub fn mime_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Txt => "text/plain",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

keywords! {
    /// For whose eyes a copy is.
    pub enum ReportCopy {
        /// Everybody's: without names, the words covered as in public.
        Public = "public",
        /// The office's own: names of voters, words as they were written.
        Office = "office",
    }
}

/// Which paper is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportWish {
    /// Its kind.
    pub kind: ReportKind,
    /// Its form, one of the kind's.
    pub form: ReportForm,
    /// Only what was asked ahead of this session.
    pub session: Option<SessionCode>,
    /// Only what was said at or asked for this meeting.
    pub meeting: Option<MeetingCode>,
    /// Only what this body has.
    pub body: Option<BodyCode>,
    /// Only what came in on this day or later.
    pub from: Option<Date>,
    /// Only what came in on this day or earlier.
    pub to: Option<Date>,
    /// For whose eyes.
    pub copy: ReportCopy,
    /// The site round that is recorded; none: the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundId>,
    /// So many opinion slips, each with a code of its own; none: a sheet without codes, to be copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slips: Option<u16>,
}

impl ReportWish {
    /// The paper in its usual form, of everything, for everybody's eyes.
    #[must_use]
    pub fn of(kind: ReportKind) -> Self {
        Self {
            kind,
            form: kind.forms()[0],
            session: None,
            meeting: None,
            body: None,
            from: None,
            to: None,
            copy: ReportCopy::Public,
            round: None,
            slips: None,
        }
    }

    /// The name of its file: kind and whatever narrows it.
    #[must_use]
    pub fn file_name(&self, today: Date) -> String {
        let parts = [
            self.session.as_ref().map(ToString::to_string),
            self.meeting.as_ref().map(ToString::to_string),
            self.body.as_ref().map(ToString::to_string),
            self.round.map(|round| round.to_string()),
        ];
        let mut name = self.kind.to_string();
        for part in parts.into_iter().flatten() {
            name.push('-');
            name.push_str(&part);
        }
        format!("{name}-{today}.{}", self.form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_its_form() {
        assert_eq!(ReportForm::of_name("a/So.XLSX"), Some(ReportForm::Xlsx));
        assert_eq!(ReportForm::of_name("summary.pdf"), None);
        assert_eq!(ReportForm::of_name("docx"), None);
    }

    #[test]
    fn kinds_are_known_by_what_people_call_them() {
        let kind = |typed| ReportKind::from_typed(typed).map(|(kind, rest)| (kind, rest.join(" ")));
        assert_eq!(
            kind("Summary kh-4"),
            Some((ReportKind::Summary, "kh-4".to_owned()))
        );
        assert_eq!(
            kind("Biên bản DV01"),
            Some((ReportKind::Minutes, "DV01".to_owned()))
        );
        assert_eq!(
            kind("sổ theo dõi csv"),
            Some((ReportKind::Register, "csv".to_owned()))
        );
        assert_eq!(
            kind("biên bản khảo sát"),
            Some((ReportKind::Survey, String::new()))
        );
        assert_eq!(kind("thơ"), None);
        assert_eq!(kind(""), None);
    }

    #[test]
    fn every_kind_has_a_form() {
        for kind in ReportKind::ALL {
            assert!(!kind.forms().is_empty(), "{kind}");
        }
    }
}
