//! The author's own name, known by its initials: where a name with these stands, it is theirs.

use super::{
    Spans,
    known::is_namesake,
    lexicon::{GIVEN, MIDDLE, PLACE, RARE_SURNAME, SURNAME, Traits},
    names::keys,
    words::Read,
};

/// Puts the initials where a name that has them stands; a single letter is too little to know a name by.
pub(super) fn find(read: &Read<'_>, author: &str, spans: &mut Spans) {
    const OF_NAMES: Traits = SURNAME | RARE_SURNAME | MIDDLE | GIVEN;
    let letters: Vec<char> = author.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 {
        return;
    }
    let mut at = 0;
    while at + letters.len() <= read.len() {
        let to = at + letters.len();
        let is_here = letters.iter().zip(at..to).all(|(letter, word)| {
            let capital = read.written(word).chars().next();
            (word == at || read.follows(word))
                && read.is_capital(word)
                && read.is(word, OF_NAMES)
                && read.get(word).is_some_and(|word| word.len > 1)
                && capital.is_some_and(|capital| capital.to_uppercase().eq(letter.to_uppercase()))
        });
        let alone = !(read.is_before(at, PLACE) || read.is_capital(to) && read.follows(to));
        if is_here && alone && !is_namesake(&keys(read, at, to)) {
            spans.replace(read, at, to, author);
            at = to;
        } else {
            at += 1;
        }
    }
}
