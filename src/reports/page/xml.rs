//! XML as it is written: open, close, text. Nothing else of XML is needed to write it.

use std::fmt::Write as _;

/// XML under way.
#[derive(Default)]
pub(super) struct Xml(String);

impl Xml {
    /// With the head of a part.
    pub(super) fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Marks as they are.
    pub(super) fn raw(&mut self, marks: &str) -> &mut Self {
        self.0.push_str(marks);
        self
    }

    /// Marks made of values of ours: numbers and fixed words.
    pub(super) fn marks(&mut self, marks: std::fmt::Arguments<'_>) -> &mut Self {
        // A String takes everything.
        let _ = self.0.write_fmt(marks);
        self
    }

    /// Somebody's letters.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // What XML cannot hold.
                '\u{0}'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{fffe}'
                | '\u{ffff}' => {}
                _ => self.0.push(letter),
            }
        }
        self
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_mean_something_to_xml_are_written_as_letters() {
        let mut xml = Xml::default();
        xml.text("a<b & \"c\"\u{7}>");
        assert_eq!(xml.into_string(), "a&lt;b &amp; &quot;c&quot;&gt;");
    }
}
