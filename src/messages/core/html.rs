//! HTML as Telegram understands it. The one place where people's words are escaped.

use std::fmt;

/// Telegram's limit for a message, in UTF-16 units after its entities are parsed.
pub(crate) const MAX_MESSAGE: usize = 4096;

/// Text that is safe to send with `parse_mode=HTML`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

/// Something that can stand inside [`Html`].
pub(crate) trait Fragment {
    /// It, escaped where it is not HTML already.
    fn fragment(&self) -> String;
}

impl Html {
    /// Escapes a person's words.
    #[must_use]
    pub(crate) fn text(words: &str) -> Self {
        Self(escape(words))
    }

    /// Takes what the catalogue made of escaped variables.
    #[must_use]
    pub(crate) fn trusted(html: String) -> Self {
        Self(html)
    }

    /// Several blocks, one below the other.
    #[must_use]
    pub(crate) fn lines(blocks: impl IntoIterator<Item = Self>) -> Self {
        Self(
            blocks
                .into_iter()
                .map(|block| block.0)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }

    /// Several blocks with an empty line between them.
    #[must_use]
    pub(crate) fn paragraphs(blocks: impl IntoIterator<Item = Self>) -> Self {
        Self(
            blocks
                .into_iter()
                .map(|block| block.0)
                .collect::<Vec<_>>()
                .join("\n\n"),
        )
    }

    /// A quotation of a person's words.
    #[must_use]
    pub(crate) fn quote(words: &str) -> Self {
        Self(format!("<blockquote>{}</blockquote>", escape(words)))
    }

    /// Long words, folded until somebody taps them.
    #[must_use]
    pub(crate) fn folded(words: &str) -> Self {
        Self(format!(
            "<blockquote expandable>{}</blockquote>",
            escape(words)
        ))
    }

    /// Words that a tap copies.
    #[must_use]
    pub(crate) fn to_copy(words: &str) -> Self {
        Self(format!("<pre>{}</pre>", escape(words)))
    }

    /// A name that calls this person's attention.
    #[must_use]
    pub(crate) fn mention(user: crate::domain::ids::UserId, name: &str) -> Self {
        let name = Self::text(name);
        Self(format!("<a href=\"tg://user?id={user}\">{}</a>", name.0))
    }

    /// Words that open an address of ours.
    #[must_use]
    pub(crate) fn link(address: &str, words: &str) -> Self {
        let (address, words) = (escape(address), escape(words));
        Self(format!("<a href=\"{address}\">{words}</a>"))
    }

    /// The HTML.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, owned.
    #[must_use]
    pub(crate) fn into_string(self) -> String {
        self.0
    }

    /// How long it is for Telegram: UTF-16 units without tags, entities counted as what they stand for.
    #[must_use]
    pub(crate) fn visible_len(&self) -> usize {
        self.visible_text().encode_utf16().count()
    }

    /// What a person sees of it.
    #[must_use]
    pub fn visible_text(&self) -> String {
        let mut seen = String::with_capacity(self.0.len());
        let mut inside_tag = false;
        for c in self.0.chars() {
            match c {
                '<' => inside_tag = true,
                '>' if inside_tag => inside_tag = false,
                c if !inside_tag => seen.push(c),
                _ => {}
            }
        }
        seen.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Fragment for Html {
    fn fragment(&self) -> String {
        self.0.clone()
    }
}

impl Fragment for str {
    fn fragment(&self) -> String {
        escape(self)
    }
}

impl<T: Fragment + ?Sized> Fragment for &T {
    fn fragment(&self) -> String {
        (**self).fragment()
    }
}

impl Fragment for String {
    fn fragment(&self) -> String {
        escape(self)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Fragment for $number {
            fn fragment(&self) -> String {
                self.to_string()
            }
        })+
    };
}
numbers!(u16, u32, u64, usize, i64);

impl Fragment for crate::domain::code::QuestionCode {
    fn fragment(&self) -> String {
        self.to_string()
    }
}

fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_script_is_only_words() {
        let html = Html::text("<script>alert(\"1\")</script> & co");
        assert_eq!(
            html.as_str(),
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co"
        );
        assert_eq!(html.visible_text(), "<script>alert(\"1\")</script> & co");
    }

    proptest! {
        #[test]
        fn what_a_person_wrote_is_what_a_person_sees(words in "\\PC{0,60}") {
            prop_assert_eq!(Html::text(&words).visible_text(), words.clone());
            prop_assert_eq!(Html::quote(&words).visible_len(), words.encode_utf16().count());
        }
    }
}
