//! The words of a spreadsheet, as people write them, and what they mean in the council file.

use crate::domain::{council::Level, keyword::Keyword as _, text::fold};

/// The sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One row a thing: what it is called, what it is.
    Council,
    Areas,
    Bodies,
    Delegates,
    Sessions,
}

/// What a sheet holds, by its name.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    Some(match squeezed(name).as_str() {
        "hoidong" | "council" | "thongtin" => Kind::Council,
        "diaban" | "khuvuc" | "areas" | "area" => Kind::Areas,
        "donvi" | "todaibieu" | "bodies" | "body" => Kind::Bodies,
        "daibieu" | "delegates" | "delegate" => Kind::Delegates,
        "kyhop" | "sessions" | "session" => Kind::Sessions,
        _ => return None,
    })
}

/// The key of a column, or of a row of the council's sheet; `None`: nobody knows it.
pub(super) fn key(kind: Kind, heading: &str) -> Option<&'static str> {
    let heading = squeezed(heading);
    let known: &[(&str, &[&str])] = match kind {
        Kind::Council => &[
            ("code", &["ma", "mahoidong", "code"]),
            (
                "code_prefix",
                &["tiento", "haichudaumacauhoi", "codeprefix", "prefix"],
            ),
            ("name", &["ten", "tendaydu", "name"]),
            ("short_name", &["tenngan", "tenviettat", "shortname"]),
            ("level", &["cap", "level"]),
            ("languages", &["ngonngu", "languages"]),
            ("term", &["nhiemky", "term"]),
            ("term_from", &["nhiemkytu", "tungay", "termfrom"]),
            ("term_to", &["nhiemkyden", "denngay", "termto"]),
            ("office", &["vanphong", "office"]),
            (
                "citizen_reception",
                &["tiepcongdan", "noitiepcongdan", "citizenreception"],
            ),
            ("police", &["congan", "police"]),
        ],
        Kind::Areas => &[
            ("code", &["ma", "madiaban", "code"]),
            ("name", &["ten", "tendiaban", "name"]),
            ("kind", &["loai", "kind"]),
            ("aliases", &["tenkhac", "tengoikhac", "tencu", "aliases"]),
            ("parent", &["thuoc", "thuocxaphuong", "parent"]),
        ],
        Kind::Bodies => &[
            ("code", &["ma", "madonvi", "code"]),
            ("name", &["ten", "tendonvi", "name"]),
            ("kind", &["loai", "kind"]),
            ("areas", &["diaban", "phutrachdiaban", "areas"]),
        ],
        Kind::Delegates => &[
            ("body", &["donvi", "todaibieu", "to", "body"]),
            ("name", &["hoten", "hovaten", "ten", "daibieu", "name"]),
            ("role", &["vaitro", "chucvu", "role"]),
        ],
        Kind::Sessions => &[
            ("code", &["ma", "makyhop", "code"]),
            ("name", &["ten", "tenkyhop", "name"]),
            ("opens_on", &["khaimac", "ngaykhaimac", "opens", "openson"]),
            (
                "questions_close_at",
                &["hannhancauhoi", "hangui", "questionscloseat"],
            ),
        ],
    };
    let found = known
        .iter()
        .find(|(_, names)| names.contains(&heading.as_str()));
    found.map(|(key, _)| *key)
}

