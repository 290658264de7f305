//! The words that the rules know, and what each means for them.
//!
//! A word with marks is known by its marks; a word without is known if its list may be read without marks
//! ("ong" is "ông", but "co" is more often "có" than "cô").

use std::{collections::HashMap, sync::LazyLock};

use super::words::key;
use crate::domain::text::fold;

/// A set of the constants below.
pub(super) type Traits = u32;

/// Commonest family names.
pub(super) const SURNAME: Traits = 1;
/// Family names that are everyday words, too.
pub(super) const RARE_SURNAME: Traits = 1 << 1;
/// "Văn", "Thị": after a family name, a person is meant.
pub(super) const MIDDLE: Traits = 1 << 2;
/// Given names.
pub(super) const GIVEN: Traits = 1 << 3;
/// A word that announces a person.
pub(super) const TITLE: Traits = 1 << 4;
/// The same if a family name follows: the word has other uses.
pub(super) const WEAK_TITLE: Traits = 1 << 5;
/// How writers speak of themselves.
pub(super) const PRONOUN: Traits = 1 << 6;
/// Offices and crowds: no names, though they follow titles with a capital.
pub(super) const OFFICE: Traits = 1 << 7;
/// A word that a name of a place follows.
pub(super) const PLACE: Traits = 1 << 8;
/// Everyday words at which a name written small ends.
pub(super) const COMMON: Traits = 1 << 9;
/// A digit in words.
pub(super) const DIGIT: Traits = 1 << 10;
/// Alleys and streets.
pub(super) const WAY: Traits = 1 << 11;
/// What a place is near to: the way to a pothole, not a home.
pub(super) const NEAR: Traits = 1 << 12;
/// A word of telephones.
pub(super) const CALL: Traits = 1 << 13;
/// A word of papers, accounts and codes.
pub(super) const PAPER: Traits = 1 << 14;
/// A word of money, or a unit that amounts are counted in.
pub(super) const AMOUNT: Traits = 1 << 15;
/// The last word of what announces a signature: "người làm đơn".
pub(super) const SIGNER: Traits = 1 << 16;
/// A word of vehicles and their plates.
pub(super) const VEHICLE: Traits = 1 << 17;

/// Whether the words of a list are known without their marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Optional,
    Needed,
}
use Marks::{Needed, Optional};

