//! Any sequence of what people and clerks can do keeps the promises of the waiting list.

use proptest::prelude::*;

use super::*;

/// One thing that somebody does; numbers choose among the registrations there are.
#[derive(Debug, Clone)]
enum Deed {
    Register(u32),
    Cancel(usize),
    Accept(usize),
    Expire(usize),
    Resize(usize, u32),
    Invite(u32),
    SeatFromTheList(usize),
    Change {
        capacity: Option<u32>,
        reserved: u32,
    },
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        6 => (1..=1 + MAX_COMPANIONS).prop_map(Deed::Register),
        3 => any::<usize>().prop_map(Deed::Cancel),
        2 => any::<usize>().prop_map(Deed::Accept),
        2 => any::<usize>().prop_map(Deed::Expire),
        2 => (any::<usize>(), 1..=1 + MAX_COMPANIONS).prop_map(|(who, size)| Deed::Resize(who, size)),
        1 => (1..4_u32).prop_map(Deed::Invite),
        2 => any::<usize>().prop_map(Deed::SeatFromTheList),
        2 => (prop::option::weighted(0.9, 0..20_u32), 0..8_u32)
            .prop_map(|(capacity, reserved)| Deed::Change { capacity, reserved }),
    ];
    prop::collection::vec(deed, 0..60)
}

#[derive(Debug, Clone)]
struct Party {
    id: RegistrationId,
    size: u32,
    standing: Standing,
    is_reserved: bool,
}

impl Party {
    fn share(&self) -> Share {
        if self.is_reserved {
            Share::Reserved
        } else {
            Share::Open
        }
    }
}

/// A meeting as the store keeps it, in memory.
struct Hall {
    room: Room,
    parties: Vec<Party>,
}

impl Hall {
    fn taken(&self) -> Taken {
        let sum = |is_reserved| {
            self.parties
                .iter()
                .filter(|party| party.standing.takes_seats() && party.is_reserved == is_reserved)
                .map(|party| party.size)
                .sum()
        };
        Taken {
            open: sum(false),
            reserved: sum(true),
        }
    }

    fn waiting(&self) -> Vec<Waiting> {
        let waiting = self
            .parties
            .iter()
            .filter(|p| p.standing == Standing::Waiting);
        waiting
            .map(|p| Waiting {
                id: p.id,
                size: p.size,
            })
            .collect()
    }

    fn live(&mut self, number: usize) -> Option<&mut Party> {
        let mut live: Vec<&mut Party> = self
            .parties
            .iter_mut()
            .filter(|p| p.standing.is_live())
            .collect();
        if live.is_empty() {
            return None;
        }
        let index = number % live.len();
        Some(live.swap_remove(index))
    }

    fn add(&mut self, size: u32, standing: Standing, is_reserved: bool) {
        let id = RegistrationId(i64::try_from(self.parties.len()).unwrap() + 1);
        self.parties.push(Party {
            id,
            size,
            standing,
            is_reserved,
        });
    }

