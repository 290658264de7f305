//! What handlers may know beside the database: the council, the catalogue, who administers, who the bot is.

use std::{
    collections::BTreeSet,
    sync::{Arc, PoisonError, RwLock},
};

use crate::{
    domain::{
        council::Council,
        ids::{CategoryCode, UserId},
        text,
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
    council: RwLock<Arc<Council>>,
    catalog: Catalog,
    admins: BTreeSet<UserId>,
    bot: BotIdentity,
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
            council: RwLock::new(Arc::new(council)),
            catalog,
            admins,
            bot,
        }
    }

    /// The council as it is now.
    #[must_use]
    pub fn council(&self) -> Arc<Council> {
        Arc::clone(&self.council.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// A council file was loaded.
    pub fn set_council(&self, council: Council) {
        *self.council.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(council);
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

    /// The three categories that fit a text best, best first; none where nothing speaks for any.
    #[must_use]
    pub fn propose_categories(&self, council: &Council, question: &str) -> Vec<CategoryCode> {
        let folded = text::fold(question);
        let mut scored: Vec<(usize, &CategoryCode)> = council
            .categories
            .iter()
            .map(|category| {
                let words = category.words.iter().map(|word| text::fold(word));
                (
                    words.filter(|word| folded.contains(word.as_str())).count(),
                    &category.code,
                )
            })
            .filter(|(score, _)| *score > 0)
            .collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored
            .into_iter()
            .take(3)
            .map(|(_, code)| code.clone())
            .collect()
    }
}
