//! Buttons of the triage queue: corrections, merges, splits, relations, returns.

use super::{code_of, row};
use crate::domain::{
    guidance::Pointer,
    ids::{AreaCode, BodyCode, CategoryCode, QuestionId, RoundId, VisitId},
    keyword::Keyword,
    question::{Competence, QuestionKind},
    site::Condition,
};

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TriageButton {
    /// Shows the oldest question that waits, in a message of its own.
    Begin,
    /// Shows the next one behind this, in the same message.
    Next(QuestionId),
    /// Leaves this one for later and shows the next.
    Later(QuestionId),
    /// Shows this question as the office sees it.
    Show(QuestionId),
    /// Shows all its words and files.
    Read(QuestionId),
    /// Confirms the proposed body, as shown by this version of the question.
    Confirm(QuestionId, u32),
    /// What can be corrected.
    Correct(QuestionId),
    /// What else can be done.
    More(QuestionId),
    /// The kinds to choose from.
    Kinds(QuestionId),
    /// It is of this kind.
    Kind(QuestionId, QuestionKind),
    /// The categories to choose from.
    Categories(QuestionId),
    /// It is of this category.
    Category(QuestionId, CategoryCode),
    /// A page of the areas, at the top or in another one.
    Areas(QuestionId, Option<AreaCode>, u16),
    /// It is about this area.
    Area(QuestionId, AreaCode),
    /// The levels of competence to choose from.
    Levels(QuestionId),
    /// This level decides.
    Level(QuestionId, Competence),
    /// A page of the bodies.
    Bodies(QuestionId, u16),
    /// This body is to have it.
    Body(QuestionId, BodyCode),
    /// Somebody may be in danger.
    Urgent(QuestionId),
    /// Nobody is.
    Ordinary(QuestionId),
    /// What it could be merged into.
    Merges(QuestionId),
    /// It may be the same as the other: asks whether to.
    Merge(QuestionId, QuestionId),
    /// It goes on as the other.
    MergeNow(QuestionId, QuestionId),
    /// Wants to type the code of the other.
    MergeByCode(QuestionId),
    /// What else its author has open.
    Gather(QuestionId),
    /// All of that goes on as this one, as shown by this version of the question.
    GatherNow(QuestionId, u32),
    /// How it could be split.
    Parts(QuestionId),
    /// Wants to type the parts.
    TypeParts(QuestionId),
    /// Splits it, as shown by this version of the question.
    SplitNow(QuestionId, u32),
    /// What it could be related to.
    Relations(QuestionId),
    /// It belongs to the other.
    Relate(QuestionId, QuestionId),
    /// Wants to type the code of the other.
    RelateByCode(QuestionId),
    /// Who would get it in which category, and why.
    Routes(QuestionId),
    /// Wants to write down what is said in its recording.
    WriteDown(QuestionId),
    /// Returns it with guidance: the pointers to choose from.
    Return(QuestionId),
    /// Its author is pointed there.
    Point(QuestionId, Pointer),
    /// Wants to add words of their own.
    AddWords(QuestionId, Pointer),
    /// Returns it with what was written.
    ReturnNow(QuestionId),
    /// Leaves it where it is.
    KeepIt(QuestionId),
    /// Begins a site round over this area.
    SurveyBegin(AreaCode),
    /// What is found at a place of it.
    SurveyMark(VisitId, Condition),
    /// Ends it.
    SurveyFinish(RoundId),
}

