//! A change to a question is a deed: the domain makes the new question, this does the rest, for every deed in one
//! order, whoever does it and wherever: saved (its version rises), written down with who and why, shown on the card and
//! on the receipt, told to its author.
//!
//! Nobody else saves a question.

use jiff::civil::Date;

use crate::{
    chat::outgoing::{About, Lane, Target, card_slot},
    domain::{
        event::Event,
        ids::{QuestionId, UserId},
        question::{Question, State},
    },
    handlers::{
        HandlerError,
        shared::{
            cx::{Cx, Outcome},
            marks, notices, prompts,
        },
    },
    messages::{Message, Words, casework as say_case},
    store::{ask_backs, questions, steps, support},
};

/// News for the author and for everybody who supports the question.
type NewsOfAll<'d> = Box<dyn Fn(Words<'_>, &Question) -> Message + 'd>;

/// News for the author, said in their words about the question as it is now.
type News<'d> = Box<dyn FnOnce(Words<'_>, &Question) -> Message + 'd>;

/// What is left in place of the card in the chat that had it.
type Record<'d> = Box<dyn FnOnce(Words<'_>, &Question) -> Message + 'd>;

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum By {
    /// A member of a body, by the name that the bodies know: old buttons can say so.
    Officer(UserId, String),
    /// A resident, most often its author. The bodies never read their name.
    Resident(UserId),
    /// Nobody: a day came.
    Time,
}

impl By {
    /// Whose number stands in the event.
    pub(crate) fn user(&self) -> Option<UserId> {
        match self {
            Self::Officer(user, _) | Self::Resident(user) => Some(*user),
            Self::Time => None,
        }
    }
}

/// What becomes of the card.
enum OnCard<'d> {
    /// It shows how things are now.
    Stays,
    /// Whoever has the question now gets one; in the chat that had it this is left.
    Moves(Option<Record<'d>>),
}

/// A change to a question, decided by the domain and not yet done.
pub(crate) struct Deed<'d> {
    question: Question,
    events: Vec<Event>,
    by: By,
    why: Option<&'d str>,
    card: OnCard<'d>,
    shows_receipt: bool,
    news: Option<News<'d>>,
    news_of_all: Option<NewsOfAll<'d>>,
}

impl<'d> Deed<'d> {
    /// `question` as the domain made it, what happened, and who did it.
    pub(crate) fn new(question: Question, event: Event, by: By) -> Self {
        Self {
            question,
            events: vec![event],
            by,
            why: None,
            card: OnCard::Stays,
            shows_receipt: true,
            news: None,
            news_of_all: None,
        }
    }

    /// The question as it will be, with the version that it still has.
    pub(crate) fn question(&self) -> &Question {
        &self.question
    }

    /// Whether its author has no Telegram.
    pub(crate) fn is_on_paper(&self) -> bool {
        self.question.author.is_none()
    }

