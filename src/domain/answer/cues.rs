//! Words by which an answer says what became of a matter: done, under way, to be done, blocked, put aside, sent up.
//! Folded, so that answers typed without marks are read, too; where folding makes two words one, the marks decide.

use crate::domain::said_day::tokens::Token;

/// What one sentence says of the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// It has been done.
    Done,
    /// Somebody is at it, or has been told to be.
    Underway,
    /// It is going to be done.
    Will,
    /// Something stands in the way.
    Blocked,
    /// It rests until a day.
    Aside,
    /// It went to a higher level.
    Up,
}

/// Deeds that end a matter, said behind "đã"; said behind "đang" they are under way.
const WORKS: &[&str] = &[
    "sua",
    "sua chua",
    "thay",
    "lap dat",
    "lap",
    "va",
    "nao vet",
    "don",
    "thu gom",
    "xu ly",
    "khac phuc",
    "giai quyet",
    "cap",
    "chi tra",
    "tra tien",
    "tra so",
    "phat quang",
    "san",
    "san lap",
    "dau noi",
    "hoan thanh",
    "ban giao",
    "nghiem thu",
    "thong xe",
    "lam xong",
    "lam moi",
    "xay",
    "mo rong",
    "trai",
    "do be tong",
    "cam bien",
    "ke",
    "son",
    "khoi thong",
    "thong",
    "cat tia",
    "di doi",
    "ho tro",
    "boi thuong",
    "thao do",
    "go bo",
    "dua vao",
    "dong dien",
    "tang cuong",
    "xoa",
    "bo sung",
    "gia co",
    "chat ha",
    "tuoi",
    "phun",
    "xu phat",
    "dinh chi",
    "xong",
    "tra lai",
    "hoan tra",
    "dieu chinh",
    "lap rap",
    "cai tao",
    "nang cap",
    "ra quan",
];
/// Deeds that begin or prepare, said behind "đã": the matter itself is under way.
const PREPARES: &[&str] = &[
    "giao",
    "chi dao",
    "yeu cau",
    "kiem tra",
    "khao sat",
    "lap du toan",
    "lap ke hoach",
    "lap ho so",
    "lap doan",
    "lap bien ban",
    "de nghi",
    "phe duyet",
    "khoi cong",
    "len ke hoach",
    "dua vao ke hoach",
    "len phuong an",
    "lam viec voi",
    "to chuc hop",
    "moi thau",
    "chon nha thau",
    "bo tri kinh phi",
    "bo tri von",
    "don doc",
    "ky hop dong",
    "trien khai",
    "bat dau",
    "cu can bo",
    "xac minh",
    "phan cong",
    "thanh lap",
    "xin y kien",
    "gui van ban",
    "co van ban",
    "lay y kien",
    "duyet",
    "tiep nhan ho so",
    "kien nghi",
    "bao cao",
    "trinh",
    "chuyen",
    "gui",
    "de xuat",
];
/// What ends a matter where whoever looked into it did so at once: "đã kiểm tra và xử phạt".
const SETTLES: &[&str] = &["xu phat", "dinh chi", "thu hoi", "thao do", "go bo"];
/// What may stand between the look and that.
const TO_SETTLE: usize = 8;
/// What somebody is busy with behind "đang" beside the works.
const BUSY: &[&str] = &[
    "thi cong",
    "trien khai",
    "kiem tra",
    "khao sat",
    "cho",
    "phoi hop",
    "lam",
    "tham dinh",
    "hoan thien",
    "dau thau",
    "thuc hien",
    "tien hanh",
    "giai phong",
    "don doc",
    "xac minh",
    "soan",
    "trinh",
    "van dong",
    "to chuc",
    "xin",
    "lua chon",
    "thiet ke",
    "dieu tra",
    "ra soat",
    "xem xet",
    "nghien cuu",
    "duoc",
    "tung buoc",
    "khan truong",
    "gap rut",
    "huy dong",
    "tap trung",
    "thau",
    "moi thau",
    "lap",
];
/// What may stand between "đã" or "đang" and the deed.
const BETWEEN: usize = 5;

