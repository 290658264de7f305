//! Photos, albums, voice, documents, places: they go with the draft, or under the card of a question that was
//! sent. What cannot go with a question is answered, never swallowed.
//!
//! The messages of an album come one by one; the next step waits until none has come for a moment, or until
//! the resident does something.

use jiff::SignedDuration;

use super::{
    HandlerError, add_to_question, ask_back, ask_for_meeting, ask_question,
    context::{Cx, Outcome},
    follow_question,
    gate::{self, Gate, Surroundings},
    in_private::ask_for_consent,
    notices, place_question, share_phone,
};
use crate::{
    domain::{
        attachment::{self, MAX_ATTACHMENTS, Media, Sent},
        conversation::{Conversation, Wish},
        event::Event,
        ids::{DraftId, MessageId},
        question::{Question, draft::Draft, lifecycle},
        resident::Resident,
        text,
    },
    messages::{Html, Message, attachment as say_file, question as say_question, refusal, say},
    store::{attachments, conversations, residents},
};

/// So long after its last message an album counts as complete, in seconds.
const ALBUM_SETTLES: i64 = 2;

/// What came.
pub(super) struct Arrived<'a> {
    /// The thing itself.
    pub(super) sent: &'a Sent,
    /// The words under it.
    pub(super) caption: Option<&'a str>,
    /// The message it replies to.
    pub(super) replied: Option<MessageId>,
    /// Whether it is one of an album.
    pub(super) album: Option<&'a str>,
}

/// Something that is not text came.
pub(super) fn arrived(cx: &mut Cx<'_, '_>, resident: &Resident, arrived: &Arrived<'_>) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let caption = arrived.caption.map(text::clean).unwrap_or_default();
    let conversation = conversations::find(cx.tx, resident.id)?;
    if !caption.is_empty()
        && gate::emergency(cx, resident, &caption, Surroundings::Question)? == Gate::Closed
    {
        return Ok(());
    }
    let media = match arrived.sent {
        Sent::Media(media) => media,
        Sent::Contact { phone, user } => {
            if let Some(Conversation::ProvingPhone(code)) = &conversation {
                return follow_question::shared_contact(cx, resident, code, phone, *user);
            }
            return share_phone::contact(cx, resident, phone, *user);
        }
        Sent::Other => {
            return Ok(cx.reply(chat, Message::plain(say!(words, "media-other")))?);
        }
    };
    if !resident.has_consented() {
        // The first of an album asks; its other messages need not ask again.
        if arrived.album.is_some() && matches!(conversation, Some(Conversation::Consenting { .. }))
        {
            return Ok(());
        }
        cx.reply(chat, Message::plain(say!(words, "media-after-consent")))?;
        return ask_for_consent(cx, resident, Wish::Ask { text: caption });
    }
    if let Err(unfit) = attachment::check(media) {
        return Ok(cx.reply(chat, say_file::unfit(words, &unfit))?);
    }
    if attachment::speaks_of_papers(&caption) || attachment::speaks_of_papers(name_of(media)) {
        cx.reply(chat, Message::plain(say!(words, "media-papers")))?;
    }
    let replied = match arrived.replied {
        Some(replied) => add_to_question::replied_about(cx, resident, replied)?,
        None => None,
    };
    let question = match (replied, conversation) {
        (Some(question), _) => Some(question),
        (None, Some(Conversation::AddingTo(id))) => add_to_question::own(cx, resident, id)?,
        (None, _) => None,
    };
    match question {
        Some(question) => to_question(cx, resident, &question, media, &caption),
        None => to_draft(cx, resident, media, &caption, arrived.album.is_some()),
    }
}

