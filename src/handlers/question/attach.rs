//! Photos, albums, voice, documents, places: they go with the draft, or under the card of a question that was
//! sent. What cannot go with a question is answered, never swallowed.
//!
//! The messages of an album come one by one; the next step waits until none has come for a moment, or until
//! the resident does something.

use crate::{
    domain::{
        attachment::{MAX_ATTACHMENTS, Media},
        category,
        conversation::Conversation,
        event::Event,
        ids::{CategoryCode, DraftId, MessageId, UserId},
        question::{Question, draft::Draft, lifecycle},
    },
    handlers::{
        HandlerError,
        card::ask_back,
        meeting::ask,
        people,
        question::{
            self, add,
            draft::{field, screen},
            gate::{self, Gate},
        },
        shared::{
            actor::{Actor, On},
            cx::{Cx, Outcome},
            notices,
        },
    },
    messages::{Html, Message, attachment as say_file, question as say_question, refusal, say},
    store::{attachments, conversations, held_texts, residents},
};

use jiff::SignedDuration;

/// So long after its last message an album counts as complete, in seconds.
const ALBUM_SETTLES: i64 = 2;

/// What became of it.
pub(crate) enum Taken {
    /// Everything was taken, or answered.
    All,
    /// The thing itself was refused, and its sender told so; the words that came with it are still to be heard.
    WordsAreLeft(String),
}

impl Taken {
    /// The thing is refused; its words are not.
    pub(crate) fn but(words: &str) -> Self {
        if words.is_empty() {
            Self::All
        } else {
            Self::WordsAreLeft(words.to_owned())
        }
    }
}

/// It belongs to the draft, which begins with it if there is none.
pub(crate) fn to_draft(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    media: &Media,
    caption: &str,
    is_of_an_album: bool,
) -> Result<Taken, HandlerError> {
    let chat = actor.chat;
    let words = actor.words(cx);
    let draft = conversations::draft_of(cx.tx, actor.user)?;
    if !caption.is_empty() && gate::look_at(cx, actor, caption, draft.as_ref())? == Gate::Closed {
        keep_beside_held_words(cx, actor, draft, media)?;
        return Ok(Taken::All);
    }
    let draft = match draft {
        Some(old) if !old.is_fresh(cx.now) && !old.text.is_empty() => {
            beside_an_old_draft(cx, actor, &old, caption)?;
            return Ok(Taken::All);
        }
        Some(draft) => draft,
        None => {
            let area = actor.resident()?.area.as_ref();
            let draft = conversations::start_draft(cx.tx, actor.user, "", area, cx.now)?;
            ask::tie(cx, actor, draft)?
        }
    };
    let before = attachments::of(cx.tx, draft.id)?;
    if before.len() >= MAX_ATTACHMENTS {
        let html = say!(words, "media-too-many", limit = MAX_ATTACHMENTS);
        cx.reply(chat, Message::plain(html))?;
        if caption.is_empty() {
            question::ask::advance(cx, actor, &draft, None)?;
        }
        return Ok(Taken::but(caption));
    }
    attachments::add(cx.tx, draft.id, media, cx.now)?;
    conversations::clear(cx.tx, actor.user)?;
    let draft = take_caption(cx, actor, draft, caption)?;
    if is_of_an_album {
        let at = cx
            .now
            .checked_add(SignedDuration::from_secs(ALBUM_SETTLES))
            .unwrap_or(cx.now);
        attachments::settle_at(cx.tx, draft.id, at)?;
        return Ok(Taken::All);
    }
    show_next(cx, actor, &draft)?;
    Ok(Taken::All)
}

/// The gate holds the words that came with it. The file waits in the draft, which may have no words yet: sent on as a
/// petition, they find it there.
fn keep_beside_held_words(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: Option<Draft>,
    media: &Media,
) -> Outcome {
    let words = actor.words(cx);
    let draft = match draft {
        Some(old) if !old.is_fresh(cx.now) && !old.text.is_empty() => {
            let html = say!(words, "media-not-kept");
            return Ok(cx.reply(actor.chat, Message::plain(html))?);
        }
        Some(draft) => draft,
        None => {
            let area = actor.resident()?.area.as_ref();
            conversations::start_draft(cx.tx, actor.user, "", area, cx.now)?
        }
    };
    if attachments::of(cx.tx, draft.id)?.len() >= MAX_ATTACHMENTS {
        let html = say!(words, "media-too-many", limit = MAX_ATTACHMENTS);
        return Ok(cx.reply(actor.chat, Message::plain(html))?);
    }
    attachments::add(cx.tx, draft.id, media, cx.now)?;
    let html = say!(words, "media-held");
    Ok(cx.reply(actor.chat, Message::plain(html))?)
}

