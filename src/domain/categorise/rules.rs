//! Rules: turns of phrase that say what a message is for, whatever it is about.
//!
//! A rule never decides alone; it is a feature beside the words, and its Vietnamese name is what the
//! clerk reads as a reason. Patterns run over folded syllables with single spaces (and one at each end).

use std::sync::LazyLock;

use std::borrow::Cow;

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// Name (part of the model: renaming one asks for training), reason for people, pattern.
pub(super) const RULES: &[(&str, &str, &str)] = &[
    (
        "ask",
        "đề nghị, kiến nghị",
        r" (de nghi|kien nghi|de xuat|cu tri|mong muon|kinh mong|kinh de nghi|petition|propose|suggest|request) ",
    ),
    (
        "ask_soft",
        "xin, mong, nhờ làm gì đó",
        r" (xin|mong|nho|yeu cau|cho|som|giup|gium|dum) ([^ ]+ ){0,4}(lam|sua|xay|lap|nang cap|cai tao|mo|don|dau tu|bo tri|ho tro|xem xet|kiem tra|quan tam|tang|giam|duy tu|dap va|khac phuc|ke|thu gom|xu ly|giai quyet) ",
    ),
    (
        "policy",
        "nói về chính sách, quản lý chung",
        r" (co che|chinh sach|lo trinh|quy dinh|giai phap|tang cuong|quan ly|tuyen truyen|ra soat|tap huan|hang nam|nhieu nam|dau tu|kinh phi|nang cap|mo rong) ",
    ),
    (
        "why",
        "hỏi vì sao, bao giờ",
        r" (bao gio|khi nao|chung nao|vi sao|tai sao|sao (khong|chua|lau|van|cu)|the nao|when will|why) ",
    ),
    (
        "own",
        "chuyện của chính người viết",
        r" (toi|nha toi|gia dinh toi|cua toi|chung toi|em|minh|nha em|nha minh|vo chong toi|me toi|bo toi|con toi|my|i|our) ",
    ),
    (
        "decision",
        "một quyết định, văn bản cụ thể",
        r" (quyet dinh|thong bao|cong van|van ban|bien ban|ket luan|phuong an|ban an|an so tham|phan quyet|to phat|decision|refus|judgment|verdict|fine|notic|letter|ruling) ",
    ),
    (
        "decision_of",
        "quyết định của cơ quan",
        r" (quyet dinh (so|cua|xu phat|thu hoi|cuong che|ky luat|hanh chinh|boi thuong|phe duyet|giai quyet|tu choi|cham dut|bac|nay|do|kia|phat|buoc|dieu dong|tuyen)|xu phat hanh chinh|cuong che|bac don|tu choi (cap|ho so|xac nhan|giai quyet)|ban an) ",
    ),
    (
        "contest",
        "không đồng ý, đòi xem lại",
        r" (khong (dong y|chap nhan|chap thuan|nhat tri|chiu|dong tinh|thoa dang|phuc|tam phuc)|xem xet lai|xem lai|huy (bo )?(quyet dinh|van ban|ket qua|thong bao)|thu hoi quyet dinh|oan|sai phap luat|trai luat|trai phap luat|appeal|disagree|unfair|overturn|challeng|contest|not accept|object) ",
    ),
    (
        "khieu_nai",
        "khiếu nại",
        r" (khieu nai|khieu kien|complaint) ",
    ),
    (
        "lodge_khieu_nai",
        "làm đơn khiếu nại",
        r" (toi|em|minh|don|gui|lam|nop|muon|viet|nay|xin|lan dau|lan hai|lan #n) ([^ ]+ ){0,3}(khieu nai|khieu kien) |khieu nai (quyet dinh|lan|hanh vi|ve viec|viec|van ban|thong bao|len|ket qua|muc|do|nay)|fil(e|ing)? (a |an )?([^ ]+ )?(complaint|appeal)|(formal|official) complaint ",
    ),
    (
        "to_cao",
        "tố cáo",
        r" (to cao|to giac|to ong|to ba|to can bo|denounc|accus|report (the|a|an|my) (chairman|offic|teach|head|principal|vice)) ",
    ),
    (
        "lodge_to_cao",
        "làm đơn tố cáo",
        r" (toi|em|minh|don|gui|lam|nop|muon|viet|nay|xin|tui|chung toi) ([^ ]+ ){0,3}(to cao|to giac)|to cao (ong|ba|can bo|chu tich|hanh vi|pho|truong|bi thu|anh|viec|mot|ke toan|giam doc|hieu truong|dich danh|thang|may|dung) ",
    ),
    (
        "official",
        "một người có chức vụ",
        r" (can bo|chu tich|pho chu tich|bi thu|truong (thon|ban|ap|khu|phong|tram|cong an|buon|xom)|hieu truong|hieu pho|giam doc|ke toan|dia chinh|cong chuc|tu phap|kiem lam|cong an (xa|phuong|vien)|thanh tra|thu quy|van thu|bac sy|giao vien chu nhiem|co giao|thay giao|quan ly thi truong|doi truong|to truong|canh sat|lanh dao|ong chu|official|chairman|principal|offic|officer|headmaster|headteacher|clerk|inspector|doctor|director|policeman|policemen|chief|treasurer|accountant|manager|ranger|deput|registrar|hat truong|thu kho|dang kiem vien|tram truong|truong phong) ",
    ),
    (
        "bribe",
        "vòi tiền, nhận tiền",
        r" (an hoa hong|chia tien|om luon|om tien|thu cua moi|ky ten gia|chu ky gia|danh sach khong|lap danh sach|ban de|bang gia|hoa don (ma|khong|gia)|nhan xe|tien thang|trai tham quyen|trai phep|tu y|chia nhau|nang gia|vao tui|phieu thu|bien nhan|bien lai|an bot|nhan tien|vi tien|lot tay|phong bi|hoi lo|chung chi|bao ke|an chan|an bot|bot xen|tham o|bien thu|nhung nhieu|hach sach|voi vinh|voi tien|nhan hoi lo|cua (toi|nha|dan|em|ba con) #n|bo tui|duc khoet|rut ruot|khai khong|khai khong|lap khong|khong ho so|ho so khong|gia mao|lam gia|chu ky gia|ky khong|mao danh|nang khong|ke khong|thu sai|thu chi|loi dung chuc|lam quyen|bao che|tiep tay|cau ket|thong dong|chiem doat|chiem dung|trien lam|truc loi|xa xeo|brib|corrupt|embezzl|fak|forg|kickback|pocket|steal|stole|envelop|under the tabl) ",
    ),
    (
        "secret",
        "xin giữ bí mật",
        r" (giu bi mat|giu kin|an danh|giau ten|dau ten|khong (de )?lo ten|khong (muon )?neu ten|so bi tra thu|so tru dap|tra thu|tru dap|anonym|keep my name|confidential) ",
    ),
    (
        "proof",
        "có bằng chứng",
        r" (bang chung|ghi am|quay (lai|phim|duoc)|co (hinh|anh|video|clip|camera|chung cu|nhan chung)|kem (hinh|anh|video|theo)|hinh anh kem|chung cu|bien so|photo|record|evidenc|evidence|proof|plat|chat log|messag|witness|biet ro ngay|con giu (tin nhan|bien lai|hoa don|stk|so tai khoan)) ",
    ),
    (
        "now",
        "đang xảy ra ngay lúc này",
        r" (dang (chay|bi|boc|chim|ket|mac ket|ngap|cam|danh|duoi|dam|chem|nam|hap hoi|ngat|khoc|keu cuu|keu|ro ri|xi|co|dung|doi|nhot|nguy|chet|co giat|chuyen da|dau|de|chay mau|mau|tho|leo|treo|doa|siet|troi|cuon|sap|lo|say|nuot)|ngay (bay gio|luc nay|lap tuc|di)|bay gio|luc nay|hien gio|vua (moi )?(bi|roi|nga|nuot|uong|te|sap|no|chay|dam|tong|lat|rot|moi)|right now|now|at this moment|hurry|immediat|quick|nhanh len|le len|mau len|lien di|gap|khan cap|khan|nguy qua|nguy cap|nguy kich) ",
    ),
    (
        "rescue",
        "kêu cứu",
        r" (cuu (voi|toi|em|chau|me|bo|con|nguoi|gap|chung|dan|ba|ong|anh|chi|vo|nha|giup|gium|mang|ho|tui|minh|be|no|di|ho|thoi|thuong|duoc|kip)|keu cuu|cap cuu|cuu ho|cuu hoa|cuu thuong|cuu nan|ung cuu|xe cuu|xuong cuu|ra cuu|den cuu|toi cuu|vo cuu|vao cuu|lam on cuu|sos|help|rescu|ambulanc|save|goi (gium |giup )?(113|114|115|cong an|cuu hoa|cap cuu)|113|114|115) ",
    ),
    (
        "harm",
        "nguy hiểm đến tính mạng",
        r" (thoi thop|hap hoi|nguy kich|nam (im|bat dong)|bat dong|tim tai|tuyet menh|vinh biet|tu biet|chan (doi|song)|la ngon|nuot (pin|nham)|phun mau|mau phun|nuoc vao|pha nuoc|ngat khoi|chim tau|tau chim|con tin|chay roi|chet|chet duoi|duoi nuoc|bat tinh|ngat|ngat xiu|xiu|hon me|tat tho|ngung tho|khong tho|kho tho|tho khong|tim tai|tim ngat|mau (chay|me|nhieu|ra|phun|lenh)|chay mau|mat mau|ra mau|bang huyet|co giat|sui bot mep|dien giat|bi giat|mac ket|ket (trong|duoi|tren|giua|o|cung|lai|ben|xe|cabin|thang)|bi ket|vui lap|chon vui|bi vui|lu cuon|nuoc cuon|bi cuon|cuon troi|nga (xuong|tu tren|tu mai|tu tang|tu cay|lau|gieng|song|suoi)|rot xuong|roi xuong|te xuong|tu tu|tu sat|tu van|quyen sinh|khong muon song|khong thiet song|nhay (cau|lau|song|xuong)|cat tay|treo co|thuoc (ray|sau|tru sau|chuot|co|ngu|diet|tru|bao ve)|ngo doc|dot quy|nhoi mau|dau tim|chuyen da|vo oi|sap sinh|sap de|de roi|de (rot|doc duong|tai)|ran can|ran (ho|doc|luc) can|boc chay|bung chay|chay (nha|lon|to|du|lan|roi|khu|kho|cho|xuong|quan|can|tang|phong|o|bep|cay|het)|khoi (mu|den|day|nghi|ngut)|no (binh|ga|lon)|xi gas|ro ri (ga|gas)|sap (nha|cau|tuong|ham|gian)|chem|dam (chet|toi|nguoi|bi|nhau)|cam (dao|ma tau|sung|bua|riu|hung khi)|ke dao|di dao|danh (chet|toi|vo|em|me|con|nhu|dap|nguoi|gan)|bop co|khong che|con tin|doa giet|drown|unconsciou|bleed|breath|burn|trap|stuck|suicid|kill|dying|electrocut|stab|knife|collaps|poison|heart attack|choking|faint|swept|drown|capsiz) ",
    ),
    (
        "past_or_risk",
        "chuyện đã qua hoặc nguy cơ",
        r" (nam ngoai|nam truoc|thang truoc|thang roi|tuan truoc|nhieu lan|nhieu vu|thuong xuyen|moi lan|moi khi|moi nam|hang nam|mua mua|nguy co|lo so|lo ngai|lo lam|phong khi|de phong|tiem an|tung xay ra|da tung|da co|hay bi|may lan|may vu|hoai|suot|lau nay|lau roi|may nam|bao nam|truoc khi|so co|keo|last year|every|risk|worr|often) ",
    ),
    (
        "figurative",
        "nói quá, không phải nguy hiểm thật",
        r" ((muon|mun|suyt|den) (chet|xiu|dien|ngat|tat tho|phat dien)|(nong|doi|met|lag|on|hoi|thui|lo|e|kho|buon|dat|re|lanh|ban|vui|cuoi) (muon |mun |gan |sap )?(chet|xiu|ngat)|chet (doi|kho|mat|mon|may|trang|la|dung|tien|lang|chop|cay|rui|queo|ngop|ca|tom|heo|lon|ga|vit|hang loat)|(tom|ca|heo|lon|ga|vit|bo|trau|cay|lua|tieu|mia|cua|muc|ong) ([^ ]+ )?chet|met xiu|xiu luon|co ngay|song khong bang|chay (la|kho queo|kho het|kho roi|queo|rui|tui|hang|ngon|deal|canh)|kho (queo|rui|chay|canh)|heo (queo|rui|kho)|(mia|ruong) ([^ ]+ ){0,2}(chay|kho)|lua (bi )?(chay la|kho|heo)|cuu (lay|lua|ruong|nong dan|ba con|cay|hang|song|rung|bien|dan|vuon|tom|ca|lan|di san|doi|tro|trieu)|keu troi|dau (ca )?(dau|tim)|nhay cau dao|nhay cau het|chay mau nuoc mat|song con|mat chuot|herd|pig|duck|shrimp|crop|noise|debt) ",
    ),
    (
        "long_ago",
        "đã lâu, không phải lúc này",
        r" (hoi (he|nam|thang|truoc|do|dau|tet|xua)|he (roi|nam|truoc)|nam (kia|te|truoc|ngoai|roi|xua)|nua thang|ca thang|may (thang|nam|tuan|mua)|bao (nam|lau|nhieu nam)|#n (nam|thang|tuan) (nay|roi|truoc|ni)|may nam (ni|nay|roi)|mai (chua|khong)|hoai (chua|khong)|tu (nam|thang|vu|hoi|tran|dot|he|mua|tet|lau)|da (qua|khoi|di vien|dap tat|vot duoc|duoc cuu)|may ma|kip thoi|luc truoc|years ago|months ago|last (year|month|summer|week)|since (january|february|march|april|may|june|july|august|september|october|november|december)) ",
    ),
    (
        "prevention",
        "phòng ngừa, trang bị, huấn luyện",
        r" (mo lop|lop (day|hoc|tap|ky nang|so cuu)|day boi|hoc boi|be boi|ho boi|tap huan|dien tap|tuyen truyen|phong (chay|duoi|chong|ngua|khi)|trang bi|binh chua chay|tru (nuoc|cuu hoa|chua chay|lay nuoc)|hong nuoc|lap (dat|den|bien|rao|hang rao|camera|guong|lan can)|lam (hang rao|lan can|rao|duong|cau)|hien mau|bao hiem|thoat hiem|cau hinh|so cuu (cho|cap)|bo sung|bo tri|truc (dem|cap cuu)|xe (cuu thuong|cap cuu|cuu hoa|chua chay) ([^ ]+ ){0,2}(ket|cho|khong|phai|vo|vao|qua)|khong co (cuu ho|nguoi truc|bac sy)|lo (co tre|co nguoi|chay|co dua|co ai)|sap do|co the do|nghieng|khong (co )?ai truc|fence|widen|training|drill|install|lessons|extinguish) ",
    ),
    (
        "person_down",
        "một người đang gặp nạn",
        r" (con|me|ma|ba|bo|cha|vo|chong|chau|be|em|anh|chi|ong|cu|chu|bac|di|co|cau|nguoi|tho|cong nhan|hoc sinh|dua|thang|nho|ban|ngoai|noi|khach|tai xe|cac chau) ([^ ]+ ){0,3}(guc|ngat|xiu|bat tinh|tim (ngat|tai|mat|het|lai|den)|khong (tho|tinh|day|nhuc nhich|cu dong)|chim|nga (xuong|tu|gieng|song|lau|ngua|vat|quy)|te (xuong|gieng|song|lau|tu|xiu)|rot (xuong|gieng|song|lau)|roi (xuong|tu|lau|vao|gieng)|ket (trong|duoi|lai|tren|o|cung)|vui|mat tich|bi (dien|giat dien|dam|chem|cuon|xe can|cay de|ket|danh|bop co|dot chay|ran can|vui|nhot|troi|ngat|ngop|ho|soc|khong che)|be nuoc|vo (nuoc )?oi|hoc (di vat|xuong|hat|keo|com)|mac xuong|nghen|co giat|sui bot|chay mau|mau me|la liet|lat|thoi thop|hap hoi|nam (im|cung do|bat dong|duoi gam|mot cho|co quap|be bet)) ",
    ),
    (
        "peril",
        "dấu hiệu nguy kịch",
        r" (sui bot( mep)?|no (binh|nha|lo|binh ga)|binh (ga|gas) no|(uong|nuot|nuot phai|uong nham|uong lon) ([^ ]+ ){0,2}(thuoc (ray|sau|co|chuot|ngu|tru sau|diet|tay)|pin|axit|xang|dau hoa)|thuoc ngu|cat (co tay|mach)|treo co|goi (khong|hong|mai khong) (day|tinh|thua|tra loi)|goi khong day|bat mach khong|khong (con )?tho|ngung tho|tim (den|tai|ngat)|mau phun|phun mau|mac ket|bi vui|vui lap|nghe tieng (khoc|keu|la)|con (thoi thop|tho)|no pulse|not breath|no breath|has collaps|(i|peopl|we|child|children) ([^ ]+ ){0,2}(trap|under (it|the)|on fire)|on fire|drown|bleed|will (burn|kill|stab)|says he will|cling|overdos|unconsciou|swallow|dang chim|duoi nuoc|chet duoi|bi troi|cuon troi|ke (dao|sung|co)|dao ke (co|vao)|cam (dao|rua|ma tau|bua|riu)|tam xang|tuoi xang) ",
    ),
    (
        "missing",
        "có người mất tích",
        r" (mat tich|di lac|lac (mat|tu|trong|rung|duong)|bo nha di|(tim|kiem) (voi|chua|mai|khap|hoai|khong)( thay| ra)?|tim (giup|gium)|giup tim|chua (ve|tim thay|thay ve)|missing|vanished|is lost|got lost|lost in|search|disappear) ",
    ),
    (
        "farewell",
        "lời từ biệt",
        r" (lan cuoi|loi cuoi|tin cuoi|thu tuyet menh|vinh biet|tu biet|thanh cau|(dung|leo|treo|ngoi|tua|buoc|nhay|ra|ben|toi) ([^ ]+ ){0,2}lan can|ban cong|san thuong|dung tim (em|e|toi|con)|ra di|nhay xuong|uong het|ket thuc|khong con (ly do|gi)|goodbye|bridge rail|end it|end my life) ",
    ),
    (
        "past_event",
        "vụ việc vừa qua",
        r" (hom qua|toi qua|dem qua|sang nay|trua nay|chieu qua|chieu nay|hom kia|vua bi|moi bi|da bi|bi mat|luc #n (gio|h)|khoang #n gio|ngay #n|dem hom|sang hom|last night|yesterday|this morning) ",
    ),
    (
        "crime",
        "dấu hiệu tội phạm",
        r" (trom|cuop|giat (do|day|dien|tui|xe)|moc tui|lua (dao|tien|mat|het|toi|me|ba|ca)|bi lua|ma tuy|hang da|hang trang|chich hut|hut chich|danh bac|song bac|da ga|ca do|so de|ghi de|tin dung den|vay nang lai|cho vay|doi no|dap pha|pha cua|be khoa|tat son|doa (giet|danh|chem|no)|de doa|hiep|xam hai|dam o|so soang|danh (nguoi|bi thuong|gay)|gay thuong tich|hanh hung|bat coc|pha khoa|cay (cua|khoa)|cat khoa|be cua|khieng mat|dat mat|bi hack|hack (zalo|facebook|nick|tai khoan)|chiem (nick|tai khoan)|buon nguoi|buon lau|bat cho|trom cho|no min|xung dien|pha rung|lam tac|tong tien|cuong doat|mai dam|gai|thief|thieve|stolen|robb|scam|drug|gambl|threat|assault|beat|burglar|hack|snatch|cheat|trick) ",
    ),
    (
        "greet",
        "chào hỏi",
        r"^ (xin chao|chao|hello|helo|hi|hey|alo|a lo|hj|good morning|good afternoon|good evening|test|thu|start|menu|bot|ad|admin|da chao|kinh chao|bat dau|help) ",
    ),
    (
        "bot",
        "hỏi về bot",
        r" (bot|kenh nay|trang nay|nhom nay|so nay|day la (kenh|so|trang|nhom|cho)|day co phai|co phai (kenh|so|trang|cho)|kenh (tiep nhan|gop y)|test|admin|huong dan (su dung|dung|gui|nhan)|cach (dung|gui|nhan)|chatbot|this chat) ",
    ),
    (
        "thank",
        "cảm ơn, khen",
        r" (cam on|cam ta|tri an|biet on|khen|hoan nghenh|tuyet voi|hai long|phan khoi|mung qua|vui qua|ghi nhan|thank|thanks|grateful|appreciat|well done|great job|kudo|hat off|bravo|bieu duong|tuyen duong|cam kich) ",
    ),
    (
        "still_bad",
        "còn điều chưa được",
        r" (nhung|tuy nhien|the nhung|song|ma van|van chua|van con|chua duoc|chua co|but|still|however) ",
    ),
    (
        "ad",
        "quảng cáo",
        r" (inbox|zalo|khuyen mai|giam gia|uu dai|freeship|free ship|giai ngan|vay (nhanh|von|tien|online|tra gop|tien mat|lai)|ho tro vay|lai suat|mua ngay|dat hang|order|chot don|ban (nha|dat|lo|xe|sim|hang|buon|gap|re|acc|nick)|can (ban|sang|cho thue)|sang (lai|nhuong|quan|tiem|shop)|pass lai|thanh ly (gap|tu|dan|ban|xe|do)|cho thue (phong|nha|mat bang|kho|ki ot|xe)|gia (mem|beo|tot|thuong luong|yeu thuong)|lien he chu|chinh chu|tuyen (ctv|cong tac vien|nhan vien|tho|lao dong|gap|nguoi|sale|dai ly)|viec nhe|luong cao|thu nhap|kiem tien|dau tu (coin|forex|tai chinh|sinh loi|online)|casino|nap (rut|tien|lan)|ca cuoc|soi cau|xo so|lo de|tang (ngay|#n|qua)|click|dang ky ngay|lien he ngay|ho tro #n|seo|follow|tang like|tang view|keo view|sub|hoan tien|giam can|tri mun|trang da|lam dep|serum|tour (gia|re|tron goi|du lich)|ve may bay|shop (em|minh|nha|ben|uy tin|chuyen|oi|online)|(flash|big) sale|sale off|promo|discount|(quick|fast|instant|online|cash) loan|crypto|bitcoin|earn) ",
    ),
    (
        "link",
        "đường dẫn",
        r" (#link|www|bit ly|t me|com|vn|shopee|tiktok|fb|facebook) ",
    ),
    (
        "phone",
        "số điện thoại",
        r" (#phone|hotline|so dien thoai|lien he) ",
    ),
    (
        "harm",
        "nguy hiểm đến tính mạng",
        r" (ngap|nuoc|nac|lu|lut) ([^ ]+ ){0,2}(toi|den|len|ngang|lut|qua|sat) (co|nguc|noc|mai|dau|tran|gac|cua so|san nha|xa nha) | con ([^ ]+ ){1,4}(ben trong|mac ket|o trong|ben duoi) | (water|flood|river) ([^ ]+ ){0,4}(roof|ceil|window|chest|neck|waist|bed|upstair) ",
    ),
    (
        "peril",
        "dấu hiệu nguy kịch",
        r" (de|dap|de bao|bo bao|bo vung) ([^ ]+ ){0,3}(be|vo|vo tung) ([^ ]+ ){0,6}nuoc ([^ ]+ ){0,3}(tran|do|ap|ao ao|chay xiet) | nuoc (tran|do|ap|cuon|xoi) (ao ao|am am|nhu thac|xoi xa) ([^ ]+ )?(vo|vao) | (day|day dien|duong day|day cap) ([^ ]+ ){0,3}(roi|dut|sap) ([^ ]+ ){0,16}(loe|toe|xet|phat|ban|nhay) (lua|sang|tia) | (chay|boc chay|boc khoi|no|chap) ([^ ]+ ){0,6}(lua|khoi) (ban|lan|bung|ngut|trum|liem|boc|ngun|phut|mu mit|den kit) | (gas|ga|amoniac|nh3|clo|khi doc|hoa chat) ([^ ]+ ){0,12}(choang|choang vang|chong mat|ngat|xiu|kho tho|guc|bat tinh|ngop) | (nghieng|nut|nut toac|lun|xe toac|rang rac) ([^ ]+ ){0,8}(con|dang|van con|van) ([^ ]+ ){0,3}(cu|nguoi|ba|ong|me|chau|tre|em|hoc sinh|cong nhan) ([^ ]+ ){0,3}(trong (do|nha|phong|lop|nay)|ben trong|o trong|ben duoi) | (nut|nut toac|nghieng|rang rac|sap) ([^ ]+ ){0,8}(cu|nguoi|ba|ong|me|chau|tre|em|hoc sinh|cong nhan) (con|dang|van con|van) ([^ ]+ ){0,2}(trong|ben trong|o trong|ben duoi) | (do|sap|roi|lat|lan) ([^ ]+ ){0,8}de (len|trung|chet|bep) ([^ ]+ ){0,3}(nguoi|nha|hoc sinh|chau|con|ba|ong|chi|anh|em|cong nhan|tho|toi|tui) | (fell|fallen|slip|drop) (into|in|off|down|from) ([^ ]+ ){0,2}(well|river|canal|lake|pond|pit|hole|ditch|roof|bridg|balconi|window|stair|tree) | (meo|lech) (mieng|mat) ([^ ]+ ){0,8}(liet|noi khong|noi ngong|te) | (xe bon|xe xang|xe cho xang|xe cho gas) ([^ ]+ ){0,4}(lat|ro|tran|chay|no) ",
    ),
    (
        "person_down",
        "một người đang gặp nạn",
        r" (mother|father|grandmother|grandfather|grandma|parent|child|children|bab|baby|people|she|he|wife|husband|son|daughter) ([^ ]+ ){0,2}(can t|cannot|can not|not) (walk|swim|breath|mov|get out) | (i|we|he|she|they|people) ([^ ]+ ){0,4}on (the|our|a|top of the) (roof|wardrob|cupboard|tabl) | (ngoi|tru|leo|treo|bam|ket|mac ket) ([^ ]+ ){0,2}(noc|mai nha|mai ton|mai|gac xep|ngon cay) ([^ ]+ ){0,18}(ca no|cano|ghe|thuyen|xuong may|xuong cuu|cuu) | (nuoc|lu|lut) ([^ ]+ ){0,14}(ngoi|tru|leo|treo|bam|ket|mac ket) ([^ ]+ ){0,3}(noc|mai nha|mai ton|gac xep|ngon cay) ",
    ),
    (
        "bribe",
        "vòi tiền, nhận tiền",
        r" doi (toi |nha toi |dan )?([^ ]+ )?(tien|#n trieu) | (ask|want|demand|told|hint) ([^ ]+ ){0,4}(million|money|envelop|cash|dong) | nhan tien cho xe ",
    ),
];

