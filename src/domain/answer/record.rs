//! What the paper of an answer carries beside its class: the sub-class, as the Thanh Hóa form tells them apart, and who
//! signed the document.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::facts::{Document, Facts};
use crate::domain::{keyword::keywords, question::ResultClass, text};

keywords! {
    /// How exactly a matter was done, or stands.
    pub enum Subclass {
        /// Ban hành hoặc sửa đổi, bổ sung văn bản.
        Legislated = "legislated",
        /// Thanh tra, kiểm tra.
        Inspected = "inspected",
        /// Tổ chức thực hiện.
        CarriedOut = "carried_out",
        /// Có lộ trình giải quyết.
        Roadmap = "roadmap",
        /// Đã trình cấp có thẩm quyền ban hành văn bản.
        Submitted = "submitted",
        /// Không lộ trình giải quyết.
        NoRoadmap = "no_roadmap",
        /// Chưa có nguồn lực.
        NoMeans = "no_means",
        /// Chưa thể giải quyết được ngay.
        NotNow = "not_now",
        /// Liên quan văn bản cấp trên.
        HigherText = "higher_text",
        /// Chuyển giải quyết kỳ họp sau.
        NextSession = "next_session",
        /// Lý do khác.
        Other = "other",
    }
}

impl Subclass {
    /// The sub-classes of a class, the likelier first; none: the class says it all.
    #[must_use]
    pub fn of(class: ResultClass) -> &'static [Self] {
        use Subclass as S;
        match class {
            ResultClass::Resolved => &[S::CarriedOut, S::Inspected, S::Legislated],
            ResultClass::InProgress => &[
                S::Roadmap,
                S::NoRoadmap,
                S::Submitted,
                S::HigherText,
                S::Other,
            ],
            ResultClass::NotYet => &[S::NoMeans, S::NotNow, S::HigherText, S::Other],
            ResultClass::SetAside => &[S::NotNow, S::NoMeans, S::NextSession, S::Other],
            ResultClass::Planned => &[S::Roadmap],
            ResultClass::Explained | ResultClass::SentUp => &[],
        }
    }
}

/// The longest name of a signer, in UTF-16 units.
const MAX_SIGNER: usize = 60;

/// A name: two words or more, each with a capital; the first not in capitals alone, which are agencies.
const NAME: &str = r"(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,4})";

#[expect(
    clippy::expect_used,
    reason = "the patterns are constants, and a test uses them"
)]
static SIGNED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    [
        format!(r"(?:[Nn]gười ký|[Kk]ý bởi|[Nn]guoi ky|[Dd]o)\s*:?\s*(?:(?:ông|bà|đồng chí|đ/c|Ông|Bà)\s+)?(?:(?:Phó )?(?:[Cc]hủ tịch|[Tt]rưởng phòng|[Gg]iám đốc)(?:\s+\p{{Lu}}+)*\s+)?{NAME}\s*(?:đã )?(?:ký|[,.;]|$)"),
        format!(r"{NAME}\s+(?:đã )?ký(?:$|[^\p{{L}}])"),
        NAME.to_owned(),
    ]
    .map(|pattern| Regex::new(&pattern).expect("a constant pattern"))
});

/// Who signed, where the words say so: "người ký: Nguyễn Văn A", "do ông Nguyễn Văn A ký".
#[must_use]
pub fn signer(words: &str) -> Option<String> {
    let [after, before, _] = &*SIGNED;
    let found = after.captures(words).or_else(|| before.captures(words))?;
    found.get(1).map(|name| named(name.as_str()))
}

fn named(name: &str) -> String {
    text::truncate_utf16(&text::clean(name), MAX_SIGNER)
}

impl Facts {
    /// With the document and its signer as somebody typed them: "12/UBND-KT ngày 20/11/2026, Nguyễn Văn A ký". `None`: no
    /// number with its date. A name beside them is the signer's.
    #[must_use]
    pub fn with_record(self, typed: &str, today: Date) -> Option<Self> {
        let document = Document::parse(typed, today)?;
        let beside = typed.replacen(&document.number, " ", 1);
        let [.., name] = &*SIGNED;
        let signed = signer(&beside).or_else(|| {
            let found = name.captures_iter(&beside).filter_map(|parts| parts.get(1));
            found
                .map(|name| named(name.as_str()))
                .find(|name| !is_agency(name))
        });
        Some(Self {
            document: Some(document),
            signer: signed.or(self.signer),
            ..self
        })
    }
}

/// What the words say of the paper of an answer of this class, beside what is known of it already: its sub-class, the
/// document, its signer. An explanation names laws, which are no papers of its own.
pub(super) fn read(class: ResultClass, facts: Facts, answer: &str, today: Date) -> Facts {
    if class == ResultClass::Explained {
        return facts;
    }
    let document = facts
        .document
        .clone()
        .or_else(|| Document::parse(answer, today).filter(|found| is_own(answer, found)));
    let signer = document.as_ref().and_then(|_| signer(answer));
    Facts {
        subclass: subclass(class, answer, facts.on),
        document,
        signer,
        ..facts
    }
}

/// "Theo Quyết định số …" names what others decided.
fn is_own(answer: &str, document: &Document) -> bool {
    let before = answer.split(document.number.as_str()).next();
    let folded = text::words(before.unwrap_or_default());
    let near = folded.iter().rev().take(6);
    !near.into_iter().any(|word| word == "theo" || word == "cu")
}