/// Whether an album is the rest of one whose words the gate has just taken: that was said, nothing is asked.
fn waits_at_the_gate(cx: &Cx<'_, '_>, draft: &Draft) -> Result<bool, HandlerError> {
    let came = cx.now.as_second() - 5 * ALBUM_SETTLES;
    Ok(draft.text.is_empty() && held_texts::were_held_since(cx.tx, draft.author, came)?)
}

/// What was held at the gate is gone, and with it files that were only waiting for it.
pub(crate) fn let_go_with_held_words(cx: &mut Cx<'_, '_>, user: UserId) -> Outcome {
    if let Some(draft) = conversations::draft_of(cx.tx, user)?
        && draft.text.is_empty()
    {
        conversations::remove_draft(cx.tx, draft.id)?;
    }
    Ok(())
}

/// An old draft lies there: whether this belongs to it is asked, once for all of an album. The words are
/// held; the file has to be sent again.
fn beside_an_old_draft(cx: &mut Cx<'_, '_>, actor: &Actor, old: &Draft, caption: &str) -> Outcome {
    let held = conversations::find(cx.tx, actor.user)?;
    if matches!(held, Some(Conversation::HoldingText { .. })) && caption.is_empty() {
        return Ok(());
    }
    question::held::hold(cx, actor, caption)?;
    let words = actor.words(cx);
    let asked = say_question::draft_held(words, old);
    let html = Html::paragraphs([asked.html, say!(words, "media-old-draft")]);
    let message = Message { html, ..asked };
    Ok(cx.reply(actor.chat, message)?)
}

/// The name of a document, as its sender gave it.
pub(crate) fn name_of(media: &Media) -> &str {
    match media {
        Media::Document {
            name: Some(name), ..
        } => name,
        _ => "",
    }
}

/// The draft with these words below its own; of one without words they are the first, and its field is asked for.
pub(crate) fn with_words(cx: &Cx<'_, '_>, draft: &Draft, more: &str) -> Option<Draft> {
    if draft.text == says_it(cx) {
        let silent = Draft {
            text: String::new(),
            category: None,
            ..draft.clone()
        };
        return silent.with_more(more);
    }
    let mut longer = draft.with_more(more)?;
    let mut before = draft.clone();
    field::read_anew(cx, &mut before);
    longer.category = before.category;
    Some(longer)
}

/// The words under a picture are words of the draft; edited later, the draft follows.
fn take_caption(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: Draft,
    caption: &str,
) -> Result<Draft, HandlerError> {
    if caption.is_empty() {
        conversations::save_draft(cx.tx, &draft, cx.now)?;
        return Ok(draft);
    }
    let Some(longer) = with_words(cx, &draft, caption) else {
        let too_long = say_question::too_long(actor.words(cx), &draft);
        cx.reply(actor.chat, too_long)?;
        return Ok(draft);
    };
    conversations::save_draft(cx.tx, &longer, cx.now)?;
    question::ask::remember_source(cx, actor, &longer, caption)?;
    Ok(longer)
}

/// What has come so far, and the draft's next step.
fn show_next(cx: &mut Cx<'_, '_>, actor: &Actor, draft: &Draft) -> Outcome {
    let chat = actor.chat;
    let words = actor.words(cx);
    let all = attachments::of(cx.tx, draft.id)?;
    let is_place = matches!(all.last(), Some(Media::Place { .. }));
    if draft.text.is_empty() {
        let asked = say_file::needs_words(words, draft.id, &all);
        let asked = if is_place {
            people::place::propose(cx, actor, draft, asked)?
        } else {
            asked
        };
        return screen::show(cx, actor, draft.id, None, asked);
    }
    let received = Message::plain(say_file::received(words, &all));
    if draft.area.is_none() {
        cx.reply(chat, received)?;
        return question::ask::advance(cx, actor, draft, None);
    }
    let next = question::ask::next_step(cx, actor, draft)?;
    let next = if is_place {
        people::place::propose(cx, actor, draft, next)?
    } else {
        next
    };
    let html = Html::paragraphs([received.html, next.html]);
    screen::show(cx, actor, draft.id, None, Message { html, ..next })
}

