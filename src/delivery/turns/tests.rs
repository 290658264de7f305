//! A day at the door out, by a clock that only the test moves.

use governor::clock::FakeRelativeClock;
use proptest::prelude::*;

use super::*;
use crate::{
    chat::outgoing::{About, Act, Mark, Outgoing, Target},
    delivery::pace::Rate,
};

const STEP: Duration = Duration::from_millis(10);

struct Door {
    turns: Turns<FakeRelativeClock>,
    clock: FakeRelativeClock,
    began: Instant,
    now: Instant,
    rows: i64,
    /// When each row left.
    left: Vec<(i64, Duration)>,
    spared: Vec<i64>,
}

impl Door {
    fn open() -> Self {
        let clock = FakeRelativeClock::default();
        let now = Instant::now();
        Self {
            turns: Turns::new(Pace::new(Rate::Telegram, &clock)),
            clock,
            began: now,
            now,
            rows: 0,
            left: Vec::new(),
            spared: Vec::new(),
        }
    }

    fn puts(&mut self, chat: i64, lane: Lane, act: Act) -> i64 {
        self.rows += 1;
        let outgoing = Outgoing {
            chat: ChatId(chat),
            lane,
            act,
            about: About::default(),
        };
        let message = Queued {
            id: self.rows,
            outgoing,
            since: None,
        };
        let spared = self.turns.take(message, self.now);
        self.spared.extend(spared.map(|message| message.id));
        self.rows
    }

    fn says(&mut self, chat: i64, lane: Lane) -> i64 {
        self.puts(chat, lane, send(None, None))
    }

    /// Time passes; whatever may leave does.
    fn passes(&mut self, time: Duration) {
        let until = self.now + time;
        while self.now < until {
            while let Some(message) = self.turns.next(self.now) {
                self.left.push((message.id, self.now - self.began));
                self.turns.sent(&message, self.now);
            }
            self.now += STEP;
            self.clock.advance(STEP);
            if self
                .now
                .duration_since(self.began)
                .as_millis()
                .is_multiple_of(5_000)
            {
                self.turns.look_after(self.now);
            }
        }
    }

    /// How long after `since` the row left.
    fn waited(&self, row: i64, since: Instant) -> Duration {
        let left = self.left.iter().find(|(left, _)| *left == row);
        let (_, at) = left.unwrap_or_else(|| panic!("row {row} has not left"));
        at.saturating_sub(since - self.began)
    }
}

fn send(slot: Option<&str>, reply_to: Option<&str>) -> Act {
    Act::Send {
        html: String::new(),
        keyboard: None,
        reply_to: reply_to.map(|slot| Target::Slot(slot.to_owned())),
        slot: slot.map(str::to_owned),
    }
}

fn edit(slot: &str) -> Act {
    Act::Edit {
        target: Target::Slot(slot.to_owned()),
        html: String::new(),
        keyboard: None,
    }
}

fn react(slot: &str, mark: Mark) -> Act {
    Act::React {
        target: Target::Slot(slot.to_owned()),
        mark: Some(mark),
    }
}

#[test]
fn a_reaction_waits_for_everything_that_people_read_and_takes_nothing_from_it() {
    let mut door = Door::open();
    let marks: Vec<i64> = (0..30)
        .map(|card| {
            let act = react(&format!("card:{card}"), Mark::Claimed);
            door.puts(-5, Lane::Broadcast, act)
        })
        .collect();
    let news = door.says(-5, Lane::Digest);
    let reply = door.says(7, Lane::Reply);
    door.passes(Duration::from_secs(3));
    assert_eq!(door.left[0].0, reply);
    assert_eq!(door.left[1].0, news);
    assert_eq!(door.left.len(), marks.len() + 2);
    for _ in 0..10 {
        let asked = door.now;
        let said = door.says(-5, Lane::Reply);
        door.passes(Duration::from_millis(200));
        assert!(door.waited(said, asked) < Duration::from_millis(100));
    }
}

#[test]
fn of_two_reactions_to_a_message_the_later_one_is_enough() {
    let mut door = Door::open();
    let first = door.puts(-5, Lane::Broadcast, react("card:1", Mark::Claimed));
    door.puts(-5, Lane::Broadcast, react("card:2", Mark::Claimed));
    let last = door.puts(-5, Lane::Broadcast, react("card:1", Mark::Sent));
    let card = door.puts(-5, Lane::Card, edit("card:1"));
    assert_eq!(door.spared, [first]);
    door.passes(Duration::from_secs(1));
    assert!(door.left.iter().any(|(row, _)| *row == last));
    assert!(door.left.iter().any(|(row, _)| *row == card));
}