/// The sub-class that the words speak of.
fn subclass(class: ResultClass, answer: &str, on: Option<Date>) -> Option<Subclass> {
    let folded = format!(" {} ", text::words(answer).join(" "));
    let says = |phrases: &[&str]| {
        phrases
            .iter()
            .any(|phrase| folded.contains(&format!(" {phrase} ")))
    };
    let on_rules = || says(HIGHER_RULES);
    let on_means = || says(MEANS);
    Some(match class {
        ResultClass::Resolved if says(LEGISLATED) => Subclass::Legislated,
        ResultClass::Resolved if says(INSPECTED) => Subclass::Inspected,
        ResultClass::Resolved => Subclass::CarriedOut,
        ResultClass::InProgress if on.is_some() => Subclass::Roadmap,
        ResultClass::InProgress | ResultClass::NotYet if on_rules() => Subclass::HigherText,
        ResultClass::InProgress if says(SUBMITTED) => Subclass::Submitted,
        ResultClass::InProgress => Subclass::NoRoadmap,
        ResultClass::Planned => Subclass::Roadmap,
        ResultClass::NotYet | ResultClass::SetAside if on_means() => Subclass::NoMeans,
        ResultClass::SetAside if says(&["ky hop"]) => Subclass::NextSession,
        ResultClass::NotYet | ResultClass::SetAside => Subclass::NotNow,
        ResultClass::Explained | ResultClass::SentUp => return None,
    })
}

const LEGISLATED: &[&str] = &[
    "da ban hanh",
    "ban hanh nghi quyet",
    "ban hanh quyet dinh",
    "ban hanh quy che",
    "ban hanh quy dinh",
    "da sua doi",
    "sua doi bo sung",
    "da thong qua nghi quyet",
    "da bai bo",
];
const INSPECTED: &[&str] = &[
    "thanh tra",
    "da kiem tra",
    "kiem tra va",
    "xu phat",
    "lap bien ban",
    "dinh chi",
    "cuong che",
    "tuoc giay phep",
    "thu hoi giay phep",
    "kiem tra dot xuat",
    "tam giu",
];
const SUBMITTED: &[&str] = &[
    "da trinh",
    "trinh ubnd",
    "trinh hdnd",
    "da bao cao",
    "da de nghi",
    "da kien nghi",
    "da de xuat",
    "da gui van ban",
    "da co van ban",
    "gui cong van",
    "da co cong van",
    "dang trinh",
    "da co to trinh",
    "da chuyen",
];
const HIGHER_RULES: &[&str] = &[
    "cho huong dan",
    "cho van ban",
    "cho quy dinh",
    "cho nghi dinh",
    "cho thong tu",
    "chua co quy dinh",
    "chua co huong dan",
    "chua co van ban",
    "chua co co so phap ly",
    "vuong quy dinh",
    "phu thuoc quy dinh",
    "do luat",
    "luat chua",
    "khong duoc phep theo",
    "cho nghi quyet cua tinh",
    "cho trung uong",
    "chua co thong tu",
    "chua co nghi dinh",
];
const MEANS: &[&str] = &[
    "kinh phi",
    "von",
    "nguon luc",
    "ngan sach",
    "nguon thu",
    "nhan luc",
    "nguon von",
    "bien che",
];

/// "Công văn", "Phòng Kinh tế" and their like are written with capitals, too.
fn is_agency(name: &str) -> bool {
    const AGENCIES: [&str; 12] = [
        "cong", "quyet", "bao", "ke", "thong", "phong", "ban", "so", "uy", "hoi", "van", "to",
    ];
    let folded = text::fold(name);
    let first = folded.split(' ').next().unwrap_or_default();
    AGENCIES.contains(&first)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::keyword::Keyword;

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn every_subclass_belongs_to_a_class() {
        for subclass in Subclass::ALL {
            assert!(
                ResultClass::ALL
                    .iter()
                    .any(|class| Subclass::of(*class).contains(subclass)),
                "{subclass}"
            );
        }
    }

    #[test]
    fn a_signer_is_read_where_the_words_name_one() {
        for (words, name) in [
            (
                "Công văn 12/UBND-KT ngày 20/11/2026, người ký: Nguyễn Văn An.",
                Some("Nguyễn Văn An"),
            ),
            (
                "Văn bản do ông Trần Văn Bình ký ngày 20/11",
                Some("Trần Văn Bình"),
            ),
            ("Chủ tịch UBND phường Lê Thị Hoa ký", Some("Lê Thị Hoa")),
            ("Đã ký hợp đồng với Công ty Môi trường.", None),
            ("UBND phường sẽ sửa đường.", None),
        ] {
            assert_eq!(signer(words).as_deref(), name, "{words}");
        }
    }

    #[test]
    fn a_record_is_typed_in_one_line() {
        let facts = Facts::default()
            .with_record("12/UBND-KT ngày 20/11/2026, Nguyễn Văn An", TODAY)
            .unwrap();
        assert_eq!(
            facts.document.map(|found| found.number).as_deref(),
            Some("12/UBND-KT")
        );
        assert_eq!(facts.signer.as_deref(), Some("Nguyễn Văn An"));
        let facts = Facts::default()
            .with_record("Công văn số 12/UBND-KT ngày 20/11/2026", TODAY)
            .unwrap();
        assert_eq!(facts.signer, None);
        assert_eq!(
            Facts::default().with_record("Nguyễn Văn An ký", TODAY),
            None
        );
    }
}
