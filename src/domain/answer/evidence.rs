//! What shows that a thing was done: a photo, or the number and date of a document.

use jiff::civil::Date;

use super::facts::Document;
use crate::domain::attachment::Media;

/// What somebody shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// A document.
    pub document: Option<Document>,
    /// Photos and films.
    pub pictures: Vec<Media>,
}

impl Evidence {
    /// What words and files show, read on `today`.
    #[must_use]
    pub fn of(words: &str, files: &[Media], today: Date) -> Self {
        Self {
            document: Document::parse(words, today),
            pictures: files
                .iter()
                .filter(|file| is_picture(file))
                .cloned()
                .collect(),
        }
    }

    /// Whether it shows anything.
    #[must_use]
    pub fn shows(&self) -> bool {
        self.document.is_some() || !self.pictures.is_empty()
    }
}

/// Whether one can see on it what was done.
#[must_use]
pub fn is_picture(media: &Media) -> bool {
    matches!(
        media,
        Media::Photo { .. } | Media::Video { .. } | Media::VideoNote { .. }
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::attachment::File;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_photo_or_a_document_shows_it_and_words_alone_do_not() {
        let file = File {
            id: "a".to_owned(),
            unique_id: "a".to_owned(),
            size: 1,
        };
        let photo = Media::Photo { file: file.clone() };
        let voice = Media::Voice { file, seconds: 3 };
        assert!(Evidence::of("", &[photo], TODAY).shows());
        assert!(Evidence::of("Biên bản số 3/BB-UBND ngày 20/11/2026", &[], TODAY).shows());
        assert!(!Evidence::of("Đã đổ lại 150 m đường.", &[], TODAY).shows());
        assert!(!Evidence::of("", &[voice], TODAY).shows());
    }
}
