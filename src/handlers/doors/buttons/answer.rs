//! Which handler does what with the buttons and prompts of answering.

use crate::{
    chat::button::AnsweringButton,
    domain::{ids::MessageId, permission::ActsForBody, prompt::AnsweringPrompt},
    handlers::{
        HandlerError, answer,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
            prompts::Reply,
        },
    },
};

/// A button under one of our messages in the group of a body.
pub(crate) fn pressed_in_group(
    cx: &mut Cx<'_, '_>,
    member: &ActsForBody,
    actor: &Actor,
    button: AnsweringButton,
    shown: MessageId,
) -> Outcome {
    use AnsweringButton as B;
    match button {
        B::OpenClasses(answer) => answer::complete::open_classes(cx, actor, answer, shown),
        B::Preview(answer) => answer::complete::back(cx, actor, answer, shown),
        B::TypeFact(answer) => answer::complete::ask_fact(cx, actor, answer),
        B::TakeDay(answer, day) => answer::complete::take_day(cx, actor, answer, day, shown),
        B::Covered(answer, point) => {
            let change = answer::complete::Point::Covered(point);
            answer::complete::mark_point(cx, actor, answer, change, shown)
        }
        B::LeaveOut(answer, point) => {
            let change = answer::complete::Point::LeftOut(point);
            answer::complete::mark_point(cx, actor, answer, change, shown)
        }
        B::PointBack(answer, point) => {
            let change = answer::complete::Point::Open(point);
            answer::complete::mark_point(cx, actor, answer, change, shown)
        }
        B::Approve(answer) => answer::approve::approve(cx, member, actor, answer),
        B::SendBack(answer) => answer::approve::ask_why(cx, member, actor, answer),
        B::TakeBack(answer) => answer::approve::take_back(cx, actor, answer),
        B::Correct(answer) => answer::correct::ask(cx, member, actor, answer),
        B::SendCorrection(id) => answer::correct::send(cx, member, actor, id),
        B::DropCorrection(id) => answer::correct::put_away(cx, actor, id),
        B::ApproveCorrection(id) => answer::correct::approve(cx, member, actor, id),
        B::RefuseCorrection(id) => answer::correct::refuse(cx, member, actor, id),
        B::KeepTemplate(answer) => answer::template::keep(cx, member, actor, answer),
        B::Templates(question) => answer::template::list(cx, member, actor.chat, question),
        B::BuiltIn(question, number) => {
            answer::template::take_built_in(cx, member, actor, question, number)
        }
        B::OwnTemplate(question, template) => {
            answer::template::take_own(cx, member, actor, question, template)
        }
        B::RemoveTemplate(template) => answer::template::remove(cx, member, template),
        B::PromiseKept(promise) => answer::promise::ask_report(cx, member, actor, promise),
        B::Postpone(promise) => answer::promise::ask_new_day(cx, member, actor, promise),
        B::SayDone(question) => answer::resolve::ask(cx, member, actor, question),
        B::Together(question) => answer::together::open(cx, member, actor, question),
        B::JoinOrNot(question, other) => {
            answer::together::join_or_not(cx, member, actor, (question, other))
        }
        B::JoinByCode(question) => answer::together::ask_codes(cx, member, actor, question),
        B::TypeRecord(answer) => answer::complete::ask_record(cx, actor, answer),
        B::Subclassify(answer, subclass) => {
            answer::complete::subclassify(cx, actor, answer, subclass, shown)
        }
        B::TakeResult(result) => answer::exchanged::take(cx, member, actor, result, shown),
        B::Judge(..) | B::JudgeAgain(..) | B::Comment(..) | B::SayWhether(..) => {
            let words = cx.group_words();
            cx.old_button(words);
            Ok(())
        }
    }
}

/// A button under one of our messages in private.
pub(crate) fn pressed_in_private(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: AnsweringButton,
    shown: MessageId,
) -> Outcome {
    use AnsweringButton as B;
    match button {
        B::Judge(answer, promise, verdict) => {
            answer::judge::judge(cx, actor, (answer, promise), verdict, shown)
        }
        B::JudgeAgain(answer, promise) => answer::judge::again(cx, actor, (answer, promise), shown),
        B::Comment(answer, promise) => answer::judge::ask_comment(cx, actor, (answer, promise)),
        B::SayWhether(resolution, says) => {
            answer::confirm::say_whether(cx, actor, resolution, says, shown)
        }
        B::SayDone(_)
        | B::Together(_)
        | B::JoinOrNot(..)
        | B::JoinByCode(_)
        | B::TypeRecord(_)
        | B::Subclassify(..)
        | B::OpenClasses(_)
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
        | B::TakeResult(_)
        | B::PromiseKept(_)
        | B::Postpone(_) => {
            let words = actor.words(cx);
            answer::reply::refuse_outsider(cx, words);
            Ok(())
        }
    }
}

/// Words (or a file) that were asked for.
pub(crate) fn answered(
    cx: &mut Cx<'_, '_>,
    prompt: AnsweringPrompt,
    reply: &Reply<'_>,
) -> Result<(), HandlerError> {
    match prompt {
        AnsweringPrompt::Fact { answer, then } => {
            answer::complete::fact_typed(cx, reply, answer, then)
        }
        AnsweringPrompt::SendBack(answer) => answer::approve::send_back(cx, reply, answer),
        AnsweringPrompt::FillTemplate => answer::template::filled_in(cx, reply),
        AnsweringPrompt::Correct(answer) => answer::correct::written(cx, reply, answer),
        AnsweringPrompt::Objection {
            answer,
            promise,
            verdict,
        } => answer::judge::object(cx, reply, (answer, promise), verdict),
        AnsweringPrompt::Comment { answer, promise } => {
            answer::judge::comment(cx, reply, (answer, promise))
        }
        AnsweringPrompt::Report(promise) => answer::promise::report(cx, reply, promise),
        AnsweringPrompt::Postpone(promise) => answer::promise::postpone(cx, reply, promise),
        AnsweringPrompt::Evidence(question) => answer::resolve::shown(cx, reply, question),
        AnsweringPrompt::Missing(resolution) => answer::confirm::missing(cx, reply, resolution),
        AnsweringPrompt::Codes(question) => answer::together::codes_typed(cx, reply, question),
        AnsweringPrompt::Record(answer) => answer::complete::record_typed(cx, reply, answer),
    }
}