/// Room for the states that real messages reach.
const DFA_BYTES: usize = 3 << 20;
/// Any words between two others. Patterns with such a gap are matched one by one: together, their gaps
/// would multiply the states.
const GAP: &str = "[^ ]";

/// Patterns by number in [`RULES`]: those without gaps in one automaton, the others each in its own.
struct Compiled {
    numbers: Vec<usize>,
    set: RegexSet,
    single: Vec<(usize, Regex)>,
}

// Patterns are constants; a test compiles each of them.
static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let (gaps, plain): (Vec<_>, Vec<_>) = RULES
        .iter()
        .map(|rule| rule.2)
        .enumerate()
        .partition(|(_, pattern)| pattern.contains(GAP));
    Compiled {
        numbers: plain.iter().map(|(number, _)| *number).collect(),
        set: RegexSetBuilder::new(plain.iter().map(|(_, pattern)| *pattern))
            .unicode(false)
            .dfa_size_limit(DFA_BYTES)
            .build()
            .unwrap_or_else(|_| RegexSet::empty()),
        single: gaps
            .into_iter()
            .filter_map(|(number, pattern)| {
                let regex = RegexBuilder::new(pattern).unicode(false).build();
                Some((number, regex.ok()?))
            })
            .collect(),
    }
});

/// Asking for something: what a greeting, an advertisement or thanks does not do. Stricter than the rules
/// that the model weighs, for this one decides.
const ASKS: &str = r" (de nghi|kien nghi|de xuat|yeu cau|xin phan anh|mong (cac|xa|phuong|ubnd|uy ban|co|duoc|som|dai bieu|lanh dao|chinh quyen|tinh|nha nuoc|nganh)|xin (sua|xay|lap|lam|xa|phuong|som|cap|ho tro|keo|doi|giai quyet)|chung nao|vi sao|tai sao|sao (khong|chua|lau|van|cu)|bao gio (moi|sua|xong|lam|co|thi)|khi nao (moi|sua|xong|lam|co|thi)|nho (xa|phuong|dai bieu|chinh quyen|cong an|dien luc)|(sua|lap|don|xu ly|giai quyet|thay|va|nao vet|kiem tra) (giup|gium|dum|di|som|ngay|cho dan)|please (fix|repair|clean|install|build|do|stop|check|look|add|make|widen)|could (you|the|someone|we)|when will|we need|should be) ";