/// What stands in the place of words where the attachments say it all.
pub(crate) fn says_it(cx: &Cx<'_, '_>) -> String {
    crate::messages::label!(cx.group_words(), "media-says-it")
}

/// "Bỏ qua": the attachments say it all.
pub(crate) fn without_words(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = question::ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    if !draft.text.is_empty() {
        return question::ask::advance(cx, actor, &draft, Some(shown));
    }
    let draft = wordless(cx, &draft);
    conversations::save_draft(cx.tx, &draft, cx.now)?;
    question::ask::advance(cx, actor, &draft, Some(shown))
}

/// "Gửi luôn tin thoại": nothing is written, nothing looked at again.
pub(crate) fn send_as_is(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    draft: DraftId,
    shown: MessageId,
) -> Outcome {
    let Some(draft) = question::ask::draft_of_button(cx, actor, draft)? else {
        return Ok(());
    };
    if draft.area.is_none() || !draft.text.is_empty() {
        return without_words(cx, actor, draft.id, shown);
    }
    conversations::save_draft(cx.tx, &wordless(cx, &draft), cx.now)?;
    question::submit::submit(cx, actor, draft.id, shown)
}

/// Nothing to read a field from: a clerk listens, looks and sorts.
fn wordless(cx: &Cx<'_, '_>, draft: &Draft) -> Draft {
    Draft {
        text: says_it(cx),
        category: Some(CategoryCode::new(category::OTHER)),
        ..draft.clone()
    }
}

/// Something is added to a question that was sent: it goes under the card at once.
pub(crate) fn to_question(
    cx: &mut Cx<'_, '_>,
    actor: &Actor,
    question: &Question,
    media: &Media,
    caption: &str,
) -> Result<Taken, HandlerError> {
    let chat = actor.chat;
    let words = actor.words(cx);
    let all = attachments::of_question(cx.tx, question.id)?;
    let refused = lifecycle::may_add(question, 0).err();
    if let Some(refused) = refused {
        let sentence = Html::text(&refusal::sentence(words, &refused));
        cx.reply(chat, Message::plain(sentence))?;
        return Ok(Taken::All);
    }
    if all.len() >= 2 * MAX_ATTACHMENTS {
        let limit = 2 * MAX_ATTACHMENTS;
        let html = say!(words, "media-too-many", limit = limit);
        cx.reply(chat, Message::plain(html))?;
        return Ok(Taken::but(caption));
    }
    if !attachments::add_to_question(cx.tx, question.id, media, cx.now)? {
        return Ok(Taken::but(caption));
    }
    if caption.is_empty() {
        cx.record(&Event::QuestionAddedTo, Some(actor.user), Some(question.id))?;
        notices::media_under_card(cx, question, vec![media.clone()])?;
        if let Some(thanks) = ask_back::replied(cx, question, None)? {
            conversations::clear(cx.tx, actor.user)?;
            cx.reply(chat, Message::plain(thanks))?;
            return Ok(Taken::All);
        }
        let done = say!(words, "added", code = question.code);
        cx.reply(chat, Message::plain(done))?;
        return Ok(Taken::All);
    }
    notices::media_under_card(cx, question, vec![media.clone()])?;
    add::add(cx, actor, question.id, caption)?;
    Ok(Taken::All)
}

/// Albums that are complete get their next step.
pub(crate) fn settle_albums(cx: &mut Cx<'_, '_>) -> Outcome {
    for user in attachments::settled(cx.tx, cx.now)? {
        let (Some(resident), Some(draft)) = (
            residents::find(cx.tx, user)?,
            conversations::draft_of(cx.tx, user)?,
        ) else {
            continue;
        };
        conversations::save_draft(cx.tx, &draft, draft.updated_at)?;
        let name = resident.name.clone();
        let actor = Actor::in_private(resident, &name, On::Nothing);
        if !waits_at_the_gate(cx, &draft)? {
            show_next(cx, &actor, &draft)?;
        }
    }
    Ok(())
}