#[test]
fn sixty_accounts_that_flood_do_not_delay_another_person_by_a_second() {
    for after in [0, 1, 3, 20] {
        let mut door = Door::open();
        for _ in 0..20 {
            for account in 1..=60 {
                door.says(account, Lane::Reply);
            }
        }
        door.passes(Duration::from_secs(after));
        let asked = door.now;
        let reply = door.says(1_000, Lane::Reply);
        door.passes(Duration::from_secs(2));
        let waited = door.waited(reply, asked);
        assert!(
            waited < Duration::from_secs(1),
            "after {after} s: {waited:?}"
        );
    }
}

#[test]
fn one_person_who_floods_waits_alone() {
    let mut door = Door::open();
    for _ in 0..500 {
        door.says(1, Lane::Reply);
    }
    door.passes(Duration::from_secs(5));
    for other in 2..=20 {
        let asked = door.now;
        let reply = door.says(other, Lane::Reply);
        door.passes(Duration::from_millis(500));
        assert!(door.waited(reply, asked) < Duration::from_millis(100));
    }
}

#[test]
fn a_preview_overtakes_hundreds_of_cards_and_notices_of_its_group() {
    let mut door = Door::open();
    for number in 0..300 {
        door.puts(-1, Lane::Card, send(Some(&format!("card:{number}")), None));
        door.puts(-1, Lane::Notice, send(None, Some("card:1")));
    }
    door.passes(Duration::from_secs(30));
    for _ in 0..5 {
        let asked = door.now;
        let preview = door.puts(-1, Lane::Reply, send(Some("answer:7"), None));
        door.passes(Duration::from_secs(4));
        let waited = door.waited(preview, asked);
        assert!(waited < Duration::from_secs(3), "{waited:?}");
    }
}

/// Each is more urgent than what is first, and may not overtake it. Looking through all of them, and through all before each of them,
/// at every one that comes took a process that had just been started longer than it lived (`kill_9_during_conversations`, 5,000 × 100).
#[test]
fn a_backlog_of_thousands_in_one_group_is_taken_up() {
    let mut door = Door::open();
    let first = door.puts(-1, Lane::Notice, send(None, Some("card:1")));
    for _ in 0..5_000 {
        door.puts(-1, Lane::Card, send(None, Some("card:1")));
    }
    let card = door.puts(-1, Lane::Card, send(Some("card:2"), None));
    assert_eq!(door.turns.len(), 5_002);
    let mut leaves = || door.turns.next(door.now).unwrap().id;
    assert_eq!(leaves(), card, "it waits for none of them");
    assert!(first < card);
}

#[test]
fn an_announcement_to_thousands_keeps_telegrams_pace_and_holds_up_no_reply() {
    let mut door = Door::open();
    for chat in 1..=3_000 {
        door.says(chat, Lane::Broadcast);
    }
    let mut replies = Vec::new();
    for second in 0..60 {
        let asked = door.now;
        // Also to somebody whose own announcement still waits.
        for chat in [2_999 - second, 10_000 + second] {
            replies.push((door.says(chat, Lane::Reply), asked));
        }
        door.passes(Duration::from_secs(1));
    }
    let mut waits: Vec<Duration> = replies
        .into_iter()
        .map(|(reply, asked)| door.waited(reply, asked))
        .collect();
    waits.sort_unstable();
    assert!(waits[waits.len() * 9 / 10] < Duration::from_millis(80));
    assert!(*waits.last().unwrap() <= Duration::from_millis(120));
    let in_a_minute = door.left.len();
    assert!(
        in_a_minute >= 1_782,
        "{in_a_minute}: 99 % of thirty a second"
    );
}

#[test]
fn the_same_message_changed_three_hundred_times_is_changed_once() {
    let mut door = Door::open();
    door.puts(-1, Lane::Card, send(Some("card:1"), None));
    door.passes(STEP);
    for _ in 0..300 {
        door.puts(-1, Lane::Card, edit("card:1"));
        door.puts(-1, Lane::Notice, edit("revised:1"));
    }
    assert_eq!(door.turns.len(), 2);
    assert_eq!(door.spared.len(), 598);
    door.passes(Duration::from_secs(1));
    assert_eq!(door.left.len(), 3);
}