/// Phrases of obstacles.
const BLOCKS: &[&str] = &[
    "chua co kinh phi",
    "chua co von",
    "chua co nguon",
    "chua bo tri duoc",
    "chua can doi duoc",
    "chua the",
    "chua giai quyet duoc",
    "chua thuc hien duoc",
    "chua lam duoc",
    "chua sua duoc",
    "chua trien khai duoc",
    "khong du dieu kien",
    "chua du dieu kien",
    "chua du kinh phi",
    "vuong mat bang",
    "con vuong",
    "do vuong",
    "dang vuong",
    "thieu kinh phi",
    "thieu von",
    "khong co kinh phi",
    "khong co nguon",
    "chua co quy hoach",
    "chua duoc bo tri",
    "chua duoc phe duyet",
    "chua bo tri",
    "chua giai phong duoc",
    "khong bo tri duoc",
    "khong can doi duoc",
    "chua thong nhat duoc",
    "chua dong thuan",
    "chua co quy dinh",
    "chua co mat bang",
    "chua co quy dat",
    "kho khan ve kinh phi",
    "khong con kinh phi",
    "chua co co so",
    "chua ban giao mat bang",
    "chua di doi duoc",
    "con thieu",
    "chua dong y",
];
/// Phrases of what rests.
const RESTS: &[&str] = &[
    "tam gac",
    "tam dung",
    "tam hoan",
    "tam thoi chua",
    "tam ngung",
    "hoan lai",
    "hoan den",
    "lui lai",
    "lui den",
    "lui thoi gian",
    "lui sang",
    "xem xet lai",
    "gac lai",
    "de lai",
    "tam chua",
];
/// Deeds that send something on.
const SENDS: &[&str] = &[
    "chuyen",
    "kien nghi",
    "bao cao",
    "trinh",
    "de nghi",
    "gui",
    "de xuat",
    "co van ban",
    "phan anh",
];
/// Who stands above, as words that leave no doubt.
const ABOVE: &[&str] = &[
    "ubnd tinh",
    "hdnd tinh",
    "uy ban nhan dan tinh",
    "hoi dong nhan dan tinh",
    "ubnd thanh pho",
    "hdnd thanh pho",
    "doan dai bieu quoc hoi",
    "trung uong",
    "chinh phu",
    "quoc hoi",
    "cap tren",
    "thu tuong",
    "len tinh",
    "cap co tham quyen",
    "cong an tinh",
    "so giao thong",
    "so xay dung",
    "so tai nguyen",
    "so nong nghiep",
    "so y te",
    "so giao duc",
    "so noi vu",
    "so tai chinh",
    "so cong thuong",
    "so ke hoach",
    "so van hoa",
    "so tu phap",
    "so khoa hoc",
    "so lao dong",
    "so gtvt",
    "bo giao thong",
    "bo xay dung",
    "bo tai nguyen",
    "bo nong nghiep",
    "bo y te",
    "bo giao duc",
    "bo noi vu",
    "bo tai chinh",
    "bo cong thuong",
    "tap doan",
    "tong cong ty",
    "tong cuc",
    "cuc duong bo",
    "khu quan ly duong bo",
];
/// Words of what is going to be.
const WILL: &[&str] = &[
    "du kien",
    "khoi cong",
    "phan dau",
    "cam ket",
    "cham nhat",
    "muon nhat",
    "hoan thanh",
    "xong",
    "bat dau",
    "trien khai",
    "thi cong",
    "ke hoach",
    "dut diem",
    "khac phuc",
    "lo trinh",
    "thuc hien",
    "giai quyet",
    "xu ly",
    "dua vao su dung",
    "ban giao",
    "thong xe",
    "tra loi",
    "hen",
    "han",
    "to chuc",
    "bo tri",
    "sua",
    "thay",
    "lap",
    "nao vet",
    "lam",
    "cap",
    "xay",
    "mo",
];

