//! What tells two places apart: numbers, hamlets, rivers, ends of a way, levels of schools that only one of them names.

use std::collections::BTreeSet;

use super::{
    numbers,
    place::{Placed, is_name_like},
    said::Said,
};

/// Markers whose followers, when they differ, are different places for certain.
const FINE: [&str; 21] = [
    "bon", "noc", "plei", "soc", "ap", "ban", "buon", "hem", "khom", "kiet", "km", "lang", "ngach",
    "ngo", "thon", "to", "xom", "lo", "so", "cau", "duong",
];

/// Markers of places whose names share a first word with their neighbours'.
const NAMESAKES: [&str; 16] = [
    "bon", "noc", "plei", "soc", "ap", "ban", "buon", "cau", "chua", "dinh", "khom", "lang",
    "rach", "suoi", "thon", "xom",
];

/// A side or an end: of what, and which.
pub(super) type Side = (&'static str, &'static str);

/// Words for a side, as they are written: what they are sides of, and what stands before or behind them.
const SIDES: [(&str, &str, &str); 10] = [
    ("compass", "dong", "đông"),
    ("compass", "tay", "tây"),
    ("compass", "nam", "nam"),
    ("compass", "bac", "bắc"),
    ("hand", "trai", "trái"),
    ("hand", "phai", "phải"),
    ("hand", "ta", "tả"),
    ("hand", "huu", "hữu"),
    ("end", "dau", "đầu"),
    ("end", "cuoi", "cuối"),
];

/// The sides and ends that a message names: `bờ đông`, `lề trái`, `cuối đường`.
pub(super) fn sides(read: &Said) -> BTreeSet<Side> {
    const BEFORE: [&str; 7] = ["bo", "ben", "huong", "le", "mep", "nhanh", "phia"];
    const BEHIND: [&str; 10] = [
        "ap", "cau", "duong", "hem", "kenh", "kiet", "ngo", "pho", "thon", "xom",
    ];
    let has_marks = !read.text.text.is_ascii();
    let side = |at: usize| {
        let (of, folded, written) = SIDES
            .into_iter()
            .find(|(_, folded, _)| *folded == read.norm(at))?;
        let before = at.checked_sub(1).map_or("", |before| read.norm(before));
        let stands = if of == "end" {
            BEHIND.contains(&read.norm(at + 1))
        } else {
            BEFORE.contains(&before)
        };
        let is_written = !has_marks || read.written(at).to_lowercase() == written;
        (stands && is_written).then_some((of, folded))
    };
    (0..read.len()).filter_map(side).collect()
}

/// Words behind a name that tell it from its neighbour's, folded and as written.
const NEIGHBOURS: [(&str, &str); 14] = [
    ("bac", "bắc"),
    ("cu", "cũ"),
    ("dong", "đông"),
    ("duoi", "dưới"),
    ("ha", "hạ"),
    ("moi", "mới"),
    ("nam", "nam"),
    ("ngoai", "ngoài"),
    ("tay", "tây"),
    ("thuong", "thượng"),
    ("tren", "trên"),
    ("trong", "trong"),
    ("trung", "trung"),
    ("hung", "hưng"),
];

