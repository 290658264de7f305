//! Buttons of a resident's own question.

use crate::{
    chat::button::QuestionButton,
    domain::ids::MessageId,
    handlers::{
        doors, question,
        shared::{
            actor::Actor,
            cx::{Cx, Outcome},
        },
    },
};

/// In a private chat.
pub(crate) fn in_private(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: QuestionButton,
    message: MessageId,
) -> Outcome {
    match button {
        QuestionButton::Ask => question::ask::begin(cx, actor),
        QuestionButton::Categorise(draft, category) => {
            question::draft::field::choose(cx, actor, draft, &category, message)
        }
        QuestionButton::BackToCategories(draft) | QuestionButton::EveryCategory(draft) => {
            question::draft::field::show_all(cx, actor, draft, message)
        }
        QuestionButton::KeepCategory(draft) => question::draft::field::keep(cx, actor, draft),
        QuestionButton::WhoSees(draft) => {
            question::draft::field::who_sees(cx, actor, draft, message)
        }
        QuestionButton::BackToDraft(draft) => {
            question::draft::field::back(cx, actor, draft, message)
        }
        QuestionButton::Kinds(draft) => question::draft::kind::ask(cx, actor, draft, message),
        QuestionButton::OfKind(draft, kind) => {
            question::draft::kind::choose(cx, actor, draft, kind, message)
        }
        QuestionButton::Send(draft) => question::submit::submit(cx, actor, draft, message),
        QuestionButton::Edit(draft) => question::ask::edit(cx, actor, draft, message),
        QuestionButton::Discard(draft) => question::draft::discard::ask(cx, actor, draft, message),
        QuestionButton::DiscardNow(draft) => {
            question::draft::discard::now(cx, actor, draft, message)
        }
        QuestionButton::TakeBack(draft) => {
            question::draft::discard::take_back(cx, actor, draft, message)
        }
        QuestionButton::SendAsIs(draft) => question::attach::send_as_is(cx, actor, draft, message),
        QuestionButton::Continue(draft) => question::held::go_on_with(cx, actor, draft, message),
        QuestionButton::StartOver(draft) => question::held::start_over(cx, actor, draft, message),
        QuestionButton::ShowMine(question) => question::mine::show_one(cx, actor, question),
        QuestionButton::SearchPage(search, page) => {
            question::look_up::turn_page(cx, actor, search, page, message)
        }
        QuestionButton::GeneralPetition => question::gate::go_on(cx, actor, message),
        QuestionButton::DangerNow => question::gate::danger_now(cx, actor, message),
        QuestionButton::NoDanger => question::gate::no_danger(cx, actor, message),
        QuestionButton::PassThanks => question::gate::pass_thanks(cx, actor, message),
        QuestionButton::Support(draft, question) => {
            question::support::join(cx, actor, draft, question, message)
        }
        QuestionButton::ReadAnswer(draft, question) => {
            question::support::read_answer(cx, actor, draft, question)
        }
        QuestionButton::AnswerIsEnough(draft) => {
            question::support::content_with_answer(cx, actor, draft, message)
        }
        QuestionButton::SendAnyway(draft) => {
            question::support::send_anyway(cx, actor, draft, message)
        }
        QuestionButton::WithoutWords(draft) => {
            question::attach::without_words(cx, actor, draft, message)
        }
        QuestionButton::Split(draft) => question::split::split(cx, actor, draft, message),
        QuestionButton::KeepWhole(draft) => question::split::keep_whole(cx, actor, draft, message),
        QuestionButton::MeantSo => doors::encoding::meant_so(cx, actor, message),
        QuestionButton::KeepAsWritten => doors::encoding::keep_as_written(cx, actor, message),
        QuestionButton::AddMore(question) => question::add::ask(cx, actor, question),
        QuestionButton::Withdraw(question) => question::withdraw::ask(cx, actor, question),
        QuestionButton::WithdrawNow(question) => {
            question::withdraw::withdraw(cx, actor, question, None)
        }
    }
}
