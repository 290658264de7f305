//! Enums that stand as fixed English words in the council file, in JSON and in the database.
//!
//! One list per enum gives its words, so that file, rows and error messages cannot drift apart.

/// An enum whose values are fixed words.
pub trait Keyword: Copy + 'static {
    /// Every value, in the order in which people are offered them.
    const ALL: &'static [Self];

    /// The word of this value.
    fn as_str(self) -> &'static str;

    /// The value of a word; `None` for a word that is none of them.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == word)
    }
}

/// Declares an enum and its words: `Ward = "ward"`.
macro_rules! keywords {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        $vis enum $name {
            $($(#[$value_doc])* #[serde(rename = $word)] $value,)+
        }

        impl $crate::domain::keyword::Keyword for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::domain::keyword::Keyword::as_str(*self))
            }
        }
    };
}
pub(crate) use keywords;