/// Something was done: what thanks are for.
const DONE: &str = r" (da (duoc|thong|sua|xong|co|sang|don|lam|thay|xu ly|giai quyet|lap|nhan)|xong (roi|het)|sach dep|was (fix|clear|repair|finish|replac)) ";

static ASKING: LazyLock<Option<Regex>> =
    LazyLock::new(|| RegexBuilder::new(ASKS).unicode(false).build().ok());

static DOING: LazyLock<Option<Regex>> =
    LazyLock::new(|| RegexBuilder::new(DONE).unicode(false).build().ok());

/// Whether `joined` tells that something was done.
pub(super) fn tells_of_something_done(joined: &str) -> bool {
    DOING
        .as_ref()
        .is_some_and(|done| done.is_match(joined.as_bytes()))
}

/// Whether `joined` asks for something in so many words.
pub(super) fn asks(joined: &str) -> bool {
    ASKING
        .as_ref()
        .is_some_and(|asking| asking.is_match(joined.as_bytes()))
}

/// Without marks "ngã tư" (a crossing) is "ngã từ" (fell from): the rules read a crossing as a place.
fn without_crossings(joined: &str) -> Cow<'_, str> {
    const ROADS: [&str; 7] = ["ba", "tu", "nam", "sau", "bay", "re", "bon"];
    const HEIGHTS: [&str; 14] = [
        "tren", "mai", "tang", "cay", "lau", "gian", "noc", "cau", "ban", "do", "xe", "tran",
        "thang", "cao",
    ];
    if !joined.contains(" nga ") {
        return Cow::Borrowed(joined);
    }
    let mut words: Vec<&str> = joined.split(' ').collect();
    for at in 0..words.len() {
        let (next, after) = (words.get(at + 1).copied(), words.get(at + 2).copied());
        let is_crossing = words[at] == "nga"
            && next.is_some_and(|next| ROADS.contains(&next))
            && !(next == Some("tu") && after.is_some_and(|after| HEIGHTS.contains(&after)));
        if is_crossing {
            words[at] = "giao";
        }
    }
    Cow::Owned(words.join(" "))
}

