//! Readings kept for a while: a question is read at the gate, for its categories, at the preview and when it
//! is sent, and the ones that a new one is compared with are the same few again and again.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use super::Reading;

/// So many are kept: the newest questions of all categories that people ask about at the moment.
const KEPT: usize = 256;

/// The readings of the texts that were looked at last. In memory only, and bounded.
#[derive(Debug, Default)]
pub struct Readings(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_text: HashMap<Arc<str>, Arc<Reading>>,
    /// The same texts, oldest first.
    order: VecDeque<Arc<str>>,
}

impl Readings {
    /// The reading of `text`, made now if it is not here.
    #[must_use]
    pub fn of(&self, text: &str) -> Arc<Reading> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reading) = kept.by_text.get(text) {
            return Arc::clone(reading);
        }
        let (text, reading) = (Arc::<str>::from(text), Arc::new(Reading::of(text)));
        if kept.order.len() >= KEPT
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.by_text.remove(&oldest);
        }
        kept.by_text.insert(Arc::clone(&text), Arc::clone(&reading));
        kept.order.push_back(text);
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_old_ones_are_forgotten() {
        let readings = Readings::default();
        let first = readings.of("Ngập ở hẻm 12");
        assert!(Arc::ptr_eq(&first, &readings.of("Ngập ở hẻm 12")));
        for number in 0..KEPT {
            let _ = readings.of(&format!("Đèn hỏng ở ngõ {number}"));
        }
        assert!(!Arc::ptr_eq(&first, &readings.of("Ngập ở hẻm 12")));
        assert_eq!(readings.0.lock().unwrap().by_text.len(), KEPT);
    }
}
