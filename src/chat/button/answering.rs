//! Buttons of an answer on its way: approval, result fields, coverage, corrections, and the residents' judgement of it.

use super::row;
use crate::domain::{
    answer::{judgement::Verdict, record::Subclass},
    ids::{AnswerId, CorrectionId, PromiseId, QuestionId, ResolutionId, ResultId, TemplateId},
    keyword::Keyword,
    question::resolution::Says,
};

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnsweringButton {
    /// Opens the result classes in the preview.
    OpenClasses(AnswerId),
    /// Back from there.
    Preview(AnswerId),
    /// Types the fact of the class.
    TypeFact(AnswerId),
    /// Takes the day that was found in the text (days since 1 January 1970).
    TakeDay(AnswerId, i64),
    /// Point so-and-so of the question is answered in other words.
    Covered(AnswerId, u8),
    /// Leaves a point of the question out.
    LeaveOut(AnswerId, u8),
    /// That was a mistake: the point is open again.
    PointBack(AnswerId, u8),
    /// The head approves.
    Approve(AnswerId),
    /// The head sends it back.
    SendBack(AnswerId),
    /// Its author takes it back before the head has decided.
    TakeBack(AnswerId),
    /// Corrects an answer that was sent.
    Correct(AnswerId),
    /// Sends the correction.
    SendCorrection(CorrectionId),
    /// Drops it.
    DropCorrection(CorrectionId),
    /// The head approves a correction.
    ApproveCorrection(CorrectionId),
    /// The head refuses a correction.
    RefuseCorrection(CorrectionId),
    /// Keeps the answer as a template of the body.
    KeepTemplate(AnswerId),
    /// Lists the templates for this question.
    Templates(QuestionId),
    /// Takes a template of the program: its number.
    BuiltIn(QuestionId, u8),
    /// Takes a template of the body.
    OwnTemplate(QuestionId, TemplateId),
    /// Removes a template of the body.
    RemoveTemplate(TemplateId),
    /// A resident judges an answer; the second number is the promise's, or 0.
    Judge(AnswerId, i64, Verdict),
    /// A resident wants to judge otherwise.
    JudgeAgain(AnswerId, i64),
    /// A resident has something to add to the judgement.
    Comment(AnswerId, i64),
    /// What was promised is done.
    PromiseKept(PromiseId),
    /// It needs more time.
    Postpone(PromiseId),
    /// The thing was done: the body shows it.
    SayDone(QuestionId),
    /// A resident says whether it is done.
    SayWhether(ResolutionId, Says),
    /// Chooses like questions that get the same answer.
    Together(QuestionId),
    /// This one gets it, too, or not after all.
    JoinOrNot(QuestionId, QuestionId),
    /// Types the codes of others.
    JoinByCode(QuestionId),
    /// Types number, date and signer of the answer's document.
    TypeRecord(AnswerId),
    /// How exactly it was done, or stands.
    Subclassify(AnswerId, Subclass),
    /// Makes a draft of what another council answered.
    TakeResult(ResultId),
}