#[test]
fn whoever_has_waited_long_is_served_before_newcomers() {
    let mut door = Door::open();
    for _ in 0..8 {
        door.says(1, Lane::Reply);
    }
    let last = door.rows;
    let began = door.now;
    // More newcomers than Telegram lets through, for ever.
    for tenth in 0..1_100 {
        for newcomer in 0..4 {
            door.says(1_000 + tenth * 10 + newcomer, Lane::Reply);
        }
        door.passes(Duration::from_millis(100));
    }
    // Three at once, and then one in twenty seconds: what is long, and the next look at who waits.
    assert!(door.waited(last, began) < Duration::from_secs(105));
}

#[test]
fn what_telegram_put_off_is_not_asked_again_by_something_urgent() {
    let mut door = Door::open();
    let card = door.says(-1, Lane::Card);
    let first = door.turns.next(door.now).unwrap();
    assert_eq!(first.id, card);
    door.turns
        .put_off(ChatId(-1), door.now + Duration::from_secs(30));
    let reply = door.says(-1, Lane::Reply);
    door.passes(Duration::from_secs(29));
    assert!(door.left.is_empty(), "Telegram said thirty seconds");
    door.passes(Duration::from_secs(2));
    assert_eq!(door.left[0].0, reply);
}

proptest! {
    /// Whatever comes: no second in which more than thirty leave, no minute in which a group gets more than twenty.
    #[test]
    fn telegram_never_has_to_remind_us(
        messages in prop::collection::vec((-2_i64..400, 0_usize..5, 0_u64..40), 1..400),
    ) {
        let lanes = [Lane::Reply, Lane::Card, Lane::Notice, Lane::Digest, Lane::Broadcast];
        let mut door = Door::open();
        let mut chats = Vec::new();
        for (chat, lane, pause) in messages {
            let chat = if chat < 0 { chat } else { chat + 1 };
            door.says(chat, lanes[lane]);
            chats.push(chat);
            if pause > 35 {
                door.passes(Duration::from_millis(10 * pause));
            }
        }
        door.passes(Duration::from_mins(20));
        prop_assert!(door.turns.is_empty());
        let at = |of: fn(i64) -> bool| -> Vec<Duration> {
            let rows = door.left.iter();
            let rows = rows.filter(|(row, _)| of(chats[usize::try_from(row - 1).unwrap_or(0)]));
            rows.map(|(_, at)| *at).collect()
        };
        for thirty_one in at(|_| true).windows(31) {
            prop_assert!(thirty_one[0] + Duration::from_secs(1) < thirty_one[30]);
        }
        for group in [|chat| chat == -1, |chat: i64| chat == -2] {
            for twenty_one in at(group).windows(21) {
                prop_assert!(twenty_one[0] + Duration::from_mins(1) < twenty_one[20]);
            }
        }
    }

    /// Whatever comes: everything leaves once, or is spared by something newer; what belongs together leaves in order.
    #[test]
    fn nothing_is_lost_and_what_belongs_together_stays_in_order(
        messages in prop::collection::vec((0_usize..6, 0_usize..5, 0_usize..4, 0_usize..4), 1..60),
    ) {
        let chats = [1, 2, 3, -1, -2, -3];
        let lanes = [Lane::Reply, Lane::Card, Lane::Notice, Lane::Digest, Lane::Broadcast];
        let mut door = Door::open();
        let mut put = Vec::new();
        for (chat, lane, slot, how) in messages {
            let slot = format!("s{slot}");
            let act = match how {
                0 => send(Some(&slot), None),
                1 => send(None, Some(&slot)),
                2 => edit(&slot),
                _ => send(None, None),
            };
            let row = door.puts(chats[chat], lanes[lane], act);
            put.push((row, chats[chat], lanes[lane], (how < 3).then_some(slot)));
            if row % 7 == 0 {
                door.passes(Duration::from_millis(50));
            }
        }
        door.passes(Duration::from_mins(10));
        prop_assert!(door.turns.is_empty());
        prop_assert_eq!(door.turns.len(), 0);
        prop_assert_eq!(door.left.len() + door.spared.len(), put.len());
        let place = |row: i64| door.left.iter().position(|(left, _)| *left == row);
        for (number, (earlier, chat, lane, slot)) in put.iter().enumerate() {
            for (later, of, other, its) in &put[number + 1..] {
                let same_lane = lane == other && *chat == *of && slot.is_none() && its.is_none();
                let same_slot = chat == of && slot.is_some() && slot == its;
                if let (true, Some(first), Some(second)) =
                    (same_lane || same_slot, place(*earlier), place(*later))
                {
                    prop_assert!(first < second, "{} left after {}", earlier, later);
                }
            }
        }
    }
}
