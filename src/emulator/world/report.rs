//! What tests ask and order besides the verbs of people: clock, failures, the books.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::World;
use super::answers::CallbackAnswer;
use super::journal::{Call, FeedKind, Stats};
use crate::emulator::failures::FailureRule;

/// Something that the page can turn on and off.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Switch {
    name: String,
    label: String,
    on: bool,
}

impl World {
    /// Moves the clock; returns the new time in Unix seconds.
    pub fn advance(&self, seconds: i64) -> i64 {
        self.act(|state| {
            let clock = state.clock.advance(seconds);
            let more = Map::from_iter([("clock".to_owned(), json!(clock))]);
            state.journal.publish(FeedKind::Clock, None, more);
            clock
        })
    }

    /// The program behind the page tells what it stored and what is due, for whoever wants to understand it: an object
    /// with the lists of texts `stored` and `due`.
    pub fn explain(&self, told: Value) {
        self.tend(|state| state.explained = told);
    }

    /// The page shows a switch with this name and label, in this position. What it does is the business of the program
    /// behind the page, which looks at [`World::is_on`].
    pub fn offer_switch(&self, name: &str, label: &str, on: bool) {
        let switch = Switch {
            name: name.to_owned(),
            label: label.to_owned(),
            on,
        };
        self.act(|state| {
            state.switches.retain(|other| other.name != switch.name);
            state.switches.push(switch);
        });
    }

    /// Somebody turns a switch of the page; `false`: there is none of this name.
    pub fn turn(&self, name: &str, on: bool) -> bool {
        self.act(|state| {
            let found = state.switches.iter_mut().find(|each| each.name == name);
            let known = found.is_some();
            if let Some(switch) = found {
                switch.on = on;
            }
            state.journal.publish(FeedKind::State, None, Map::new());
            known
        })
    }

    /// Whether a switch of the page is on.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        self.look(|state| {
            state
                .switches
                .iter()
                .any(|each| each.name == name && each.on)
        })
    }

    /// Orders a failure.
    pub fn fail(&self, rule: FailureRule) {
        self.act(|state| state.failures.add(rule));
    }

    /// Takes back all failures.
    pub fn heal(&self) {
        self.act(|state| state.failures.clear());
    }

    /// The record of calls after the number `after` (0 for all that are kept).
    #[must_use]
    pub fn calls(&self, after: u64) -> Vec<Call> {
        self.look(|state| state.journal.calls_after(after).cloned().collect())
    }

    /// What the bot did that Telegram forbids or would have ignored.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.look(|state| state.journal.violations.clone())
    }

    /// How many updates wait for the bot.
    #[must_use]
    pub fn pending_updates(&self) -> usize {
        self.look(|state| state.queue.pending())
    }

    /// How much has happened: rises with every message, edit and press that somebody can see.
    #[must_use]
    pub fn happened(&self) -> u64 {
        self.look(|state| state.journal.feed_seq())
    }

    /// Button presses the bot has not acknowledged.
    #[must_use]
    pub fn unanswered_callbacks(&self) -> Vec<String> {
        self.look(|state| {
            state
                .callback_order
                .iter()
                .filter(|id| state.callbacks.get(*id).is_some_and(|c| c.answer.is_none()))
                .cloned()
                .collect()
        })
    }

    /// The bot's answer to a press, if it came.
    #[must_use]
    pub fn callback_answer(&self, id: &str) -> Option<CallbackAnswer> {
        self.look(|state| state.callbacks.get(id)?.answer.clone())
    }

    /// The bot's answer to words typed behind its name, as it was sent.
    #[must_use]
    pub fn inline_answer(&self, id: &str) -> Option<Value> {
        self.look(|state| state.inline_queries.get(id)?.answer.clone())
    }

    /// Counters.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.look(|state| Stats {
            updates_created: state.queue.created,
            updates_confirmed: state.queue.confirmed,
            updates_expired: state.queue.expired,
            pending: state.queue.pending(),
            calls_by_method: state.journal.calls_by_method.clone(),
        })
    }

    /// The bot's own user id.
    #[must_use]
    pub fn bot_id(&self) -> i64 {
        self.look(|state| state.bot.id)
    }

    /// Unix seconds inside the emulator.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.look(|state| state.clock.now())
    }
}
