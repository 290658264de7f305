//! The languages of the bot, and one speaker of each.

use std::sync::OnceLock;

use i18n_embed::{
    LanguageLoader,
    fluent::{FluentLanguageLoader, fluent_language_loader},
};
use jiff::{Timestamp, civil::Date};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::domain::{
    council::Council,
    ids::{AreaCode, BodyCode, CategoryCode, Language},
};
use crate::messages::label;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// Every sentence in every language.
pub struct Catalog {
    vietnamese: Voices,
    english: Voices,
}

/// One language in both styles.
struct Voices {
    full: FluentLanguageLoader,
    plain: FluentLanguageLoader,
}

/// How somebody wants to be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// In whole sentences.
    Full,
    /// In short sentences: what `locales/<language>-plain` says differently.
    Plain,
}

impl Catalog {
    /// Reads the texts that are compiled in.
    ///
    /// # Errors
    /// When a text cannot be parsed; a test sees to it that this never happens.
    pub fn load() -> anyhow::Result<Self> {
        let every = every_language()?;
        Ok(Self {
            vietnamese: voices(every, Language::Vi)?,
            english: voices(every, Language::En)?,
        })
    }

    /// The speaker of `language` for `council`, in whole sentences.
    #[must_use]
    pub(crate) fn words<'a>(&'a self, language: Language, council: &'a Council) -> Words<'a> {
        self.words_in(language, Style::Full, council)
    }

    /// The speaker of `language` for `council`, in this style.
    #[must_use]
    pub fn words_in<'a>(
        &'a self,
        language: Language,
        style: Style,
        council: &'a Council,
    ) -> Words<'a> {
        let voices = match language {
            Language::Vi => &self.vietnamese,
            Language::En => &self.english,
        };
        let loader = match style {
            Style::Full => &voices.full,
            Style::Plain => &voices.plain,
        };
        Words {
            language,
            style,
            loader,
            council,
        }
    }
}

/// All texts, read once a process: a parsed language takes a megabyte, so every voice looks into the same ones.
fn every_language() -> anyhow::Result<&'static FluentLanguageLoader> {
    static READ: OnceLock<FluentLanguageLoader> = OnceLock::new();
    if let Some(read) = READ.get() {
        return Ok(read);
    }
    let mut all = Vec::new();
    for language in Language::ALL {
        all.push(language.tag().parse()?);
        all.push(plain(language)?);
    }
    let loader = fluent_language_loader!();
    loader.load_languages(&Locales, &all)?;
    loader.set_use_isolating(false);
    Ok(READ.get_or_init(|| loader))
}

fn voices(every: &FluentLanguageLoader, language: Language) -> anyhow::Result<Voices> {
    let full: LanguageIdentifier = language.tag().parse()?;
    Ok(Voices {
        plain: every.select_languages(&[&plain(language)?, &full]),
        full: every.select_languages(&[&full]),
    })
}

fn plain(language: Language) -> anyhow::Result<LanguageIdentifier> {
    Ok(format!("{}-plain", language.tag()).parse()?)
}

/// One language, and the council it speaks about.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    language: Language,
    style: Style,
    loader: &'a FluentLanguageLoader,
    council: &'a Council,
}

impl<'a> Words<'a> {
    /// Which language it is.
    #[must_use]
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// How it speaks.
    #[must_use]
    pub(crate) fn style(self) -> Style {
        self.style
    }

    pub(crate) fn loader(&self) -> &'a FluentLanguageLoader {
        self.loader
    }

    /// The council.
    #[must_use]
    pub(crate) fn council(self) -> &'a Council {
        self.council
    }

    /// The name of an area, or its code if the council no longer knows it.
    #[must_use]
    pub(crate) fn area(self, code: &AreaCode) -> String {
        self.council.area(code).map_or_else(
            || code.to_string(),
            |area| area.name.in_language(self.language).to_owned(),
        )
    }

    /// The name of an area with the one it lies in: "Tổ 2, Phường Đồng Văn".
    #[must_use]
    pub(crate) fn area_in_full(self, code: &AreaCode) -> String {
        let mut name = self.area(code);
        for ancestor in self.council.ancestors(code) {
            name.push_str(", ");
            name.push_str(ancestor.name.in_language(self.language));
        }
        name
    }

    /// The name of a body.
    #[must_use]
    pub(crate) fn body(self, code: &BodyCode) -> String {
        match self.council.body(code) {
            Some(body) => body.name.in_language(self.language).to_owned(),
            None if *code == BodyCode::office() => label!(self, "built-in-office"),
            None => code.to_string(),
        }
    }

    /// The name of a category.
    #[must_use]
    pub(crate) fn category(self, code: &CategoryCode) -> String {
        self.council.category(code).map_or_else(
            || code.to_string(),
            |found| found.name.in_language(self.language).to_owned(),
        )
    }

    /// "thứ Ba 05/01/2027".
    #[must_use]
    pub(crate) fn day(self, date: Date) -> String {
        let weekday = label!(self, "weekday", day = date.weekday().to_monday_one_offset());
        format!("{weekday} {}", short_day(date))
    }

    /// "08:30 23/11/2026", in the council's time zone.
    #[must_use]
    pub(crate) fn moment(self, at: Timestamp) -> String {
        let local = at.to_zoned_datetime(self.council.timezone.clone());
        format!(
            "{:02}:{:02} {}",
            local.hour(),
            local.minute(),
            short_day(local.date())
        )
    }

    /// "08:30", in the council's time zone.
    #[must_use]
    pub(crate) fn clock(self, at: Timestamp) -> String {
        let local = self.council.timezone.to_datetime(at);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// "08:30 thứ Ba 01/12/2026", in the council's time zone.
    #[must_use]
    pub(crate) fn appointment(self, at: Timestamp) -> String {
        let local = at.to_zoned_datetime(self.council.timezone.clone());
        format!(
            "{:02}:{:02} {}",
            local.hour(),
            local.minute(),
            self.day(local.date())
        )
    }
}

/// "23/11/2026".
#[must_use]
pub(crate) fn short_day(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}
