//! The name under a letter, and at the head of one: nothing announces it but its place.

use super::{
    Spans,
    known::{is_namesake, is_pair},
    lexicon::{GIVEN, OFFICE, PLACE, RARE_SURNAME, SIGNER, SURNAME},
    names::keys,
    words::Read,
};
use crate::domain::text::letter::{Letter, Part};

/// So many words and numbers from the end a name may stand: before its address and phone.
const TAIL: usize = 30;
/// A name has at most so many words.
const MAX_WORDS: usize = 5;

/// Finds names in the parts of a letter that say who writes.
pub(super) fn find(read: &Read<'_>, spans: &mut Spans) {
    // Most texts end without anything like a name.
    let last = read.len().saturating_sub(TAIL)..read.len();
    if !last
        .into_iter()
        .any(|at| read.is_capital(at) && read.is(at, SURNAME | RARE_SURNAME | GIVEN))
    {
        return;
    }
    let letter = Letter::of(read.text);
    let mut start = 0;
    for piece in letter.pieces() {
        let end = start + piece.text.len();
        if piece.part == Part::Signature {
            let from = read.tokens.partition_point(|token| token.start < start);
            let to = read.tokens.partition_point(|token| token.start < end);
            sign(read, from, to, spans);
        }
        start = end;
    }
}

/// Hides the names among these tokens.
fn sign(read: &Read<'_>, from: usize, to: usize, spans: &mut Spans) {
    let mut at = from;
    while at < to {
        let mut end = at;
        while end < to
            && end < at + MAX_WORDS
            && read.is_capital(end)
            && (end == at || read.follows(end))
        {
            end += 1;
        }
        if end == at {
            at += 1;
            continue;
        }
        let family = read.is(at, SURNAME | RARE_SURNAME) && end - at >= 2;
        let given = read.is(at, GIVEN) && (at..end).all(|word| read.is(word, GIVEN));
        let gap = read.gap(at);
        let begins_line = !gap.contains('…')
            && (at == 0 || gap.contains(['\n', '.', '!', '?', ':', ',', '–', '-', '(']));
        let ends_line = !read.follows(end);
        let place = at > 0 && read.is(at - 1, PLACE) && read.is_announced(at)
            || read.is(at, PLACE) && !read.is(at, SURNAME)
            || (read.is(at, OFFICE | SIGNER) && !family)
            || is_namesake(&keys(read, at, end)) && !gap.contains('\n')
            || is_pair(&keys(read, at, at + 2));
        if begins_line && ends_line && (family || given) && !place {
            spans.hide(read, at, end);
        }
        at = end;
    }
}