impl TriageButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Begin => "bg".to_owned(),
            Self::Next(question) => format!("nx:{question}"),
            Self::Later(question) => format!("lt:{question}"),
            Self::Show(question) => format!("sh:{question}"),
            Self::Read(question) => format!("rd:{question}"),
            Self::Confirm(question, version) => format!("cf:{question}:{version}"),
            Self::Correct(question) => format!("co:{question}"),
            Self::More(question) => format!("mo:{question}"),
            Self::Kinds(question) => format!("ks:{question}"),
            Self::Kind(question, kind) => format!("kd:{question}:{kind}"),
            Self::Categories(question) => format!("cs:{question}"),
            Self::Category(question, category) => format!("ct:{question}:{category}"),
            Self::Areas(question, parent, page) => {
                let parent = parent.as_ref().map_or("", AreaCode::as_str);
                format!("as:{question}:{page}:{parent}")
            }
            Self::Area(question, area) => format!("ar:{question}:{area}"),
            Self::Levels(question) => format!("ls:{question}"),
            Self::Level(question, level) => format!("lv:{question}:{level}"),
            Self::Bodies(question, page) => format!("bs:{question}:{page}"),
            Self::Body(question, body) => format!("bo:{question}:{body}"),
            Self::Urgent(question) => format!("ur:{question}"),
            Self::Ordinary(question) => format!("or:{question}"),
            Self::Merges(question) => format!("ms:{question}"),
            Self::Merge(question, other) => format!("mg:{question}:{other}"),
            Self::MergeNow(question, other) => format!("mn:{question}:{other}"),
            Self::MergeByCode(question) => format!("mc:{question}"),
            Self::Gather(question) => format!("ga:{question}"),
            Self::GatherNow(question, version) => format!("gn:{question}:{version}"),
            Self::Parts(question) => format!("ps:{question}"),
            Self::TypeParts(question) => format!("tp:{question}"),
            Self::SplitNow(question, version) => format!("sn:{question}:{version}"),
            Self::Relations(question) => format!("rs:{question}"),
            Self::Relate(question, other) => format!("rl:{question}:{other}"),
            Self::RelateByCode(question) => format!("rc:{question}"),
            Self::Routes(question) => format!("ro:{question}"),
            Self::WriteDown(question) => format!("wr:{question}"),
            Self::Return(question) => format!("rt:{question}"),
            Self::Point(question, pointer) => format!("pt:{question}:{pointer}"),
            Self::AddWords(question, pointer) => format!("aw:{question}:{pointer}"),
            Self::ReturnNow(question) => format!("rn:{question}"),
            Self::KeepIt(question) => format!("ki:{question}"),
            Self::SurveyBegin(area) => format!("sb:{area}"),
            Self::SurveyMark(visit, found) => format!("sv:{visit}:{found}"),
            Self::SurveyFinish(round) => format!("sf:{round}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        if code == "bg" {
            return Some(Self::Begin);
        }
        if code == "sb" {
            return Some(Self::SurveyBegin(AreaCode::new(code_of(rest)?)));
        }
        if code == "sf" {
            return Some(Self::SurveyFinish(RoundId(row(rest)?)));
        }
        if code == "sv" {
            let (visit, found) = rest.split_once(':')?;
            return Some(Self::SurveyMark(
                VisitId(row(visit)?),
                Condition::from_word(found)?,
            ));
        }
        let (id, argument) = rest.split_once(':').unwrap_or((rest, ""));
        let question = QuestionId(row(id)?);
        Some(match code {
            "nx" => Self::Next(question),
            "lt" => Self::Later(question),
            "sh" => Self::Show(question),
            "rd" => Self::Read(question),
            "cf" => Self::Confirm(question, argument.parse().ok()?),
            "co" => Self::Correct(question),
            "mo" => Self::More(question),
            "ks" => Self::Kinds(question),
            "kd" => Self::Kind(question, QuestionKind::from_word(argument)?),
            "cs" => Self::Categories(question),
            "ct" => Self::Category(question, CategoryCode::new(code_of(argument)?)),
            "as" => {
                let (page, parent) = argument.split_once(':')?;
                let parent = code_of(parent).map(AreaCode::new);
                Self::Areas(question, parent, page.parse().ok()?)
            }
            "ar" => Self::Area(question, AreaCode::new(code_of(argument)?)),
            "ls" => Self::Levels(question),
            "lv" => Self::Level(question, Competence::from_word(argument)?),
            "bs" => Self::Bodies(question, argument.parse().ok()?),
            "bo" => Self::Body(question, BodyCode::new(code_of(argument)?)),
            "ur" => Self::Urgent(question),
            "or" => Self::Ordinary(question),
            "ms" => Self::Merges(question),
            "mg" => Self::Merge(question, QuestionId(row(argument)?)),
            "mn" => Self::MergeNow(question, QuestionId(row(argument)?)),
            "mc" => Self::MergeByCode(question),
            "ga" => Self::Gather(question),
            "gn" => Self::GatherNow(question, argument.parse().ok()?),
            "ps" => Self::Parts(question),
            "tp" => Self::TypeParts(question),
            "sn" => Self::SplitNow(question, argument.parse().ok()?),
            "rs" => Self::Relations(question),
            "rl" => Self::Relate(question, QuestionId(row(argument)?)),
            "rc" => Self::RelateByCode(question),
            "ro" => Self::Routes(question),
            "wr" => Self::WriteDown(question),
            "rt" => Self::Return(question),
            "pt" => Self::Point(question, Pointer::from_word(argument)?),
            "aw" => Self::AddWords(question, Pointer::from_word(argument)?),
            "rn" => Self::ReturnNow(question),
            "ki" => Self::KeepIt(question),
            _ => return None,
        })
    }

    /// One of each, with the longest arguments.
    #[cfg(test)]
    pub(super) fn examples() -> Vec<Self> {
        let longest = "x".repeat(24);
        let question = QuestionId(i64::MAX);
        let mut all = vec![
            Self::Begin,
            Self::Next(question),
            Self::Later(question),
            Self::Show(question),
            Self::Read(question),
            Self::Confirm(question, u32::MAX),
            Self::Correct(question),
            Self::More(question),
            Self::Kinds(question),
            Self::Categories(question),
            Self::Category(question, CategoryCode::new(longest.clone())),
            Self::Areas(question, None, 0),
            Self::Areas(question, Some(AreaCode::new(longest.clone())), u16::MAX),
            Self::Area(question, AreaCode::new(longest.clone())),
            Self::Levels(question),
            Self::Bodies(question, u16::MAX),
            Self::Body(question, BodyCode::new(longest)),
            Self::Urgent(question),
            Self::Ordinary(question),
            Self::Merges(question),
            Self::Merge(question, question),
            Self::MergeNow(question, question),
            Self::MergeByCode(question),
            Self::Gather(question),
            Self::GatherNow(question, u32::MAX),
            Self::Parts(question),
            Self::TypeParts(question),
            Self::SplitNow(question, u32::MAX),
            Self::Relations(question),
            Self::Relate(question, question),
            Self::RelateByCode(question),
            Self::Routes(question),
            Self::WriteDown(question),
            Self::Return(question),
            Self::ReturnNow(question),
            Self::KeepIt(question),
            Self::SurveyBegin(AreaCode::new("a".repeat(24))),
            Self::SurveyMark(VisitId(i64::MAX), Condition::Untouched),
            Self::SurveyFinish(RoundId(i64::MAX)),
        ];
        all.extend(
            QuestionKind::ALL
                .iter()
                .map(|kind| Self::Kind(question, *kind)),
        );
        all.extend(
            Competence::ALL
                .iter()
                .map(|level| Self::Level(question, *level)),
        );
        all.extend(Pointer::ALL.iter().flat_map(|pointer| {
            [
                Self::Point(question, *pointer),
                Self::AddWords(question, *pointer),
            ]
        }));
        all
    }
}
