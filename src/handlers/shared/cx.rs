//! What a handler holds while it works: the transaction, the facts, the time, and the ways to record.

use crate::{
    chat::outgoing::{About, Act, Keyboard, Lane, MAX_CAPTION, Outgoing, Picture, Target},
    domain::{
        attachment::Media,
        council::Council,
        event::Event,
        ids::{ChatId, Language, MessageId, QuestionId, UserId},
        question::Question,
        reading::Reading,
        text,
    },
    handlers::{Facts, HandlerError, shared::rights},
    messages::{
        Message, Style, Words,
        html::{Html, MAX_MESSAGE},
        keyboard, label, plain, say,
    },
    store::{self, WriteTx, events, held_deeds::Asked, outbox, readings, residents},
};

use jiff::Timestamp;

/// The result of every handler.
pub(crate) type Outcome = Result<(), HandlerError>;

/// One update being handled.
pub(crate) struct Cx<'a, 'c> {
    pub(crate) tx: &'a mut WriteTx<'c>,
    pub(crate) facts: &'a Facts,
    pub(crate) council: &'a Council,
    pub(crate) now: Timestamp,
    /// How whoever acts wants to be spoken to.
    pub(crate) style: Style,
    /// Whoever acts in their private chat: messages to them need no look at how they want to be spoken to.
    pub(crate) talks_with: Option<UserId>,
    /// Whoever acts has just left open in which part of their area they live: they are not asked again at once.
    pub(crate) leaves_part_open: bool,
    toast: Option<String>,
    is_alert: bool,
    /// What Telegram has to tell before anything is done.
    asks: Option<Asked>,
    /// A message under which somebody pressed a button that is not there: it is not written over.
    not_pressed: Option<MessageId>,
    /// Who says too much at once gets no answers.
    hushed: Option<ChatId>,
}

impl<'a, 'c> Cx<'a, 'c> {
    pub(crate) fn new(
        tx: &'a mut WriteTx<'c>,
        facts: &'a Facts,
        council: &'a Council,
        now: Timestamp,
    ) -> Self {
        Self {
            tx,
            facts,
            council,
            now,
            style: Style::Full,
            talks_with: None,
            leaves_part_open: false,
            toast: None,
            is_alert: false,
            asks: None,
            not_pressed: None,
            hushed: None,
        }
    }

