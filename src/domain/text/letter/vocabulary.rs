//! The words that letters are framed with, folded.

/// The motto and the lines around it.
pub(super) const MOTTO: &[&str] = &[
    "cong hoa xa hoi chu nghia viet nam",
    "cong hoa xhcn viet nam",
    "chxhcn viet nam",
    "chxhcnvn",
    "doc lap tu do hanh phuc",
    "socialist republic of vietnam",
    "socialist republic of viet nam",
    "independence freedom happiness",
];

/// What a forwarded text begins with.
pub(super) const FORWARDING: &[&str] = &[
    "chuyen tiep",
    "tin nhan chuyen tiep",
    "tin chuyen tiep",
    "thu chuyen tiep",
    "duoc chuyen tiep tu",
    "chuyen tiep tu",
    "fwd",
    "fw",
    "forward",
    "forwarded",
    "forwarded message",
    "forwarded from",
    "begin forwarded message",
    "xin chuyen tiep",
    "em chuyen tiep",
    "toi chuyen tiep",
    "minh chuyen tiep",
    "chuyen giup",
    "chuyen gium",
];

/// Lines of a forwarded letter that carry nothing of what is said.
pub(super) const MAIL_HEAD: &[&str] = &[
    "from", "to", "cc", "date", "sent", "tu", "toi", "ngay", "den", "gui luc",
];

/// Heads whose line goes on with what is said.
pub(super) const SUBJECT: &[&str] = &["subject", "chu de", "tieu de", "re", "v v", "ve viec"];

/// What a written request is called. The kinds with a procedure of their own are named so too.
pub(super) const TITLE: &[&str] = &[
    "don kien nghi",
    "don de nghi",
    "don phan anh",
    "don phan anh kien nghi",
    "don kien nghi phan anh",
    "don kien nghi tap the",
    "don de xuat",
    "don xin",
    "don trinh bay",
    "don trinh bao",
    "don cuu xet",
    "don keu cuu",
    "don thinh cau",
    "don khieu nai",
    "don to cao",
    "don to giac",
    "don to giac toi pham",
    "giay de nghi",
    "thu kien nghi",
    "thu ngo",
    "phieu kien nghi",
    "y kien cu tri",
    "kien nghi cua cu tri",
    "petition",
    "letter of petition",
];

/// What somebody is addressed with.
pub(super) const ADDRESS: &[&str] = &[
    "kinh thua",
    "kinh gui",
    "kinh goi",
    "kinh chao",
    "kinh trinh",
    "xin kinh chao",
    "xin kinh thua",
    "kinh bac",
    "xin chao",
    "thua",
    "da thua",
    "xin thua",
    "da chao",
    "da em chao",
    "em chao",
    "chau chao",
    "con chao",
    "toi chao",
    "minh chao",
    "e chao",
    "gui",
    "chao",
    "alo",
    "a lo",
    "hello",
    "hi",
    "hey",
    "dear",
    "to whom it may concern",
    "good morning",
    "good afternoon",
    "good evening",
    "respected",
];

/// Greetings that may stand without anybody addressed.
pub(super) const GREETING: &[&str] = &[
    "xin chao",
    "chao",
    "alo",
    "a lo",
    "hello",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "good evening",
    "to whom it may concern",
    "kinh chao",
    "xin kinh chao",
];

/// Longer ones.
const LONG_ADDRESSEE: &[&str] = &[
    "afternoon",
    "councillor",
    "councillors",
    "councilors",
    "delegates",
];

/// Who is addressed, sorted.
const ADDRESSEE: &[&str] = &[
    "a", "ad", "admin", "all", "an", "anh", "ba", "bac", "ban", "bi", "bieu", "bo", "bot", "cac",
    "can", "cap", "cau", "chau", "chi", "chinh", "cho", "chu", "chuc", "chuyen", "cmt", "co",
    "con", "cong", "council", "cu", "cua", "cung", "dai", "dan", "dang", "dbhd", "dbhdnd", "dc",
    "delegate", "dieu", "doan", "dong", "du", "e", "em", "et", "everyone", "gia", "giup", "goc",
    "hanh", "hdnd", "hoi", "hop", "huyen", "khoa", "kinh", "ky", "ladies", "lanh", "luc", "m",
    "madam", "mat", "members", "mn", "moi", "mttq", "nang", "ngai", "nghi", "nguoi", "nha", "nhan",
    "nhiem", "nuoc", "of", "oi", "ong", "people", "pho", "phong", "phuong", "quan", "quoc", "quy",
    "quyen", "s", "sir", "so", "sy", "tat", "tham", "than", "thanh", "thanhs", "thay", "the",
    "thi", "thon", "thu", "thuong", "tich", "tinh", "to", "toa", "toan", "toi", "tp", "tran",
    "tri", "truc", "trung", "truong", "tx", "ubmttq", "ubnd", "uong", "uy", "va", "van", "vi",
    "vien", "viet", "xa", "xin", "xom", "your",
];

