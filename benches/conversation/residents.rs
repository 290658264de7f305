//! Residents who talk to a bot, many at once; whoever is done makes room for somebody new.

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use cutri::emulator::{FeedEvent, FeedKind, NewUser, Press, Send, World};
use serde_json::Value;

use crate::{
    bot::Kind,
    script::{self, Act, Step},
};

/// A bot that keeps everybody waiting for this long has failed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Timers come late by about a millisecond.
const A_DELAY: Duration = Duration::from_millis(5);

/// What the residents saw.
#[derive(Default)]
pub(crate) struct Seen {
    /// From each act to the first reaction in that chat.
    pub(crate) latencies: Vec<Duration>,
    /// From the first act to the last reaction.
    pub(crate) took: Duration,
}

/// A crowd in front of one bot.
pub(crate) struct Crowd<'w> {
    world: &'w World,
    kind: Kind,
    after: u64,
    talking: HashMap<i64, Resident>,
    started: usize,
    wanted: usize,
    cards: usize,
    latencies: Vec<Duration>,
    /// Between two acts, whoever does them; `None`: as soon as they can.
    gap: Option<Duration>,
    /// Who may act next, and when.
    ready: VecDeque<i64>,
    next_act: Instant,
}

struct Resident {
    step: usize,
    acted_at: Instant,
    has_reaction: bool,
    /// The event with the newest message to press under.
    shown: Option<Arc<FeedEvent>>,
}

impl<'w> Crowd<'w> {
    /// A crowd that has not begun.
    pub(crate) async fn before(world: &'w World, kind: Kind, gap: Option<Duration>) -> Self {
        let mut crowd = Self {
            world,
            kind,
            after: 0,
            talking: HashMap::new(),
            started: 0,
            wanted: 0,
            cards: 0,
            latencies: Vec::new(),
            gap,
            ready: VecDeque::new(),
            next_act: Instant::now(),
        };
        crowd.skip_to_now().await;
        crowd
    }

    /// Holds `conversations` conversations, `at_once` at a time; ends when every card is in its group.
    pub(crate) async fn talk(
        &mut self,
        at_once: usize,
        conversations: usize,
    ) -> anyhow::Result<Seen> {
        (self.started, self.wanted, self.cards) = (0, conversations, 0);
        let began = Instant::now();
        for _ in 0..at_once.min(conversations) {
            self.enter()?;
        }
        while !self.is_done() {
            if !self.ready.is_empty() && self.next_act <= Instant::now() {
                self.next_acts()?;
            }
            let waits = if self.ready.is_empty() {
                PATIENCE
            } else {
                self.next_act.saturating_duration_since(Instant::now())
            };
            let events = tokio::time::timeout(waits, self.world.events_after(self.after)).await;
            if events.is_err() && !self.ready.is_empty() {
                continue;
            }
            let Ok(events) = events else {
                bail!(
                    "nothing happened for {} s: {} of {} conversations begun, {} going on, {} cards{}",
                    PATIENCE.as_secs(),
                    self.started,
                    self.wanted,
                    self.talking.len(),
                    self.cards,
                    self.stuck(),
                );
            };
            let now = Instant::now();
            for event in events {
                self.after = event.seq;
                self.notice(&event, now)?;
            }
        }
        Ok(Seen {
            latencies: std::mem::take(&mut self.latencies),
            took: began.elapsed(),
        })
    }

    async fn skip_to_now(&mut self) {
        let nothing_more = Duration::from_millis(50);
        while let Ok(events) =
            tokio::time::timeout(nothing_more, self.world.events_after(self.after)).await
        {
            self.after = events.last().map_or(self.after, |event| event.seq);
        }
    }

    /// Where people stand who wait in vain, and what they saw last.
    fn stuck(&self) -> String {
        let stand = |(person, resident): (&i64, &Resident)| {
            let shown = resident.shown.as_ref().map(|event| &event.more["message"]);
            let (step, shown) = (resident.step, shown.unwrap_or(&Value::Null));
            format!(
                "\n{person} at step {step}, asking {:?}: {shown}",
                script::question(*person)
            )
        };
        self.talking.iter().take(5).map(stand).collect()
    }

    fn is_done(&self) -> bool {
        let cards = match self.kind {
            Kind::Echo => 0,
            Kind::Cutri | Kind::Full => self.wanted,
        };
        self.started == self.wanted && self.talking.is_empty() && self.cards >= cards
    }

