//! Slips of the thumb in Vietnamese typed on a phone, undone one kind at a time.
//!
//! Each function works on one folded lower-case word and promises nothing about the result being a
//! syllable: [`super::syllable::repair`] decides.

/// Letters written twice become one: `dduowng`, `quaaa`, `xuoongs`.
pub(super) fn undouble(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Telex keys that stayed letters: `w` after a vowel, a tone key after the vowels, a late `d`.
///
/// `None` if there is no such key.
pub(super) fn telex(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    let mut seen_vowel = false;
    let mut dropped = false;
    for c in word.chars() {
        let key = match c {
            'w' => true,
            's' | 'f' | 'r' | 'x' | 'j' | 'd' => seen_vowel,
            _ => false,
        };
        if key {
            dropped = true;
        } else {
            seen_vowel |= "aeiouy".contains(c);
            out.push(c);
        }
    }
    if !dropped {
        return late_hat(word);
    }
    if super::syllable::is_syllable(&out) {
        return Some(out);
    }
    late_hat(&out).or(Some(out))
}

/// `xuonog`, `duonog`: the hat typed after the final consonant.
fn late_hat(word: &str) -> Option<String> {
    let last = word.chars().last()?;
    let rest = word.strip_suffix(last)?;
    ("aeo".contains(last) && rest.len() > 2 && rest.contains(last)).then(|| rest.to_owned())
}

/// Spellings by ear and dropped letters: `ngi`, `ghan`, `xuog`, `fuong`, `zui`, `nhug`.
pub(super) fn letters(word: &str) -> Option<String> {
    let mut w = word.to_owned();
    for (from, to) in [("f", "ph"), ("z", "d"), ("j", "gi"), ("w", "qu")] {
        if let Some(rest) = w.strip_prefix(from) {
            w = format!("{to}{rest}");
        }
    }
    w = respell_onset(w);
    if let Some(stem) = w.strip_suffix("gn") {
        w = format!("{stem}ng");
    } else if let Some(stem) = w.strip_suffix("hn") {
        w = format!("{stem}nh");
    } else if let Some(stem) = w.strip_suffix('g').filter(|s| !s.ends_with('n')) {
        w = format!("{stem}ng");
    } else if let Some(stem) = w.strip_suffix('k') {
        w = format!("{stem}c");
    } else if let Some(stem) = w.strip_suffix('h').filter(|s| s.ends_with(['a', 'e', 'i'])) {
        w = format!("{stem}nh");
    }
    (w != word).then_some(w)
}

fn respell_onset(w: String) -> String {
    let front = |rest: &str| rest.starts_with(['e', 'i', 'y']);
    let swap = |rest: &str, onset: &str| format!("{onset}{rest}");
    if let Some(rest) = w.strip_prefix("ngh") {
        return if front(rest) { w } else { swap(rest, "ng") };
    }
    if let Some(rest) = w.strip_prefix("ng") {
        return if front(rest) { swap(rest, "ngh") } else { w };
    }
    if let Some(rest) = w.strip_prefix("gh") {
        return if front(rest) { w } else { swap(rest, "g") };
    }
    match w.split_at_checked(1) {
        Some(("g", rest)) if rest.starts_with('e') => swap(rest, "gh"),
        Some(("c", rest)) if front(rest) => swap(rest, "k"),
        _ => w,
    }
}
