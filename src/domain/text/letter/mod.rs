//! The parts of a letter: what is said, and what stands around it because letters are written so.
//!
//! Pure. Nothing is lost, changed or moved: the pieces of a [`Letter`] put together are the text. With or
//! without diacritics, in Vietnamese or English, in lines or in one breath. It errs on the side of the body:
//! what is not surely a part of the frame is something said. Start at [`Letter::of`]; `head` peels from the
//! front, `tail` from the end, `vocabulary` and `politeness` know the words, `written` the text as words.

mod head;
mod politeness;
mod tail;
#[cfg(test)]
mod tests;
mod vocabulary;
mod written;

use std::borrow::Cow;

use self::written::Written;

/// What a piece of a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// "Chuyển tiếp:", "Fwd:", sender and date of a forwarded letter.
    Forwarding,
    /// Quốc hiệu, tiêu ngữ.
    Motto,
    /// Whose paper it is, its number, place and day.
    Letterhead,
    /// "ĐƠN KIẾN NGHỊ", without what it is about.
    Title,
    /// "Kính gửi: …", "Kính thưa các đại biểu,".
    Salutation,
    /// Who writes: "Tôi tên là …, sinh năm …, ở thôn …".
    Introduction,
    /// What is said.
    Body,
    /// "Xin chân thành cảm ơn!", "Rất mong được quan tâm."
    Closing,
    /// Name, telephone, address, day.
    Signature,
}

/// A part of a letter with its words, and the white space and signs that lead to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub part: Part,
    /// As written.
    pub text: &'a str,
}

/// A text as the pieces of a letter, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter<'a> {
    text: &'a str,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Letter<'a> {
    /// Reads `text` as a letter. A text without a frame is one piece of body.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let written = Written::of(text);
        let words = written.len();
        let mut starts: Vec<(usize, Part)> = Vec::new();
        let from = head::peel(&written, &mut starts);
        let tail = tail::peel(&written, from);
        let body_end = tail.first().map_or(words, |(at, _)| *at);
        if from < body_end {
            starts.push((from, Part::Body));
        }
        starts.extend(tail);
        Self {
            text,
            pieces: cut(&written, &starts),
        }
    }

    /// All of it, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece<'a>] {
        &self.pieces
    }

    /// The pieces of one part.
    pub fn parts(&self, part: Part) -> impl Iterator<Item = &'a str> {
        self.pieces
            .iter()
            .filter(move |piece| piece.part == part)
            .map(|piece| piece.text)
    }

    /// Whether anything is said between greeting and signature.
    #[must_use]
    pub fn has_body(&self) -> bool {
        self.pieces.iter().any(|piece| piece.part == Part::Body)
    }

    /// What is said: the body, or the whole text if it is nothing but frame ("Xin chào!", "Cảm ơn").
    #[must_use]
    pub fn body(&self) -> Cow<'a, str> {
        self.only(|part| part == Part::Body)
    }

    /// The pieces of wanted parts as one text; the whole text if there is no body, and nothing copied where
    /// they stand together.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(Part) -> bool) -> Cow<'a, str> {
        if !self.has_body() {
            return Cow::Borrowed(self.text);
        }
        let mut found = self.pieces.iter().filter(|piece| wanted(piece.part));
        match (found.next(), found.next()) {
            (None, _) => Cow::Borrowed(""),
            (Some(one), None) => Cow::Borrowed(one.text),
            (Some(one), Some(other)) => {
                let mut all = format!("{}{}", one.text, other.text);
                found.for_each(|piece| all.push_str(piece.text));
                Cow::Owned(all)
            }
        }
    }
}

/// The text cut before the words with these numbers; neighbours of one part become one piece.
fn cut<'a>(written: &Written<'a>, starts: &[(usize, Part)]) -> Vec<Piece<'a>> {
    let text = written.text;
    let mut pieces: Vec<Piece<'a>> = Vec::with_capacity(starts.len());
    let mut begin = 0;
    for (at, (_, part)) in starts.iter().enumerate() {
        let next = starts.get(at + 1);
        if next.is_some_and(|next| next.1 == *part) {
            continue;
        }
        let end = next.map_or(text.len(), |next| written.boundary(next.0));
        if end > begin {
            pieces.push(Piece {
                part: *part,
                text: text.get(begin..end).unwrap_or_default(),
            });
            begin = end;
        }
    }
    if begin < text.len() {
        pieces.push(Piece {
            part: Part::Body,
            text: text.get(begin..).unwrap_or_default(),
        });
    }
    pieces
}