fn to_draft(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    media: &Media,
    caption: &str,
    is_of_an_album: bool,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let draft = conversations::draft_of(cx.tx, resident.id)?;
    if !caption.is_empty() && gate::look_at(cx, resident, caption, draft.as_ref())? == Gate::Closed
    {
        return Ok(());
    }
    let draft = match draft {
        Some(old) if !old.is_fresh(cx.now) && !old.text.is_empty() => {
            return beside_an_old_draft(cx, resident, &old, caption);
        }
        Some(draft) => draft,
        None => {
            let area = resident.area.as_ref();
            let draft = conversations::start_draft(cx.tx, resident.id, "", area, cx.now)?;
            ask_for_meeting::tie(cx, resident, draft)?
        }
    };
    let before = attachments::of(cx.tx, draft.id)?;
    if before.len() >= MAX_ATTACHMENTS {
        let html = say!(words, "media-too-many", limit = MAX_ATTACHMENTS);
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    attachments::add(cx.tx, draft.id, media, cx.now)?;
    conversations::clear(cx.tx, resident.id)?;
    let draft = take_caption(cx, draft, caption)?;
    if is_of_an_album {
        let at = cx
            .now
            .checked_add(SignedDuration::from_secs(ALBUM_SETTLES))
            .unwrap_or(cx.now);
        return Ok(attachments::settle_at(cx.tx, draft.id, at)?);
    }
    show_next(cx, resident, &draft)
}

/// An old draft lies there: whether this belongs to it is asked, once for all of an album. The words are
/// held; the file has to be sent again.
fn beside_an_old_draft(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    old: &Draft,
    caption: &str,
) -> Outcome {
    let held = conversations::find(cx.tx, resident.id)?;
    if matches!(held, Some(Conversation::HoldingText { .. })) && caption.is_empty() {
        return Ok(());
    }
    let text = caption.to_owned();
    let holding = Conversation::HoldingText { text };
    conversations::set(cx.tx, resident.id, &holding, cx.now)?;
    let words = cx.words(resident.language);
    let asked = say_question::draft_held(words, old);
    let html = Html::paragraphs([asked.html, say!(words, "media-old-draft")]);
    let message = Message { html, ..asked };
    Ok(cx.reply(resident.id.private_chat(), message)?)
}

fn name_of(media: &Media) -> &str {
    match media {
        Media::Document {
            name: Some(name), ..
        } => name,
        _ => "",
    }
}

/// The words under a picture are words of the draft; edited later, the draft follows.
fn take_caption(cx: &mut Cx<'_, '_>, draft: Draft, caption: &str) -> Result<Draft, HandlerError> {
    if caption.is_empty() {
        conversations::save_draft(cx.tx, &draft, cx.now)?;
        return Ok(draft);
    }
    let Some(longer) = draft.with_more(caption) else {
        return Ok(draft);
    };
    conversations::save_draft(cx.tx, &longer, cx.now)?;
    ask_question::remember_source(cx, &longer, caption)?;
    Ok(longer)
}

/// What has come so far, and the draft's next step.
fn show_next(cx: &mut Cx<'_, '_>, resident: &Resident, draft: &Draft) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let all = attachments::of(cx.tx, draft.id)?;
    let is_place = matches!(all.last(), Some(Media::Place { .. }));
    if draft.text.is_empty() {
        let asked = say_file::needs_words(words, draft.id, &all);
        let asked = if is_place {
            place_question::propose(cx, resident, draft, asked)?
        } else {
            asked
        };
        return Ok(cx.reply(chat, asked)?);
    }
    let received = Message::plain(say_file::received(words, &all));
    if draft.area.is_none() {
        cx.reply(chat, received)?;
        return ask_question::advance(cx, resident, draft, None);
    }
    let next = ask_question::next_step(cx, resident, draft)?;
    let next = if is_place {
        place_question::propose(cx, resident, draft, next)?
    } else {
        next
    };
    let html = Html::paragraphs([received.html, next.html]);
    Ok(cx.reply(chat, Message { html, ..next })?)
}

/// "Bỏ qua": the attachments say it all.
pub(super) fn without_words(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = ask_question::draft_of_button(cx, resident, draft)? else {
        return Ok(());
    };
    if !draft.text.is_empty() {
        return ask_question::advance(cx, resident, &draft, Some(shown));
    }
    let group = cx.group_words();
    let text = crate::messages::label!(group, "media-says-it");
    let draft = Draft { text, ..draft };
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    ask_question::advance(cx, resident, &draft, Some(shown))
}

/// Something is added to a question that was sent: it goes under the card at once.
fn to_question(
    cx: &mut Cx<'_, '_>,
    resident: &Resident,
    question: &Question,
    media: &Media,
    caption: &str,
) -> Outcome {
    let chat = resident.id.private_chat();
    let words = cx.words(resident.language);
    let all = attachments::of_question(cx.tx, question.id)?;
    let refused = lifecycle::may_add(question, 0).err();
    if let Some(refused) = refused {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        return Ok(cx.reply(chat, Message::plain(sentence))?);
    }
    if all.len() >= 2 * MAX_ATTACHMENTS {
        let limit = 2 * MAX_ATTACHMENTS;
        let html = say!(words, "media-too-many", limit = limit);
        return Ok(cx.reply(chat, Message::plain(html))?);
    }
    if !attachments::add_to_question(cx.tx, question.id, media, cx.now)? {
        return Ok(());
    }
    if caption.is_empty() {
        cx.record(
            &Event::QuestionAddedTo,
            Some(resident.id),
            Some(question.id),
        )?;
        notices::media_under_card(cx, question, vec![media.clone()])?;
        if let Some(thanks) = ask_back::replied(cx, question, None)? {
            conversations::clear(cx.tx, resident.id)?;
            return Ok(cx.reply(chat, Message::plain(thanks))?);
        }
        let done = say!(words, "added", code = question.code);
        return Ok(cx.reply(chat, Message::plain(done))?);
    }
    notices::media_under_card(cx, question, vec![media.clone()])?;
    add_to_question::add(cx, resident, question.id, caption)
}

/// Albums that are complete get their next step.
pub(super) fn settle_albums(cx: &mut Cx<'_, '_>) -> Outcome {
    for user in attachments::settled(cx.tx, cx.now)? {
        let (Some(resident), Some(draft)) = (
            residents::find(cx.tx, user)?,
            conversations::draft_of(cx.tx, user)?,
        ) else {
            continue;
        };
        conversations::save_draft(cx.tx, &draft, draft.updated_at)?;
        show_next(cx, &resident, &draft)?;
    }
    Ok(())
}
