//! Which handler does what with the buttons and prompts of answering.

use super::{
    HandlerError, answer_question, approve_answer, complete_answer,
    context::{Cx, Outcome},
    correct_answer, judge_answer, keep_promise,
    prompts::Reply,
    use_template,
};
use crate::{
    chat::{button::AnsweringButton, incoming::Incoming},
    domain::{
        ids::MessageId, permission::ActsForBody, prompt::AnsweringPrompt, resident::Resident,
    },
    messages::label,
};

/// A button under one of our messages in the group of a body.
pub(super) fn pressed_in_group(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    incoming: &Incoming,
    button: AnsweringButton,
    shown: MessageId,
) -> Outcome {
    use AnsweringButton as B;
    match button {
        B::OpenClasses(answer) => complete_answer::open_classes(cx, incoming, answer, shown),
        B::Preview(answer) => complete_answer::back(cx, incoming, answer, shown),
        B::TypeFact(answer) => complete_answer::ask_fact(cx, incoming, answer),
        B::TakeDay(answer, day) => complete_answer::take_day(cx, incoming, answer, day, shown),
        B::Covered(answer, point) => {
            let change = complete_answer::Point::Covered(point);
            complete_answer::mark_point(cx, incoming, answer, change, shown)
        }
        B::LeaveOut(answer, point) => {
            let change = complete_answer::Point::LeftOut(point);
            complete_answer::mark_point(cx, incoming, answer, change, shown)
        }
        B::PointBack(answer, point) => {
            let change = complete_answer::Point::Open(point);
            complete_answer::mark_point(cx, incoming, answer, change, shown)
        }
        B::Approve(answer) => approve_answer::approve(cx, member, incoming, answer),
        B::SendBack(answer) => approve_answer::ask_why(cx, member, incoming, answer),
        B::TakeBack(answer) => approve_answer::take_back(cx, incoming, answer),
        B::Correct(answer) => correct_answer::ask(cx, member, incoming, answer),
        B::SendCorrection(id) => correct_answer::send(cx, member, incoming, id),
        B::DropCorrection(id) => correct_answer::put_away(cx, incoming, id),
        B::ApproveCorrection(id) => correct_answer::approve(cx, member, incoming, id),
        B::RefuseCorrection(id) => correct_answer::refuse(cx, member, incoming, id),
        B::KeepTemplate(answer) => use_template::keep(cx, member, incoming, answer),
        B::Templates(question) => use_template::list(cx, member, incoming.chat.id, question),
        B::BuiltIn(question, number) => {
            use_template::take_built_in(cx, member, incoming, question, number)
        }
        B::OwnTemplate(question, template) => {
            use_template::take_own(cx, member, incoming, question, template)
        }
        B::RemoveTemplate(template) => use_template::remove(cx, member, template),
        B::PromiseKept(promise) => keep_promise::ask_report(cx, member, incoming, promise),
        B::Postpone(promise) => keep_promise::ask_new_day(cx, member, incoming, promise),
        B::Judge(..) | B::JudgeAgain(..) | B::Comment(..) => {
            let words = cx.group_words();
            cx.toast(label!(words, "old-button"));
            Ok(())
        }
    }
}

/// A button under one of our messages in private.
pub(super) fn pressed_in_private(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    button: AnsweringButton,
    shown: MessageId,
) -> Outcome {
    use AnsweringButton as B;
    match button {
        B::Judge(answer, promise, verdict) => {
            judge_answer::judge(cx, resident, (answer, promise), verdict, shown)
        }
        B::JudgeAgain(answer, promise) => {
            judge_answer::again(cx, resident, (answer, promise), shown)
        }
        B::Comment(answer, promise) => judge_answer::ask_comment(cx, resident, (answer, promise)),
        B::OpenClasses(_)
        | B::Preview(_)
        | B::TypeFact(_)
        | B::TakeDay(..)
        | B::Covered(..)
        | B::LeaveOut(..)
        | B::PointBack(..)
        | B::Approve(_)
        | B::SendBack(_)
        | B::TakeBack(_)
        | B::Correct(_)
        | B::SendCorrection(_)
        | B::DropCorrection(_)
        | B::ApproveCorrection(_)
        | B::RefuseCorrection(_)
        | B::KeepTemplate(_)
        | B::Templates(_)
        | B::BuiltIn(..)
        | B::OwnTemplate(..)
        | B::RemoveTemplate(_)
        | B::PromiseKept(_)
        | B::Postpone(_) => {
            let words = cx.words(resident.language);
            answer_question::refuse_outsider(cx, words);
            Ok(())
        }
    }
}

/// Words (or a file) that were asked for.
pub(super) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: AnsweringPrompt,
    reply: &Reply<'_>,
) -> Result<(), HandlerError> {
    match prompt {
        AnsweringPrompt::Fact { answer, then } => {
            complete_answer::fact_typed(cx, reply, answer, then)
        }
        AnsweringPrompt::SendBack(answer) => approve_answer::send_back(cx, reply, answer),
        AnsweringPrompt::FillTemplate => use_template::filled_in(cx, reply),
        AnsweringPrompt::Correct(answer) => correct_answer::written(cx, reply, answer),
        AnsweringPrompt::Objection {
            answer,
            promise,
            verdict,
        } => judge_answer::object(cx, reply, (answer, promise), verdict),
        AnsweringPrompt::Comment { answer, promise } => {
            judge_answer::comment(cx, reply, (answer, promise))
        }
        AnsweringPrompt::Report(promise) => keep_promise::report(cx, reply, promise),
        AnsweringPrompt::Postpone(promise) => keep_promise::postpone(cx, reply, promise),
    }
}