impl Placed<'_> {
    /// Whether we name something beside a marker where `other` names something else.
    pub(super) fn numbers_apart(self, other: Self) -> bool {
        self.places.numbered.iter().any(|(marker, number)| {
            let theirs = &other.places.numbered;
            theirs
                .iter()
                .any(|(same, other)| is_of_one_kind(same, marker) && other != number)
                && !other.has(marker, number)
        })
    }

    /// Whether we name a hamlet that `other` does not say, where it names one, too.
    pub(super) fn hamlets_apart(self, other: Self) -> bool {
        let marker = |placed: Self, at: usize| placed.said.norm(at - 1);
        let theirs = &other.places.hamlets;
        self.places.hamlets.iter().any(|at| {
            theirs
                .iter()
                .any(|there| marker(other, *there) == marker(self, *at))
                && !other.says(&self.words((*at, at + 2)))
        })
    }

    /// Whether each names a road by rank and number, and none of them is the same: Quốc lộ 6 is not Tỉnh lộ 6.
    pub(super) fn roads_apart(self, other: Self) -> bool {
        let ranked = |placed: Self| {
            let numbered = placed.places.numbered.iter();
            numbered
                .filter(|(marker, _)| matches!(marker.as_str(), "ql" | "tl" | "hl"))
                .collect::<BTreeSet<_>>()
        };
        let (ours, theirs) = (ranked(self), ranked(other));
        !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
    }

    /// Whether they speak of schools of different levels.
    pub(super) fn levels_apart(self, other: Self) -> bool {
        let (ours, theirs) = (&self.places.levels, &other.places.levels);
        !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(theirs)
    }

    /// Whether each names the ends of a way, and an end that the other does not name.
    pub(super) fn ends_apart(self, other: Self) -> bool {
        let stranger = |ours: Self, theirs: Self| {
            let mut ends = ours.places.ends.iter();
            ends.any(|end| !theirs.says(&ours.words(*end)))
        };
        let are_named = !self.places.ends.is_empty() && !other.places.ends.is_empty();
        are_named && stranger(self, other) && stranger(other, self)
    }

    /// Whether each has a river, a market, a crossing … of its own that the other does not name.
    pub(super) fn own_apart(self, other: Self) -> bool {
        let theirs = &other.places.own;
        self.places.own.iter().any(|(marker, from, to)| {
            theirs.iter().any(|(same, start, end)| {
                same == marker
                    && !other.says(&self.words((*from, *to)))
                    && !self.says(&other.words((*start, *end)))
            })
        })
    }

    /// Whether the letters behind a name that both have differ: Prong A is not Prong B.
    pub(super) fn letters_apart(self, other: Self) -> bool {
        let letter = |placed: Self, at: usize| {
            let (said, written) = (placed.said, placed.said.written(at));
            let is_letter = written.len() == 1 && written.bytes().all(|b| b.is_ascii_alphabetic());
            (is_letter && said.is_adjacent(at)).then(|| written.to_ascii_lowercase())
        };
        self.rare_of_both(other).any(|(ours, theirs)| {
            let (ours, theirs) = (letter(self, ours + 2), letter(other, theirs + 2));
            ours.is_some() && theirs.is_some() && ours != theirs
        })
    }

    /// Whether the numbers behind a name that both have differ: Tân Điệp 1 is not "tan diep 2".
    pub(super) fn counts_apart(self, other: Self) -> bool {
        let number = |placed: Self, at: usize| {
            let counts = numbers::is_counted(placed.said.norm(at + 1));
            let number = placed.said.norm(at);
            (number.starts_with('#') && !counts).then(|| number.to_owned())
        };
        self.rare_of_both(other).any(|(ours, theirs)| {
            let (ours, theirs) = (number(self, ours + 2), number(other, theirs + 2));
            ours.is_some() && theirs.is_some() && ours != theirs
        })
    }

    /// Whether what stands behind a name that both have tells two apart: Hòa Khánh Nam is not "hoa khanh bac".
    pub(super) fn neighbours_apart(self, other: Self) -> bool {
        let word = |placed: Self, at: usize| {
            let (said, has_marks) = (placed.said, !placed.said.text.text.is_ascii());
            let mut known = NEIGHBOURS.iter();
            let (folded, written) = known.find(|(folded, _)| *folded == said.norm(at))?;
            let is_written = !has_marks || said.written(at).to_lowercase() == *written;
            (is_written && said.is_adjacent(at)).then_some(*folded)
        };
        self.rare_of_both(other).any(|(ours, theirs)| {
            let (ours, theirs) = (word(self, ours + 2), word(other, theirs + 2));
            ours.is_some() && theirs.is_some() && ours != theirs
        })
    }

    /// Whether a name that both have is that of two things: the bus station is not the market of one village.
    pub(super) fn things_apart(self, other: Self) -> bool {
        let of_both = || self.rare_of_both(other);
        let ours: BTreeSet<&str> = of_both().filter_map(|(at, _)| self.thing(at)).collect();
        let theirs: BTreeSet<&str> = of_both().filter_map(|(_, at)| other.thing(at)).collect();
        let says = |placed: Self, thing: &&str| placed.said.norms().any(|norm| norm == *thing);
        !ours.is_empty()
            && !theirs.is_empty()
            && !ours.iter().any(|thing| says(other, thing))
            && !theirs.iter().any(|thing| says(self, thing))
    }

    /// What is called so that the name at `at` is of.
    fn thing(self, at: usize) -> Option<&'static str> {
        const THINGS: [(&str, &str, &str); 7] = [
            ("benh", "vien", "viện"),
            ("ben", "xe", "xe"),
            ("", "cau", "cầu"),
            ("", "cho", "chợ"),
            ("cong", "vien", "viên"),
            ("nghia", "trang", "trang"),
            ("san", "bong", "bóng"),
        ];
        let (last, before) = (at.checked_sub(1)?, at.checked_sub(2));
        let before = before.map_or("", |before| self.said.norm(before));
        let has_marks = !self.said.text.text.is_ascii();
        let found = THINGS.into_iter().find(|(first, second, written)| {
            let is_written = self.said.written(last).to_lowercase() == *written;
            // Without marks it may be anything: "cho" is also "for".
            let is_it = if has_marks {
                is_written
            } else {
                *second != "cho"
            };
            self.said.norm(last) == *second && is_it && (first.is_empty() || before == *first)
        });
        found.map(|(first, second, _)| if first.is_empty() { second } else { first })
    }

    /// Whether each names a side or an end, and another one.
    pub(super) fn sides_apart(self, other: Self) -> bool {
        let (ours, theirs) = (&self.places.sides, &other.places.sides);
        let opposite = |(of, side): &Side| {
            let of_same = theirs.iter().filter(|(same, _)| same == of);
            of_same.clone().count() > 0 && of_same.into_iter().all(|(_, other)| other != side)
        };
        ours.iter().any(opposite) && ours.is_disjoint(theirs)
    }

    /// Whether each names a stretch of a road or a river, and neither says the other's.
    pub(super) fn stretches_apart(self, other: Self) -> bool {
        let areas = |placed: Self| {
            let own = placed.places.own.iter();
            let own = own.filter(|(marker, ..)| matches!(*marker, "ap" | "phuong" | "thon" | "xa"));
            let mut all = placed.places.stretches.clone();
            all.extend(own.map(|(_, from, to)| (*from, *to)));
            all
        };
        if self.places.stretches.is_empty() && other.places.stretches.is_empty() {
            return false;
        }
        let (ours, theirs) = (areas(self), areas(other));
        let says = |one: Self, areas: &[(usize, usize)], other: Self| {
            let mut areas = areas.iter();
            areas.any(|area| one.has_name(*area, other) || other.says(&one.words(*area)))
        };
        !ours.is_empty()
            && !theirs.is_empty()
            && !says(self, &ours, other)
            && !says(other, &theirs, self)
    }

    /// Whether we name a bridge, a hamlet … whose first word `other` gives another second: Cái Bèo, "cau cai nua".
    pub(super) fn namesakes_apart(self, other: Self) -> bool {
        let own = self.places.own.iter();
        let mut long = own.filter(|(marker, from, to)| {
            to - from >= 2
                && NAMESAKES.contains(marker)
                && !other.says(&self.words((*from, from + 2)))
        });
        long.any(|(marker, from, _)| {
            let first = self.said.norm(*from);
            (1..other.said.len()).any(|at| {
                let second = other.said.norm(at + 1);
                other.said.norm(at - 1) == *marker
                    && other.said.norm(at) == first
                    && is_name_like(second)
                    && !other.said.means(at + 1)
            })
        })
    }

    /// Whether all that both name is a number, and each says of what, and not of the same: thôn 3 of two communes.
    pub(super) fn wholes_apart(self, other: Self) -> bool {
        let has = |placed: Self, is_road: bool| placed.wholes().any(|whole| whole == is_road);
        [true, false]
            .into_iter()
            .any(|is_road| has(self, is_road) && has(other, is_road))
    }

    /// What is named beside numbers: whether it is a road, or a commune, a ward, a district.
    fn wholes(self) -> impl Iterator<Item = bool> {
        let names = self.places.names.iter().chain(&self.places.wholes);
        names.map(move |(from, _)| {
            let before = |back: usize| from.checked_sub(back).map_or("", |at| self.said.norm(at));
            let numbered = before(1).starts_with('#');
            matches!(before(1), "duong" | "pho")
                || numbered && matches!(before(2), "ngo" | "hem" | "kiet" | "ngach" | "so" | "nha")
        })
    }

    /// Each names something of the same rank that the other does not.
    pub(super) fn contradicts(self, other: Self) -> bool {
        (self.numbers_apart(other) && other.numbers_apart(self))
            || (self.hamlets_apart(other) && other.hamlets_apart(self))
            || self.own_apart(other)
            || self.ends_apart(other)
            || self.levels_apart(other)
            || self.roads_apart(other)
            || self.letters_apart(other)
            || self.counts_apart(other)
            || self.neighbours_apart(other)
            || self.sides_apart(other)
            || self.things_apart(other)
            || self.stretches_apart(other)
            || self.namesakes_apart(other)
            || other.namesakes_apart(self)
            || self.strangers(other) && other.strangers(self)
    }

    /// Whether we have a name that `other` lacks, where no name is the same and where a fine one differs.
    pub(super) fn strangers(self, other: Self) -> bool {
        let names = self.places.names.iter();
        names
            .filter(|name| !self.has_name(**name, other))
            .any(|name| self.names_in(other) == 0 || self.is_fine(*name))
    }

    /// Whether the word before a name is a marker of a small place.
    fn is_fine(self, name: (usize, usize)) -> bool {
        let before = name.0.checked_sub(1).map(|at| self.said.norm(at));
        let first = self.said.norm(name.0);
        let behind = self.said.norm(name.1);
        matches!(behind, "hamlet" | "villag")
            || FINE.contains(&first)
            || before.is_some_and(|before| FINE.contains(&before) || before == "cu")
    }
}

/// Whether both mark the same kind of place: "lộ 38" may be a road of any rank.
pub(super) fn is_of_one_kind(one: &str, other: &str) -> bool {
    let ranks = |marker: &str| matches!(marker, "ql" | "tl" | "hl");
    one == other || one == "lo" && ranks(other) || other == "lo" && ranks(one)
}
