//! What handlers may know beside the database: the council, the catalogue, who administers, who the bot is.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use crate::{
    domain::{
        categorise::{Categoriser, Verdict},
        council::Council,
        ids::{CategoryCode, UserId},
        question::support::RecentWords,
        recent::RecentTexts,
        similarity::{Reading, Readings},
    },
    messages::Catalog,
};

/// Who the bot is, as Telegram said at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BotIdentity {
    /// Its user.
    pub id: UserId,
    /// Its username, without the at sign.
    pub username: String,
}

/// Everything that is the same for all updates until a council file is loaded.
pub struct Facts {
    current: RwLock<Arc<Current>>,
    catalog: Catalog,
    admins: BTreeSet<UserId>,
    bot: BotIdentity,
    lessons: Mutex<Lessons>,
    readings: Readings,
    words: RecentWords,
}

/// So many questions' words are kept: 200 bytes each.
const WORDS_KEPT: usize = 1_000;

/// What clerks taught the categoriser: texts and their right categories, oldest first.
#[derive(Debug, Clone, Default)]
struct Lessons {
    newest: i64,
    taught: Vec<(String, CategoryCode)>,
}

/// What a council file decides.
struct Current {
    council: Arc<Council>,
    categoriser: Categoriser,
    verdicts: RecentTexts<Verdict>,
}

impl Current {
    fn of(council: Council, lessons: &Lessons) -> Arc<Self> {
        let mut categoriser = categoriser_for(&council);
        for (text, right) in &lessons.taught {
            categoriser.learn(text, right);
        }
        Arc::new(Self {
            council: Arc::new(council),
            categoriser,
            verdicts: RecentTexts::default(),
        })
    }
}

impl Facts {
    /// The facts of a bot that starts.
    #[must_use]
    pub fn new(
        council: Council,
        catalog: Catalog,
        admins: BTreeSet<UserId>,
        bot: BotIdentity,
    ) -> Self {
        Self {
            current: RwLock::new(Current::of(council, &Lessons::default())),
            catalog,
            admins,
            bot,
            lessons: Mutex::default(),
            readings: Readings::default(),
            words: RecentWords::at_most(WORDS_KEPT),
        }
    }

    /// The council as it is now.
    #[must_use]
    pub fn council(&self) -> Arc<Council> {
        Arc::clone(&self.current().council)
    }

    /// A council file was loaded.
    pub fn set_council(&self, council: Council) {
        let current = Current::of(council, &self.lessons());
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
    }

    /// The number of the latest correction that the categoriser has learned.
    #[must_use]
    pub fn learned(&self) -> i64 {
        self.lessons().newest
    }

    /// Clerks corrected categories: the categoriser learns all of it anew, in order, so that a correction that was
    /// corrected leaves no trace.
    pub fn learn(&self, newest: i64, taught: Vec<(String, CategoryCode)>) {
        let lessons = Lessons { newest, taught };
        let council = Council::clone(&self.council());
        let current = Current::of(council, &lessons);
        *self.lessons() = lessons;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
    }

    fn lessons(&self) -> std::sync::MutexGuard<'_, Lessons> {
        self.lessons.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every sentence.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The first administrators (`CUTRI_ADMINS`).
    #[must_use]
    pub fn admins(&self) -> &BTreeSet<UserId> {
        &self.admins
    }

    /// Who the bot is.
    #[must_use]
    pub fn bot(&self) -> &BotIdentity {
        &self.bot
    }

    /// Questions that were read for comparing.
    #[must_use]
    pub fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The words of questions that were looked at.
    #[must_use]
    pub fn words(&self) -> &RecentWords {
        &self.words
    }

    /// A text, read for comparing and for the categoriser.
    #[must_use]
    pub fn read(&self, text: &str) -> Arc<Reading> {
        self.readings.of(text, || Reading::of(text))
    }

    /// What a text is and what it is about.
    #[must_use]
    pub fn categorise(&self, text: &str) -> Arc<Verdict> {
        let current = self.current();
        current.verdicts.of(text, || {
            current.categoriser.judge(self.read(text).for_categoriser())
        })
    }

    /// The words that decided, as written.
    #[must_use]
    pub fn because(&self, text: &str) -> Vec<String> {
        let reading = self.read(text);
        let verdict = self.categorise(text);
        let current = self.current();
        current
            .categoriser
            .because(reading.for_categoriser(), &verdict)
    }

    /// At most three categories that fit a text best, best first; only ones the council has.
    #[must_use]
    pub fn propose_categories(&self, question: &str) -> Vec<CategoryCode> {
        let council = self.council();
        let verdict = self.categorise(question);
        let proposed = verdict.categories.iter().map(|guess| &guess.code);
        proposed
            .filter(|code| council.category(code).is_some())
            .cloned()
            .collect()
    }

    fn current(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A categoriser that also knows the words of the council file.
fn categoriser_for(council: &Council) -> Categoriser {
    let words = council
        .categories
        .iter()
        .map(|category| (category.code.clone(), category.words.clone()));
    Categoriser::builtin().with_council_words(words)
}
