//! What comes in and leaves, and the groups it goes to, as it is kept.

use crate::world::Town;

impl Town {
    /// How many messages Telegram refused for good.
    pub fn messages_refused(&self) -> i64 {
        self.count("select count(*) from outbox where state = 'parked' and blocked = 0")
    }

    /// How many wait for somebody who has blocked the bot.
    pub fn messages_kept_for_blockers(&self) -> i64 {
        self.count("select count(*) from outbox where state = 'parked' and blocked = 1")
    }

    /// How many updates could not be handled and were set aside.
    pub fn updates_set_aside(&self) -> i64 {
        self.count("select count(*) from inbox where state = 'dead'")
    }

    /// How many updates are kept word for word.
    pub fn updates_kept_raw(&self) -> i64 {
        self.count("select count(*) from inbox where raw <> ''")
    }

    /// How many links to groups are known to be broken.
    pub fn broken_links(&self) -> i64 {
        self.count("select count(*) from chat_link where broken is not null")
    }

    /// How many counters of the queue are pinned.
    pub fn pinned_counters(&self) -> i64 {
        self.count("select count(*) from triage_board where pinned_message is not null")
    }

    /// How many supervision boards are pinned.
    pub fn pinned_boards(&self) -> i64 {
        self.count("select count(*) from supervision_board where pinned_message is not null")
    }

    /// How many topics of groups are there in Telegram.
    pub fn topics_made(&self) -> i64 {
        self.count("select count(*) from topic where thread_id is not null")
    }
}
