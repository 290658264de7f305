//! Slips of the thumb, put in on purpose.

use super::Dice;

/// Words that phones shorten, and how.
const SHORT: [(&str, &str); 72] = [
    ("không", "k"),
    ("không", "ko"),
    ("không", "hok"),
    ("không", "hk"),
    ("không", "kh"),
    ("được", "dc"),
    ("được", "đc"),
    ("người", "ng"),
    ("nước", "nc"),
    ("đường", "đg"),
    ("rồi", "r"),
    ("rồi", "òi"),
    ("rồi", "rùi"),
    ("với", "vs"),
    ("quá", "wá"),
    ("quá", "qá"),
    ("luôn", "lun"),
    ("nhiều", "nhìu"),
    ("nhiều", "nhiu"),
    ("biết", "bít"),
    ("biết", "bik"),
    ("trước", "trc"),
    ("vậy", "v"),
    ("vậy", "z"),
    ("vậy", "zậy"),
    ("gì", "j"),
    ("mình", "mk"),
    ("mình", "mik"),
    ("em", "e"),
    ("phường", "p"),
    ("phải", "p"),
    ("phải", "pải"),
    ("trường", "trg"),
    ("điện thoại", "đt"),
    ("những", "nhg"),
    ("mới", "ms"),
    ("làm", "lm"),
    ("việc", "vc"),
    ("muốn", "mún"),
    ("cũng", "cx"),
    ("bây giờ", "bh"),
    ("bao giờ", "bh"),
    ("giờ", "jo"),
    ("trong", "trog"),
    ("công nhân", "cn"),
    ("học sinh", "hs"),
    ("giáo viên", "gv"),
    ("bệnh viện", "bv"),
    ("bác sĩ", "bs"),
    ("kinh doanh", "kd"),
    ("công ty", "cty"),
    ("gia đình", "gđ"),
    ("văn hóa", "vh"),
    ("y tế", "yt"),
    ("mọi người", "mn"),
    ("người ta", "ngta"),
    ("thôi", "thui"),
    ("hôm", "hum"),
    ("vào", "zô"),
    ("anh", "a"),
    ("hồ sơ", "hs"),
    ("nữa", "nx"),
    ("sao", "s"),
    ("thích", "thik"),
    ("giao thông", "gt"),
    ("sức khỏe", "sk"),
    ("chung cư", "cc"),
    ("xã hội", "xh"),
    ("phụ huynh", "ph"),
    ("tái định cư", "tđc"),
    ("bảo hiểm y tế", "bhyt"),
    ("bảo hiểm xã hội", "bhxh"),
];

/// Letters side by side on a phone's keys.
const KEYS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// `text` as typed in a hurry: some short forms, some dropped, doubled or neighbouring letters, some words lost.
pub(super) fn slip(text: &str, dice: &mut Dice) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let roll = dice.below(100);
        let lower = word.to_lowercase();
        let both = words.get(at + 1).map(|next| format!("{lower} {next}"));
        let two = both.map_or_else(Vec::new, |both| short(&both));
        let (shorts, taken) = if two.is_empty() {
            (short(&lower), 1)
        } else {
            (two, 2)
        };
        match dice.pick(&shorts) {
            Some(short) if roll < 60 => {
                out.push((*short).to_owned());
                at += taken;
                continue;
            }
            _ if roll < 4 => {}
            _ if roll < 18 => out.push(misspell(word, dice)),
            _ => out.push((*word).to_owned()),
        }
        at += 1;
    }
    out.join(" ")
}

fn short(long: &str) -> Vec<&'static str> {
    let of = SHORT.iter().filter(|(word, _)| *word == long);
    of.map(|(_, short)| *short).collect()
}

fn misspell(word: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    if chars.len() < 3 || word.contains('@') {
        return word.to_owned();
    }
    let at = dice.below(chars.len() - 1);
    match dice.below(7) {
        0 => chars.swap(at, at + 1),
        1 => {
            chars.remove(at);
        }
        2 => return word.replace("ng", "g"),
        3 => return word.replace('h', ""),
        4 => chars.insert(at, chars[at]),
        5 => {
            let last = chars[chars.len() - 1];
            chars.push(last);
        }
        _ => {
            if let Some(beside) = beside(chars[at], dice) {
                chars[at] = beside;
            }
        }
    }
    chars.into_iter().collect()
}

/// A key beside that of `c`.
fn beside(c: char, dice: &mut Dice) -> Option<char> {
    let row = KEYS.iter().find(|row| row.contains(c))?;
    let at = row.find(c)?;
    let left = at.checked_sub(1).and_then(|at| row.chars().nth(at));
    let right = row.chars().nth(at + 1);
    let both: Vec<char> = left.into_iter().chain(right).collect();
    dice.pick(&both).copied()
}
