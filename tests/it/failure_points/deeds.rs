//! Every deed: what leads up to it, and the tap or word that does it.

use serde_json::json;

use super::Point;
use crate::{
    people::Person,
    proxy::{clerk, enters, is_about_to_enter, slip_of},
    scene::{Scene, card, clerks_sort, heads_approve, is_card},
    world::TOWN,
};

/// Every deed, the file that does it, and a test of it.
macro_rules! deeds {
    ($($test:ident: $deed:ident in $file:literal,)*) => {
        /// What somebody does with a question; and, at the end, what is written down beside questions.
        #[derive(Debug, Clone, Copy)]
        pub enum Deed {
            $($deed,)*
        }

        /// Where in `src/handlers` they are done.
        pub const DONE_IN: &[&str] = &[$($file),*];

        mod a_deed_that_fails_leaves_nothing_behind_and_is_done_once_at_last {
            $(
                #[tokio::test]
                async fn $test() {
                    crate::failure_points::fails_everywhere_and_is_done_at_last(super::Deed::$deed).await;
                }
            )*
        }
    };
}

deeds! {
    asking: Asks in "question/submit",
    revising: Revises in "question/revise",
    adding: Adds in "question/add",
    withdrawing: Withdraws in "question/withdraw",
    supporting: Supports in "question/support",
    following_by_slip: Follows in "paper/follow",
    entering_for_somebody: Enters in "paper/keep",
    claiming: Claims in "card/claim",
    releasing: Releases in "card/claim",
    claiming_in_private: ClaimsInPrivate in "card/desk",
    assigning: Assigns in "card/assign",
    transferring: Transfers in "card/transfer",
    asking_back: AsksBack in "card/ask_back",
    replying_to_what_was_asked: RepliesToWhatWasAsked in "card/ask_back",
    going_on_without_reply: GoesOnWithoutReply in "card/ask_back",
    sending_up: SendsUp in "card/send_up",
    setting_aside: SetsAside in "card/set_aside",
    extending: Extends in "card/set_aside",
    bringing_back: BringsBack in "card/set_aside",
    nominating: Nominates in "card/nominate",
    handing_over: HandsOver in "office/hand_over",
    keeping_a_note: KeepsANote in "answer/reply",
    answering: Answers in "answer/deliver",
    answering_together: AnswersTogether in "answer/together",
    submitting_an_answer: Submits in "answer/approve",
    approving_an_answer: Approves in "answer/approve",
    correcting_an_answer: CorrectsAnswer in "answer/correct",
    judging: Judges in "answer/judge",
    opening_again: OpensAgain in "answer/judge",
    keeping_a_promise: KeepsPromise in "answer/promise",
    postponing_a_promise: PostponesPromise in "answer/promise",
    showing_that_it_is_done: ShowsDone in "answer/resolve",
    denying_that_it_is_done: DeniesDone in "answer/confirm",
    obliging_by_support: Obliges in "card/oblige",
    forwarding: Forwards in "triage/desk",
    correcting_the_field: CorrectsField in "triage/correct",
    marking_urgent: MarksUrgent in "triage/correct",
    moving_on: MovesOn in "triage/correct",
    merging: Merges in "triage/merge",
    splitting: Splits in "triage/split",
    relating: Relates in "triage/relate",
    returning: Returns in "triage/returns",
    writing_down: WritesDown in "triage/write_down",
    sending_an_answer_back: SendsBack in "answer/approve",
    publishing_an_answer: Publishes in "triage/publish",
    keeping_an_answer_back: KeepsBack in "triage/publish",
    registering_for_a_meeting: Registers in "meeting/register",
    giving_up_a_seat: GivesUpASeat in "meeting/register",
}

