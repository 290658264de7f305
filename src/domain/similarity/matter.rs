//! What a message asks about: objects, their troubles, the field.

use std::collections::BTreeSet;

use crate::domain::categorise::{Categoriser, Normalised};

/// How far two messages agree on the matter, each 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matter {
    /// Objects of the two: `None` if one of them has none that we know.
    objects: Option<f32>,
    /// The objects of both are such as many matters have.
    weak: bool,
    /// Both say what is wrong, and it is not the same.
    other_trouble: bool,
    /// Overlap of likely categories.
    field: f32,
    /// Overlap of content words.
    pub(super) words: f32,
}

impl Matter {
    /// Whether it can be the same matter.
    pub(super) fn agrees(self) -> bool {
        if self.other_trouble {
            return false;
        }
        match self.objects {
            Some(objects) if objects > 0.99 && !self.weak => true,
            Some(objects) if objects > 0.0 => self.field >= 0.15 || self.words >= 0.3,
            Some(_) => self.words >= 0.3 && self.field >= 0.5,
            None => self.field >= 0.45 || self.words >= 0.35,
        }
    }

    /// One number for all of it.
    pub(super) fn score(self) -> f32 {
        let objects = self.objects.unwrap_or(self.field);
        (objects + self.field + self.words) / 3.0
    }
}

