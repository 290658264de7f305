//! Files, places and contacts in a private chat: what they belong to.

use crate::{
    chat::command::{self, Command, Slash},
    domain::{
        attachment::{self, Sent},
        conversation::Conversation,
        ids::MessageId,
        prompt::{BroadcastPrompt, Prompt},
        text,
    },
    handlers::{
        HandlerError,
        doors::{self, prompts},
        paper::follow,
        people::phone,
        question::{
            add, ask,
            attach::{self, Taken},
            gate::{self, Gate, Surroundings},
        },
        shared::{actor::Actor, consent::ask_for_consent, cx::Cx, prompts::Reply},
        triage::site,
    },
    messages::{Message, attachment as say_file, say},
    store::conversations,
};

/// What came.
pub(crate) struct Arrived<'a> {
    /// The thing itself.
    pub(crate) sent: &'a Sent,
    /// The words under it.
    pub(crate) caption: Option<&'a str>,
    /// The message it replies to.
    pub(crate) replied: Option<MessageId>,
    /// Whether it is one of an album.
    pub(crate) album: Option<&'a str>,
}

/// Something that is not text came, and what else its message holds.
pub(crate) fn all_arrived(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    first: &Arrived<'_>,
    more: &[Sent],
) -> Result<Taken, HandlerError> {
    let taken = arrived(cx, actor, first)?;
    for sent in more {
        let of_page = Arrived {
            sent,
            caption: None,
            ..*first
        };
        arrived(cx, actor, &of_page)?;
    }
    Ok(taken)
}

/// Something that is not text came.
#[expect(
    clippy::too_many_lines,
    reason = "one question after another: what is it for"
)]
fn arrived(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    arrived: &Arrived<'_>,
) -> Result<Taken, HandlerError> {
    let chat = actor.chat;
    let words = actor.words(cx);
    let caption = caption_of(cx, arrived);
    let conversation = conversations::find(cx.tx, actor.user)?;
    if let Some(Conversation::Asked {
        prompt: prompt @ Prompt::Broadcast(BroadcastPrompt::Text(_)),
        question,
    }) = &conversation
    {
        conversations::clear(cx.tx, actor.user)?;
        let reply = Reply {
            actor,
            message: actor.wrote().unwrap_or(MessageId(0)),
            question: *question,
            text: &caption,
            file: Some(arrived.sent),
        };
        prompts::answered(cx, prompt.clone(), &reply)?;
        return Ok(Taken::All);
    }
    if !caption.is_empty()
        && gate::emergency(cx, actor, &caption, Surroundings::Question)? == Gate::Closed
    {
        return Ok(Taken::All);
    }
    if let Some(replied) = arrived.replied
        && site::replied(cx, actor, replied, (&caption, Some(arrived.sent)))?
    {
        return Ok(Taken::All);
    }
    if let Some(Conversation::Asked { prompt, question }) = &conversation
        && prompt.is_of_site_round()
    {
        let reply = Reply {
            actor,
            message: actor.wrote().unwrap_or(MessageId(0)),
            question: *question,
            text: &caption,
            file: Some(arrived.sent),
        };
        doors::prompts::answered(cx, prompt.clone(), &reply)?;
        return Ok(Taken::All);
    }
    let media = match arrived.sent {
        Sent::Media(media) => media,
        Sent::Contact { phone, user } => {
            if let Some(Conversation::ProvingPhone(code)) = &conversation {
                follow::shared_contact(cx, actor, code, phone, *user)?;
                return Ok(Taken::All);
            }
            phone::contact(cx, actor, phone, *user)?;
            return Ok(Taken::but(&caption));
        }
        Sent::Other => {
            cx.reply(chat, Message::plain(say!(words, "media-other")))?;
            return refused(cx, actor, &caption);
        }
    };
    if !actor.resident()?.has_consented() {
        // The first of an album asks; its other messages need not ask again.
        if arrived.album.is_some() && matches!(conversation, Some(Conversation::Consenting { .. }))
        {
            return Ok(Taken::All);
        }
        cx.reply(chat, Message::plain(say!(words, "media-after-consent")))?;
        let wish = ask::wish(actor, caption);
        ask_for_consent(cx, actor, wish)?;
        return Ok(Taken::All);
    }
    if let Err(unfit) = attachment::check(media) {
        cx.reply(chat, say_file::unfit(words, &unfit))?;
        return refused(cx, actor, &caption);
    }
    if attachment::speaks_of_papers(&caption)
        || attachment::speaks_of_papers(attach::name_of(media))
    {
        cx.reply(chat, Message::plain(say!(words, "media-papers")))?;
    }
    if let Some(Conversation::Asked { prompt, question }) = &conversation
        && prompt.takes_file()
        && arrived.replied.is_none()
    {
        conversations::clear(cx.tx, actor.user)?;
        let reply = Reply {
            actor,
            message: actor.wrote().unwrap_or(MessageId(0)),
            question: *question,
            text: &caption,
            file: Some(arrived.sent),
        };
        doors::prompts::answered(cx, prompt.clone(), &reply)?;
        return Ok(Taken::All);
    }
    let replied = match arrived.replied {
        Some(replied) => add::replied_about(cx, actor, replied)?,
        None => None,
    };
    let question = match (replied, conversation) {
        (Some(question), _) => Some(question),
        (None, Some(Conversation::AddingTo(id))) => add::own(cx, actor, id)?,
        (None, _) => None,
    };
    match question {
        Some(question) => attach::to_question(cx, actor, &question, media, &caption),
        None => attach::to_draft(cx, actor, media, &caption, arrived.album.is_some()),
    }
}

/// It was refused. Its words are still to be heard; without any, a draft that lies there goes on below the refusal.
fn refused(cx: &mut Cx<'_, '_>, actor: &Actor, caption: &str) -> Result<Taken, HandlerError> {
    if caption.is_empty() && conversations::draft_of(cx.tx, actor.user)?.is_some() {
        ask::go_on(cx, actor)?;
    }
    Ok(Taken::but(caption))
}

/// The words under it; sent as `/hoi …`, without the command.
fn caption_of(cx: &Cx<'_, '_>, arrived: &Arrived<'_>) -> String {
    let caption = arrived.caption.unwrap_or_default();
    let caption = match command::parse(caption, &cx.facts.bot().username) {
        Some(Slash::Known(Command::Ask, argument)) => argument,
        Some(Slash::Known(..) | Slash::Unknown | Slash::ForAnotherBot) | None => caption,
    };
    text::clean(caption)
}