/// A sentence as folded words with a space on either side, and where each token begins in it.
pub(super) struct Sentence<'a> {
    tokens: &'a [Token],
    folded: String,
    starts: Vec<usize>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        let mut folded = String::from(" ");
        let mut starts = Vec::with_capacity(tokens.len());
        for token in tokens {
            starts.push(folded.len());
            folded.push_str(&token.folded);
            folded.push(' ');
        }
        Self {
            tokens,
            folded,
            starts,
        }
    }

    /// Whether one of these phrases is in it; where.
    pub(super) fn holds(&self, phrases: &[&str]) -> Option<(usize, usize)> {
        let found = phrases.iter().filter_map(|phrase| {
            let at = self.folded.find(&format!(" {phrase} "))? + 1;
            let first = self.starts.binary_search(&at).ok()?;
            Some((first, first + phrase.split(' ').count()))
        });
        found.min()
    }

    /// Whether one of these phrases begins at token `at`; how many tokens it has.
    fn begins(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let rest = self.folded.get(*self.starts.get(at)?..)?;
        let longest = phrases
            .iter()
            .filter(|phrase| {
                rest.strip_prefix(**phrase)
                    .is_some_and(|after| after.starts_with(' '))
            })
            .map(|phrase| phrase.split(' ').count())
            .max();
        // "lập" prepares, "lắp" does; "trả lời" is no deed.
        longest.filter(|_| {
            self.tokens
                .get(at)
                .is_none_or(|token| token.lower != "lập" || phrases != WORKS)
        })
    }

    /// The cues of the sentence with the tokens that they are.
    pub(super) fn cues(&self) -> Vec<(Cue, usize, usize)> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            match token.lower.as_str() {
                "đã" | "da" => found.extend(self.after_done(at)),
                "đang" | "dang" => found.extend(self.after_now(at)),
                "sẽ" | "se" => found.push((Cue::Will, at, at + 1)),
                _ => {}
            }
        }
        let mut phrases = |cue, phrases| {
            if let Some((from, to)) = self.holds(phrases) {
                found.push((cue, from, to));
            }
        };
        phrases(Cue::Will, WILL);
        phrases(Cue::Blocked, BLOCKS);
        phrases(Cue::Aside, RESTS);
        if let Some((from, to)) = self.holds(ABOVE)
            && let Some((sends, _)) = self.holds(SENDS)
            && sends < from
        {
            found.push((Cue::Up, sends, to));
        }
        found
    }

    /// "đã sửa xong" is done; "đã giao Phòng Kinh tế kiểm tra" is under way; "đã nhận được ý kiến" is neither.
    fn after_done(&self, at: usize) -> Option<(Cue, usize, usize)> {
        for next in at + 1..=at + BETWEEN {
            let token = self.tokens.get(next)?;
            if token.is_any(&[
                ",", "nhan", "ghi", "tiep", "neu", "chua", "se", "noi", "nghe", "biet", "hen",
            ]) {
                let takes_up = self.begins(next, &["tiep nhan ho so"])?;
                return Some((Cue::Underway, at, next + takes_up));
            }
            if self
                .begins(next, &["tra loi", "cap co tham quyen", "lam viec"])
                .is_some()
                && self.begins(next, PREPARES).is_none()
            {
                return None;
            }
            if let Some(count) = self.begins(next, PREPARES) {
                let settled = self
                    .begins(next, &["kiem tra"])
                    .and_then(|_| self.settled(next));
                return Some(match settled {
                    Some(to) => (Cue::Done, at, to),
                    None => (Cue::Underway, at, next + count),
                });
            }
            if let Some(count) = self.begins(next, WORKS) {
                return Some((Cue::Done, at, next + count));
            }
        }
        None
    }

    /// Where it ends, if what was looked into at token `from` is said to be settled, too.
    fn settled(&self, from: usize) -> Option<usize> {
        (from..from + TO_SETTLE).find_map(|at| {
            let is_next = self.tokens.get(at)?.is_any(&["va"]);
            let count = self.begins(at + 1, SETTLES).filter(|_| is_next)?;
            Some(at + 1 + count)
        })
    }

    fn after_now(&self, at: usize) -> Option<(Cue, usize, usize)> {
        (at + 1..=at + 3).find_map(|next| {
            let count = self
                .begins(next, BUSY)
                .or_else(|| self.begins(next, WORKS))?;
            Some((Cue::Underway, at, next + count))
        })
    }
}
