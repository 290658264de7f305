//! What was made of the texts that were looked at last, so that it is made once: in memory only, and bounded.
//!
//! A question is read at the gate, for its categories, at the preview and when it is sent; and the questions that
//! a new one is compared with are the same few again and again.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// So many texts are kept: those of a crowd that writes at once, and the newest of what people ask about.
const KEPT: usize = 256;

/// Something by text, for the texts of late.
#[derive(Debug)]
pub struct Recent<V>(Mutex<Kept<V>>);

#[derive(Debug)]
struct Kept<V> {
    by_text: HashMap<Arc<str>, Arc<V>>,
    /// The same texts, oldest first.
    order: VecDeque<Arc<str>>,
}

impl<V> Default for Recent<V> {
    fn default() -> Self {
        Self(Mutex::new(Kept {
            by_text: HashMap::new(),
            order: VecDeque::new(),
        }))
    }
}

impl<V> Recent<V> {
    /// What belongs to `text`, made now if it is not here.
    pub fn of(&self, text: &str, make: impl FnOnce() -> V) -> Arc<V> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.by_text.get(text) {
            return Arc::clone(known);
        }
        let (text, made) = (Arc::<str>::from(text), Arc::new(make()));
        if kept.order.len() >= KEPT
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.by_text.remove(&oldest);
        }
        kept.by_text.insert(Arc::clone(&text), Arc::clone(&made));
        kept.order.push_back(text);
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_looked_at_once_and_old_ones_are_forgotten() {
        let recent = Recent::default();
        let first = recent.of("Ngập ở hẻm 12", || 1);
        assert!(Arc::ptr_eq(&first, &recent.of("Ngập ở hẻm 12", || 2)));
        for number in 0..KEPT {
            let _ = recent.of(&format!("Đèn hỏng ở ngõ {number}"), || 3);
        }
        assert_eq!(*recent.of("Ngập ở hẻm 12", || 4), 4);
        assert_eq!(recent.0.lock().unwrap().by_text.len(), KEPT);
    }
}