    /// The speaker of `language`, in the style of whoever acts. For somebody else: [`Cx::words_for`].
    pub(crate) fn words(&self, language: Language) -> Words<'a> {
        let catalog = self.facts.catalog();
        catalog.words_in(language, self.style, self.council)
    }

    /// The speaker somebody else listens to: in their language and style.
    pub(crate) fn words_for(&self, user: UserId) -> store::Result<Words<'a>> {
        let known = residents::find(self.tx, user)?;
        let language = known
            .as_ref()
            .map_or_else(|| self.council.default_language(), |known| known.language);
        let style = match known {
            Some(known) if known.wants_plain_words => Style::Plain,
            _ => Style::Full,
        };
        Ok(self.facts.catalog().words_in(language, style, self.council))
    }

    /// The speaker the author of a question listens to; the council's own language for a question on paper.
    pub(crate) fn words_for_author(&self, question: &Question) -> store::Result<Words<'a>> {
        match question.author {
            Some(author) => self.words_for(author),
            None => Ok(self.group_words()),
        }
    }

    /// The speaker of the council's own language, for groups.
    pub(crate) fn group_words(&self) -> Words<'a> {
        let language = self.council.default_language();
        self.facts.catalog().words(language, self.council)
    }

    /// Messages to somebody who asked for plain words lose their signs, whoever sends them.
    fn in_style(&self, chat: ChatId, message: Message) -> store::Result<Message> {
        let message = self.with_own_doors(chat, message)?;
        let is_plain = match self.talks_with {
            Some(user) if chat == user.private_chat() => self.style == Style::Plain,
            _ => chat.is_private() && residents::wants_plain_words(self.tx, UserId(chat.0))?,
        };
        Ok(if is_plain {
            plain::simplify(message)
        } else {
            message
        })
    }

    /// The keyboard at the bottom shows the office's work to whoever does it.
    fn with_own_doors(&self, chat: ChatId, message: Message) -> store::Result<Message> {
        if !chat.is_private() || !matches!(message.keyboard, Some(Keyboard::Home(_))) {
            return Ok(message);
        }
        let user = UserId(chat.0);
        let is_clerk = rights::of(self, user, chat).is_ok_and(|rights| rights.is_clerk());
        if !is_clerk {
            return Ok(message);
        }
        let keyboard = keyboard::clerks_home(self.words_for(user)?);
        Ok(Message {
            keyboard: Some(keyboard),
            ..message
        })
    }

    /// A short text for the person who pressed.
    pub(crate) fn toast(&mut self, text: String) {
        self.toast = Some(self.flash(text));
        self.is_alert = false;
    }

    /// A refusal the person who pressed should read.
    pub(crate) fn alert(&mut self, text: String) {
        self.toast = Some(self.flash(text));
        self.is_alert = true;
    }

    /// A button that no longer means anything here: forged, of an older bot, or of a thing that is over.
    pub(crate) fn old_button(&mut self, words: Words<'_>) {
        self.toast(label!(words, "old-button"));
    }

    fn flash(&self, text: String) -> String {
        match self.style {
            Style::Full => text,
            Style::Plain => plain::label(&text),
        }
    }

    /// Whether the person who pressed is told something already.
    pub(crate) fn has_toast(&self) -> bool {
        self.toast.is_some()
    }

    pub(crate) fn into_toast(self) -> (Option<String>, bool) {
        (self.toast, self.is_alert)
    }

    /// Nothing more is answered in this chat: too much is said there at once. What others read stays.
    pub(crate) fn hush(&mut self, chat: ChatId) {
        self.hushed = Some(chat);
    }

    /// Somebody may be in danger: whatever they said before, they are answered.
    pub(crate) fn speak_up(&mut self) {
        self.hushed = None;
    }

    /// Nothing is done before Telegram has told this.
    pub(crate) fn ask_telegram(&mut self, asked: Asked) {
        self.asks = Some(asked);
    }

    /// What Telegram has to tell first.
    pub(crate) fn asks(&self) -> Option<Asked> {
        self.asks
    }

    /// The button that was pressed is not under this message: whatever it means, it does not write over it.
    pub(crate) fn protect(&mut self, message: MessageId) {
        self.not_pressed = Some(message);
    }

    /// Whether what was pressed stands under this message, as far as is known.
    pub(crate) fn is_protected(&self, message: MessageId) -> bool {
        self.not_pressed == Some(message)
    }

    /// An answer to somebody who has just done something.
    pub(crate) fn reply(&mut self, chat: ChatId, message: Message) -> store::Result<()> {
        self.send(chat, Lane::Reply, message, Placing::default())
    }

    /// Somebody in `chat` wants to know what takes time to look up: it is told when it is found.
    pub(crate) fn want(&mut self, chat: ChatId, reading: &Reading) -> store::Result<()> {
        match readings::want(self.tx, chat, reading, self.now)? {
            readings::Wish::Kept | readings::Wish::KnownAlready => Ok(()),
            readings::Wish::TooMany => {
                let words = if chat.is_private() {
                    self.words_for(UserId(chat.0))?
                } else {
                    self.group_words()
                };
                let message = Message::plain(say!(words, "reading-too-many"));
                self.reply(chat, message)
            }
        }
    }

    /// New words for a message that carries buttons.
    pub(crate) fn replace(
        &mut self,
        chat: ChatId,
        message: MessageId,
        with: Message,
    ) -> store::Result<()> {
        self.edit(
            chat,
            Lane::Reply,
            Target::Message(message),
            with,
            About::default(),
        )
    }

    /// A new message.
    pub(crate) fn send(
        &mut self,
        chat: ChatId,
        lane: Lane,
        message: Message,
        placing: Placing,
    ) -> store::Result<()> {
        let message = self.in_style(chat, message)?;
        let act = Act::Send {
            html: within_limit(message.html),
            keyboard: message.keyboard,
            reply_to: placing.reply_to,
            slot: placing.slot,
        };
        self.queue(chat, lane, act, placing.about)
    }

    /// Files or a place; several are an album.
    pub(crate) fn send_media(
        &mut self,
        chat: ChatId,
        media: Vec<Media>,
        reply_to: Option<Target>,
        about: About,
    ) -> store::Result<()> {
        let act = Act::Media { media, reply_to };
        self.queue(chat, Lane::Card, act, about)
    }

    /// New words for a message that is there, or for the one that will be in a slot.
    pub(crate) fn edit(
        &mut self,
        chat: ChatId,
        lane: Lane,
        target: Target,
        message: Message,
        about: About,
    ) -> store::Result<()> {
        if matches!(target, Target::Message(message) if self.is_protected(message)) {
            let placing = Placing {
                about,
                ..Placing::default()
            };
            return self.send(chat, lane, message, placing);
        }
        let message = self.in_style(chat, message)?;
        let act = Act::Edit {
            target,
            html: within_limit(message.html),
            keyboard: message.keyboard,
        };
        self.queue(chat, lane, act, about)
    }

    /// A picture with words under it, remembered under `slot`.
    pub(crate) fn send_picture(
        &mut self,
        chat: ChatId,
        lane: Lane,
        picture: Picture,
        message: Message,
        slot: String,
    ) -> store::Result<()> {
        let message = self.in_style(chat, message)?;
        let act = Act::Picture {
            picture,
            html: within(message.html, MAX_CAPTION),
            keyboard: message.keyboard,
            slot: Some(slot),
        };
        self.put(chat, lane, act)
    }

    /// New words under the picture in a slot.
    pub(crate) fn recaption(
        &mut self,
        chat: ChatId,
        lane: Lane,
        slot: String,
        message: Message,
    ) -> store::Result<()> {
        let message = self.in_style(chat, message)?;
        let act = Act::Recaption {
            target: Target::Slot(slot),
            html: within(message.html, MAX_CAPTION),
            keyboard: message.keyboard,
        };
        self.put(chat, lane, act)
    }

    /// Anything that is about no question: a file, a place.
    pub(crate) fn put(&mut self, chat: ChatId, lane: Lane, act: Act) -> store::Result<()> {
        self.queue(chat, lane, act, About::default())
    }

    /// The same, of which what becomes is followed.
    pub(crate) fn put_about(
        &mut self,
        chat: ChatId,
        lane: Lane,
        act: Act,
        about: About,
    ) -> store::Result<()> {
        self.queue(chat, lane, act, about)
    }

    fn queue(&mut self, chat: ChatId, lane: Lane, act: Act, about: About) -> store::Result<()> {
        if lane == Lane::Reply && self.hushed == Some(chat) {
            return Ok(());
        }
        let outgoing = Outgoing {
            chat,
            lane,
            act,
            about,
        };
        outbox::queue(self.tx, outgoing, self.now)
    }

    /// The commands a chat's menu shows.
    pub(crate) fn set_menu(
        &mut self,
        chat: ChatId,
        commands: Vec<(String, String)>,
    ) -> store::Result<()> {
        let act = Act::Menu { commands };
        self.put(chat, Lane::Card, act)
    }

    /// Writes down what is no step of a question; for that: [`Cx::record_by`].
    pub(crate) fn record(
        &mut self,
        event: &Event,
        actor: Option<UserId>,
        question: Option<QuestionId>,
    ) -> store::Result<()> {
        events::record(self.tx, event, actor, question, self.now)
    }
}

/// Where a new message goes within its chat, and how it is remembered.
#[derive(Default)]
pub(crate) struct Placing {
    pub(crate) reply_to: Option<Target>,
    pub(crate) slot: Option<String>,
    pub(crate) about: About,
}

/// Renderers keep within Telegram's limit; should one not, the words arrive without their formatting rather
/// than not at all.
fn within_limit(html: Html) -> String {
    within(html, MAX_MESSAGE)
}

fn within(html: Html, limit: usize) -> String {
    // What is short enough in bytes, tags and all, need not be counted.
    if html.as_str().len() <= limit || html.visible_len() <= limit {
        return html.into_string();
    }
    tracing::error!(
        units = html.visible_len(),
        "a message was longer than Telegram allows"
    );
    Html::text(&text::truncate_utf16(&html.visible_text(), limit)).into_string()
}