/// The rules that hold for `joined`, each name once, in the order of [`RULES`].
fn matching(joined: &str) -> Vec<&'static (&'static str, &'static str, &'static str)> {
    let joined = without_crossings(joined);
    let text = joined.as_bytes();
    let together = COMPILED.set.matches(text);
    let plain = together
        .into_iter()
        .filter_map(|at| COMPILED.numbers.get(at));
    let gaps = COMPILED
        .single
        .iter()
        .filter(|(_, regex)| regex.is_match(text));
    let mut numbers: Vec<usize> = plain
        .chain(gaps.map(|(number, _)| number))
        .copied()
        .collect();
    numbers.sort_unstable();
    let mut out: Vec<&'static (&str, &str, &str)> = Vec::with_capacity(numbers.len());
    for rule in numbers.into_iter().filter_map(|number| RULES.get(number)) {
        if !out.iter().any(|known| known.0 == rule.0) {
            out.push(rule);
        }
    }
    out
}

/// Rules that say more together than each alone; names are part of the model like those of rules.
const TOGETHER: &[(&str, &str, &str)] = &[
    ("official+bribe", "official", "bribe"),
    ("official+proof", "official", "proof"),
    ("official+secret", "official", "secret"),
    ("own+contest", "own", "contest"),
    ("decision+contest", "decision", "contest"),
    ("own+decision_of", "own", "decision_of"),
    ("harm+now", "harm", "now"),
    ("harm+rescue", "harm", "rescue"),
    ("harm+own", "harm", "own"),
    ("harm+risk", "harm", "past_or_risk"),
    ("harm+figurative", "harm", "figurative"),
    ("harm+long_ago", "harm", "long_ago"),
    ("harm+prevention", "harm", "prevention"),
    ("rescue+figurative", "rescue", "figurative"),
    ("rescue+prevention", "rescue", "prevention"),
    ("harm+person_down", "harm", "person_down"),
    ("person_down+now", "person_down", "now"),
    ("person_down+long_ago", "person_down", "long_ago"),
    ("harm+ask", "harm", "ask"),
    ("harm+ask_soft", "harm", "ask_soft"),
    ("crime+past_event", "crime", "past_event"),
    ("crime+proof", "crime", "proof"),
    ("bribe+ask", "bribe", "ask"),
    ("bribe+policy", "bribe", "policy"),
    ("crime+policy", "crime", "policy"),
    ("thank+ask", "thank", "ask"),
    ("thank+still_bad", "thank", "still_bad"),
    ("ad+phone", "ad", "phone"),
];

/// Names of the rules that hold for `joined`, in the order of [`RULES`], then of pairs of them.
pub(super) fn holding(joined: &str) -> impl Iterator<Item = &'static str> {
    let single: Vec<&'static str> = matching(joined).iter().map(|rule| rule.0).collect();
    let pairs: Vec<&'static str> = TOGETHER
        .iter()
        .filter(|(_, a, b)| single.contains(a) && single.contains(b))
        .map(|(name, _, _)| *name)
        .collect();
    single.into_iter().chain(pairs)
}

/// Names of the rules that hold, and their reasons for people.
pub(super) fn reasons(joined: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    matching(joined).into_iter().map(|rule| (rule.0, rule.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_compiles() {
        let compiled = COMPILED.set.len() + COMPILED.single.len();
        assert_eq!(compiled, RULES.len());
        assert!(ASKING.is_some() && DOING.is_some());
    }

    #[test]
    fn pairs_are_of_rules_that_exist() {
        let known = |name: &str| RULES.iter().any(|rule| rule.0 == name);
        assert!(TOGETHER.iter().all(|(_, a, b)| known(a) && known(b)));
    }
}
