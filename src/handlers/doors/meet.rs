//! Who came into a private chat, and in what surroundings they speak.

use crate::{
    chat::incoming::Person,
    domain::{
        conversation::Conversation,
        ids::{Language, UserId},
        resident::{AreaRole, Resident},
    },
    handlers::{
        HandlerError,
        question::gate::Surroundings,
        shared::{actor::profile_name, cx::Cx},
    },
    store::{conversations, outbox, residents},
};

/// The person as we know them, brought up to date; of somebody new no more is kept than number and language. The name
/// comes with the consent, and follows Telegram's as long as there is one.
/// Whoever acts has not blocked the bot: what waited for them is sent.
pub(crate) fn meet(cx: &mut Cx<'_, '_>, person: &Person) -> Result<Resident, HandlerError> {
    let known = residents::find(cx.tx, person.id)?;
    if let Some(mut resident) = known {
        let name = profile_name(&person.name);
        if resident.consent.is_some() && resident.name != name && !resident.name_chosen {
            resident.name = name;
            residents::save(cx.tx, &resident, cx.now)?;
        }
        if resident.blocked {
            residents::unmark_blocked(cx.tx, person.id)?;
            outbox::unpark(cx.tx, person.id.private_chat(), cx.now)?;
            resident.blocked = false;
        }
        // An area that is no more is asked for anew.
        resident.area = resident.area.filter(|area| cx.council.offers_area(area));
        return Ok(resident);
    }
    let language = person
        .language_tag
        .as_deref()
        .and_then(Language::from_tag)
        .filter(|language| cx.council.languages.contains(language))
        .unwrap_or_else(|| cx.council.default_language());
    let resident = Resident {
        id: person.id,
        name: String::new(),
        language,
        language_chosen: false,
        name_chosen: false,
        area: None,
        area_role: AreaRole::Lives,
        wants_plain_words: false,
        consent: None,
        blocked: false,
    };
    residents::save(cx.tx, &resident, cx.now)?;
    Ok(resident)
}

/// Whether what is written belongs to a question (or is no question at all): an emergency in it gets the numbers, and
/// the words go on.
pub(crate) fn surroundings(
    cx: &Cx<'_, '_>,
    user: UserId,
    conversation: Option<&Conversation>,
) -> Result<Surroundings, HandlerError> {
    let belongs = matches!(
        conversation,
        Some(
            Conversation::AddingTo(_)
                | Conversation::Withdrawing(_)
                | Conversation::NamingTopic(_)
                | Conversation::NamingSelf
                | Conversation::NamingAssociation(_)
        )
    ) || conversations::draft_of(cx.tx, user)?.is_some();
    Ok(if belongs {
        Surroundings::Question
    } else {
        Surroundings::Nothing
    })
}