const LISTS: &[(Traits, Marks, &str)] = &[
    (
        SURNAME,
        Optional,
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý trịnh trương đinh đoàn",
    ),
    (
        RARE_SURNAME,
        Needed,
        "đào vương lâm phùng mai tô hà tạ chu châu quách cao la thái lưu phương thân tống tăng kiều nghiêm \
         bạch lương hứa khuất khổng ninh tôn triệu diệp giang vi lò lường cầm sầm nông bế đàm thạch doãn mạc \
         trà lại lục phí hàn ông viên quàng giàng vàng thào sùng hạng y nay siu rơ rmah",
    ),
    (MIDDLE, Optional, "văn thị"),
    (
        GIVEN,
        Optional,
        "tuấn dũng hùng cường khang khánh hạnh hương nhung quỳnh loan oanh thảo vinh tùng thịnh lộc hiếu hiền \
         huệ lan linh nga quyên thúy thuý thủy thuỷ trâm trúc tuyết uyên yến kiên luân nghĩa nhật việt xuân đạt \
         đức bích diễm duyên ngọc hữu khoa huy hoàng vũ trinh nhân quyết thuận phượng",
    ),
    (
        GIVEN,
        Needed,
        "bình minh nam sơn hải hòa hoà lâm phương thơm mai đào cúc hồng liên hằng dung hoa an anh ánh bảo bắc \
         công chiến chính cương danh diệp doanh đại đông giang hà hân hậu hiệp hoàn hòe hợp hưng kim lành lệ \
         long lực lương ly lý mạnh miền mỹ my nghi ngân nhàn nhi nhiên nhẫn phong phát phú phúc quang quân quốc \
         quý sáng sang sinh tài tâm tân thái thắng thanh thành thiện thoa thu thư thùy thuỳ thương tiến tín tình \
         toàn toán trang trí trung trường tú tươi vân viên vy vượng ý đăng đoàn định hiển khải kỳ nguyên phước \
         thạch thông thọ tiệp tịnh tuệ bé hai ba tư năm sáu bảy út",
    ),
    (TITLE, Optional, "ông anh chị cháu thím mr mrs ms miss"),
    (
        TITLE,
        Needed,
        "bà cô chú bác dì cậu em cụ mợ vợ chồng mẹ bố thầy bé cu",
    ),
    (
        WEAK_TITLE,
        Optional,
        "bà cô chú bác dì cậu cụ mợ vợ chồng mẹ bố ba má cha thầy bé con em trai gái bạn hộ chí đc lão",
    ),
    (
        WEAK_TITLE,
        Needed,
        "sĩ sỹ tịch thư trưởng phó biểu nhiệm chủ dâu rể nội ngoại xóm nhân sư ủy uỷ tá úy",
    ),
    (PRONOUN, Optional, "tôi em cháu con mình tớ tui tao"),
    (
        OFFICE,
        Needed,
        "chủ phó trưởng bí đại ủy uỷ hội ban giám cử giáo đảng người cựu nông phụ cán kế tổ hộ đội thôn xã \
         phường huyện tỉnh khu phố xóm ấp làng cơ tập bên nhà trạm sở phòng viện bệnh chi chính các những mọi \
         ơi ấy đó này kia cùng đã có là tôi đây ubnd hđnd mttq tnxp csgt ceo đồng đường con em chị anh bộ dân hđ",
    ),
    (
        OFFICE,
        Optional,
        "ubnd hdnd mttq chu truong bi dang nguoi uy the a an i we",
    ),
    (
        PLACE,
        Optional,
        "đường phố ngõ ngách hẻm kiệt trường thôn xóm ấp làng buôn xã phường huyện quận tỉnh tp kênh đập núi \
         chùa đình miếu trang bến cảng trạm thcs thpt quỹ khu tx tt đảo street road school ql đt",
    ),
    (
        PLACE,
        Needed,
        "cầu cống chợ bản tổ đội sông suối hồ đồi đền đài ga phố thị trấn non học mầm viện quán tuyến dốc ngã \
         vòng xuyến tượng thưởng bổng nhà hàng ty mỏ đồng gò rạch vàm kho cụm lộ khóm sóc hải ngòi mương hói",
    ),
    (
        COMMON,
        Optional,
        "ở là sinh có đã đang sẽ xin kính hỏi thôn xã phường tổ khu xóm ấp làng huyện tỉnh tuổi hiện trú ngụ \
         sống làm và với cùng của cho tại nhà đường ngõ số dân cử đại gửi muốn đề kiến phản mong nay thì mà \
         không chưa bị được về từ đến trong ngoài trên dưới này ấy kia đó nọ lấn xây đổ nói bảo thường trước \
         sau gần cạnh tôi em đây chủ phó trưởng sdt đt dt cccd cmnd quê nguyên người thuộc địa hay cứ rất lại \
         năm quốc lớp trường con is at in on from of and live lives i am my the",
    ),
    (
        DIGIT,
        Needed,
        "không chín hai ba bốn tư năm lăm sáu bảy bẩy tám một mốt linh lẻ mươi mười",
    ),
    (
        DIGIT,
        Optional,
        "khong chin mot hai ba bon tu nam lam sau bay tam zero one two three four five six seven eight nine oh",
    ),
    (
        WAY,
        Optional,
        "ngõ ngách hẻm kiệt đường phố tổ thôn xóm khu ấp street road lane",
    ),
    (
        NEAR,
        Optional,
        "trước diện gần sát ngang đoạn cổng cửa giữa góc sau qua đến tới near opposite before",
    ),
    (NEAR, Needed, "cạnh từ bên tu"),
    (
        CALL,
        Optional,
        "sđt sdt dt đt phone tel call gọi alo alô zalo máy thoại liên lạc lh viber whatsapp mobile hotline \
         fax số",
    ),
    (
        PAPER,
        Optional,
        "cmnd cmt cmtnd cccd stk atm bhxh bhyt mst gcn passport visa acc account",
    ),
    (PAPER, Needed, "thẻ tk mã gcnqsdđ"),
    (
        AMOUNT,
        Optional,
        "đồng vnđ vnd triệu tỷ tỉ nghìn ngàn tiền giá phí vốn usd hecta người hộ khối mét kwh mkwh dong đ đô \
         quyên góp nợ ngân doanh",
    ),
    (
        AMOUNT,
        Needed,
        "m km kg ha m² m³ tấn tạ đ tổng khoảng hết thu đóng nộp",
    ),
    (
        SIGNER,
        Needed,
        "đơn gửi viết nghị ánh diện bày báo khai thư ký kê trình tên",
    ),
    (SIGNER, Optional, "don gui viet dien ky"),
    (
        VEHICLE,
        Optional,
        "xe biển bks bs tô máy tải ôtô oto biensoxe plate car truck số",
    ),
];

struct Entry {
    /// As words with marks.
    marked: Vec<(String, Traits)>,
    /// As the word that has none.
    plain: Traits,
    /// As any of these, the marks left out.
    unmarked: Traits,
}

static WORDS: LazyLock<HashMap<u64, Entry>> = LazyLock::new(|| {
    let mut words: HashMap<u64, Entry> = HashMap::new();
    for (traits, marks, list) in LISTS {
        for word in list.split_whitespace() {
            let folded = fold(word);
            let entry = words.entry(key(&folded)).or_insert_with(|| Entry {
                marked: Vec::new(),
                plain: 0,
                unmarked: 0,
            });
            if *marks == Optional || folded == word {
                entry.unmarked |= traits;
            }
            if folded == word {
                entry.plain |= traits;
            } else {
                match entry.marked.iter_mut().find(|(known, _)| known == word) {
                    Some((_, known)) => *known |= traits,
                    None => entry.marked.push((word.to_owned(), *traits)),
                }
            }
        }
    }
    words
});

/// What is known of a word, given with its key; in a text with marks a word without means itself.
/// unless it is a name: people write "Nguyen Van A" among words with marks.
pub(super) fn traits(key: u64, written: &str, marked: bool) -> Traits {
    let Some(entry) = (key != 0).then(|| WORDS.get(&key)).flatten() else {
        return 0;
    };
    if written.is_ascii() {
        let capital = written.starts_with(|c: char| c.is_ascii_uppercase());
        return match (marked, capital) {
            (false, _) => entry.unmarked,
            (true, true) => entry.plain | entry.unmarked & (SURNAME | MIDDLE | GIVEN),
            (true, false) => entry.plain,
        };
    }
    let found = entry.marked.iter().find(|(word, _)| {
        let letters = written.chars().flat_map(char::to_lowercase);
        letters.eq(word.chars())
    });
    found.map_or(0, |(_, traits)| *traits)
}
