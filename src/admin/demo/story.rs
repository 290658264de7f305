//! What happened in the nine weeks before the demo begins: twenty questions of seven residents in every state, answers,
//! a promise, somebody who was not content, one that is overdue, registrations, a queue for the clerk.

use anyhow::{Context, Result};
use jiff::civil::{Time, time};

use super::{cast::Cast, stage::Stage};
use crate::{
    domain::council::{Council, Triage},
    emulator::{FileParticulars, FileSource, Send},
};

/// In the working hours.
const MORNING: Time = time(9, 10, 0, 0);
const NOON: Time = time(11, 45, 0, 0);
const AFTERNOON: Time = time(15, 30, 0, 0);
/// So many answers are in the archive; the others wait for the clerk's look.
const PUBLISHED: usize = 4;

/// Plays it. The clock is left where it stands.
pub(super) async fn play(stage: &mut Stage<'_>, cast: &Cast, council: &Council) -> Result<()> {
    people_come(stage, cast).await?;
    answered(stage, cast).await.context("answers")?;
    at_work(stage, cast).await.context("work")?;
    meetings(stage, cast).await.context("meetings")?;
    waiting(stage, cast, council).await.context("the queue")?;
    fresh(stage, cast).await.context("the last days")?;
    this_morning(stage, cast).await.context("this morning")
}

async fn people_come(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(61, MORNING).await?;
    let all = [
        (cast.lan, "Phường Đồng Văn"),
        (cast.hoa, "Phường Hòa Mạc"),
        (cast.tam, "Phường Châu Giang"),
        (cast.binh, "Phường Duy Minh"),
        (cast.yen, "Xã Mộc Bắc"),
        (cast.quang, "Phường Yên Bắc"),
        (cast.loan, "Xã Tiên Sơn"),
    ];
    for (who, area) in all {
        stage.comes(who, area).await.context("somebody comes in")?;
    }
    Ok(())
}

/// What was answered: done and judged well, in part, with a promise, badly; and what nobody has answered in time.
#[expect(clippy::too_many_lines, reason = "a story, told in its order")]
async fn answered(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(60, MORNING).await?;
    let lights = stage
        .asks(
            cast.lan,
            "Đèn đường ngõ 5 tổ dân phố số 2 tắt hơn một tháng, tối đi lại rất khó. Đề nghị thay bóng.",
            "Quy hoạch",
        )
        .await?;
    let water = stage
        .asks(
            cast.hoa,
            "Nước máy khu chợ có cặn vàng và mùi tanh từ đầu tháng, đề nghị kiểm tra nguồn nước.",
            "Điện, nước",
        )
        .await?;
    stage.is(59, AFTERNOON).await?;
    let ditch = stage
        .asks(
            cast.tam,
            "Mương thoát nước sau chợ tắc, cứ mưa to là nước bẩn tràn vào nhà dân. Đề nghị nạo vét.",
            "Môi trường",
        )
        .await?;
    stage
        .asks(
            cast.binh,
            "Đường trục của phường nhiều ổ gà, xe tải chạy suốt ngày, đề nghị sửa mặt đường.",
            "Giao thông",
        )
        .await?;
    stage.is(56, MORNING).await?;
    let medicine = stage
        .asks(
            cast.yen,
            "Trạm y tế xã thiếu thuốc huyết áp hai tháng nay, người già phải đi xa mua. Đề nghị bổ sung.",
            "Y tế",
        )
        .await?;
    let papers = stage
        .asks(
            cast.loan,
            "Làm giấy khai sinh cho cháu ở xã phải đi lại ba lần, đề nghị niêm yết rõ giấy tờ cần mang.",
            "Nội vụ",
        )
        .await?;
    let cards = stage
        .asks(
            cast.quang,
            "Thẻ bảo hiểm y tế mới của hộ cận nghèo phát chậm, đề nghị phường phát thẻ cho bà con.",
            "Y tế",
        )
        .await?;
    stage.is(49, AFTERNOON).await?;
    cast.answers(
        stage,
        &cards,
        "Bảo hiểm xã hội đã cấp đủ 312 thẻ cho hộ cận nghèo của phường; ai chưa nhận xin đến nhà văn hóa lấy thẻ.",
        Some("Đã giải quyết xong"),
    )
    .await?;
    stage.presses(cast.quang, cast.quang, "Thỏa đáng").await?;
    cast.answers(
        stage,
        &lights,
        "Phường đã thay 6 bóng đèn ở ngõ 5, đường đã sáng từ tối hôm qua. Cảm ơn bà con đã báo.",
        Some("Đã giải quyết xong"),
    )
    .await?;
    stage.presses(cast.lan, cast.lan, "Thỏa đáng").await?;
    cast.answers(
        stage,
        &water,
        "Xí nghiệp nước đã súc xả đường ống khu chợ và lấy mẫu xét nghiệm; kết quả đạt quy chuẩn, dán tại UBND phường.",
        None,
    )
    .await?;
    stage.presses(cast.hoa, cast.hoa, "Một phần").await?;
    stage.is(45, MORNING).await?;
    let day = stage.today.saturating_add(jiff::Span::new().days(25));
    let words = format!(
        "UBND phường đã bố trí kinh phí, sẽ nạo vét toàn tuyến mương, xong trước {}.",
        day.strftime("%d/%m/%Y")
    );
    cast.answers(stage, &ditch, &words, Some("có lộ trình"))
        .await?;
    stage.presses(cast.tam, cast.tam, "Thỏa đáng").await?;
    cast.answers(
        stage,
        &papers,
        "Xã đã niêm yết danh mục giấy tờ ở bộ phận một cửa và đăng trên trang của xã; làm khai sinh nay chỉ cần một lần đến.",
        Some("Đã giải quyết xong"),
    )
    .await?;
    stage.presses(cast.loan, cast.loan, "Thỏa đáng").await?;
    cast.answers(
        stage,
        &medicine,
        "Trung tâm y tế đã cấp bổ sung thuốc cho trạm từ ngày 10.",
        None,
    )
    .await?;
    stage.is(43, NOON).await?;
    stage.says(cast.clerk, cast.clerk, "/congbo").await?;
    for _ in 0..PUBLISHED {
        stage.presses(cast.clerk, cast.clerk, "🌐 Công bố").await?;
    }
    stage.is(40, NOON).await?;
    stage.presses(cast.yen, cast.yen, "Chưa thỏa đáng").await?;
    let why = "Hôm qua tôi ra trạm vẫn báo hết thuốc, xin kiểm tra lại.";
    stage.says(cast.yen, cast.yen, why).await
}

