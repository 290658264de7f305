
/// Which mutant is switched on (tests/mutants/switched.py).
#[doc(hidden)]
pub mod switch {
    use std::{
        io::Write,
        sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
    };

    static ON: AtomicU32 = AtomicU32::new(u32::MAX);
    static REACHED: [AtomicBool; 16384] = [const { AtomicBool::new(false) }; 16384];

    #[cold]
    fn begin() -> u32 {
        let on = std::env::var("CUTRI_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
        ON.store(on, Relaxed);
        on
    }

    #[cold]
    fn reached(n: u32) {
        if let Ok(file) = std::env::var("CUTRI_REACH")
            && let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(file)
        {
            let _ = file.write_all(format!("{n}\n").as_bytes());
        }
    }

    #[must_use]
    pub fn mutant(n: u32) -> bool {
        let mut on = ON.load(Relaxed);
        if on == u32::MAX {
            on = begin();
        }
        if on == 0 && !REACHED[n as usize].swap(true, Relaxed) {
            reached(n);
        }
        on == n
    }
}
pub(crate) use switch::mutant;