    /// Somebody new begins.
    fn enter(&mut self) -> anyhow::Result<()> {
        self.started += 1;
        let person = self.world.create_user(NewUser::named("Nguyễn Thị Lan"));
        let resident = Resident {
            step: 0,
            acted_at: Instant::now(),
            has_reaction: false,
            shown: None,
        };
        self.talking.insert(person, resident);
        self.goes_on(person)
    }

    /// The person is ready for what comes next.
    fn goes_on(&mut self, person: i64) -> anyhow::Result<()> {
        if self.gap.is_none() {
            return self.act(person);
        }
        self.ready.push_back(person);
        Ok(())
    }

    /// Whoever has waited longest acts. The clock of the acts goes on evenly, and catches up with a timer's delay, no more.
    fn next_acts(&mut self) -> anyhow::Result<()> {
        let oldest = Instant::now().checked_sub(A_DELAY).unwrap_or(self.next_act);
        self.next_act = (self.next_act + self.gap.unwrap_or_default()).max(oldest);
        match self.ready.pop_front() {
            Some(person) => self.act(person),
            None => Ok(()),
        }
    }

    fn notice(&mut self, event: &Arc<FeedEvent>, now: Instant) -> anyhow::Result<()> {
        let Some(chat) = event.chat_id else {
            return Ok(());
        };
        if !matches!(event.kind, FeedKind::Message | FeedKind::Edited)
            || event.more["message"]["from"]["is_bot"] != true
        {
            return Ok(());
        }
        if chat < 0 {
            let is_card = event.kind == FeedKind::Message && script::mentions_code(event);
            self.cards += usize::from(is_card);
            return Ok(());
        }
        let Some(resident) = self.talking.get_mut(&chat) else {
            return Ok(());
        };
        if !resident.has_reaction {
            resident.has_reaction = true;
            self.latencies
                .push(now.saturating_duration_since(resident.acted_at));
        }
        let steps: &[Step] = self.kind.script();
        let may_go_on = (steps[resident.step].until)(event);
        if may_go_on || resident.shown.is_none() {
            resident.shown = Some(Arc::clone(event));
        }
        if !may_go_on {
            let mut all = script::ANYWAY.map(Act::Presses).into_iter();
            let offers = |act: &Act| script::button(&event.more["message"], *act).is_some();
            if let Some(anyway) = all.find(offers) {
                resident.shown = Some(Arc::clone(event));
                return self.press(chat, anyway);
            }
            return Ok(());
        }
        resident.step += 1;
        // The field was read from the words: the preview is there already.
        let is_there = |step: &Step| matches!(step.act, Act::PressesFirst) && (step.until)(event);
        if steps.get(resident.step).is_some_and(is_there) {
            resident.step += 1;
        }
        if resident.step == steps.len() {
            self.talking.remove(&chat);
            if self.started < self.wanted {
                return self.enter();
            }
            return Ok(());
        }
        self.goes_on(chat)
    }

    /// The person does what comes next.
    fn act(&mut self, person: i64) -> anyhow::Result<()> {
        let resident = self
            .talking
            .get_mut(&person)
            .context("nobody of that number is talking")?;
        let act = self.kind.script()[resident.step].act;
        resident.has_reaction = false;
        resident.acted_at = Instant::now();
        match act {
            Act::Says(text) => {
                self.world.send(&Send::private(person, text))?;
                Ok(())
            }
            Act::Asks => {
                let text = script::question(person);
                self.world.send(&Send::private(person, text))?;
                Ok(())
            }
            Act::Presses(_) | Act::PressesFirst | Act::Pretends(_) => self.press(person, act),
        }
    }

    fn press(&mut self, person: i64, act: Act) -> anyhow::Result<()> {
        let resident = self
            .talking
            .get_mut(&person)
            .context("nobody of that number is talking")?;
        resident.has_reaction = false;
        resident.acted_at = Instant::now();
        let shown = resident.shown.as_ref().map(|event| &event.more["message"]);
        let shown = shown.unwrap_or(&Value::Null);
        let data =
            script::button(shown, act).with_context(|| format!("no such button: {shown}"))?;
        self.world.press(&Press {
            chat_id: person,
            user_id: person,
            message_id: shown["message_id"].as_i64().unwrap_or_default(),
            data: Some(data.to_owned()),
            text: None,
            inline_message_id: None,
            forged: matches!(act, Act::Pretends(_)),
        })?;
        Ok(())
    }
}
