//! What handlers may know beside the database: the council, the catalogue, who administers, who the bot is.

use crate::{
    domain::{
        area::Area,
        ban::Ban,
        categorise::{Categoriser, Verdict},
        council::{AreaNames, Council},
        flood::{Effort, Limits, Ruling},
        ids::{CategoryCode, UserId},
        question::{
            points::{self, Point},
            support::RecentWords,
        },
        recent::RecentTexts,
        similarity::{Reading, Readings},
    },
    messages::Catalog,
};

use jiff::Timestamp;
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, OnceLock, PoisonError, RwLock},
};

/// Who the bot is, as Telegram said last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BotIdentity {
    /// Its user.
    pub(crate) id: UserId,
    /// Its username, without the at sign.
    pub(crate) username: String,
}

/// Everything that is the same for all updates until a council file is loaded.
pub(crate) struct Facts {
    current: RwLock<Arc<Current>>,
    catalog: Catalog,
    admins: BTreeSet<UserId>,
    bot: RwLock<Arc<BotIdentity>>,
    lessons: Mutex<Lessons>,
    readings: Readings,
    points: RecentTexts<Vec<Point>>,
    words: RecentWords,
    limits: Mutex<Limits>,
    banned: RwLock<HashMap<UserId, Timestamp>>,
    pages: OnceLock<PagesAt>,
}

/// Where our own pages are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PagesAt {
    /// The address that they all begin with, without a slash behind it.
    pub(crate) address: String,
    /// Whether it can be opened from elsewhere than the machine of the bot.
    pub(crate) is_public: bool,
}

/// So many questions' words are kept: 200 bytes each.
const WORDS_KEPT: usize = 1_000;

/// No correction has this number: whatever there is, is learned anew.
const NOTHING_LEARNED: i64 = -1;

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
    names: AreaNames,
}

impl Current {
    fn of(council: Council, lessons: &Lessons) -> Arc<Self> {
        let mut categoriser = categoriser_for(&council);
        for (text, right) in &lessons.taught {
            categoriser.learn(text, right);
        }
        Arc::new(Self {
            names: AreaNames::of(&council),
            council: Arc::new(council),
            categoriser,
            verdicts: RecentTexts::default(),
        })
    }
}

impl Facts {
    /// The facts of a bot that starts.
    #[must_use]
    pub(crate) fn new(
        council: Council,
        catalog: Catalog,
        admins: BTreeSet<UserId>,
        bot: BotIdentity,
    ) -> Self {
        Self {
            current: RwLock::new(Current::of(council, &Lessons::default())),
            catalog,
            admins,
            bot: RwLock::new(Arc::new(bot)),
            lessons: Mutex::default(),
            readings: Readings::default(),
            points: RecentTexts::default(),
            words: RecentWords::at_most(WORDS_KEPT),
            limits: Mutex::default(),
            banned: RwLock::default(),
            pages: OnceLock::new(),
        }
    }

    /// The pages are open; said once.
    pub(crate) fn pages_are_at(&self, pages: PagesAt) {
        let _ = self.pages.set(pages);
    }

    /// Where the pages are, if there are any.
    #[must_use]
    pub(crate) fn pages(&self) -> Option<&PagesAt> {
        self.pages.get()
    }

    /// The council as it is now.
    #[must_use]
    pub(crate) fn council(&self) -> Arc<Council> {
        Arc::clone(&self.current().council)
    }

    /// A council file was loaded.
    pub(crate) fn set_council(&self, council: Council) {
        let current = Current::of(council, &self.lessons());
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
    }

    /// Where a day begins, what is over from now on is not offered any more.
    pub(crate) fn begins(&self, now: Timestamp) {
        let council = self.council();
        let today = council.local_date(now);
        if council.today != Some(today) {
            self.set_council(Council::clone(&council).on(today));
        }
    }

    /// The number of the latest correction that the categoriser has learned.
    #[must_use]
    pub(crate) fn learned(&self) -> i64 {
        self.lessons().newest
    }

