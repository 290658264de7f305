//! The weeks before the demo begins, played through the real bot: people write and press, the bot answers, the clock is
//! moved from day to day. Nothing is written into the database by hand.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use anyhow::{Context, anyhow};
use jiff::{ToSpan, civil::Date, civil::Time, tz::TimeZone};

use crate::{
    clock::Clock,
    domain::council::Council,
    emulator::{Press, Seen, Send, World},
    intake::poll::Polled,
    run::Moving,
    store::council,
};

type Done<T = ()> = Result<T, anyhow::Error>;

/// So many pages of a list are turned to find a name.
const PAGES: usize = 6;

/// Where the weeks before are played.
pub(super) struct Stage<'a> {
    pub(super) world: &'a World,
    pub(super) bot: Moving,
    pub(super) shift: Arc<AtomicI64>,
    pub(super) zone: TimeZone,
    /// The day on which the demo begins.
    pub(super) today: Date,
}

impl Stage<'_> {
    /// It is so many days before the demo begins, at this hour; what is due by then is done.
    pub(super) async fn is(&mut self, days_before: i64, at: Time) -> Done {
        let day = self.today.saturating_sub(days_before.days());
        set(&self.shift, &self.zone, day, at)?;
        self.settle().await
    }

    /// Lets the bot work until nobody waits for anything.
    pub(super) async fn settle(&mut self) -> Done {
        let clock = Clock::shifted(Arc::clone(&self.shift));
        loop {
            let now = clock.now();
            let polled = self.bot.poll.once(0, now).await;
            self.bot.schedule.step(now).await.context("time")?;
            self.bot.drain().await.context("delivery")?;
            let asked = self.bot.members.step().await.context("members")?;
            if asked || self.bot.desk.step().await.context("readings")? {
                continue;
            }
            if matches!(polled, Ok(Polled::Nothing)) && self.world.pending_updates() == 0 {
                return Ok(());
            }
        }
    }

    /// The council's rules are these from now on.
    pub(super) async fn loads(&mut self, council: &Council) -> Done {
        let (loaded, now) = (
            council.clone(),
            Clock::shifted(Arc::clone(&self.shift)).now(),
        );
        let load = move |tx: &mut crate::store::WriteTx<'_>| council::load(tx, &loaded, now);
        self.bot.store.write(load).await.context("the council")?;
        self.settle().await
    }

    /// Somebody writes.
    pub(super) async fn says(&mut self, chat: i64, who: i64, text: &str) -> Done {
        self.sends(Send::text(chat, who, text)).await
    }

    pub(super) async fn sends(&mut self, send: Send) -> Done {
        self.world
            .send(&send)
            .map_err(|error| anyhow!("cannot write: {error}"))?;
        self.settle().await
    }

    /// Somebody replies to the newest message of the bot that has these words.
    pub(super) async fn replies(&mut self, chat: i64, who: i64, to: &str, text: &str) -> Done {
        let message = self
            .world
            .newest(chat, |seen| seen.from_bot && seen.text.contains(to))
            .with_context(|| format!("nothing says {to:?}"))?;
        let reply = Send::text(chat, who, text).reply_to(message.message_id);
        self.sends(reply).await
    }

    /// Somebody presses the newest button that says this.
    pub(super) async fn presses(&mut self, chat: i64, who: i64, label: &str) -> Done {
        let message = self
            .with_button(chat, label)
            .with_context(|| format!("no button says {label:?}"))?;
        self.world
            .press(&Press::text(chat, who, message.message_id, label))
            .map_err(|error| anyhow!("cannot press {label:?}: {error}"))?;
        self.settle().await
    }

    /// Presses it under the newest message with buttons, if it is there.
    pub(super) async fn may_press(&mut self, chat: i64, who: i64, label: &str) -> Done<bool> {
        let newest = self.world.newest(chat, is_inline);
        let is_there = newest.is_some_and(|seen| has(&seen, label));
        if is_there {
            self.presses(chat, who, label).await?;
        }
        Ok(is_there)
    }

    /// Presses a name in a list of several pages.
    pub(super) async fn picks(&mut self, chat: i64, who: i64, label: &str) -> Done {
        for _ in 0..PAGES {
            // The list may stand in a card, above newer messages.
            if self.with_button(chat, label).is_some() {
                return self.presses(chat, who, label).await;
            }
            self.presses(chat, who, "Trang sau").await?;
        }
        Err(anyhow!("no page of the list has {label:?}"))
    }

    fn with_button(&self, chat: i64, label: &str) -> Option<Seen> {
        self.world
            .newest(chat, |seen| is_inline(seen) && has(seen, label))
    }

    /// Somebody new comes in and lives in this area.
    pub(super) async fn comes(&mut self, who: i64, area: &str) -> Done {
        self.says(who, who, "/start").await?;
        self.presses(who, who, "Đồng ý").await?;
        self.presses(who, who, area).await?;
        self.may_press(who, who, "Bỏ qua").await?;
        Ok(())
    }

    /// Somebody asks a question all the way to the receipt; gives its code.
    pub(super) async fn asks(&mut self, who: i64, text: &str, field: &str) -> Done<String> {
        self.says(who, who, text).await?;
        self.decides(who, field).await?;
        self.presses(who, who, "Gửi").await?;
        let receipt = self
            .world
            .newest(who, |seen| {
                seen.from_bot && seen.text.contains("Đã nhận câu hỏi")
            })
            .with_context(|| format!("no receipt for {text:?}"))?;
        let code = receipt.text.lines().next().unwrap_or_default();
        Ok(code.rsplit(' ').next().unwrap_or_default().to_owned())
    }

    fn last_words(&self, chat: i64) -> String {
        let last = self.world.newest(chat, |seen| seen.from_bot);
        last.map_or_else(String::new, |seen| seen.text)
    }

    /// What is asked between the words and the preview.
    pub(super) async fn decides(&mut self, who: i64, field: &str) -> Done {
        self.may_press(who, who, "kiến nghị chung").await?;
        self.may_press(who, who, "Để chung").await?;
        let newest = self.world.newest(who, is_inline);
        if newest.is_some_and(|seen| has(&seen, "📨 Gửi")) {
            return Ok(());
        }
        if !self.may_press(who, who, field).await? {
            self.presses(who, who, "Lĩnh vực khác")
                .await
                .with_context(|| self.last_words(who))?;
            self.presses(who, who, field).await?;
        }
        Ok(())
    }
}

/// The clock says this.
pub(super) fn set(shift: &AtomicI64, zone: &TimeZone, day: Date, at: Time) -> Done {
    let then = day
        .to_datetime(at)
        .to_zoned_datetime(zone.clone())
        .context("there is no such hour")?;
    let apart = then.timestamp().as_second() - Clock::system().now().as_second();
    shift.store(apart, Ordering::SeqCst);
    Ok(())
}

fn is_inline(seen: &Seen) -> bool {
    seen.from_bot && seen.json["reply_markup"]["inline_keyboard"].is_array()
}

fn has(seen: &Seen, label: &str) -> bool {
    let mut buttons = seen.buttons.iter().flatten();
    buttons.any(|button| button.text.contains(label))
}