/// Words that an addressee's name does not begin with when nothing parts it from what is said.
pub(super) const SAID: &[&str] = &[
    "an", "ba", "bao", "benh", "bi", "can", "cau", "cho", "chung", "co", "con", "cong", "cu", "de",
    "den", "dien", "duong", "em", "giup", "ho", "khi", "kien", "mong", "muong", "nay", "nha",
    "nuoc", "phan", "rac", "sao", "sua", "toi", "truong", "xin",
];

/// How writers say who they are.
pub(super) const INTRODUCTION: &[&str] = &[
    "toi ten la",
    "toi ten",
    "ten toi la",
    "em ten la",
    "em ten",
    "ho va ten",
    "ho ten",
    "toi la cu tri",
    "toi la nguoi dan",
    "toi la cu dan",
    "em la cu dan",
    "em la nguoi dan",
    "chung toi la cu tri",
    "ten la",
    "chung toi la nguoi dan",
    "chung toi la cac ho dan",
    "my name is",
    "i am a resident of",
    "chung toi gom",
    "nguoi gui",
    "nguoi viet don",
    "nguoi lam don",
    "ho ten nguoi gui",
];

/// How a letter comes to what it says, up to a colon.
pub(super) const LEAD: &[&str] = &[
    "nay toi",
    "nay chung toi",
    "nay em",
    "toi viet",
    "toi lam don",
    "toi xin",
    "chung toi xin",
    "em xin",
    "hom nay toi",
    "hom nay",
    "xin trinh bay",
    "xin duoc",
    "noi dung",
    "noi dung don",
    "ly do",
    "su viec",
    "cu the",
    "toi xin trinh bay",
    "toi muon",
    "cu tri",
    "thay mat",
    "i am writing",
    "i would like",
    "we would like",
    "toi co y kien",
];

/// What follows in an introduction, part by part.
pub(super) const PERSONAL: &[&str] = &[
    "sinh nam",
    "sinh ngay",
    "nam sinh",
    "ngay sinh",
    "sn",
    "cccd",
    "cmnd",
    "cmt",
    "so cccd",
    "so cmnd",
    "can cuoc",
    "so dien thoai",
    "dien thoai",
    "sdt",
    "dt",
    "so dt",
    "dia chi",
    "d c",
    "thuong tru",
    "ho khau thuong tru",
    "ho khau",
    "tam tru",
    "cu tru",
    "cu ngu",
    "ngu tai",
    "hien ngu",
    "hien o",
    "hien dang o",
    "hien cu tru",
    "hien dang cu tru",
    "hien dang sinh song",
    "dang o",
    "o tai",
    "cu tri",
    "email",
    "e mail",
    "lien he",
    "lien lac",
    "phone",
    "tel",
    "address",
    "mobile",
    "nghe nghiep",
    "tuoi",
    "noi o",
    "noi thuong tru",
    "que quan",
    "zalo",
];

/// Kinds of places in an address, sorted.
pub(super) const UNITS: &[&str] = &[
    "ap", "ban", "buon", "can", "duong", "hem", "huyen", "khoi", "khom", "khu", "kiet", "kp",
    "lang", "ngach", "ngo", "nha", "p", "phan", "pho", "phuong", "q", "quan", "sn", "so", "street",
    "tai", "tdp", "thanh", "thi", "thon", "thuoc", "tieu", "tinh", "to", "toa", "tp", "tran", "tx",
    "village", "ward", "xa", "xom",
];

/// Beginnings of a name of a person, sorted.
pub(super) const SURNAMES: &[&str] = &[
    "au", "bach", "be", "bui", "cao", "chau", "chu", "cu", "dam", "dang", "dao", "dau", "diep",
    "dinh", "do", "doan", "duong", "giang", "ha", "ho", "hoang", "huynh", "khuc", "kieu", "la",
    "lai", "lam", "le", "lo", "luong", "luu", "ly", "mac", "mai", "nghiem", "ngo", "nguyen",
    "ninh", "nong", "pham", "phan", "phung", "quach", "quang", "ta", "tang", "thai", "than",
    "tieu", "to", "ton", "tong", "tran", "trieu", "trinh", "truong", "tu", "vi", "vo", "vu",
    "vuong",
];

/// What people are called before their names, sorted.
pub(super) const HONORIFICS: &[&str] = &[
    "anh", "ba", "bac", "chi", "chu", "co", "cu", "em", "mr", "mrs", "ms", "ong",
];

/// Whether `word` may belong to whoever is addressed.
pub(super) fn is_addressee(word: &str) -> bool {
    holds(ADDRESSEE, word) || holds(LONG_ADDRESSEE, word)
}

/// Whether `word` is in a sorted list.
pub(super) fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{
        super::politeness::{LONG_POLITE, POLITE},
        *,
    };

    #[test]
    fn lists_of_single_words_are_sorted() {
        for list in [
            ADDRESSEE,
            LONG_ADDRESSEE,
            SAID,
            UNITS,
            SURNAMES,
            HONORIFICS,
            POLITE,
            LONG_POLITE,
        ] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
