//! Buttons of coming in: consent, language, where somebody lives.

use crate::{
    chat::button::PersonButton,
    domain::{conversation::Wish, ids::MessageId},
    handlers::{
        doors, people, question,
        shared::{
            actor::Actor,
            asked,
            cx::{Cx, Outcome},
        },
    },
    messages::{Message, say},
    store::conversations,
};

/// In a private chat.
pub(crate) fn in_private(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    button: PersonButton,
    message: MessageId,
) -> Outcome {
    let words = actor.words(cx);
    match button {
        PersonButton::Agree(version) => {
            let next = people::consent::agree(cx, actor, version, message)?;
            doors::next::run(cx, next)
        }
        PersonButton::Refuse => people::consent::refuse(cx, actor, message),
        PersonButton::Speak(language) => people::consent::speak(cx, actor, language, message),
        PersonButton::AreaPage(parent, page) => {
            people::area::turn_page(cx, actor, parent.as_ref(), page, message)
        }
        PersonButton::LiveIn(area) => {
            let next = people::area::pressed(cx, actor, &area, message)?;
            doors::next::run(cx, next)
        }
        PersonButton::SkipNeighbourhood => {
            let next = people::area::skip_neighbourhood(cx, actor, message)?;
            doors::next::run(cx, next)
        }
        PersonButton::DelegatesOf(area) => {
            question::look_up::delegates_of(cx, actor, &area, message)
        }
        PersonButton::DelegatesPage(page) => {
            question::look_up::delegates_page(cx, actor, page, message)
        }
        PersonButton::ChangeArea => people::area::ask(cx, actor, Wish::Home),
        PersonButton::Cancel => {
            conversations::clear(cx.tx, actor.user)?;
            asked::close(cx, actor)?;
            cx.replace(
                actor.chat,
                message,
                Message::plain(say!(words, "cancelled")),
            )?;
            Ok(())
        }
    }
}