impl Deed {
    /// The points that its step passes, first that at which not even the update is kept.
    pub fn points(self) -> &'static [Point] {
        match self {
            // These stand beside the question, which stays as it is.
            Self::Adds
            | Self::Supports
            | Self::Submits
            | Self::CorrectsAnswer
            | Self::Judges
            | Self::Relates
            | Self::SendsBack
            | Self::Publishes
            | Self::KeepsBack
            | Self::Registers
            | Self::GivesUpASeat => &[Point::BeforeTheCommit, Point::AfterTheEvent],
            _ => &[
                Point::BeforeTheCommit,
                Point::AfterTheSave,
                Point::AfterTheEvent,
            ],
        }
    }

    /// Where it is done: where the council wants it so, clerks sort first, or heads approve.
    pub fn council(self) -> String {
        match self {
            Self::Forwards
            | Self::CorrectsField
            | Self::MarksUrgent
            | Self::Merges
            | Self::Splits
            | Self::Relates
            | Self::Returns => clerks_sort(),
            Self::Submits | Self::Approves | Self::SendsBack => heads_approve(),
            Self::Obliges => crate::watched::two_oblige(),
            _ => TOWN.to_owned(),
        }
    }

    /// Everything up to the last tap or word; gives whoever takes part beside Lan and Mai, the one who acts first.
    pub async fn is_prepared(self, scene: &Scene) -> Vec<Person> {
        let others = match self {
            Self::Asks
            | Self::Revises
            | Self::Adds
            | Self::Withdraws
            | Self::Supports
            | Self::Obliges
            | Self::Follows
            | Self::Enters
            | Self::Registers
            | Self::GivesUpASeat => self.is_prepared_by_residents(scene).await,
            Self::Claims
            | Self::Releases
            | Self::ClaimsInPrivate
            | Self::Assigns
            | Self::Transfers
            | Self::HandsOver
            | Self::AsksBack
            | Self::RepliesToWhatWasAsked
            | Self::GoesOnWithoutReply
            | Self::SendsUp
            | Self::BringsBack
            | Self::SetsAside
            | Self::Extends
            | Self::Nominates => self.is_prepared_on_the_card(scene).await,
            Self::KeepsANote
            | Self::Answers
            | Self::AnswersTogether
            | Self::Submits
            | Self::Approves
            | Self::SendsBack
            | Self::Publishes
            | Self::KeepsBack
            | Self::CorrectsAnswer
            | Self::Judges
            | Self::OpensAgain
            | Self::KeepsPromise
            | Self::ShowsDone
            | Self::DeniesDone
            | Self::PostponesPromise => self.is_prepared_with_an_answer(scene).await,
            Self::Forwards
            | Self::CorrectsField
            | Self::MarksUrgent
            | Self::MovesOn
            | Self::Merges
            | Self::Splits
            | Self::Relates
            | Self::Returns
            | Self::WritesDown => vec![self.is_prepared_in_the_office(scene).await],
        };
        let (lan, mai) = (&scene.lan, &scene.mai);
        for person in others.iter().chain([lan, mai]) {
            person.forgets();
        }
        others
    }

    async fn is_prepared_by_residents(self, scene: &Scene) -> Vec<Person> {
        let Scene { town, lan, .. } = scene;
        match self {
            Self::Asks => {
                lan.says("/hoi").await;
                lan.says("Cầu qua mương ở xóm Chùa gãy lan can, bao giờ làm lại?")
                    .await;
                lan.insists().await;
                lan.chooses("Giao thông").await;
            }
            Self::Adds => lan.presses("Bổ sung").await.clear(),
            Self::Withdraws => lan.presses("Rút lại").await.clear(),
            Self::Supports => {
                let hung = town.resident("Hùng", "Phường Đồng Văn").await;
                hung.says("Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?")
                    .await;
                hung.chooses("Giao thông").await;
                return vec![hung];
            }
            Self::Obliges => {
                let hung = town.resident("Hùng", "Phường Đồng Văn").await;
                crate::watched::supports(&hung).await;
                let dung = town.resident("Dung", "Phường Đồng Văn").await;
                crate::watched::is_about_to_support(&dung).await;
                return vec![dung, hung];
            }
            Self::Follows => {
                let clerk = clerk(town).await;
                let code = enters(&clerk, None).await;
                let mo = town.resident("Trần Thị Mơ", "Phường Đồng Văn").await;
                mo.says(&format!("/start q_{code}")).await;
                mo.presses("Gõ mã phiếu").await;
                return vec![mo, clerk];
            }
            Self::Registers => drop(lan.says("/start m_DV01").await),
            Self::GivesUpASeat => crate::meetings::register(lan, "DV01").await,
            Self::Enters => {
                let clerk = clerk(town).await;
                is_about_to_enter(&clerk, Some("0912345678")).await;
                return vec![clerk];
            }
            _ => {}
        }
        Vec::new()
    }

    async fn is_prepared_on_the_card(self, scene: &Scene) -> Vec<Person> {
        let Scene {
            town,
            group,
            mai,
            code,
            ..
        } = scene;
        match self {
            Self::Releases => mai.presses("Nhận").await.clear(),
            Self::ClaimsInPrivate => {
                let ha = town.resident("Ông Hà", "Phường Đồng Văn").await;
                town.makes_head(&ha, "to-1", "Ông Hà");
                ha.says(&format!("/cauhoi {code}")).await;
                return vec![ha];
            }
            Self::Assigns => {
                group.acts("Anh Bình").await;
                is_about_to(mai, "Giao").await;
            }
            Self::Transfers => {
                town.group_of("ubnd").await;
                mai.presses("Chuyển").await;
                mai.presses("UBND").await;
            }
            Self::HandsOver => {
                let ha = group.member("Ông Hà");
                town.makes_head(&ha, "to-1", "Ông Hà");
                group.acts("Anh Bình").await;
                mai.presses("Nhận").await;
                ha.says("/bangiao").await;
                ha.presses("Chị Mai (1)").await;
                return vec![ha];
            }
            Self::AsksBack => mai.presses("Hỏi lại").await.clear(),
            Self::RepliesToWhatWasAsked | Self::GoesOnWithoutReply => {
                mai.presses("Hỏi lại").await;
                mai.replies_to("câu muốn hỏi cử tri", "Đoạn ngập dài bao nhiêu mét?")
                    .await;
            }
            Self::SendsUp => is_about_to(mai, "Lên cấp trên").await,
            Self::BringsBack => {
                is_about_to(mai, "Lên cấp trên").await;
                mai.replies_to("số văn bản", "Sở Xây dựng; 12/VP-HĐND; 20/11/2026")
                    .await;
            }
            Self::SetsAside => is_about_to(mai, "Tạm gác").await,
            Self::Extends => is_about_to(mai, "Gia hạn").await,
            Self::Nominates => mai.presses("Thêm việc").await.clear(),
            _ => {}
        }
        Vec::new()
    }

    async fn is_prepared_with_an_answer(self, scene: &Scene) -> Vec<Person> {
        let Scene {
            town,
            group,
            mai,
            lan,
            code,
        } = scene;
        if matches!(self, Self::AnswersTogether) {
            let hung = town.resident("Hùng", "Phường Đồng Văn").await;
            hung.asks(
                "Mưa là đường vào thôn ngập, bao giờ thì sửa đường?",
                "Giao thông",
            )
            .await;
            let other = mai.newest(|seen| is_card(&seen.text) && !seen.text.starts_with(code));
            let other = other.text.split_whitespace().next().unwrap().to_owned();
            mai.presses_under(card(mai, code).message_id, "Thêm việc");
            town.settle().await;
            mai.presses("Trả lời chung").await;
            mai.presses(&other).await;
            mai.replies_to(code, "Khởi công trong tháng 12, xong trước Tết.")
                .await;
            return vec![hung];
        }
        let is_promised = matches!(
            self,
            Self::KeepsPromise | Self::PostponesPromise | Self::ShowsDone | Self::DeniesDone
        );
        let text = if is_promised {
            "UBND phường sửa xong trước 27/11/2026."
        } else {
            "Khởi công trong tháng 12, xong trước Tết."
        };
        let answer = mai.replies_to(code, text).await;
        match self {
            Self::Approves => {
                let ha = group.member("Ông Hà");
                town.makes_head(&ha, "to-1", "Ông Hà");
                mai.presses("Gửi cử tri").await;
                return vec![ha];
            }
            Self::SendsBack => {
                let ha = group.member("Ông Hà");
                town.makes_head(&ha, "to-1", "Ông Hà");
                mai.presses("Gửi cử tri").await;
                ha.presses("Trả về sửa").await;
                return vec![ha];
            }
            Self::Publishes | Self::KeepsBack => {
                let thu = town.group_of("office").await.member("Cô Thu");
                mai.presses("Gửi cử tri").await;
                thu.says("/congbo").await;
                if matches!(self, Self::KeepsBack) {
                    thu.presses("Không công bố").await;
                }
                return vec![thu];
            }
            Self::CorrectsAnswer => {
                mai.presses("Gửi cử tri").await;
                mai.edits(answer, "Khởi công ngày 5/12, xong trước Tết.")
                    .await;
            }
            Self::Judges => mai.presses("Gửi cử tri").await.clear(),
            Self::OpensAgain => {
                mai.presses("Gửi cử tri").await;
                lan.presses("Chưa thỏa đáng").await;
            }
            Self::KeepsPromise => {
                mai.presses("Gửi cử tri").await;
                mai.presses("Đã xong").await;
            }
            Self::ShowsDone | Self::DeniesDone => {
                mai.presses("Gửi cử tri").await;
                mai.presses("Đã giải quyết xong").await;
                if matches!(self, Self::DeniesDone) {
                    mai.replies_to("xin trả lời tin này bằng", SHOWN).await;
                    town.passes(15 * 86_400).await;
                }
            }
            Self::PostponesPromise => {
                mai.presses("Gửi cử tri").await;
                mai.presses("Lùi hạn").await;
            }
            _ => {}
        }
        Vec::new()
    }

    async fn is_prepared_in_the_office(self, scene: &Scene) -> Person {
        let Scene {
            town, lan, code, ..
        } = scene;
        let thu = town.group_of("office").await.member("Cô Thu");
        if matches!(self, Self::Merges | Self::Relates) {
            lan.asks(
                "Mưa là đường vào thôn ngập, đi lại khó khăn lắm",
                "Giao thông",
            )
            .await;
        }
        if matches!(self, Self::WritesDown) {
            let voice = json!({ "voice": { "duration": 40 } });
            lan.sends(serde_json::from_value(voice).unwrap()).await;
            lan.presses("Bỏ qua").await;
            lan.presses("Gửi").await;
        }
        thu.says("/phanloai").await;
        match self {
            Self::CorrectsField => {
                thu.presses("Sửa").await;
                thu.presses("Lĩnh vực:").await;
            }
            Self::MarksUrgent => thu.presses("Sửa").await.clear(),
            Self::WritesDown => thu.presses("Ghi lời").await.clear(),
            Self::MovesOn => {
                town.group_of("to-2").await;
                thu.says(&format!("/cauhoi {code}")).await;
                thu.presses("Sửa").await;
                thu.presses("Nơi xử lý").await;
            }
            Self::Merges => {
                thu.presses("Chuyển").await;
                thu.presses("Thêm").await;
                thu.presses("Gộp").await;
                thu.presses(&format!("Gộp vào {code}")).await;
            }
            Self::Splits => {
                thu.presses("Thêm").await;
                thu.presses("Tách").await;
                thu.presses("Tự chia").await;
                thu.replies_to(
                    "các phần",
                    "Đường vào thôn ngập mỗi khi mưa\nTrạm y tế thiếu thuốc huyết áp cho người già",
                )
                .await;
            }
            Self::Relates => {
                thu.presses("Chuyển").await;
                thu.presses("Thêm").await;
                thu.presses("Liên kết").await;
                thu.presses("Gõ mã").await;
            }
            Self::Returns => {
                thu.presses("Thêm").await;
                thu.presses("Trả lại").await;
                thu.presses("Cơ quan, đơn vị khác").await;
                thu.replies_to(
                    "cơ quan, đơn vị nào",
                    "Công ty Thủy lợi Duy Tiên: xin báo số cống.",
                )
                .await;
            }
            _ => {}
        }
        thu
    }

    /// The last tap or word; nothing has happened yet. Whoever acts beside Lan and Mai is the first of the others.
    pub fn is_done(self, scene: &Scene, others: &[Person]) {
        let Scene { mai, lan, code, .. } = scene;
        let actor = || others.first().unwrap();
        let taps = |person: &Person, label: &str| person.presses_without_waiting(label).clear();
        match self {
            Self::Asks => taps(lan, "Gửi"),
            Self::Revises => lan.edits_without_waiting(
                "Đường vào thôn ngập mỗi khi mưa",
                "Đường vào thôn và sân trường ngập mỗi khi mưa, bao giờ sửa?",
            ),
            Self::Adds => drop(lan.says_without_waiting("Hôm qua nước lại tràn vào nhà.")),
            Self::Withdraws => taps(lan, "không nêu lý do"),
            Self::ShowsDone => replies(mai, "xin trả lời tin này bằng", SHOWN),
            Self::DeniesDone => taps(lan, "Chưa xong"),
            Self::Supports | Self::Obliges => taps(actor(), "Cùng kiến nghị"),
            Self::Follows => drop(actor().says_without_waiting(&slip_of(&others[1]))),
            Self::Claims => taps(mai, "Nhận"),
            Self::Releases => taps(mai, "Thôi nhận"),
            Self::ClaimsInPrivate => taps(actor(), "Nhận"),
            Self::Assigns => taps(mai, "Anh Bình"),
            Self::Transfers => replies(mai, "lý do chuyển", "Đường này do thị xã quản lý."),
            Self::HandsOver => taps(actor(), "Anh Bình"),
            Self::AsksBack => replies(mai, "câu muốn hỏi cử tri", "Đoạn ngập dài bao nhiêu mét?"),
            Self::RepliesToWhatWasAsked => replies(lan, "cần hỏi thêm", "Chừng 200 mét."),
            Self::GoesOnWithoutReply => taps(mai, "Xử lý tiếp"),
            Self::SendsUp => replies(mai, "số văn bản", "Sở Xây dựng; 12/VP-HĐND; 20/11/2026"),
            Self::BringsBack => taps(mai, "Lấy lại xử lý"),
            Self::SetsAside => replies(mai, "ngày xem lại", "Chờ kế hoạch vốn; 2/12/2026"),
            Self::Extends => replies(mai, "hạn mới", "Chờ số đo của đơn vị thoát nước; 20/2/2027"),
            Self::Nominates => taps(mai, "chất vấn"),
            Self::KeepsANote => taps(mai, "Ghi nội bộ"),
            Self::Answers | Self::AnswersTogether | Self::Submits => taps(mai, "Gửi cử tri"),
            Self::Enters => taps(actor(), "Gửi"),
            Self::Approves => taps(actor(), "Duyệt"),
            Self::SendsBack => replies(actor(), "cần sửa gì", "Ghi rõ đơn vị thi công."),
            Self::Publishes => taps(actor(), "🌐 Công bố"),
            Self::KeepsBack => taps(actor(), "Việc riêng tư"),
            Self::Registers => taps(lan, "Đăng ký"),
            Self::GivesUpASeat => taps(lan, "Hủy đăng ký"),
            Self::CorrectsAnswer => taps(mai, "Gửi đính chính"),
            Self::Judges => taps(lan, "👍"),
            Self::OpensAgain => {
                lan.says_without_waiting("Mưa hôm qua đường lại ngập như cũ.");
            }
            Self::KeepsPromise => replies(mai, "xin báo ngắn gọn", "Đã đổ lại 150 m đường."),
            Self::PostponesPromise => replies(mai, "vì sao lùi", "Mưa nhiều, xong ngày 4/12/2026"),
            Self::Forwards => taps(actor(), "Chuyển"),
            Self::CorrectsField => taps(actor(), "An ninh"),
            Self::MarksUrgent => taps(actor(), "Đánh dấu khẩn"),
            Self::MovesOn => taps(actor(), "Tổ đại biểu số 2"),
            Self::Merges => taps(actor(), &format!("Gộp vào {code}")),
            Self::Splits => taps(actor(), "Tách thành 2"),
            Self::Relates => replies(actor(), "có liên quan tới", code),
            Self::Returns => taps(actor(), "Gửi hướng dẫn"),
            Self::WritesDown => replies(actor(), "ghi đúng lời", "Cống ở ngõ 3 tắc đã hai tháng."),
        }
    }
}

/// A document shows that it is done.
const SHOWN: &str = "Biên bản số 3/BB-UBND ngày 20/11/2026, đã đổ lại đường.";

async fn is_about_to(mai: &Person, deed: &str) {
    mai.presses("Thêm việc").await;
    mai.presses(deed).await;
}

fn replies(person: &Person, to: &str, text: &str) {
    person.replies_without_waiting(to, text);
}
