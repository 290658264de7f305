//! Goes on with what a step in one room leads to in another.

use crate::{
    domain::conversation::{Conversation, Wish},
    handlers::{
        consult, meeting, paper, people, question,
        shared::{
            actor::{Actor, On},
            asked,
            cx::{Cx, Outcome},
            next::Next,
        },
    },
    messages::question as say_question,
    store::conversations,
};

/// Runs what comes after a step. Words that came instead are run by whoever has them.
pub(crate) fn run(cx: &mut Cx<'_, '_>, next: Next) -> Outcome {
    match next {
        Next::Nothing | Next::Words => Ok(()),
        Next::Fulfil(actor, wish) => fulfil(cx, &actor, wish),
    }
}

/// Goes on with what a person wanted before something had to be asked.
fn fulfil(cx: &mut Cx<'_, '_>, actor: &Actor, wish: Wish) -> Outcome {
    match wish {
        Wish::Home | Wish::Area(_) => Ok(()),
        Wish::Ask { text, .. } if text.is_empty() => {
            conversations::set(cx.tx, actor.user, &Conversation::WritingQuestion, cx.now)?;
            let prompt = say_question::prompt(actor.words(cx));
            asked::put(cx, actor, prompt)
        }
        Wish::Ask {
            text,
            message,
            in_danger,
        } => {
            let actor = &actor.on(On::kept(message));
            if in_danger {
                return question::ask::past_the_gate_in_danger(cx, actor, &text);
            }
            question::ask::past_the_gate(cx, actor, &text)
        }
        Wish::Draft => question::ask::go_on(cx, actor),
        Wish::Meeting(meeting) => meeting::register::register(cx, actor, &meeting),
        Wish::Settings => people::settings::show(cx, actor),
        Wish::Phone => people::phone::ask(cx, actor),
        Wish::AskForMeeting(meeting) => meeting::ask::begin(cx, actor, &meeting),
        Wish::Follow(code) => paper::follow::by_link(cx, actor, &code),
        Wish::FollowPublic(code) => question::look_up::follow(cx, actor, &code),
        Wish::Consult(round) => consult::voice::begin(cx, actor, round),
    }
}
