//! Kinds of one matter: the pay of which post, the price of which crop, a machine for what.

use super::matters::{self, MatterId};

/// Kinds that a message names, one bit each, of every group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kinds([u32; GROUPS.len()]);

/// Matters that have kinds, by the beginnings of their names, and the words of each kind as they are compared.
struct Group {
    matters: &'static [&'static str],
    kinds: &'static [&'static [&'static str]],
}

const GROUPS: [Group; 6] = [
    Group {
        matters: &["allowance."],
        kinds: &[
            &[
                "cong an vien",
                "cong an xa",
                "bao ve dan pho",
                "an ninh co so",
            ],
            &["y te thon", "y te ban", "y te ap", "co do thon"],
            &[
                "truong thon",
                "truong ap",
                "truong ban",
                "to truong",
                "truong khu",
                "truong xom",
            ],
            &["bi thu"],
            &["nguoi gia"],
            &["phu nu"],
            &["nong dan"],
            &["cuu chien binh"],
            &["mat tran"],
            &["thon doi", "dan quan", "khu doi", "ap doi"],
            &["thu y"],
            &["dan so"],
            &["giao vien"],
        ],
    },
    Group {
        matters: &["produce.", "seed", "disease.plant"],
        kinds: &[
            &["sau rieng"],
            &["thanh long"],
            &["ca phe"],
            &["ho tieu"],
            &["cao su"],
            &["xoai"],
            &["vai thieu"],
            &["dua hau"],
            &["khoai lang"],
            &["mia"],
            &["chom chom"],
            &["buoi da xanh"],
            &["chuoi"],
            &["mit"],
            &["hanh tim"],
            &["ca tra"],
            &["lon"],
        ],
    },
    Group {
        matters: &["school.teachers"],
        kinds: &[
            &["tieng anh", "ngoai ngu"],
            &["tin hoc", "mon tin"],
            &["mon toan"],
            &["am nhac"],
            &["the duc"],
        ],
    },
    Group {
        matters: &["clinic.equipment"],
        kinds: &[
            &["sieu am"],
            &["x quang"],
            &["chay than", "loc mau", "suy than"],
            &["cat lop", "ct", "mri"],
            &["noi soi"],
            &["xe cuu thuong"],
        ],
    },
    Group {
        matters: &["papers."],
        kinds: &[
            &["can cuoc"],
            &["tam tru", "tam vang"],
            &["khai sinh"],
            &["khai tu"],
            &["ket hon"],
        ],
    },
    Group {
        matters: &["medicine"],
        kinds: &[
            &["tieu duong", "insulin"],
            &["huyet ap"],
            &["tam than"],
            &["ung thu"],
        ],
    },
];

impl Kinds {
    /// What kinds of its `matters` a message names.
    pub(super) fn of(joined: &str, matters: &[MatterId]) -> Self {
        let is_of = |group: &Group| {
            let mut names = matters
                .iter()
                .filter_map(|id| matters::NAMES.get(usize::from(*id)));
            names.any(|name| group.matters.iter().any(|start| name.starts_with(start)))
        };
        Self(GROUPS.each_ref().map(|group| {
            if !is_of(group) {
                return 0;
            }
            let says = |kind: &&[&str]| kind.iter().any(|word| says(joined, word));
            let kinds = group.kinds.iter().enumerate();
            kinds
                .filter(|(_, kind)| says(kind))
                .map(|(number, _)| 1 << number)
                .sum()
        }))
    }

    /// Whether both name kinds of one matter, and none of them the same.
    pub(super) fn differ(self, other: Self) -> bool {
        let mut both = self.0.into_iter().zip(other.0);
        both.any(|(ours, theirs)| ours != 0 && theirs != 0 && ours & theirs == 0)
    }
}

/// Whether words stand in a text as whole ones.
fn says(joined: &str, word: &str) -> bool {
    joined.match_indices(word).any(|(at, _)| {
        let before = joined[..at].ends_with(' ');
        before && joined[at + word.len()..].starts_with(' ')
    })
}