/// Words for one thing, most telling first: a later entry counts only where no earlier one took its
/// words. Patterns are folded syllables with single spaces; English stems stand beside them.
const OBJECTS: &[(&str, &[&str])] = &[
    (
        "sign",
        &[
            "den tin hieu",
            "den giao thong",
            "den xanh",
            "den do",
            "traffic light",
            "bien bao",
            "go giam toc",
            "speed bump",
        ],
    ),
    (
        "lamp",
        &[
            "chieu sang",
            "den duong",
            "bong den",
            "lap den",
            "street light",
            "street lamp",
            "cot den",
            "toi om",
            "toi thui",
        ],
    ),
    (
        "truck",
        &[
            "xe tai",
            "container",
            "qua tai",
            "xe ben",
            "xe nang",
            "truck",
            "xe chay",
            "chay au",
        ],
    ),
    (
        "rubbish",
        &["rac", "thung rac", "garbag", "rubbish", "trash", "wast"],
    ),
    (
        "sewage",
        &[
            "nuoc thai",
            "xa thai",
            "xa thang",
            "boc mui",
            "mui hoi",
            "hoi thoi",
            "hoi",
            "thoi",
            "o nhiem",
            "pollution",
            "smell",
            "wast water",
        ],
    ),
    ("noise", &["karaoke", "loa keo", "on ao", "nois", "hat ho"]),
    (
        "signal",
        &[
            "song di dong",
            "song dien thoai",
            "song",
            "internet",
            "mang",
            "bts",
            "signal",
            "mobil",
            "tower",
            "coverag",
            "cap quang",
            "wifi",
        ],
    ),
    (
        "loudspeaker",
        &[
            "loa phuong",
            "loa truyen thanh",
            "truyen thanh",
            "loa xa",
            "loudspeaker",
        ],
    ),
    (
        "tap water",
        &[
            "nuoc may",
            "nuoc sinh hoat",
            "nuoc sach",
            "cap nuoc",
            "tap water",
            "clean water",
            "mat nuoc",
            "cup nuoc",
            "nuoc gieng",
        ],
    ),
    (
        "power",
        &[
            "dien luc",
            "mat dien",
            "cat dien",
            "cup dien",
            "cot dien",
            "tru dien",
            "keo dien",
            "chua co dien",
            "luoi dien",
            "dien yeu",
            "tram bien ap",
            "day dien",
            "keo day",
            "electric",
            "power",
            "dien",
        ],
    ),
    (
        "canal",
        &[
            "kenh",
            "muong",
            "thuy loi",
            "tuoi",
            "irrigation",
            "canal",
            "khoi thong",
            "tram bom",
            "cong ngan man",
        ],
    ),
    (
        "bank",
        &[
            "ke",
            "bo ke",
            "sat lo",
            "de bao",
            "de bien",
            "bo song",
            "lo bo",
            "erosion",
            "embankment",
        ],
    ),
    (
        "flood",
        &[
            "ngap",
            "ung",
            "thoat nuoc",
            "cong thoat",
            "nghet cong",
            "flood",
            "drain",
        ],
    ),
    (
        "clinic",
        &[
            "tram y te",
            "tram xa",
            "benh vien",
            "bac sy",
            "phong kham",
            "clinic",
            "hospital",
            "kham benh",
        ],
    ),
    (
        "insurance",
        &["bhyt", "bao hiem y te", "the bao hiem", "health insurance"],
    ),
    (
        "teachers",
        &["thieu giao vien", "giao vien", "thay co", "teacher"],
    ),
    ("fees", &["hoc phi", "cac khoan thu", "school fee"]),
    (
        "school",
        &[
            "truong mam non",
            "truong tieu hoc",
            "truong trung hoc",
            "truong hoc",
            "truong lop",
            "phong hoc",
            "truong",
            "school",
            "day hoc",
            "noi tru",
        ],
    ),
    (
        "culture house",
        &[
            "nha van hoa",
            "nha sinh hoat",
            "hoi truong",
            "nha rong",
            "cultural house",
        ],
    ),
    (
        "sports",
        &[
            "san bong",
            "san van dong",
            "the thao",
            "da bong",
            "khu vui choi",
            "san choi",
            "football",
        ],
    ),
    (
        "relic",
        &[
            "di tich",
            "dinh lang",
            "den tho",
            "chua",
            "trung tu",
            "templ",
            "heritag",
        ],
    ),
    ("market", &["cho", "tieu thuong", "sap cho", "market"]),
    (
        "title",
        &[
            "so do",
            "so hong",
            "bia do",
            "giay chung nhan",
            "cap so",
            "lam so",
            "land certificat",
            "red book",
        ],
    ),
    (
        "compensation",
        &["den bu", "boi thuong", "gia den", "compensation"],
    ),
    (
        "resettlement",
        &[
            "nen tai dinh cu",
            "cap nen",
            "giao nen",
            "co nen",
            "nen tdc",
            "resettl",
            "giao dat",
        ],
    ),
    (
        "pavement",
        &[
            "via he",
            "le duong",
            "lan chiem",
            "chiem",
            "pavement",
            "sidewalk",
            "de xe",
            "dau xe",
        ],
    ),
    ("tree", &["cay xanh", "cay co thu", "cat tia", "tree"]),
    ("cemetery", &["nghia trang", "nghia dia", "cemetery"]),
    ("dogs", &["cho tha rong", "cho can", "stray dog"]),
    ("theft", &["trom", "theft", "thief"]),
    ("drugs", &["ma tuy", "nghien", "drug"]),
    ("racing", &["dua xe", "net po"]),
    ("fire", &["pccc", "chua chay", "chay no", "fir"]),
    ("allowance", &["phu cap", "tro cap", "che do", "allowanc"]),
    ("jobs", &["viec lam", "that nghiep", "luong", "job", "wag"]),
    (
        "bridge",
        &[
            "cay cau", "cau treo", "xay cau", "cau khi", "cau sap", "cau yeu", "cau", "bridg",
            "do ngang",
        ],
    ),
    (
        "road",
        &[
            "duong", "lo", "o ga", "o voi", "quoc lo", "tinh lo", "hem", "kiet", "ngo", "road",
            "street", "pothol",
        ],
    ),
];
/// Objects that are also mere places: they count only if a message has no other.
const WEAK: [&str; 7] = [
    "road", "bridge", "market", "school", "canal", "cemetery", "flood",
];
/// What is wrong with a thing; told apart only where the thing is one of many uses, such as a road.
const TROUBLES: &[(&str, &[&str])] = &[
    (
        "broken",
        &[
            "hu",
            "hong",
            "xuong cap",
            "dot",
            "nat",
            "o ga",
            "o voi",
            "sap",
            "yeu",
            "muc",
            "lay loi",
            "loi lom",
            "thung",
            "nut",
            "lun",
            "be",
            "gay",
            "pothol",
            "broken",
        ],
    ),
    ("flooded", &["ngap", "ung", "tac", "nghet", "flood"]),
    (
        "encroached",
        &[
            "lan chiem",
            "chiem",
            "tran ra",
            "tran lan",
            "bay ban",
            "hop",
        ],
    ),
    (
        "lacking",
        &["het dat", "het cho", "chua co", "khong co", "thieu", "lack"],
    ),
    (
        "narrow",
        &["hep", "ket xe", "un tac", "mo rong", "narrow", "widen"],
    ),
    ("price", &["tang gia", "dat qua", "hoc phi", "thu phi"]),
];
/// Function words and courtesies: shared ones mean nothing.
const EMPTY: [&str; 88] = [
    "a", "ai", "anh", "ba", "bao", "bay", "ben", "bi", "biet", "cac", "cai", "can", "chi", "chiu",
    "cho", "chung", "chua", "co", "con", "cu", "cua", "cung", "da", "dan", "dang", "dao", "day",
    "de", "den", "di", "do", "doan", "duoc", "em", "gap", "gi", "gio", "giup", "gium", "hay",
    "het", "hoai", "hon", "khi", "khong", "khu", "kien", "lai", "lam", "lau", "luon", "ma", "may",
    "minh", "moi", "mong", "mot", "muon", "nao", "nay", "nghi", "ngay", "nguoi", "nha", "nhieu",
    "nhu", "nho", "o", "phai", "phuong", "qua", "ra", "roi", "rat", "sao", "som", "tai", "the",
    "thi", "thon", "toi", "trong", "va", "vao", "vay", "voi", "xa", "xin",
];

