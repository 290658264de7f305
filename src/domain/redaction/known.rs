//! Names that are no person's here: streets' namesakes, places, words that go together.

use std::{collections::HashMap, sync::LazyLock};

use super::words::key;

/// People whom streets, schools and communes are named after, folded: their name alone names a place.
const NAMESAKES: &str = "\
    ho chi minh, tran hung dao, tran phu, tran quang khai, tran nhan tong, tran nguyen han, \
    tran quoc toan, tran khat chan, tran binh trong, tran thu do, tran dai nghia, tran nhat duat, \
    tran te xuong, tran thanh tong, tran thai tong, tran khanh du, tran cao van, tran quy cap, \
    tran duy hung, tran quoc hoan, tran van on, tran huy lieu, tran hieu, tran xuan soan, nguyen trai, \
    nguyen hue, nguyen du, nguyen van troi, nguyen van cu, nguyen van linh, nguyen thi minh khai, \
    nguyen thi dinh, nguyen trung truc, nguyen khuyen, nguyen binh khiem, nguyen cong tru, \
    nguyen dinh chieu, nguyen viet xuan, nguyen chi thanh, nguyen tri phuong, nguyen thai hoc, \
    nguyen luong bang, nguyen huu tien, nguyen huu tho, nguyen huu canh, nguyen an ninh, nguyen xi, \
    nguyen sieu, nguyen quyen, nguyen phi khanh, nguyen van be, nguyen van huyen, nguyen co thach, \
    nguyen phong sac, nguyen khanh toan, nguyen huu huan, nguyen duc canh, nguyen duc thuan, \
    nguyen hoang, nguyen cao, nguyen tat thanh, nguyen van to, le loi, le duan, le quy don, \
    le hong phong, le thanh tong, le thanh nghi, le van luong, le van sy, le van tam, le van huu, \
    le van viet, le hoan, le lai, le chan, le thi rieng, le thi hong gam, le trong tan, le duc tho, \
    le dai hanh, le van duyet, le dinh ly, le cong thanh, le thai to, le ngoc han, le huu trac, \
    le tu thanh, le tung, ly thuong kiet, ly thai to, ly nam de, ly tu trong, ly thanh tong, \
    ly cong uan, ly quoc su, ngo quyen, ngo gia tu, ngo si lien, ngo van so, phan boi chau, \
    phan chu trinh, phan chau trinh, phan dinh phung, phan dang luu, phan dinh giot, phan huy chu, \
    phan huy ich, phan van tri, pham ngu lao, pham van dong, pham hong thai, pham ngoc thach, \
    pham tat dac, pham hung, pham the hien, pham van bach, pham van hai, pham su manh, hoang dieu, \
    hoang van thu, hoang hoa tham, hoang quoc viet, hoang van thai, hoang dao thuy, hoang minh giam, \
    hoang van hoan, huynh thuc khang, huynh tan phat, huynh van banh, vo thi sau, vo nguyen giap, \
    vo van kiet, vo van tan, vo chi cong, vu trong phung, vu ngoc phan, dinh tien hoang, \
    dinh cong trang, dinh bo linh, dinh cong chanh, bui thi xuan, bui ngoc duong, bui van di, do huy, \
    do nhuan, duong dinh nghe, duong van bang, duong ba trac, dang thai mai, dang van ngu, \
    dang thuy tram, dang tran con, dang tat, ho xuan huong, ho tung mau, ho dac di, truong han sieu, \
    truong dinh, truong cong dinh, truong chinh, trinh hoai duc, doan thi diem, doan nhu hai, \
    to hien thanh, to vinh dien, to huu, ton duc thang, ton that thuyet, chu van an, cao ba quat, \
    cao thang, cao xuan huy, mac dinh chi, mai hac de, mai thuc loan, mai xuan thuong, luong the vinh, \
    luong dinh cua, luong van tri, luong khanh thien, la van cau, cu chinh lan, be van dan, phung hung, \
    phung khac khoan, phung chi kien, khuc thua du, trieu viet vuong, trieu quang phuc, xuan dieu, \
    xuan thuy, yet kieu, da tuong, ta quang buu, thai phien, thai ha, vuong thua vu, vo van dung, \
    ngo thi nham, nguyen thuong hien, nguyen bieu, nguyen van dau, nguyen van luong, nguyen van qua, \
    nguyen van nghi, nguyen thi thap, tran van thoi";

/// Places and others that look like a title with a name, folded.
const NO_NAMES: &str = "\
    bac ho, ba na, ba ria, co to, ong tao, ong dia, chu cuoi, co giang, ba trung, ba trieu, anh son, \
    ba be, ba to, ba che, ba vi, ba dinh, ba den, me viet, con dao, bac bo, bac ninh, bac giang, \
    bac kan, bac lieu, bac ha, bac tu, chi lang, chi linh, cu chi, co loa, co do, ong ich, ong ta, \
    co nhue, em viet, chau au, chau a, chau phi, cu lao, con son, con cuong, con co, thay phap, \
    ong trum, chu se, chu prong, di linh, di an, cau giay";

/// Words that belong together and are no name though the first could be one.
const PAIRS: &str = "\
    sinh vien, nhan vien, nhan dan, thanh nien, thanh pho, thanh vien, dong chi, dong bao, viet nam, \
    ha noi, ha nam, cong an, cong ty, cong nhan, cong dan, cong chuc, dan quan, dan toc, doan thanh, \
    doan vien, hoc sinh, giang vien, truong thon, lanh dao, quan doi, bo doi, bac si, bac sy, \
    thuong binh, liet si, thu ky, thu truong, thanh tra, ly nhan, duy tien, kim bang, binh luc, phu ly, \
    nam dinh, ninh binh, hai phong, da nang, quang nam, hung yen, thai binh, hai duong, bac ninh, \
    dong van, anh hung, hoi dong, uy ban, mat tran, anh huong, chi huy, bo tri, chu y, chu tam, \
    chu trong, chau duc, chau thanh, ba hoang, nang luong";

/// Whether a run of words with these keys begins with the name of a namesake.
pub(super) fn is_namesake(keys: &[u64]) -> bool {
    starts(&NAMESAKE_KEYS, keys)
}

/// Whether two or more words look like a title and a name and are none.
pub(super) fn is_no_name(keys: &[u64]) -> bool {
    starts(&NO_NAME_KEYS, keys)
}

/// Whether the first two words belong together and are no name.
pub(super) fn is_pair(keys: &[u64]) -> bool {
    starts(&PAIR_KEYS, keys)
}

type Keys = HashMap<u64, Vec<Vec<u64>>>;

static NAMESAKE_KEYS: LazyLock<Keys> = LazyLock::new(|| keys(NAMESAKES));
static NO_NAME_KEYS: LazyLock<Keys> = LazyLock::new(|| keys(NO_NAMES));
static PAIR_KEYS: LazyLock<Keys> = LazyLock::new(|| keys(PAIRS));

fn keys(names: &str) -> Keys {
    let mut keys = Keys::new();
    for name in names.split(", ") {
        let words: Vec<u64> = name.split(' ').map(key).collect();
        if let Some(first) = words.first() {
            keys.entry(*first).or_default().push(words);
        }
    }
    keys
}

fn starts(known: &Keys, keys: &[u64]) -> bool {
    keys.first()
        .and_then(|first| known.get(first))
        .is_some_and(|names| names.iter().any(|name| keys.starts_with(name)))
}
