//! The chain of the books: each event carries a hash over itself and the one before it.
//!
//! What may have to be forgotten (who did it, the reason beside it) is not hashed itself but by a salted seal. Forgetting
//! the person leaves the seal, so the chain stays whole; without the salt nobody finds out whose it was. Pure: salts come
//! from outside.

use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// What the first event follows.
pub const BEGINNING: Hash = [0; 32];

/// The seal of the actor of an event.
#[must_use]
pub fn seal_actor(salt: &[u8], actor: i64) -> Hash {
    let mut hasher = Hasher::new(b"actor");
    hasher.bytes(salt);
    hasher.number(actor);
    hasher.finish()
}

/// The seal of what stands beside an event: the version it led to, the name and the reason.
#[must_use]
pub fn seal_step(salt: &[u8], version: i64, name: Option<&str>, words: Option<&str>) -> Hash {
    let mut hasher = Hasher::new(b"step");
    hasher.bytes(salt);
    hasher.number(version);
    hasher.optional(name.map(str::as_bytes));
    hasher.optional(words.map(str::as_bytes));
    hasher.finish()
}

/// An event as it stands in the chain.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Its row.
    pub id: i64,
    /// When, in seconds.
    pub at: i64,
    /// Its name.
    pub kind: &'a str,
    /// About which question.
    pub question: Option<i64>,
    /// Its JSON.
    pub data: &'a str,
    /// Who did it, sealed.
    pub actor: Option<Hash>,
    /// What stands beside it, sealed.
    pub step: Option<Hash>,
}

impl Link<'_> {
    /// Its hash, after the one of the event before.
    #[must_use]
    pub fn hash_after(&self, before: &Hash) -> Hash {
        let mut hasher = Hasher::new(b"event");
        hasher.bytes(before);
        hasher.number(self.id);
        hasher.number(self.at);
        hasher.bytes(self.kind.as_bytes());
        hasher.optional(
            self.question
                .map(i64::to_be_bytes)
                .as_ref()
                .map(|id| &id[..]),
        );
        hasher.bytes(self.data.as_bytes());
        hasher.optional(self.actor.as_ref().map(|seal| &seal[..]));
        hasher.optional(self.step.as_ref().map(|seal| &seal[..]));
        hasher.finish()
    }
}

/// What the proof beside a named fact says: a salt as long as the fact is there, its seal once it is forgotten.
#[must_use]
pub fn seal_of(proof: Option<&[u8]>, seal: impl FnOnce(&[u8]) -> Hash) -> Option<Hash> {
    let proof = proof?;
    Some(Hash::try_from(proof).unwrap_or_else(|_| seal(proof)))
}

/// Hexadecimal, for people.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The SHA-256 of a text, hexadecimal.
#[must_use]
pub fn hash_of_text(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Every field with its length in front, so that no two lists of fields look alike.
struct Hasher(Sha256);

impl Hasher {
    fn new(what: &[u8]) -> Self {
        let mut hasher = Self(Sha256::new());
        hasher.bytes(what);
        hasher
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn number(&mut self, number: i64) {
        self.0.update(number.to_be_bytes());
    }

    fn optional(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => {
                self.0.update([1]);
                self.bytes(bytes);
            }
            None => self.0.update([0]),
        }
    }

    fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LINK: Link<'static> = Link {
        id: 7,
        at: 1_795_395_600,
        kind: "question_claimed",
        question: Some(3),
        data: "{}",
        actor: None,
        step: None,
    };

    #[test]
    fn whatever_changes_is_noticed() {
        let kept = LINK.hash_after(&BEGINNING);
        let changed = [
            Link { id: 8, ..LINK },
            Link { at: 1, ..LINK },
            Link {
                kind: "question_claime",
                data: "d{}",
                ..LINK
            },
            Link {
                question: None,
                ..LINK
            },
            Link {
                data: "{} ",
                ..LINK
            },
            Link {
                actor: Some(seal_actor(b"salt", 7)),
                ..LINK
            },
            Link {
                step: Some(seal_actor(b"salt", 7)),
                ..LINK
            },
        ];
        for link in changed {
            assert_ne!(link.hash_after(&BEGINNING), kept, "{link:?}");
        }
        assert_ne!(LINK.hash_after(&kept), kept, "what stands before counts");
    }

    #[test]
    fn a_seal_stays_when_what_it_seals_is_forgotten() {
        let seal = |salt: &[u8]| seal_actor(salt, 5_000_000_001);
        let named = seal_of(Some(b"0123456789abcdef"), seal).unwrap();
        let forgotten = seal_of(Some(&named), |_| unreachable!("it is a seal already"));
        assert_eq!(forgotten, Some(named));
        assert_eq!(seal_of(None, seal), None, "the bot itself");
        assert_ne!(named, seal(b"another salt"));
    }

    proptest! {
        #[test]
        fn no_two_reasons_look_alike(name in "\\PC{0,9}", words in "\\PC{0,9}", more in "\\PC{1,9}") {
            let one = seal_step(b"s", 1, Some(&name), Some(&format!("{more}{words}")));
            let other = seal_step(b"s", 1, Some(&format!("{name}{more}")), Some(&words));
            prop_assert_ne!(one, other);
            prop_assert_ne!(one, seal_step(b"s", 1, Some(&name), None));
        }
    }
}