impl AnsweringButton {
    /// Its data without the letter in front: a short code and its arguments.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::OpenClasses(answer) => format!("oc:{answer}"),
            Self::Preview(answer) => format!("pv:{answer}"),
            Self::TypeFact(answer) => format!("tf:{answer}"),
            Self::TakeDay(answer, day) => format!("td:{answer}:{day}"),
            Self::Covered(answer, point) => format!("pc:{answer}:{point}"),
            Self::LeaveOut(answer, point) => format!("po:{answer}:{point}"),
            Self::PointBack(answer, point) => format!("pb:{answer}:{point}"),
            Self::Approve(answer) => format!("ok:{answer}"),
            Self::SendBack(answer) => format!("sb:{answer}"),
            Self::TakeBack(answer) => format!("tb:{answer}"),
            Self::Correct(answer) => format!("co:{answer}"),
            Self::SendCorrection(correction) => format!("cs:{correction}"),
            Self::DropCorrection(correction) => format!("cd:{correction}"),
            Self::ApproveCorrection(correction) => format!("ca:{correction}"),
            Self::RefuseCorrection(correction) => format!("cr:{correction}"),
            Self::KeepTemplate(answer) => format!("kt:{answer}"),
            Self::Templates(question) => format!("tl:{question}"),
            Self::BuiltIn(question, number) => format!("tn:{question}:{number}"),
            Self::OwnTemplate(question, template) => format!("to:{question}:{template}"),
            Self::RemoveTemplate(template) => format!("tr:{template}"),
            Self::Judge(answer, promise, verdict) => {
                format!("jg:{answer}:{promise}:{}", verdict.as_str())
            }
            Self::JudgeAgain(answer, promise) => format!("ja:{answer}:{promise}"),
            Self::Comment(answer, promise) => format!("jc:{answer}:{promise}"),
            Self::PromiseKept(promise) => format!("pk:{promise}"),
            Self::Postpone(promise) => format!("pp:{promise}"),
            Self::SayDone(question) => format!("rd:{question}"),
            Self::SayWhether(resolution, says) => format!("rs:{resolution}:{}", says.as_str()),
            Self::Together(question) => format!("tg:{question}"),
            Self::JoinOrNot(question, other) => format!("jn:{question}:{other}"),
            Self::JoinByCode(question) => format!("jb:{question}"),
            Self::TypeRecord(answer) => format!("tc:{answer}"),
            Self::Subclassify(answer, subclass) => format!("sc:{answer}:{}", subclass.as_str()),
            Self::TakeResult(result) => format!("xr:{result}"),
        }
    }

    /// Reads data that came back, without the letter in front.
    pub(super) fn decode(code: &str, rest: &str) -> Option<Self> {
        let pair = || rest.split_once(':');
        let answer = || row(rest).map(AnswerId);
        let correction = || row(rest).map(CorrectionId);
        let promise = || row(rest).map(PromiseId);
        let point = || -> Option<(AnswerId, u8)> {
            let (answer, point) = pair()?;
            let point = point.parse().ok().filter(|point| (1..=8).contains(point))?;
            Some((AnswerId(row(answer)?), point))
        };
        Some(match code {
            "oc" => Self::OpenClasses(answer()?),
            "pv" => Self::Preview(answer()?),
            "tf" => Self::TypeFact(answer()?),
            "td" => {
                let (answer, day) = pair()?;
                Self::TakeDay(AnswerId(row(answer)?), row(day)?)
            }
            "pc" => point().map(|(answer, point)| Self::Covered(answer, point))?,
            "po" => point().map(|(answer, point)| Self::LeaveOut(answer, point))?,
            "pb" => point().map(|(answer, point)| Self::PointBack(answer, point))?,
            "ok" => Self::Approve(answer()?),
            "sb" => Self::SendBack(answer()?),
            "tb" => Self::TakeBack(answer()?),
            "co" => Self::Correct(answer()?),
            "cs" => Self::SendCorrection(correction()?),
            "cd" => Self::DropCorrection(correction()?),
            "ca" => Self::ApproveCorrection(correction()?),
            "cr" => Self::RefuseCorrection(correction()?),
            "kt" => Self::KeepTemplate(answer()?),
            "tl" => Self::Templates(QuestionId(row(rest)?)),
            "tn" => {
                let (question, number) = pair()?;
                Self::BuiltIn(QuestionId(row(question)?), number.parse().ok()?)
            }
            "to" => {
                let (question, template) = pair()?;
                Self::OwnTemplate(QuestionId(row(question)?), TemplateId(row(template)?))
            }
            "tr" => Self::RemoveTemplate(TemplateId(row(rest)?)),
            "jg" => {
                let (answer, rest) = pair()?;
                let (promise, verdict) = rest.split_once(':')?;
                Self::Judge(
                    AnswerId(row(answer)?),
                    row_or_none(promise)?,
                    Verdict::from_word(verdict)?,
                )
            }
            "ja" | "jc" => {
                let (answer, promise) = pair()?;
                let (answer, promise) = (AnswerId(row(answer)?), row_or_none(promise)?);
                if code == "ja" {
                    Self::JudgeAgain(answer, promise)
                } else {
                    Self::Comment(answer, promise)
                }
            }
            "pk" => Self::PromiseKept(promise()?),
            "pp" => Self::Postpone(promise()?),
            "rd" => Self::SayDone(QuestionId(row(rest)?)),
            "rs" => {
                let (resolution, says) = pair()?;
                Self::SayWhether(ResolutionId(row(resolution)?), Says::from_word(says)?)
            }
            "tg" => Self::Together(QuestionId(row(rest)?)),
            "jn" => {
                let (question, other) = pair()?;
                Self::JoinOrNot(QuestionId(row(question)?), QuestionId(row(other)?))
            }
            "jb" => Self::JoinByCode(QuestionId(row(rest)?)),
            "tc" => Self::TypeRecord(answer()?),
            "xr" => Self::TakeResult(ResultId(row(rest)?)),
            "sc" => {
                let (answer, subclass) = pair()?;
                Self::Subclassify(AnswerId(row(answer)?), Subclass::from_word(subclass)?)
            }
            _ => return None,
        })
    }
}

/// A row's number, or 0 for none.
fn row_or_none(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number| *number >= 0)
}

/// Every one, with the longest arguments.
#[cfg(test)]
pub(super) fn every_one() -> Vec<AnsweringButton> {
    use AnsweringButton as B;
    let (answer, correction) = (AnswerId(i64::MAX), CorrectionId(i64::MAX));
    let (question, promise) = (QuestionId(i64::MAX), PromiseId(i64::MAX));
    let template = TemplateId(i64::MAX);
    let mut all = vec![
        B::OpenClasses(answer),
        B::Preview(answer),
        B::TypeFact(answer),
        B::TakeDay(answer, i64::MAX),
        B::Covered(answer, 8),
        B::LeaveOut(answer, 1),
        B::PointBack(answer, 2),
        B::Approve(answer),
        B::SendBack(answer),
        B::TakeBack(answer),
        B::Correct(answer),
        B::SendCorrection(correction),
        B::DropCorrection(correction),
        B::ApproveCorrection(correction),
        B::RefuseCorrection(correction),
        B::KeepTemplate(answer),
        B::Templates(question),
        B::BuiltIn(question, u8::MAX),
        B::OwnTemplate(question, template),
        B::RemoveTemplate(template),
        B::JudgeAgain(answer, 0),
        B::Comment(answer, i64::MAX),
        B::PromiseKept(promise),
        B::Postpone(promise),
        B::SayDone(question),
        B::SayWhether(ResolutionId(i64::MAX), Says::NotDone),
        B::Together(question),
        B::JoinOrNot(question, question),
        B::JoinByCode(question),
        B::TypeRecord(answer),
        B::Subclassify(answer, Subclass::NextSession),
        B::TakeResult(ResultId(i64::MAX)),
    ];
    all.extend(
        Verdict::ALL
            .iter()
            .map(|verdict| B::Judge(answer, i64::MAX, *verdict)),
    );
    all
}