/// What is being worked on: taken on, asked back, passed on, sent up, set aside, taken back.
#[expect(clippy::too_many_lines, reason = "a story, told in its order")]
async fn at_work(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(35, MORNING).await?;
    let school = stage
        .asks(
            cast.quang,
            "Trường mầm non của phường mỗi lớp hơn 45 cháu, đề nghị xây thêm phòng học.",
            "Giáo dục",
        )
        .await?;
    let bridge = stage
        .asks(
            cast.loan,
            "Cầu qua kênh vào thôn 2 lan can gãy, mặt cầu nứt, đề nghị xã cho sửa.",
            "Giao thông",
        )
        .await?;
    stage.is(33, AFTERNOON).await?;
    let place = cast.group_with(stage, &school)?;
    stage.presses(place.0, place.1, "Thêm việc").await?;
    stage.presses(place.0, place.1, "Lên cấp trên").await?;
    let dated = stage.today.saturating_sub(jiff::Span::new().days(34));
    let document = format!(
        "Sở Giáo dục và Đào tạo; 41/CV-HĐND; {}",
        dated.strftime("%d/%m/%Y")
    );
    stage
        .replies(place.0, place.1, "số văn bản", &document)
        .await?;
    let place = cast.group_with(stage, &bridge)?;
    stage.presses(place.0, place.1, "Hỏi lại").await?;
    let asked = "Xin bà con cho biết đây là cầu cạnh nhà văn hóa hay cầu đầu thôn?";
    stage
        .replies(place.0, place.1, "câu muốn hỏi", asked)
        .await?;
    stage.is(28, MORNING).await?;
    let field = stage
        .asks(
            cast.tam,
            "Trạm bơm cánh đồng phía đông hỏng, lúa thiếu nước, đề nghị hợp tác xã sửa máy.",
            "Nông nghiệp",
        )
        .await?;
    let playground = stage
        .asks(
            cast.hoa,
            "Khu dân cư chưa có sân chơi cho trẻ em, đề nghị dành đất trống cạnh trường làm sân chơi.",
            "Văn hóa",
        )
        .await?;
    stage
        .asks(
            cast.binh,
            "Loa truyền thanh đầu ngõ phát quá to từ 5 giờ sáng, đề nghị giảm âm lượng.",
            "Văn hóa",
        )
        .await?;
    stage.is(27, AFTERNOON).await?;
    let place = cast.group_with(stage, &playground)?;
    stage.presses(place.0, place.1, "Thêm việc").await?;
    stage.presses(place.0, place.1, "Tạm gác").await?;
    let until = stage.today.saturating_add(jiff::Span::new().days(45));
    let why = format!("Chờ kế hoạch vốn năm sau; {}", until.strftime("%d/%m/%Y"));
    stage
        .replies(place.0, place.1, "ngày xem lại", &why)
        .await?;
    let place = cast.group_with(stage, &field)?;
    stage.presses(place.0, place.1, "Nhận").await?;
    stage.presses(cast.binh, cast.binh, "Rút lại").await?;
    stage
        .presses(cast.binh, cast.binh, "không nêu lý do")
        .await?;
    stage.is(14, MORNING).await?;
    let voices = stage
        .asks(
            cast.yen,
            "Xe chở đất chạy qua trường tiểu học đúng giờ tan học, bụi và nguy hiểm, đề nghị cấm giờ.",
            "Giao thông",
        )
        .await?;
    stage.is(13, NOON).await?;
    let place = cast.group_with(stage, &voices)?;
    stage.presses(place.0, place.1, "Chuyển").await?;
    stage.picks(place.0, place.1, "Công an").await?;
    let why = "Đơn vị có thẩm quyền cấm giờ xe tải.";
    stage.replies(place.0, place.1, "lý do chuyển", why).await?;
    let elsewhere = stage
        .asks(
            cast.binh,
            "Giá vé xe khách đi tỉnh tăng cao dịp cuối năm, đề nghị nhà xe niêm yết giá.",
            "Giao thông",
        )
        .await?;
    stage.is(12, MORNING).await?;
    let place = cast.group_with(stage, &elsewhere)?;
    stage.presses(place.0, place.1, "Trả lại").await?;
    stage
        .presses(place.0, place.1, "Cơ quan, đơn vị khác")
        .await?;
    let guidance =
        "Sở Xây dựng, phòng quản lý vận tải, đường dây nóng 1022: xin báo tên nhà xe và giá vé.";
    stage
        .replies(place.0, place.1, "cơ quan, đơn vị nào", guidance)
        .await?;
    stage.presses(place.0, place.1, "Gửi hướng dẫn").await
}