    /// What handlers do, one transaction each: the deed, then the promotion that follows from it.
    fn does(&mut self, deed: &Deed) {
        let (room, taken) = (self.room, self.taken());
        match *deed {
            Deed::Register(size) => match room.admit(taken, size) {
                Admission::Seat => self.add(size, Standing::Seated, false),
                Admission::Wait => self.add(size, Standing::Waiting, false),
            },
            Deed::Cancel(who) => {
                if let Some(party) = self.live(who) {
                    party.standing = Standing::Cancelled;
                }
            }
            Deed::Accept(who) => {
                if let Some(party) = self.live(who)
                    && party.standing == Standing::Offered
                {
                    party.standing = Standing::Seated;
                }
            }
            Deed::Expire(who) => {
                if let Some(party) = self.live(who)
                    && party.standing == Standing::Offered
                {
                    party.standing = Standing::Lapsed;
                }
            }
            Deed::Resize(who, size) => {
                if let Some(party) = self.live(who) {
                    let allowed = match party.standing {
                        Standing::Waiting => true,
                        _ => room
                            .may_resize(taken, party.share(), party.size, size)
                            .is_ok(),
                    };
                    if allowed {
                        party.size = size;
                    }
                }
            }
            Deed::Invite(size) => {
                if room.may_give_reserved(taken, size).is_ok() {
                    self.add(size, Standing::Seated, true);
                }
            }
            Deed::SeatFromTheList(who) => {
                if let Some(party) = self.live(who)
                    && party.standing == Standing::Waiting
                    && room.may_give_reserved(taken, party.size).is_ok()
                {
                    party.standing = Standing::Seated;
                    party.is_reserved = true;
                }
            }
            Deed::Change { capacity, reserved } => {
                let newer = Room { capacity, reserved };
                if room.may_become(newer, taken).is_ok() {
                    self.room = newer;
                }
            }
        }
        for promoted in promote(self.room, self.taken(), &self.waiting()) {
            let party = self
                .parties
                .iter_mut()
                .find(|p| p.id == promoted.id)
                .unwrap();
            assert_eq!(party.standing, Standing::Waiting);
            party.standing = Standing::Offered;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn seats_are_never_given_twice_left_idle_or_taken_away(
        capacity in prop::option::weighted(0.9, 0..15_u32),
        reserved in 0..4_u32,
        deeds in deeds(),
    ) {
        let reserved = capacity.map_or(reserved, |capacity| reserved.min(capacity));
        let mut hall = Hall { room: Room { capacity, reserved }, parties: Vec::new() };
        for deed in deeds {
            let before = hall.parties.clone();
            let order_before: Vec<RegistrationId> = hall.waiting().iter().map(|w| w.id).collect();
            hall.does(&deed);
            let taken = hall.taken();

            if let Some(capacity) = hall.room.capacity {
                prop_assert!(taken.open + taken.reserved <= capacity, "over capacity after {deed:?}");
                prop_assert!(taken.open <= capacity - hall.room.reserved, "a reserved seat was given away");
            }
            prop_assert!(taken.reserved <= hall.room.reserved);
            for waiting in hall.waiting() {
                prop_assert!(!hall.room.fits(taken, waiting.size), "a seat is idle after {deed:?}");
            }
            let order_after: Vec<RegistrationId> = hall.waiting().iter().map(|w| w.id).collect();
            let kept: Vec<RegistrationId> =
                order_before.iter().copied().filter(|id| order_after.contains(id)).collect();
            prop_assert_eq!(&order_after[..kept.len()], &kept[..], "a place in the queue was lost");
            for (was, is) in before.iter().zip(&hall.parties) {
                let may_end = matches!(deed, Deed::Cancel(_) | Deed::Expire(_));
                prop_assert!(is.standing.is_live() || !was.standing.is_live() || may_end);
                prop_assert!(was.standing != Standing::Seated || is.standing != Standing::Waiting);
            }
        }
    }

    /// Nobody is passed over by somebody behind them who needs as many seats or more.
    #[test]
    fn the_first_who_fits_is_promoted_first(
        free in 0..12_u32,
        sizes in prop::collection::vec(1..=1 + MAX_COMPANIONS, 0..12),
    ) {
        let room = Room { capacity: Some(free), reserved: 0 };
        let waiting: Vec<Waiting> = (1..).zip(&sizes)
            .map(|(id, size)| Waiting { id: RegistrationId(id), size: *size }).collect();
        let promoted = promote(room, Taken::default(), &waiting);
        for (index, left) in waiting.iter().enumerate().filter(|(_, party)| !promoted.contains(party)) {
            let before: u32 = waiting[..index].iter().filter(|p| promoted.contains(p)).map(|p| p.size).sum();
            prop_assert!(before + left.size > free, "{left:?} would have fitted at its turn");
        }
    }
}

/// Ten seats, three of them a clerk's; six people sit, two of them on a clerk's.
const ROOM: Room = Room {
    capacity: Some(10),
    reserved: 3,
};
const TAKEN: Taken = Taken {
    open: 4,
    reserved: 2,
};

#[test]
fn a_party_grows_into_what_is_free_and_no_further() {
    assert_eq!(ROOM.may_grow(TAKEN, 1, 4), Ok(()));
    let left = Err(NoSeats::Left { free: 3 });
    assert_eq!(ROOM.may_grow(TAKEN, 1, 5), left);
    assert_eq!(ROOM.may_resize(TAKEN, Share::Open, 1, 5), left);
    assert_eq!(
        ROOM.may_grow(TAKEN, 4, 1),
        Ok(()),
        "smaller is always right"
    );
    let reserved = |from, to| ROOM.may_resize(TAKEN, Share::Reserved, from, to);
    assert_eq!(reserved(2, 3), Err(NoSeats::OnlyByClerk));
    assert_eq!((reserved(2, 2), reserved(2, 1)), (Ok(()), Ok(())));
}

#[test]
fn a_clerk_gives_out_what_is_reserved_and_free() {
    assert_eq!(ROOM.free_reserved(TAKEN), 1);
    assert_eq!(ROOM.may_give_reserved(TAKEN, 1), Ok(()));
    assert_eq!(
        ROOM.may_give_reserved(TAKEN, 2),
        Err(NoSeats::Left { free: 1 })
    );
}

#[test]
fn a_room_becomes_another_as_long_as_nobody_loses_a_seat() {
    let becomes = |capacity, reserved| ROOM.may_become(Room { capacity, reserved }, TAKEN);
    for (capacity, reserved) in [
        (Some(6), 2),
        (Some(10), 6),
        (Some(10), 2),
        (None, 2),
        (None, 90),
    ] {
        assert_eq!(
            becomes(capacity, reserved),
            Ok(()),
            "{capacity:?} {reserved}"
        );
    }
    let below = |taken| Err(NoSeats::BelowTaken { taken });
    assert_eq!(becomes(Some(10), 1), below(2), "reserved");
    assert_eq!(becomes(None, 1), below(2), "reserved");
    assert_eq!(becomes(Some(5), 2), below(6), "all");
    let too_large = |most| Err(NoSeats::ReserveTooLarge { most });
    assert_eq!(becomes(Some(10), 11), too_large(10));
    assert_eq!(becomes(Some(10), 7), too_large(6));
    assert_eq!(becomes(Some(6), 3), too_large(2));
    let nobody = ROOM.may_become(ROOM, Taken::default());
    let only_reserved = Room {
        capacity: Some(4),
        reserved: 4,
    };
    assert_eq!(
        (nobody, ROOM.may_become(only_reserved, Taken::default())),
        (Ok(()), Ok(()))
    );
}

#[test]
fn who_sits_is_offered_a_seat_or_waits_still_wants_to_come() {
    for standing in [Standing::Seated, Standing::Offered, Standing::Waiting] {
        assert!(standing.is_live());
    }
    assert!(!Standing::Cancelled.is_live() && !Standing::Lapsed.is_live());
}