/// Compares what `a` and `b` are about; `names` are left out of the words.
pub(super) fn compare(
    by: &Categoriser,
    a: &Normalised<'_>,
    b: &Normalised<'_>,
    names: &BTreeSet<String>,
) -> Matter {
    let (objects_a, objects_b) = (objects(&a.joined()), objects(&b.joined()));
    let (words_a, words_b) = (content(a, names), content(b, names));
    let weak = objects_a
        .union(&objects_b)
        .all(|object| WEAK.contains(object));
    Matter {
        objects: (!objects_a.is_empty() && !objects_b.is_empty())
            .then(|| overlap(&objects_a, &objects_b)),
        weak,
        other_trouble: weak && differ(&troubles(&a.joined()), &troubles(&b.joined())),
        field: by
            .chances(&a.text)
            .iter()
            .zip(by.chances(&b.text))
            .map(|(a, b)| a.min(b))
            .sum(),
        words: overlap(&words_a, &words_b),
    }
}

fn differ(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

fn troubles(joined: &str) -> BTreeSet<&'static str> {
    TROUBLES
        .iter()
        .filter(|(_, words)| {
            words
                .iter()
                .any(|word| joined.contains(&format!(" {word} ")))
        })
        .map(|(trouble, _)| *trouble)
        .collect()
}

fn objects(joined: &str) -> BTreeSet<&'static str> {
    let mut left = joined.to_owned();
    let mut found = BTreeSet::new();
    for (object, words) in OBJECTS {
        for word in *words {
            let word = format!(" {word} ");
            if left.contains(&word) {
                found.insert(*object);
                left = left.replace(&word, " . ");
            }
        }
    }
    if found.iter().any(|object| !WEAK.contains(object)) {
        found.retain(|object| !WEAK.contains(object));
    }
    found
}

fn content<'a>(read: &'a Normalised<'_>, names: &BTreeSet<String>) -> BTreeSet<&'a str> {
    read.tokens
        .iter()
        .map(|t| t.norm.as_str())
        .filter(|word| !word.starts_with('#') && !EMPTY.contains(word) && !names.contains(*word))
        .collect()
}

/// The common part of the smaller set.
fn overlap<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f32 {
    let least = a.len().min(b.len());
    let common = a.intersection(b).count();
    if least == 0 {
        return 0.0;
    }
    let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
    count(common) / count(least)
}
