//! What a handler holds while it works: the transaction, the facts, the time, and the ways to record.

use jiff::Timestamp;

use super::{Facts, HandlerError};
use crate::{
    chat::outgoing::{About, Act, Lane, MAX_CAPTION, Outgoing, Picture, Target},
    domain::{
        attachment::Media,
        council::Council,
        event::Event,
        ids::{ChatId, Language, MessageId, QuestionId, UserId},
        question::Question,
        text,
    },
    messages::{
        Message, Style, Words,
        html::{Html, MAX_MESSAGE},
        plain,
    },
    store::{self, WriteTx, events, outbox, residents, steps},
};

/// The result of every handler.
pub(super) type Outcome = Result<(), HandlerError>;

/// One update being handled.
pub(super) struct Cx<'a, 'c> {
    pub(super) tx: &'a mut WriteTx<'c>,
    pub(super) facts: &'a Facts,
    pub(super) council: &'a Council,
    pub(super) now: Timestamp,
    /// The message whose words are being handled: edited later, what became of them follows.
    pub(super) source: Option<MessageId>,
    /// How whoever acts wants to be spoken to.
    pub(super) style: Style,
    /// Whoever acts in their private chat.
    pub(super) resident: Option<UserId>,
    /// Whoever acts, as Telegram names them.
    pub(super) telegram_name: Option<String>,
    /// Somebody pressed a button: refusals go into an alert.
    pub(super) is_press: bool,
    /// Who acts in a group, by the name it knows: old buttons can say so.
    pub(super) doer: Option<String>,
    toast: Option<String>,
    is_alert: bool,
}

impl<'a, 'c> Cx<'a, 'c> {
    pub(super) fn new(
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
            source: None,
            style: Style::Full,
            resident: None,
            telegram_name: None,
            is_press: false,
            doer: None,
            toast: None,
            is_alert: false,
        }
    }

    /// The speaker of `language`, in the style of whoever acts. For somebody else: [`Cx::words_for`].
    pub(super) fn words(&self, language: Language) -> Words<'a> {
        let catalog = self.facts.catalog();
        catalog.words_in(language, self.style, self.council)
    }

    /// The speaker somebody else listens to: in their language and style.
    pub(super) fn words_for(&self, user: UserId) -> store::Result<Words<'a>> {
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
    pub(super) fn words_for_author(&self, question: &Question) -> store::Result<Words<'a>> {
        match question.author {
            Some(author) => self.words_for(author),
            None => Ok(self.group_words()),
        }
    }

    /// The speaker of the council's own language, for groups.
    pub(super) fn group_words(&self) -> Words<'a> {
        let language = self.council.default_language();
        self.facts.catalog().words(language, self.council)
    }

    /// Messages to somebody who asked for plain words lose their signs, whoever sends them.
    fn in_style(&self, chat: ChatId, message: Message) -> store::Result<Message> {
        let user = UserId(chat.0);
        let style = if !chat.is_private() {
            Style::Full
        } else if self.resident == Some(user) {
            self.style
        } else if residents::wants_plain_words(self.tx, user)? {
            Style::Plain
        } else {
            Style::Full
        };
        Ok(match style {
            Style::Plain => plain::simplify(message),
            Style::Full => message,
        })
    }

    /// A short text for the person who pressed.
    pub(super) fn toast(&mut self, text: String) {
        self.toast = Some(self.flash(text));
        self.is_alert = false;
    }

    /// A refusal the person who pressed should read.
    pub(super) fn alert(&mut self, text: String) {
        self.toast = Some(self.flash(text));
        self.is_alert = true;
    }

    fn flash(&self, text: String) -> String {
        match self.style {
            Style::Full => text,
            Style::Plain => plain::label(&text),
        }
    }

    /// Whether the person who pressed is told something already.
    pub(super) fn has_toast(&self) -> bool {
        self.toast.is_some()
    }

    pub(super) fn into_toast(self) -> (Option<String>, bool) {
        (self.toast, self.is_alert)
    }

    /// An answer to somebody who has just done something.
    pub(super) fn reply(&mut self, chat: ChatId, message: Message) -> store::Result<()> {
        self.send(chat, Lane::Reply, message, Placing::default())
    }

    /// New words for a message that carries buttons.
    pub(super) fn replace(
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
    pub(super) fn send(
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
        outbox::queue(
            self.tx,
            Outgoing {
                chat,
                lane,
                act,
                about: placing.about,
            },
            self.now,
        )
    }

    /// Files or a place; several are an album.
    pub(super) fn send_media(
        &mut self,
        chat: ChatId,
        media: Vec<Media>,
        reply_to: Option<Target>,
        about: About,
    ) -> store::Result<()> {
        let act = Act::Media { media, reply_to };
        let lane = Lane::Card;
        outbox::queue(
            self.tx,
            Outgoing {
                chat,
                lane,
                act,
                about,
            },
            self.now,
        )
    }

    /// New words for a message that is there, or for the one that will be in a slot.
    pub(super) fn edit(
        &mut self,
        chat: ChatId,
        lane: Lane,
        target: Target,
        message: Message,
        about: About,
    ) -> store::Result<()> {
        let message = self.in_style(chat, message)?;
        let act = Act::Edit {
            target,
            html: within_limit(message.html),
            keyboard: message.keyboard,
        };
        outbox::queue(
            self.tx,
            Outgoing {
                chat,
                lane,
                act,
                about,
            },
            self.now,
        )
    }

    /// A picture with words under it, remembered under `slot`.
    pub(super) fn send_picture(
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
    pub(super) fn recaption(
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
    pub(super) fn put(&mut self, chat: ChatId, lane: Lane, act: Act) -> store::Result<()> {
        let about = About::default();
        let outgoing = Outgoing {
            chat,
            lane,
            act,
            about,
        };
        outbox::queue(self.tx, outgoing, self.now)
    }

    /// The commands a chat's menu shows.
    pub(super) fn set_menu(
        &mut self,
        chat: ChatId,
        commands: Vec<(String, String)>,
    ) -> store::Result<()> {
        let act = Act::Menu { commands };
        let about = About::default();
        outbox::queue(
            self.tx,
            Outgoing {
                chat,
                lane: Lane::Card,
                act,
                about,
            },
            self.now,
        )
    }

    /// Writes down what happened.
    pub(super) fn record(
        &mut self,
        event: &Event,
        actor: Option<UserId>,
        question: Option<QuestionId>,
    ) -> store::Result<()> {
        self.record_because(event, actor, question, None)
    }

    /// Writes down what happened and why; the question is saved already.
    pub(super) fn record_because(
        &mut self,
        event: &Event,
        actor: Option<UserId>,
        question: Option<QuestionId>,
        words: Option<&str>,
    ) -> store::Result<()> {
        let row = events::record(self.tx, event, actor, question, self.now)?;
        match question {
            Some(question) if self.doer.is_some() || event.is_of_author_on_card() => {
                steps::keep(self.tx, row, question, self.doer.as_deref(), words)
            }
            _ => Ok(()),
        }
    }
}

/// Where a new message goes within its chat, and how it is remembered.
#[derive(Default)]
pub(super) struct Placing {
    pub(super) reply_to: Option<Target>,
    pub(super) slot: Option<String>,
    pub(super) about: About,
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
