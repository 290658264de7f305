//! When the process is killed: a seeded plan over everything people will do, and a look at what was left.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use crate::{
    books::{Books, Open},
    chance::Chance,
    disk,
    town::Town,
};

/// Repeats a run's plan.
const SEED: &str = "CUTRI_CRASH_SEED";

/// SIGKILL, which nobody hears.
pub(crate) const KILL: i32 = 9;

/// SIGTERM.
pub(crate) const TERM: i32 = 15;

/// At most so long after the act that triggers a kill.
const AFTER_AN_ACT: usize = 60;

/// Every third process is killed at most so long after its start.
const AFTER_A_START: usize = 400;

/// People go on for so long at most until a sync is due that can fail.
const FOR_A_SYNC: Duration = Duration::from_secs(5);

/// Between what Telegram brings and what is written down of it; `disk.c` says what each is.
pub(crate) const POINTS: [&str; 8] = [
    "updates",
    "before-log",
    "within-log",
    "before-sync",
    "after-sync",
    "before-send",
    "after-send",
    "answer",
];

/// It comes to a point within this.
const TO_A_POINT: Duration = Duration::from_secs(20);

/// How a process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// SIGKILL: no time for anything.
    Kill,
    /// SIGTERM: it may finish what it is doing.
    Stop,
    /// The power goes: what was not synced is lost, whole or in part. Needs a disk of `disk`.
    Cut,
    /// The same just after a sync has failed.
    FailAndCut,
    /// SIGKILL or SIGTERM where a disk of `disk` says that it comes to the next of [`POINTS`].
    AtPoint(i32),
}

/// The plan of kills.
pub(crate) struct Kills {
    manner: Manner,
    chance: Chance,
    /// The kill of this many milliseconds after so many acts.
    at_acts: VecDeque<usize>,
    due: Option<Instant>,
    left: Vec<Open>,
    planned: usize,
}

impl Kills {
    /// `count` kills, spread at random over everything people in `town` will do.
    pub(crate) fn plan(town: &Town, manner: Manner, count: usize) -> Self {
        let seed = std::env::var_os(SEED)
            .and_then(|seed| seed.to_str()?.parse().ok())
            .unwrap_or(20_261_123);
        if count > 0 {
            println!("{SEED}={seed}");
        }
        let mut chance = Chance::new(seed);
        let all = town.acts_in_all() - town.acts;
        let stretch = all * 9 / 10 / count.max(1);
        let at_acts = (0..count)
            .map(|number| all / 40 + number * stretch + chance.below(stretch))
            .collect();
        Self {
            manner,
            chance,
            at_acts,
            due: None,
            left: Vec::new(),
            planned: count,
        }
    }

    /// Kills if it is time, and starts the next process at once.
    pub(crate) async fn step(&mut self, town: &mut Town) {
        if self.due.is_none() && self.at_acts.front().is_some_and(|at| town.acts >= *at) {
            self.at_acts.pop_front();
            self.due = Some(self.soon(AFTER_AN_ACT));
        }
        if self.due.is_none_or(|due| Instant::now() < due) {
            return;
        }
        match self.manner {
            Manner::Kill => town.bot.kill(),
            Manner::Stop => {
                let ended = town.bot.stops_within(Duration::from_secs(10)).await;
                assert_eq!(ended.code, Some(0), "{}", town.setup.stderr());
            }
            Manner::Cut | Manner::FailAndCut => {
                if self.manner == Manner::FailAndCut {
                    let before = disk::failures(&town.setup);
                    disk::order(&town.setup, disk::A_SYNC_OF_THE_LOG);
                    let since = Instant::now();
                    while disk::failures(&town.setup) == before && since.elapsed() < FOR_A_SYNC {
                        town.goes_on().await;
                    }
                    self.wait_a_little().await;
                }
                // Now and then nothing at all of what was not synced is there, else a part by chance.
                let seed = self.chance.below(4) * (1 + self.chance.below(1_000_000));
                disk::cut_power(&town.setup, &mut town.bot, seed).await;
            }
            Manner::AtPoint(signal) => self.end_at_a_point(town, signal).await,
        }
        self.left.push(Books::left_behind(&town.setup.database()));
        town.bot = town.setup.start();
        self.due = None;
        let at_any_time = !matches!(self.manner, Manner::Stop | Manner::AtPoint(_));
        let again = at_any_time && self.chance.one_in(3);
        if again && self.at_acts.pop_front().is_some() {
            self.due = Some(self.soon(AFTER_A_START));
        }
    }

    async fn end_at_a_point(&mut self, town: &mut Town, signal: i32) {
        let point = POINTS[self.left.len() % POINTS.len()];
        disk::order(&town.setup, &format!("end {signal} {point}"));
        let since = Instant::now();
        let ended = loop {
            town.goes_on_without_it().await;
            if let Some(ended) = town.bot.ended() {
                break ended;
            }
            assert!(since.elapsed() < TO_A_POINT, "it never came to {point}");
        };
        let code = (signal != KILL).then_some(0);
        assert_eq!(ended.code(), code, "{point}: {}", town.setup.stderr());
        disk::heal(&town.setup);
    }

    async fn wait_a_little(&mut self) {
        let wait = u64::try_from(self.chance.below(40)).unwrap_or(0);
        tokio::time::sleep(Duration::from_millis(wait)).await;
    }

    fn soon(&mut self, milliseconds: usize) -> Instant {
        let wait = u64::try_from(self.chance.below(milliseconds)).unwrap_or(0);
        Instant::now() + Duration::from_millis(wait)
    }

    /// How many there were.
    pub(crate) fn done(&self) -> usize {
        self.left.len()
    }

    /// Says what the kills hit: updates kept and not handled, messages not sent or not written down as sent.
    pub(crate) fn report(&self) -> String {
        let hit = |of: fn(&Open) -> i64| {
            let counts: Vec<String> = self.left.iter().map(|left| of(left).to_string()).collect();
            counts.join(" ")
        };
        format!(
            "left in the inbox: {}; in the outbox: {}",
            hit(|left| left.updates),
            hit(|left| left.messages)
        )
    }

    /// All of them happened.
    pub(crate) fn assert_all_done(&self) {
        assert_eq!(self.done(), self.planned, "kills");
    }
}