/// The word of the council file for what people write in a cell; `None`: it is neither.
pub(super) fn word(key: &str, kind: Kind, text: &str) -> Option<&'static str> {
    let text = squeezed(text);
    let known: &[(&str, &[&str])] = match (key, kind) {
        ("level", _) => &[
            ("province", &["province", "tinh", "thanhpho"]),
            ("town", &["town", "huyen", "thixa", "quan"]),
            ("commune", &["commune", "xa", "phuong", "dackhu"]),
        ],
        ("kind", Kind::Areas) => &[
            ("commune", &["commune", "xa", "thitran"]),
            ("ward", &["ward", "phuong"]),
            ("special_zone", &["specialzone", "dackhu"]),
            (
                "neighbourhood",
                &[
                    "neighbourhood",
                    "thon",
                    "todanpho",
                    "tdp",
                    "ban",
                    "ap",
                    "khupho",
                    "xom",
                    "buon",
                    "khom",
                ],
            ),
        ],
        ("kind", _) => &[
            ("delegation", &["delegation", "todaibieu", "to"]),
            ("committee", &["committee", "ban", "banhdnd"]),
            (
                "standing_body",
                &["standingbody", "thuongtruc", "thuongtruchdnd"],
            ),
            (
                "peoples_committee",
                &["peoplescommittee", "ubnd", "uybannhandan"],
            ),
            ("agency", &["agency", "coquan", "phong", "so", "congan"]),
            (
                "fatherland_front",
                &["fatherlandfront", "mttq", "mattran", "mattrantoquoc"],
            ),
            ("higher_level", &["higherlevel", "captren"]),
            ("office", &["office", "vanphong"]),
        ],
        ("role", _) => &[
            (
                "head",
                &["head", "totruong", "truongban", "chutich", "truong"],
            ),
            (
                "deputy_head",
                &[
                    "deputyhead",
                    "topho",
                    "phoban",
                    "photruongban",
                    "phochutich",
                    "pho",
                ],
            ),
            ("member", &["member", "thanhvien", "daibieu", "uyvien", ""]),
        ],
        _ => &[],
    };
    let found = known
        .iter()
        .find(|(_, names)| names.contains(&text.as_str()));
    found.map(|(word, _)| *word)
}

/// The level that people mean by this.
pub(crate) fn level_of(text: &str) -> Option<Level> {
    word("level", Kind::Council, text).and_then(Level::from_word)
}

/// What could stand there, for whoever wrote something else.
pub(super) fn choices(key: &str, kind: Kind) -> &'static str {
    match (key, kind) {
        ("level", _) => "tỉnh, xã, phường, đặc khu",
        ("kind", Kind::Areas) => "xã, phường, đặc khu, thôn, tổ dân phố",
        ("kind", _) => {
            "tổ đại biểu, ban, thường trực, UBND, cơ quan, mặt trận, cấp trên, văn phòng"
        }
        _ => "tổ trưởng, tổ phó, thành viên",
    }
}

/// Letters and digits without marks: `Địa bàn` is `diaban`.
pub(super) fn squeezed(text: &str) -> String {
    fold(text)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// A code made of a name: `Phường Đồng Văn` is `phuong-dong-van`, as far as a code may be long.
pub(crate) fn code_from(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut code = String::new();
    for word in words {
        let longer = code.len() + word.len() + usize::from(!code.is_empty());
        if longer > LONGEST_CODE {
            break;
        }
        if !code.is_empty() {
            code.push('-');
        }
        code.push_str(word);
    }
    code
}

/// As long as a code may be.
const LONGEST_CODE: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_code() {
        assert_eq!(code_from("Phường Đồng Văn"), "phuong-dong-van");
        assert_eq!(
            code_from("Tổ dân phố số 3 – Ngọc Thị và vùng lân cận"),
            "to-dan-pho-so-3-ngoc-thi"
        );
        assert_eq!(code_from("!!!"), "");
    }

    #[test]
    fn what_people_write_is_understood() {
        assert_eq!(
            word("kind", Kind::Areas, "Tổ dân phố"),
            Some("neighbourhood")
        );
        assert_eq!(
            word("kind", Kind::Bodies, "TỔ ĐẠI BIỂU"),
            Some("delegation")
        );
        assert_eq!(word("role", Kind::Delegates, "Tổ phó"), Some("deputy_head"));
        assert_eq!(word("kind", Kind::Areas, "huyện"), None);
        assert_eq!(kind_of("Đại biểu"), Some(Kind::Delegates));
        assert_eq!(key(Kind::Areas, "Tên gọi khác"), Some("aliases"));
    }
}
