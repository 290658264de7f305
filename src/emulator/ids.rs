//! Ids and chance: numbers that look like Telegram's, the same for the same seed.

/// Makes ids, and decides what happens by chance.
#[derive(Debug)]
pub(crate) struct Ids {
    seed: u64,
    users: i64,
    groups: i64,
    /// Private chats and basic groups share one sequence of message ids, as at Telegram.
    pub(crate) messages: i64,
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            users: 5_000_000_000,
            groups: 0,
            messages: 0,
        }
    }

    /// The next number of the `SplitMix64` sequence.
    pub(crate) fn random(&mut self) -> u64 {
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// True with the given probability.
    pub(crate) fn happens(&mut self, probability: f64) -> bool {
        // 53 bits fit a float exactly.
        #[expect(clippy::cast_precision_loss, reason = "both numbers are at most 2^53")]
        let chance = (self.random() >> 11) as f64 / (1_u64 << 53) as f64;
        chance < probability
    }

    /// A number below `bound`, which must not be zero.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.random() % bound.max(1)
    }

    /// A text of `length` characters that are safe in addresses.
    pub(crate) fn token(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| {
                let at = usize::try_from(self.below(64)).unwrap_or_default();
                char::from(ALPHABET[at])
            })
            .collect()
    }

    /// A number with many digits, as callback query ids are.
    pub(crate) fn digits(&mut self) -> String {
        (1_000_000_000_000_000_000 + self.below(8_000_000_000_000_000_000)).to_string()
    }

    /// A user id; larger than 32 bits, as new ones are.
    pub(crate) fn user(&mut self) -> i64 {
        self.users += 1;
        self.users
    }

    /// The id of a basic group.
    pub(crate) fn group(&mut self) -> i64 {
        self.groups += 1;
        -(4_000_000_000 + self.groups)
    }

    /// The id of a supergroup: begins with -100.
    pub(crate) fn supergroup(&mut self) -> i64 {
        self.groups += 1;
        -(1_002_000_000_000 + self.groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_choices() {
        let choices = |seed| {
            let mut ids = Ids::new(seed);
            (0..64).map(|_| ids.happens(0.5)).collect::<Vec<_>>()
        };
        assert_eq!(choices(7), choices(7));
        assert_ne!(choices(7), choices(8));
    }

    #[test]
    fn a_probability_of_one_always_happens_and_of_zero_never() {
        let mut ids = Ids::new(1);
        assert!((0..100).all(|_| ids.happens(1.0)));
        assert!((0..100).all(|_| !ids.happens(0.0)));
    }
}
