//! Slips of the thumb, put in on purpose.

use super::Dice;

/// Words that phones shorten, and how.
const SHORT: [(&str, &str); 22] = [
    ("không", "k"),
    ("không", "ko"),
    ("được", "dc"),
    ("được", "đc"),
    ("người", "ng"),
    ("nước", "nc"),
    ("đường", "đg"),
    ("rồi", "r"),
    ("với", "vs"),
    ("quá", "wá"),
    ("luôn", "lun"),
    ("nhiều", "nhìu"),
    ("biết", "bít"),
    ("trước", "trc"),
    ("vậy", "v"),
    ("gì", "j"),
    ("mình", "mk"),
    ("phường", "p"),
    ("phải", "p"),
    ("trường", "trg"),
    ("điện thoại", "đt"),
    ("những", "nhg"),
];

/// `text` as typed in a hurry: some short forms, some dropped or doubled letters, some words lost.
pub(super) fn slip(text: &str, dice: &mut Dice) -> String {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let roll = dice.below(100);
        let short = SHORT
            .iter()
            .filter(|(long, _)| *long == word.to_lowercase())
            .map(|(_, short)| *short)
            .collect::<Vec<_>>();
        match dice.pick(&short) {
            Some(short) if roll < 60 => out.push((*short).to_owned()),
            _ if roll < 4 => {}
            _ if roll < 16 => out.push(misspell(word, dice)),
            _ => out.push(word.to_owned()),
        }
    }
    out.join(" ")
}

fn misspell(word: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    if chars.len() < 3 || word.contains('@') {
        return word.to_owned();
    }
    let at = dice.below(chars.len() - 1);
    match dice.below(4) {
        0 => chars.swap(at, at + 1),
        1 => {
            chars.remove(at);
        }
        2 => {
            return word.replace("ng", "g");
        }
        _ => {
            return word.replace('h', "");
        }
    }
    chars.into_iter().collect()
}