/// Who comes to the meetings ahead.
async fn meetings(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(4, AFTERNOON).await?;
    for who in [cast.lan, cast.hoa, cast.tam, cast.quang] {
        stage.says(who, who, "/lich").await?;
        stage.may_press(who, who, "Có, báo tôi").await?;
        stage.presses(who, who, "Đăng ký").await?;
    }
    stage.presses(cast.lan, cast.lan, "Muốn phát biểu").await?;
    stage
        .says(cast.lan, cast.lan, "Đèn đường và lối đi cho người già")
        .await
}

/// What waits for the clerk: for two days the office sorted first, and a voice message it always hears.
async fn waiting(stage: &mut Stage<'_>, cast: &Cast, council: &Council) -> Result<()> {
    stage.is(3, MORNING).await?;
    let mut sorted_first = council.clone();
    sorted_first.rules.triage = Triage::Clerk;
    stage.loads(&sorted_first).await?;
    for (who, text, field) in [
        (
            cast.quang,
            "Biển báo ngã tư đầu phố bị cây che khuất, đề nghị cắt tỉa cây.",
            "Giao thông",
        ),
        (
            cast.yen,
            "Bãi rác tạm ven kênh bốc mùi, đề nghị dời đi và đặt thùng rác.",
            "Môi trường",
        ),
        (
            cast.hoa,
            "Điện yếu giờ cao điểm, máy bơm không chạy nổi, đề nghị nâng trạm biến áp.",
            "Điện, nước",
        ),
    ] {
        stage.asks(who, text, field).await?;
    }
    stage.loads(council).await?;
    let voice = FileSource::Described(FileParticulars {
        duration: Some(24),
        ..FileParticulars::default()
    });
    stage
        .sends(Send {
            chat_id: cast.tam,
            user_id: cast.tam,
            voice: Some(voice),
            ..Send::default()
        })
        .await?;
    stage
        .presses(cast.tam, cast.tam, "Gửi luôn tin thoại")
        .await
}

/// The last days: cards that nobody has taken on yet, and one more voice for the oldest.
async fn fresh(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(3, AFTERNOON).await?;
    stage
        .asks(
            cast.lan,
            "Vỉa hè trước nhà văn hóa bong gạch, người già đi dễ vấp, đề nghị lát lại.",
            "Giao thông",
        )
        .await?;
    Ok(())
}

/// The morning on which the demo begins: the digests, a card that has just come, and Bà Lan in the middle of writing.
async fn this_morning(stage: &mut Stage<'_>, cast: &Cast) -> Result<()> {
    stage.is(0, time(7, 31, 0, 0)).await?;
    stage.is(0, time(7, 52, 0, 0)).await?;
    stage
        .asks(
            cast.binh,
            "Xưởng mộc trong khu dân cư cưa gỗ sau 22 giờ, ồn và bụi, đề nghị kiểm tra.",
            "Môi trường",
        )
        .await?;
    stage.is(0, time(7, 58, 0, 0)).await?;
    let words = "Đường vào thôn ngập mỗi khi mưa, bao giờ sửa?";
    stage.says(cast.lan, cast.lan, words).await
}