    /// Clerks corrected categories: the categoriser learns all of it anew, in order, so that a correction that was
    /// corrected leaves no trace.
    pub(crate) fn learn(&self, newest: i64, taught: Vec<(String, CategoryCode)>) {
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
    pub(crate) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The first administrators (`CUTRI_ADMINS`).
    #[must_use]
    pub(crate) fn admins(&self) -> &BTreeSet<UserId> {
        &self.admins
    }

    /// Who the bot is.
    #[must_use]
    pub(crate) fn bot(&self) -> Arc<BotIdentity> {
        let bot = self.bot.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&bot)
    }

    /// It is called otherwise now: whoever runs it has renamed it.
    pub(crate) fn is_called(&self, bot: BotIdentity) {
        let mut known = self.bot.write().unwrap_or_else(PoisonError::into_inner);
        *known = Arc::new(bot);
    }

    /// Whether somebody may not use the bot. Known to everybody without a look into the database.
    pub(crate) fn is_banned(&self, who: UserId, now: Timestamp) -> bool {
        let banned = self.banned.read().unwrap_or_else(PoisonError::into_inner);
        banned.get(&who).is_some_and(|until| *until > now)
    }

    /// Who is banned, and until when.
    pub(crate) fn set_banned(&self, running: &[Ban]) {
        let running = running.iter().map(|ban| (ban.user, ban.ends_at));
        *self.banned.write().unwrap_or_else(PoisonError::into_inner) = running.collect();
    }

    /// Somebody does something now: whether it is too much.
    pub(crate) fn rule(&self, who: UserId, effort: Effort, now: Timestamp) -> Ruling {
        let mut limits = self.limits.lock().unwrap_or_else(PoisonError::into_inner);
        limits.rule(who, effort, now)
    }

    /// Questions that were read for comparing.
    #[must_use]
    pub(crate) fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The words of questions that were looked at.
    #[must_use]
    pub(crate) fn words(&self) -> &RecentWords {
        &self.words
    }

    /// Somebody's words are to be forgotten: nothing that was made of any words is kept, and what the categoriser was
    /// taught it learns anew with the next tick.
    pub(crate) fn forget_words(&self) {
        self.readings.forget_all();
        self.words.forget_all();
        self.points.forget_all();
        self.current().verdicts.forget_all();
        let mut lessons = self.lessons();
        if !lessons.taught.is_empty() {
            lessons.newest = NOTHING_LEARNED;
        }
    }

    /// The points of a list that a text is.
    #[must_use]
    pub(crate) fn points(&self, text: &str) -> Arc<Vec<Point>> {
        self.points.of(text, || points::split(text))
    }

    /// A text, read for comparing and for the categoriser.
    #[must_use]
    pub(crate) fn read(&self, text: &str) -> Arc<Reading> {
        self.readings.of(text, || Reading::of(text))
    }

    /// What a text is and what it is about.
    #[must_use]
    pub(crate) fn categorise(&self, text: &str) -> Arc<Verdict> {
        let current = self.current();
        current.verdicts.of(text, || {
            current.categoriser.judge(self.read(text).for_categoriser())
        })
    }

    /// The words that decided, as written.
    #[must_use]
    pub(crate) fn because(&self, text: &str) -> Vec<String> {
        let reading = self.read(text);
        let verdict = self.categorise(text);
        let current = self.current();
        current
            .categoriser
            .because(reading.for_categoriser(), &verdict)
    }

    /// The areas of `council` that a text names, the innermost ones only.
    #[must_use]
    pub(crate) fn areas_named_in<'a>(&self, council: &'a Council, text: &str) -> Vec<&'a Area> {
        self.current().names.in_text(council, text)
    }

    /// At most three categories that fit a text best, best first; only ones the council has.
    #[must_use]
    pub(crate) fn propose_categories(&self, question: &str) -> Vec<CategoryCode> {
        let council = self.council();
        let verdict = self.categorise(question);
        let proposed = verdict.categories.iter().map(|guess| &guess.code);
        proposed
            .filter(|code| council.offers_category(code))
            .cloned()
            .collect()
    }

    /// The category of a text whose words leave no doubt about it, if the council has it.
    #[must_use]
    pub(crate) fn sure_category(&self, question: &str) -> Option<CategoryCode> {
        let verdict = self.categorise(question);
        let sure = verdict.sure_category()?;
        self.council().offers_category(sure).then(|| sure.clone())
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