    /// The same deed is written down as this, too.
    pub(crate) fn also(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// Why, in the words of whoever did it.
    pub(crate) fn because(mut self, why: &'d str) -> Self {
        self.why = Some(why);
        self
    }

    /// Another body has the question now: its card goes there.
    pub(crate) fn moves(mut self) -> Self {
        self.card = OnCard::Moves(None);
        self
    }

    /// Another body has the question now: its card goes there, and the old one becomes this.
    pub(crate) fn moves_leaving(
        mut self,
        record: impl FnOnce(Words<'_>, &Question) -> Message + 'd,
    ) -> Self {
        self.card = OnCard::Moves(Some(Box::new(record)));
        self
    }

    /// The author gets a receipt of their own after it: there is none yet to bring up to date.
    pub(crate) fn receipt_later(mut self) -> Self {
        self.shows_receipt = false;
        self
    }

    /// What its author is told.
    pub(crate) fn tells(mut self, news: impl FnOnce(Words<'_>, &Question) -> Message + 'd) -> Self {
        self.news = Some(Box::new(news));
        self
    }

    /// What its author and everybody who supports it are told.
    pub(crate) fn tells_all(mut self, news: impl Fn(Words<'_>, &Question) -> Message + 'd) -> Self {
        self.news_of_all = Some(Box::new(news));
        self
    }
}

impl Cx<'_, '_> {
    /// Does the deed; gives the question as it is now, with its new version. Where it moves the day that the author was
    /// told and has no news of its own, the author is told the new one; whoever does it themselves reads it anyway.
    pub(crate) fn does(&mut self, deed: Deed<'_>) -> Result<Question, HandlerError> {
        let before = questions::find(self.tx, deed.question.id)?;
        let promised = before.as_ref().map(|before| before.due_on);
        let question = questions::save(self.tx, &deed.question)?;
        let has_moved = before
            .as_ref()
            .is_some_and(|before| before.body != question.body);
        prompts::take_away_over(self, &question, has_moved)?;
        // Nobody waits for the author's words any more, whatever ended the waiting.
        if !matches!(question.state, State::AskedBack { .. }) {
            ask_backs::end(self.tx, question.id, self.now)?;
        }
        for event in &deed.events {
            self.keep_step(event, &deed.by, question.id, deed.why)?;
        }
        match deed.card {
            OnCard::Stays => notices::update_card(self, &question)?,
            OnCard::Moves(record) => self.move_card(&question, record)?,
        }
        marks::follow(self, before.as_ref(), &question)?;
        if deed.shows_receipt {
            notices::update_status(self, &question)?;
        }
        let moved = promised.filter(|day| *day != question.due_on && question.state.is_open());
        match (&deed.news_of_all, moved) {
            (Some(news), _) => {
                for supporter in support::supporters(self.tx, question.id)? {
                    let message = news(self.words_for(supporter)?, &question);
                    self.reply(supporter.private_chat(), message)?;
                }
            }
            (None, Some(before)) => self.tell_supporters_of_day(&question, before)?,
            (None, None) => {}
        }
        let moved = moved.filter(|_| !matches!(deed.by, By::Resident(_)));
        let words = self.words_for_author(&question)?;
        let message = match (deed.news, deed.news_of_all, moved) {
            (Some(news), ..) => Some(news(words, &question)),
            (None, Some(news), _) => Some(news(words, &question)),
            (None, None, Some(before)) => Some(say_case::due_moved(words, &question, before)),
            (None, None, None) => None,
        };
        if let Some(message) = message {
            notices::tell_author(self, &question, message)?;
        }
        Ok(question)
    }

    /// Who supports a question was told its day when they did.
    fn tell_supporters_of_day(&mut self, question: &Question, before: Date) -> Outcome {
        for supporter in support::supporters(self.tx, question.id)? {
            let message = say_case::due_moved(self.words_for(supporter)?, question, before);
            self.reply(supporter.private_chat(), message)?;
        }
        Ok(())
    }

    /// Writes down what somebody did beside a deed, a look, a note that changes nothing: officers by name, wherever
    /// they do it.
    pub(crate) fn record_by(&mut self, event: &Event, by: &By, question: QuestionId) -> Outcome {
        self.keep_step(event, by, question, None)
    }

    fn keep_step(
        &mut self,
        event: &Event,
        by: &By,
        question: QuestionId,
        why: Option<&str>,
    ) -> Outcome {
        let who = (by.user(), question);
        match by {
            By::Officer(_, name) => steps::keep(self.tx, event, who, Some(name), why, self.now)?,
            By::Resident(_) if event.is_of_author_on_card() => {
                steps::keep(self.tx, event, who, None, why, self.now)?;
            }
            By::Resident(_) | By::Time => self.record(event, by.user(), Some(question))?,
        }
        Ok(())
    }

    fn move_card(&mut self, question: &Question, record: Option<Record<'_>>) -> Outcome {
        if let Some(record) = record
            && let Some(chat) = questions::card_chat(self.tx, question.id)?
        {
            questions::forget_card_chat(self.tx, question.id)?;
            let message = record(self.group_words(), question);
            let target = Target::Slot(card_slot(question.id));
            let about = About::question(question.id);
            self.edit(chat, Lane::Card, target, message, about)?;
        }
        notices::place_card(self, question)
    }
}
