//! What was made of the texts that were looked at last, so that it is made once: in memory only, and bounded.
//!
//! A question is read at the gate, for its categories, at the preview and when it is sent; and the questions that
//! a new one is compared with are the same few again and again.

use std::{
    borrow::Borrow,
    collections::{HashMap, VecDeque},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::ids::QuestionId;

/// So many texts are kept: those of a crowd that writes at once, and the newest of what people ask about.
const KEPT: usize = 512;

/// And so many bytes of them: what is made of a text is ten to thirty times as long.
const BYTES_KEPT: usize = 96 * 1024;

/// Something by key, for the keys of late.
#[derive(Debug)]
pub struct Recent<K, V> {
    most: usize,
    most_bytes: usize,
    kept: Mutex<Kept<K, V>>,
}

/// Something by text.
pub type RecentTexts<V> = Recent<Arc<str>, V>;

#[derive(Debug)]
struct Kept<K, V> {
    by_key: HashMap<K, Arc<V>>,
    /// The same keys, oldest first.
    order: VecDeque<K>,
    /// What the keys take up.
    bytes: usize,
}

/// What a key takes up beside itself, in bytes.
pub trait Weight {
    /// As many.
    fn weight(&self) -> usize;
}

impl Weight for Arc<str> {
    fn weight(&self) -> usize {
        self.len()
    }
}

impl Weight for QuestionId {
    fn weight(&self) -> usize {
        0
    }
}

impl<V> Default for RecentTexts<V> {
    fn default() -> Self {
        Self {
            most_bytes: BYTES_KEPT,
            ..Self::at_most(KEPT)
        }
    }
}

impl<V> RecentTexts<V> {
    /// What belongs to `text`, made now if it is not here.
    pub fn of(&self, text: &str, make: impl FnOnce() -> V) -> Arc<V> {
        self.find(text)
            .unwrap_or_else(|| self.keep(Arc::from(text), make()))
    }
}

impl<K: Hash + Eq + Clone + Weight, V> Recent<K, V> {
    /// Keeps so many.
    #[must_use]
    pub fn at_most(most: usize) -> Self {
        let kept = Kept {
            by_key: HashMap::new(),
            order: VecDeque::new(),
            bytes: 0,
        };
        Self {
            most,
            most_bytes: usize::MAX,
            kept: Mutex::new(kept),
        }
    }

    /// What is here of `key`.
    pub fn find<Q>(&self, key: &Q) -> Option<Arc<V>>
    where
        K: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        self.lock().by_key.get(key).map(Arc::clone)
    }

    /// Keeps `value`; the oldest goes when there are too many.
    pub fn keep(&self, key: K, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut kept = self.lock();
        if kept
            .by_key
            .insert(key.clone(), Arc::clone(&value))
            .is_none()
        {
            kept.bytes += key.weight();
            kept.order.push_back(key);
        }
        while (kept.order.len() > self.most || kept.bytes > self.most_bytes)
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.bytes -= oldest.weight();
            kept.by_key.remove(&oldest);
        }
        value
    }

    /// What was kept of `key` is not so any more.
    pub fn forget(&self, key: &K) {
        let mut kept = self.lock();
        if kept.by_key.remove(key).is_some() {
            kept.bytes -= key.weight();
            kept.order.retain(|known| known != key);
        }
    }

    /// Nothing is kept any more.
    pub fn forget_all(&self) {
        let mut kept = self.lock();
        kept.by_key.clear();
        kept.order.clear();
        kept.bytes = 0;
    }

    fn lock(&self) -> MutexGuard<'_, Kept<K, V>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_looked_at_once_and_old_ones_are_forgotten() {
        let recent = RecentTexts::default();
        let first = recent.of("Ngập ở hẻm 12", || 1);
        assert!(Arc::ptr_eq(&first, &recent.of("Ngập ở hẻm 12", || 2)));
        for number in 0..KEPT {
            let _ = recent.of(&format!("Đèn hỏng ở ngõ {number}"), || 3);
        }
        assert_eq!(*recent.of("Ngập ở hẻm 12", || 4), 4);
        assert_eq!(recent.lock().by_key.len(), KEPT);
        recent.forget(&Arc::from("Ngập ở hẻm 12"));
        assert_eq!(recent.lock().order.len(), KEPT - 1);
        assert_eq!(*recent.of("Ngập ở hẻm 12", || 5), 5);
    }

    #[test]
    fn long_texts_make_room_for_fewer() {
        let recent = RecentTexts::default();
        for number in 0..100 {
            let long = format!("{number} {}", "ngập ".repeat(800));
            let _ = recent.of(&long, || number);
        }
        let kept = recent.lock();
        assert!(kept.bytes <= BYTES_KEPT && kept.by_key.len() < 30);
        let bytes: usize = kept.by_key.keys().map(|text| text.len()).sum();
        assert_eq!(kept.bytes, bytes);
    }
}
