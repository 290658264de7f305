### Mọi câu mà bot nói với người dùng. Lời của người dân đưa vào biến đã được thoát HTML trước.
### Xưng hô: ông/bà, bà con. Câu ngắn. Không đùa. Ngày: 23/11/2026.

## Chung

yes-consent = ✅ Đồng ý
no-consent = Không, tôi chỉ xem thông tin
button-language = { $language ->
    [vi] Tiếng Việt
   *[en] English
 }
button-cancel = Hủy
button-next-page = Trang sau ▶
button-previous-page = ◀ Trang trước
button-skip = Bỏ qua
weekday = { $day ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
 }
old-button = Nút này không còn dùng được nữa.
button-elsewhere = Nút này không dùng được ở đây nữa. Xin mở trò chuyện riêng với @{ $bot } và bấm /start.
not-understood = Xin lỗi, tôi không hiểu lệnh này. Gõ /trogiup để xem các việc có thể làm.
edited-into-command = Sửa tin cũ thành lệnh thì lệnh không chạy, và nội dung đã gửi giữ nguyên. Xin gửi lệnh bằng một tin mới.
apology = Xin lỗi, hệ thống đang trục trặc nên chưa làm được việc vừa rồi. Văn phòng đã được báo (số { $number }). Xin ông/bà thử lại sau.
cancelled = Đã thôi. Ông/bà có thể bắt đầu lại bất cứ lúc nào.
cancelled-draft = Đã thôi, bản nháp đã bỏ. Trong một ngày, gõ /nhap thì lấy lại được.
nothing-to-cancel = Không có việc gì đang làm dở.

## Bàn phím chính

home-ask = 📝 Hỏi đại biểu
home-meetings = 📅 Lịch tiếp xúc
home-mine = 📂 Của tôi
home-search = 🔎 Tra cứu
home-delegates = 👥 Đại biểu
home-settings = ⚙️ Cài đặt
home-help = ❓ Trợ giúp

## Bắt đầu và đồng ý

welcome =
    Kính chào ông/bà!
    Đây là kênh của <b>{ $council }</b>: hỏi đại biểu, gửi kiến nghị, xem lịch tiếp xúc cử tri và nhận trả lời.

    <b>Để gửi câu hỏi, xin ông/bà cho phép lưu:</b>
    • tên hiển thị trên Telegram, nơi ở (xã/phường, thôn/tổ) do ông/bà chọn;
    • nội dung câu hỏi, dùng để chuyển đại biểu và trả lời.
    Nhóm đại biểu chỉ thấy chữ cái đầu của tên và nơi ở. Muốn xem, sửa hay xóa, xin báo văn phòng.
    Bot không bao giờ hỏi giấy tờ tùy thân, mã xác nhận hay tiền.

    Ông/bà có đồng ý không?
consent-first = Để gửi câu hỏi, cần có sự đồng ý của ông/bà. Nội dung vừa gửi được giữ tạm tới khi ông/bà chọn; nếu không đồng ý, nó sẽ bị xóa ngay.
consent-thanks = ✅ Ông/bà đã đồng ý lúc { $time } (bản { $version }).
consent-declined = Ông/bà đã chọn chỉ xem thông tin.
consent-refused =
    Vâng. Nội dung vừa gửi, nếu có, đã được xóa.
    Ông/bà vẫn xem được lịch tiếp xúc, tra cứu câu trả lời và trợ giúp. Khi nào muốn gửi câu hỏi, bấm “{ home-ask }”.
welcome-staff = Chào ông/bà. Việc của ông/bà ở các nút bên dưới và ở danh sách lệnh; /trogiup giải thích từng việc. Muốn tự gửi kiến nghị như cử tri thì xin cứ viết: tôi sẽ hỏi ý kiến ông/bà trước khi lưu.
welcome-back = Kính chào ông/bà trở lại. Xin chọn việc cần làm ở các nút bên dưới.

## Khu vực

choose-area = <b>Ông/bà ở đâu?</b> Bấm tên xã/phường, hoặc gõ tên (không dấu cũng được).
choose-area-page = <b>Ông/bà ở đâu?</b> Bấm tên xã/phường, hoặc gõ tên (không dấu cũng được). Trang { $page }/{ $pages }.
choose-neighbourhood = Ông/bà ở thôn/tổ dân phố nào của { $area }? Không chọn cũng được.
area-not-found = Tôi không tìm thấy nơi nào tên là “{ $typed }”. Xin gõ lại, hoặc bấm vào danh sách.
area-several = Có mấy nơi tên gần giống “{ $typed }”. Xin bấm đúng nơi của ông/bà:
area-unknown = Khu vực trong đường dẫn này không có ở đây. Xin chọn trong danh sách.
area-chosen = Nơi ở: <b>{ $area }</b>.
area-changed = Đã đổi nơi ở. Các câu hỏi đã gửi không thay đổi.
area-mark = ✅ Nơi ở: <b>{ $area }</b>.
area-chosen-with-delegation =
    Nơi ở: <b>{ $area }</b>.
    Đại biểu của ông/bà: <b>{ $delegation }</b>.
home-ready = Xong rồi. Cứ viết câu hỏi vào đây bất cứ lúc nào, hoặc bấm các nút bên dưới.
button-change-area = Đổi nơi ở

## Đặt câu hỏi

ask-prompt =
    <b>Ông/bà muốn hỏi hay kiến nghị điều gì?</b>
    Cứ viết tự nhiên, không dấu cũng được. Nên nói rõ: việc gì, ở đâu, từ bao giờ.
ask-too-short = Xin ông/bà viết rõ hơn một chút: việc gì, ở đâu? (một câu là đủ)
draft-exists =
    Ông/bà đang có một bản nháp chưa gửi:
    <blockquote>{ $text }</blockquote>
button-continue-draft = Viết tiếp bản nháp
button-new-draft = Bỏ, viết mới
draft-held =
    Ông/bà đang có một bản nháp chưa gửi:
    <blockquote>{ $text }</blockquote>
    Nội dung vừa gửi là phần tiếp của bản nháp này, hay là việc khác?
button-add-to-draft = Thêm vào bản nháp
button-drop-draft = Việc khác, bỏ bản nháp cũ
draft-added = Đã thêm vào bản nháp.
draft-too-long = Nội dung dài quá. Xin gửi bản nháp này trước, rồi viết tiếp thành câu khác.
no-draft = Ông/bà không có bản nháp nào. Bấm “{ home-ask }” để viết.
ask-category = <b>Nội dung này thuộc lĩnh vực nào?</b> Không chắc thì bấm “Khác”.
ask-category-proposed =
    <blockquote expandable>{ $text }</blockquote>
    <b>Nội dung này thuộc lĩnh vực nào?</b> Không chắc thì cứ bấm dòng đầu.
preview =
    <b>Xem lại trước khi gửi</b>
    <blockquote expandable>{ $text }</blockquote>
    <b>{ $category }</b> · { $area }
    Nơi xử lý: { $body }. Hạn trả lời: <b>{ $due }</b>
preview-session = Gửi trước { $deadline } thì kịp tới { $session } (còn { $days } ngày).
preview-cut = … (còn { $count } ký tự nữa, sẽ gửi đủ)
button-send = 📨 Gửi
button-edit = ✏️ Sửa
button-categories = Đổi lĩnh vực
edit-prompt =
    <b>Xin gửi lại nội dung mới</b>, tôi sẽ thay cho nội dung này:
    <blockquote expandable>{ $text }</blockquote>
encoding-ask = Chữ này có vẻ gõ bằng bảng mã cũ. Có phải ông/bà viết:
encoding-read-as = Chữ vừa sửa có vẻ gõ bằng bảng mã cũ, tôi đọc là:
encoding-edit-again = Nếu chưa đúng, xin sửa lại tin đó.
encoding-settled = Đã nhận nội dung:
encoding-gone = Câu này đã được trả lời rồi.
button-meant-so = ✅ Đúng, dùng chữ này
button-keep-as-written = Không, giữ như đã gõ
draft-discarded = Đã bỏ bản nháp.
draft-is-below = ⬇️ Bản nháp nay ở tin phía dưới.
draft-not-taken-back = Không lấy lại được nữa: đã quá một ngày, hoặc ông/bà đang viết câu khác.
discard-sure = <b>Bỏ bản nháp này?</b> Trong một ngày vẫn lấy lại được.
discard-sure-files = <b>Bỏ bản nháp này, kèm { $list }?</b> Trong một ngày vẫn lấy lại được.
button-discard-now = Bỏ bản nháp
button-undiscard = ↩️ Lấy lại
button-chosen = ✓ { $name }
button-other-category = Lĩnh vực khác…
toast-field = Lĩnh vực: { $category }. Đúng rồi thì bấm “Gửi”, chưa đúng thì “Đổi lĩnh vực”.
button-who-sees = Ai thấy gì?
who-sees =
    <b>Ai thấy gì?</b>
    • Đại biểu: nội dung (tên, số điện thoại, số giấy tờ, số nhà được che; người phụ trách mở xem thì có ghi lại), nơi ở, chữ cái đầu của tên ({ $initials }).
    • Văn phòng: thêm tên hiển thị của ông/bà.
    • Công khai: chỉ nội dung và câu trả lời, sau khi bỏ tên, số điện thoại, số giấy tờ, chỗ ở.
preview-kind = Loại: <b>{ $kind }</b>
button-kinds = Đổi loại
kind-ask = <b>Nội dung này là loại nào?</b>
draft-sent-mark = ✅ Đã gửi.
draft-gone = Bản nháp này đã được gửi hoặc đã bỏ.
too-many-open = Ông/bà đang có { $limit } câu hỏi chưa được trả lời, là mức tối đa. Bản nháp vẫn được giữ; xin gửi khi có câu đã trả lời.

## Biên nhận và trạng thái

receipt =
    <b>Đã nhận câu hỏi { $code }</b>
    Lĩnh vực: { $category }
    Nơi: { $area }
    Nơi xử lý: <b>{ $body }</b>
    Hạn trả lời: <b>{ $due }</b>
    { $state }
handled-after-office = văn phòng xem trước, dự kiến chuyển { $body }
receipt-closed =
    <b>Câu hỏi { $code }</b>
    Lĩnh vực: { $category }
    Nơi: { $area }
    { $state }
question-head-closed =
    <b>Câu hỏi { $code }</b>
    Lĩnh vực: { $category }
    Nơi: { $area }
    { $state }
button-copy-code = 📋 Chép mã
button-copy-ticket = 📋 Chép mã vé
button-look-again = 🔎 Xem lại
receipt-hint = Xin giữ mã <b>{ $code }</b>; xem lại bất cứ lúc nào bằng nút dưới đây hoặc ở “{ home-mine }”.
state-received = ⏳ Văn phòng đang xem nơi xử lý.
state-waits = ⏳ Đang chờ chuyển tới { $body }.
state-forwarded = 📬 Đã chuyển tới { $body }.
state-claimed = ✍️ { $body } đã nhận, đang xem xét.
state-answered = ✅ Đã trả lời ngày { $day }.
moved-on = Câu hỏi <b>{ $code }</b> đã được chuyển tới <b>{ $body }</b>. Hạn trả lời: { $due }.
answer-head =
    <b>Trả lời câu hỏi { $code }</b>
    <blockquote expandable>{ $question }</blockquote>
    <b>{ $body }</b> trả lời:
answer-class = Kết quả: <b>{ $class }</b>
class-resolved = Đã giải quyết xong
class-explained = Giải trình, cung cấp thông tin
class-in-progress = Đang giải quyết
class-planned = Sẽ giải quyết, có lộ trình
class-not-yet = Chưa giải quyết do khách quan
class-set-aside = Tạm gác
class-sent-up = Chuyển cấp trên
class-short-resolved = Đã xong
class-short-explained = Giải trình
class-short-in-progress = Đang làm
class-short-planned = Có lộ trình
class-short-not-yet = Chưa làm được
class-short-set-aside = Tạm gác
class-short-sent-up = Cấp trên
# Vì sao máy đề xuất kết quả này
class-because = <i>Đề xuất theo chữ “{ $said }” trong câu trả lời.</i>
button-rather = ↔ { $class }

## Của tôi

mine-none = Ông/bà chưa gửi câu hỏi nào. Cứ viết vào đây, hoặc bấm “{ home-ask }”.
mine-title = <b>Câu hỏi của ông/bà</b> (mới nhất ở trên; bấm mã để xem chi tiết)
mine-supported-title = <b>Ông/bà cùng kiến nghị: { $count }</b>
mine-supported = 🤝 Ông/bà cùng kiến nghị câu này (số người cùng kiến nghị: { $count }). Có trả lời, tôi báo ông/bà ngay.
mine-line = <b>{ $code }</b> · { $state } · { $text }
mine-state-received = ⏳ chờ chuyển
mine-state-forwarded = 📬 chờ trả lời, hạn { $due }
mine-state-answered = ✅ đã trả lời
mine-unknown-code = Không có câu hỏi nào mang mã này trong số các câu hỏi của ông/bà. Xin xem lại mã trên biên nhận.
mine-bad-code = Mã này có chữ số hoặc chữ cái cuối bị sai. Xin xem lại từng ký tự trên biên nhận.
question-head =
    <b>Câu hỏi { $code }</b>
    Lĩnh vực: { $category }
    Nơi: { $area }
    Nơi xử lý: <b>{ $body }</b>
    Hạn trả lời: <b>{ $due }</b>
timeline-answer = <b>{ $body } trả lời:</b>
timeline-answer-before = <b>Câu trả lời trước, đang được xem xét lại:</b>
timeline-title = <b>Diễn biến</b>
timeline-received = { $time } · đã nhận câu hỏi
timeline-forwarded = { $time } · chuyển tới { $body }
timeline-claimed = { $time } · nơi xử lý đã nhận việc
timeline-released = { $time } · nơi xử lý đổi người phụ trách
timeline-answered = { $time } · { $body } trả lời ({ $class })
timeline-delivered = { $time } · câu trả lời đã tới ông/bà
timeline-undelivered = { $time } · chưa gửi được câu trả lời tới ông/bà

## Lịch, tra cứu, đại biểu

meetings-none = Chưa có hội nghị tiếp xúc cử tri nào sắp tới được công bố.
meetings-title = <b>Lịch tiếp xúc cử tri</b>
meeting-line =
    <b>{ $time }</b> · { $title }
    { $place }
    Mã: { $code }
meeting-mine-mark = ⭐ Nơi ông/bà ở
meeting-next = <b>{ $time }</b> · { $title }
meeting-next-plain = <b>{ $time }</b>
meetings-others = Các hội nghị khác, bấm để xem:
meeting-is-below = ⬇️ Xem ở tin phía dưới.
button-meeting-details = Chi tiết
weekday-short = { $day ->
    [1] T2
    [2] T3
    [3] T4
    [4] T5
    [5] T6
    [6] T7
   *[7] CN
 }
follow-ask = Có hội nghị mới ở nơi ông/bà ở thì tôi báo ông/bà nhé?
button-follow-yes = 🔔 Có, báo tôi
button-follow-no = Không cần
ticket-calendar-cancelled = Mở tệp này để xóa hội nghị khỏi lịch của điện thoại.
meeting-unknown = Không có hội nghị mang mã này.
meeting-over = Hội nghị { $code } đã kết thúc.
meeting-kind = { $kind ->
    [constituency] tại đơn vị bầu cử
    [residence] tại nơi cư trú
    [workplace] tại nơi làm việc
    [theme] theo chuyên đề
    [audience] theo đối tượng
    [online] trực tuyến
   *[outside] ngoài đơn vị bầu cử
 }
meeting-phase = { $phase ->
    [before] trước
   *[after] sau
 }
meeting-everywhere = Toàn địa bàn
meeting-no-session = kỳ họp
meeting-online = Trực tuyến: { $url }
meeting-theme = Chuyên đề: { $theme }
search-prompt = Ông/bà muốn tìm gì? Gõ vài chữ, ví dụ: <i>duong ngap</i>, hoặc chọn một lĩnh vực:
search-none = Chưa có câu trả lời nào có các chữ “{ $words }”.
search-title = <b>Câu trả lời có các chữ “{ $words }”</b>
search-first-words = Chỉ tìm theo { $most } chữ đầu.
search-item =
    <b>{ $code }</b> · { $category } · { $area } · { $day }
    <blockquote expandable>{ $question }</blockquote>
    <b>{ $body }</b>: { $answer }
published-title = <b>Câu trả lời đã công bố { $code }</b>
published-none = Không có câu trả lời công bố nào mang mã này. Gõ /tracuu để tìm theo chữ.
phone-link-moved = Đường dẫn này nay mở câu trả lời đã công bố. Số điện thoại của cử tri: t.me/{ $bot }?start=d_{ $code }
search-page = Trang { $number }
search-too-old = Lần tìm này đã cũ. Xin gõ lại /tracuu.
button-newer = ◀ Mới hơn
button-older = Cũ hơn ▶
reading-at-work = ⏳ Đang tra cứu, xin ông/bà chờ một chút…
reading-too-long = Việc tra cứu này mất quá nhiều thời gian nên tôi đã dừng lại. Xin hẹp lại (thêm chữ, chọn một lĩnh vực), hoặc thử lại sau ít phút.
reading-broke = Xin lỗi, tôi không tra cứu được việc này. Văn phòng sẽ xem lỗi; xin thử lại sau.
reading-too-many = Các yêu cầu trước còn đang được tra cứu. Xin chờ kết quả rồi hỏi tiếp.
delegates-where = <b>Đại biểu của nơi nào?</b> Bấm tên xã/phường.
delegates-none = Chưa có tổ đại biểu nào được phân công cho { $area }.
delegates =
    <b>{ $delegation }</b>
    Phụ trách: { $areas }
delegates-member = • { $name }, { $role }
role-head = tổ trưởng
role-deputy-head = tổ phó
role-member = đại biểu
delegates-policy = Đại biểu trả lời qua kênh này; xin gửi câu hỏi ngay tại đây.

## Cài đặt và trợ giúp

language-changed = Từ giờ tôi nói tiếng Việt.
help-resident =
    <b>Ông/bà có thể:</b>
    • Viết câu hỏi, kiến nghị vào đây bất cứ lúc nào, hoặc /hoi
    • /lich – lịch tiếp xúc cử tri
    • /cuatoi – câu hỏi của tôi, xem đã trả lời chưa
    • /tracuu – tìm câu trả lời đã có
    • /daibieu – ai đại diện cho nơi tôi ở
    • /gopy – góp ý dự thảo trước kỳ họp
    • /caidat – hồ sơ của tôi: khu vực, điện thoại, thông báo, chữ đơn giản, ngôn ngữ
    • /dulieucuatoi, /xoadulieu, /yeucau – xem, xóa dữ liệu của tôi; yêu cầu khác về dữ liệu
    • /huy – thôi việc đang làm dở

    Nguy hiểm tới tính mạng: gọi ngay <b>113</b> (công an), <b>114</b> (cháy, cứu nạn), <b>115</b> (cấp cứu).
help-contact-office = Văn phòng: { $office }
help-contact-reception = Khiếu nại, tố cáo: { $reception }
help-group =
    <b>Nhóm của { $body }</b>
    • Trả lời (reply) vào thẻ câu hỏi để soạn câu trả lời; bot sẽ hỏi lại trước khi gửi cử tri.
    • /dangmo – các câu còn chờ trả lời
    • /cauhoi MÃ – gửi lại thẻ
    • /baocao – sổ theo dõi, báo cáo, biên bản, công văn dưới dạng tệp
help-group-unlinked = Nhóm này chưa gắn với đơn vị nào. Người quản trị gõ: /lienket MÃ_ĐƠN_VỊ

## Menu lệnh

menu-ask = Gửi câu hỏi, kiến nghị
menu-meetings = Lịch tiếp xúc cử tri
menu-mine = Câu hỏi của tôi
menu-search = Tra cứu câu trả lời
menu-delegates = Đại biểu của tôi
menu-settings = Hồ sơ, khu vực, thông báo, ngôn ngữ
menu-help = Trợ giúp
menu-cancel = Thôi việc đang làm dở
menu-open = Câu hỏi còn chờ trả lời
menu-question = Gửi lại thẻ của một câu hỏi

only-in-private = Việc này làm ở cuộc trò chuyện riêng với bot: t.me/{ $bot }
place-private = một cử tri

## Nhóm: gắn đơn vị

built-in-office = Văn phòng HĐND

link-not-admin = Chỉ người quản trị được gắn nhóm.
link-only-group = Lệnh này dùng trong nhóm của đơn vị.
link-choose = <b>Nhóm này của đơn vị nào?</b> Bấm tên, hoặc gõ /lienket MÃ.
link-unknown = Không có đơn vị nào mang mã “{ $code }”. Xin chọn:
link-done = ✅ Nhóm này từ giờ là nhóm của <b>{ $body }</b>. Câu hỏi sẽ được gửi vào đây; trả lời (reply) vào thẻ để trả lời cử tri.
link-open = { $how ->
    [public] ⚠️ <b>Nhóm này công khai.</b> Ai cũng vào xem được: thẻ câu hỏi, câu trả lời đang soạn, trao đổi của đại biểu. Chỉ thành viên mới làm được việc thay { $body }, nhưng ai cũng đọc được.
   *[discussion] ⚠️ <b>Nhóm này là nơi bình luận của một kênh.</b> Ai theo dõi kênh cũng đọc và viết được ở đây: thẻ câu hỏi, câu trả lời đang soạn, trao đổi của đại biểu. Chỉ thành viên mới làm được việc thay { $body }, nhưng ai cũng đọc được.
  }

    Nên dùng một nhóm riêng tư, không gắn với kênh, rồi gõ /lienket { $body_code } ở đó.
button-link-open = Vẫn gắn nhóm này
group-became-open = { $how ->
    [public] ⚠️ Nhóm của <b>{ $body }</b> nay <b>công khai</b>: ai cũng vào xem được thẻ câu hỏi và câu trả lời đang soạn. Nên chuyển nhóm về riêng tư.
   *[discussion] ⚠️ Nhóm của <b>{ $body }</b> nay là <b>nơi bình luận của một kênh</b>: ai theo dõi kênh cũng đọc và viết được ở đây. Nên tách nhóm khỏi kênh.
  } Từ giờ ai bấm nút đều được kiểm tra xem có trong nhóm không.
membership-checking = Đang kiểm tra ông/bà có trong nhóm không…
membership-unclear = Chưa kiểm tra được ông/bà có trong nhóm không. Xin thử lại sau ít phút.
link-waiting = Có { $count } câu hỏi đang chờ, gửi lần lượt dưới đây, câu gấp trước.
bot-added = Kính chào. Tôi là bot của { $council }.

## Gửi quá nhiều, bị chặn

flood-wait = Ông/bà thao tác nhanh quá, tôi xin tạm dừng trả lời khoảng { $seconds } giây. Sau đó ông/bà dùng tiếp bình thường.
flood-kept = Ông/bà gửi nhanh quá, tôi xin tạm dừng trả lời khoảng { $seconds } giây. Nội dung ông/bà vừa viết vẫn được ghi lại.
flood-together = Lúc này quá nhiều người tra cứu. Xin thử lại sau ít phút. Ông/bà vẫn gửi câu hỏi được như thường.
ban-how = Chặn người gửi một câu hỏi: /chan MÃ SỐ_NGÀY lý do. Chặn không báo: /chan im MÃ SỐ_NGÀY lý do. Tối đa 365 ngày. Ví dụ: <code>/chan DT-0042K 7 nhắn tin xúc phạm nhiều lần</code>
ban-nobody = Không có câu hỏi mang mã này, hoặc người hỏi không dùng Telegram.
ban-officer = Người này đang làm việc cho Hội đồng. Xin thu hồi vai trò trước (/vaitro).
bans-none = Không ai bị chặn.
bans-title = <b>Đang bị chặn</b>
ban-line = { $how ->
    [silent] { $number }. đến { $until } (không báo): { $reason }
   *[told] { $number }. đến { $until }: { $reason }
  }
button-unban = Bỏ chặn số { $number }
button-unban-now = Bỏ chặn
ban-told = Ông/bà tạm thời không dùng được bot này đến { $until }. Lý do: { $reason }

    Nếu thấy không đúng, xin viết một tin nêu ý kiến ở đây; người quản trị sẽ xem lại. Việc khẩn cấp xin gọi 113, 114 hoặc 115. Ông/bà vẫn có thể gặp trực tiếp văn phòng.
ban-toast = Ông/bà tạm thời không dùng được bot này.
ban-appealed = Ý kiến của ông/bà đã được chuyển tới người quản trị.
ban-appeal-office = Người bị chặn đến { $until } (lý do: { $reason }) có ý kiến:
ban-over = Ông/bà dùng lại được bot như bình thường.
submit-too-many-today = Hôm nay ông/bà đã gửi { $limit } câu hỏi. Bản nháp vẫn được giữ; xin gửi tiếp vào ngày mai.

## Thẻ câu hỏi

card-head = <b>{ $code }</b> · { $category }
card-place = { $area } · { $initials }
card-due = Hạn trả lời: <b>{ $due }</b>
card-state-received = ⏳ Chờ văn phòng xác nhận nơi xử lý: { $body }
card-state-open = ⏳ Chờ trả lời
card-state-claimed = ✍️ { $name } đã nhận
card-state-sent = 📨 { $name } đã trả lời lúc { $time } ({ $class }), đang gửi tới cử tri
card-state-delivered = ✅ { $name } đã trả lời ({ $class }). Cử tri nhận lúc { $time }
card-state-undelivered = ⚠️ { $name } đã trả lời ({ $class }), nhưng chưa tới cử tri: người này đã chặn bot. Sẽ tự gửi khi họ mở lại.
card-notes = 🗒 Ghi chú nội bộ: { $count }
card-hint = Trả lời (reply) vào thẻ này để soạn câu trả lời.
card-cut = … (còn tiếp ở tin dưới)
card-continued = <b>{ $code }</b> (tiếp)
button-claim = ✋ Nhận
button-release = ↩️ Thôi nhận
button-forward = ➡️ Chuyển: { $body }
card-is-below = ⬇️ Thẻ <b>{ $code }</b> nay ở phía dưới.
card-waiting-office = ⚠️ Có câu hỏi <b>{ $code }</b> ({ $category }, { $area }) cho <b>{ $body }</b>, nhưng đơn vị này chưa có nhóm. Thẻ đang chờ. Xin mời bot vào nhóm và gõ /lienket { $body_code }
cards-waiting-title = ⚠️ Thẻ đang chờ vì đơn vị chưa có nhóm, hoặc bot chưa gửi được vào nhóm:
cards-waiting-line = • <b>{ $body }</b>: { $count } thẻ. Mời bot vào nhóm, rồi gõ /lienket { $body_code }
message-refused-office = ⚠️ Telegram không nhận một tin gửi tới { $place }: { $why }. Tin được giữ lại (số { $number }).
update-aside-office = ⚠️ Một tin gửi tới bot không xử lý được (số { $number }). Xin báo người vận hành.
group-broken-office =
    ⚠️ Bot không gửi được vào nhóm của <b>{ $body }</b>. { $trouble ->
        [topic] Chủ đề (topic) đang đóng. Xin bật quyền <b>Quản lý chủ đề</b> (Manage topics) cho bot, hoặc mở lại chủ đề Chung (General), rồi gõ /dangmo trong nhóm đó.
        [rights] Bot chưa được phép gửi tin. Xin đặt bot làm quản trị viên, hoặc cho thành viên gửi tin, rồi gõ /dangmo trong nhóm đó.
        [removed] Bot đã bị đưa ra khỏi nhóm, hoặc nhóm không còn. Xin mời lại bot vào nhóm.
       *[other] Telegram báo: { $why }. Xin xem bot còn ở trong nhóm và được gửi tin không.
    } Các tin đang chờ, không mất.
question-unknown = Không có câu hỏi nào mang mã này ở nhóm này.
open-none = Không còn câu hỏi nào chờ trả lời.
open-title = <b>Còn { $count } câu chờ trả lời</b> (gấp nhất ở trên)
not-linked = Nhóm này chưa gắn với đơn vị nào.

## Trả lời

reply-note-only = <b>{ $code }</b>: nội dung của { $author } chỉ ghi nội bộ được, không gửi cử tri được nữa.
button-send-answer = 📨 Gửi cử tri
button-keep-note = 🗒 Ghi nội bộ
button-drop = Hủy
reply-sent = 📨 <b>{ $code }</b>: { $author } đã gửi câu trả lời cho cử tri.
reply-noted = 🗒 <b>{ $code }</b>: { $author } đã ghi nội bộ. Cử tri không thấy.
reply-dropped = <b>{ $code }</b>: đã bỏ, không gửi.
reply-too-short = Câu trả lời trống. Xin viết nội dung rồi trả lời (reply) lại vào thẻ.
undelivered-note = ⚠️ <b>{ $code }</b>: chưa gửi được câu trả lời, cử tri đã chặn bot. Câu trả lời được giữ và sẽ tự gửi khi họ mở lại; nếu gấp, xin nhờ văn phòng liên hệ.
delivered-note = ✅ <b>{ $code }</b>: câu trả lời đã tới cử tri.

## Từ chối có lý do

refuse-claimed-by = { $name } đã nhận câu này.
refuse-not-yours = Ông/bà không phải người đã nhận câu này.
refuse-already-answered = Câu này đã được { $name } trả lời lúc { $time }.
refuse-answered = Câu này đã được trả lời.
refuse-not-forwarded = Câu này còn chờ văn phòng xác nhận nơi xử lý.
refuse-already-forwarded = Câu này đã được chuyển tới { $body }.
refuse-with-another = Câu này hiện ở { $body }.
refuse-not-member = Chỉ thành viên nhóm của đơn vị làm được việc này.
refuse-not-author = Chỉ người viết mới quyết định được.
refuse-decided = Việc này đã quyết định rồi.
toast-done = Đã ghi nhận.

## Hội nghị: danh sách và chi tiết

meetings-title-page = <b>Lịch tiếp xúc cử tri</b> · trang { $page }/{ $pages }
meeting-title = { $kind }, { $phase } { $session }
button-open-meeting = { $code } · { $meeting }
button-other-meeting = { $day }, { $time } · { $place }
button-follow-meetings = 🔔 Báo tôi khi có hội nghị mới
button-unfollow-meetings = 🔕 Thôi báo hội nghị mới
toast-follows = Vâng. Khi có hội nghị mới ở nơi ông/bà ở, tôi sẽ báo.
toast-follows-not = Vâng, tôi không báo hội nghị mới.
toast-unfollows = Vâng. Từ giờ tôi không báo hội nghị mới nữa.
meeting-bodies = Dự: { $bodies }
meeting-ends = Kết thúc dự kiến: { $time }
meeting-seats-any = 🪑 Không giới hạn số người
meeting-seats-none = 🪑 Đã hết chỗ, { $waiting } lượt đăng ký đang chờ
meeting-seats-full = 🪑 Đã hết chỗ, chưa có ai chờ
meeting-seats-free = 🪑 Còn { $free } chỗ
meeting-closes = Nhận đăng ký tới { $time }
meeting-cut-off = Câu hỏi gửi trước { $time } sẽ kịp tới { $session } (còn { $days } ngày).
meeting-cut-off-over = Đã hết hạn gửi câu hỏi tới { $session }; câu hỏi gửi từ giờ sẽ chuyển sang kỳ họp sau.
meeting-you-registered = ✅ Ông/bà đã đăng ký.
meeting-you-wait = ⏳ Ông/bà đang trong danh sách chờ.
meeting-called-off = ❌ Hội nghị này đã bị hủy. { $reason }
button-register = ✅ Đăng ký
button-wait = ⏳ Chờ chỗ
button-unregister = ❌ Hủy đăng ký
button-show-ticket = 🎫 Xem lại vé
button-meeting-place = 📍 Chỉ đường
button-see-meeting = Xem và đăng ký
button-ask-for-meeting = 📝 Gửi câu hỏi cho hội nghị này

## Hội nghị: vé, danh sách chờ, nhắc

ticket-head = 🎫 Mã vé: <b>{ $ticket }</b>
ticket-facts =
    Hội nghị { $code }: tiếp xúc cử tri { $title }
    <b>{ $time }</b>
    { $place }
ticket-size = Số người: <b>{ $size }</b>
ticket-speaks = 🎤 Muốn phát biểu
ticket-speaks-about = 🎤 Muốn phát biểu về: { $topic }
ticket-how = Tới nơi, đưa mã vé hoặc ảnh QR này cho cán bộ ở cửa. Nếu không đi được, xin bấm “Hủy đăng ký” để nhường chỗ cho người khác.
ticket-calendar = Mở tệp này để ghi vào lịch của điện thoại.
ticket-calendar-title = Tiếp xúc cử tri – { $council }
ticket-calendar-code = Mã vé: { $ticket }
ticket-given-up = ❌ Ông/bà đã hủy đăng ký. Vé không còn dùng được.
ticket-not-yours = Mã QR này là vé dự hội nghị, để cán bộ ở cửa quét.
button-open-again = Xem lại hội nghị
button-companions = 👥 Người đi cùng
button-wish-to-speak = 🎤 Muốn phát biểu
button-stay-silent = 🔇 Thôi phát biểu
button-companion-count = { $count ->
    [0] Đi một mình
   *[other] Thêm { $count } người
 }
companions-ask = Hội nghị { $code }: có bao nhiêu người đi cùng ông/bà?
topic-ask = Hội nghị { $code }: đã ghi ông/bà muốn phát biểu. Ông/bà muốn nói về việc gì? Viết một câu, hoặc bấm “Bỏ qua”.
topic-noted = ✅ Đã ghi nguyện vọng phát biểu của ông/bà. Chủ tọa sẽ mời theo danh sách.
waiting-head = ⏳ Hội nghị đã hết chỗ. Ông/bà đứng thứ <b>{ $position }</b> trong danh sách chờ.
waiting-how = Khi có chỗ, tôi sẽ báo ngay. Ít người đi cùng hơn thì dễ có chỗ hơn, và ông/bà không mất thứ tự.
offer-head = 🎉 Đã có chỗ cho ông/bà! Xin bấm “Nhận chỗ” trước <b>{ $time }</b>; sau đó chỗ sẽ chuyển cho người kế tiếp.
offer-accepted = ✅ Ông/bà đã nhận chỗ. Vé ở ngay dưới đây.
offer-lapsed = Rất tiếc, chỗ giữ cho ông/bà đã hết hạn và chuyển cho người kế tiếp. Nếu vẫn muốn dự, xin bấm “Chờ chỗ”.
button-accept-seat = ✅ Nhận chỗ
reminder-head = 🔔 Sắp tới hội nghị ông/bà đã đăng ký. Mã vé: <b>{ $ticket }</b>
reminder-how = Nếu không đi được, xin bấm “Hủy đăng ký”.
toast-unregistered = Đã hủy đăng ký.
refuse-meeting-cancelled = Hội nghị này đã bị hủy.
refuse-meeting-over = Hội nghị này đã kết thúc.
refuse-registration-closed = Đã hết hạn đăng ký từ { $time }.
refuse-not-registered = Ông/bà không còn đăng ký ở hội nghị này.
refuse-arrived = Ông/bà đã được điểm danh ở hội nghị này.
refuse-too-many = Mỗi người được đăng ký thêm nhiều nhất { $most } người.
refuse-seats-left = Chỉ còn { $free } chỗ trống.
refuse-below-taken = Đã có { $taken } chỗ được đăng ký, không giảm thấp hơn được.
refuse-reserve-too-large = Chỉ dành riêng được nhiều nhất { $most } chỗ.
meeting-announced = 🔔 Có hội nghị tiếp xúc cử tri mới ở nơi ông/bà ở:
meeting-changed = ⚠️ Hội nghị ông/bà đăng ký đã <b>thay đổi</b>. Thời gian, địa điểm mới:
meeting-changed-how = Đăng ký của ông/bà vẫn giữ nguyên. Nếu không tới được, xin bấm “Hủy đăng ký”.
ticket-outdated = ⚠️ Hội nghị đã thay đổi. Vé mới ở tin nhắn sau.

## Hội nghị: điểm danh

check-in-head =
    <b>Điểm danh { $code }</b> · { $time }
    Đã tới: <b>{ $arrived }</b>/{ $registered } lượt đăng ký ({ $present } người)
    Không đăng ký trước: <b>{ $walk_ins }</b> người
    Có mặt tất cả: <b>{ $in_all }</b> người
check-in-how = Bấm tên để điểm danh, bấm lần nữa để bỏ. Có vé: gửi /diemdanh và mã vé, hoặc quét mã QR. Khách chưa đăng ký: /diemdanh { $code } và họ tên, hoặc +số người.
check-in-in-private = Danh sách có tên chỉ xem ở cuộc trò chuyện riêng: { $link }
check-in-here = ✅ { $name } ({ $count })
check-in-missing = ⬜ { $name } ({ $count })
check-in-done = ✅ <b>{ $name }</b>: { $arrived }/{ $size } người có mặt.
check-in-total = Có mặt tất cả: <b>{ $count }</b> người.
check-in-choose = Điểm danh hội nghị nào?
check-in-none-open = Không có hội nghị nào đang điểm danh. Điểm danh mở trước giờ bắt đầu 12 tiếng. Nếu ông/bà thuộc văn phòng hoặc tổ đại biểu: gõ /diemdanh và mã hội nghị trong nhóm của đơn vị trước.
check-in-unknown = Không có hội nghị mang mã này.
check-in-not-yours = Chỉ văn phòng và đơn vị tổ chức hội nghị được điểm danh. Nếu ông/bà thuộc đơn vị đó, xin gõ /diemdanh và mã hội nghị trong nhóm của đơn vị trước, rồi quay lại đây.
check-in-not-held = Hội nghị này không diễn ra (chưa công bố hoặc đã hủy).
check-in-too-early = Điểm danh mở từ { $time }.
check-in-too-late = Đã quá một ngày sau hội nghị, không điểm danh được nữa.
check-in-waiting = Vé này mới ở danh sách chờ, chưa có chỗ. Nếu còn chỗ, xin tính là khách chưa đăng ký.
check-in-cancelled = Vé này đã hủy. Nếu còn chỗ, xin tính là khách chưa đăng ký.
check-in-already = Vé này đã được điểm danh lúc { $time }.
button-walk-in = ➕ { $size } khách
button-walk-in-undo = ↩️ Bỏ lần vừa ghi
button-refresh = 🔄 Cập nhật
button-recount = { $size } người
button-not-arrived = ↩️ Bỏ điểm danh
button-guest-list = 📋 Danh sách điểm danh
walk-in-number = Số khách phải từ 1 đến { $most }.
walk-in-undone = Đã bỏ { $size } khách vừa ghi.
walk-in-nothing = Không có lần ghi nào của ông/bà để bỏ.

## Hội nghị: lập lịch

plan-overview = <b>Lập lịch tiếp xúc cử tri</b> · { $count } hội nghị chưa kết thúc (📝 bản nháp, 📣 đã công bố, ❌ đã hủy)
plan-only-office = Chỉ nhóm của văn phòng được lập lịch.
plan-not-clerk = Chỉ văn phòng được lập lịch. Nếu ông/bà thuộc văn phòng, xin gõ /taolich trong nhóm của văn phòng trước, rồi quay lại đây.
plan-state-draft = 📝 <b>Bản nháp</b>, cử tri chưa thấy
plan-state-published = 📣 <b>Đã công bố</b>
plan-state-cancelled = ❌ <b>Đã hủy</b>
plan-to-tell = Khi công bố: báo cho <b>{ $count }</b> người theo dõi hội nghị ở khu vực này.
plan-to-tell-nobody = Khi công bố: chưa có ai theo dõi hội nghị ở khu vực này; ai vào /lich cũng thấy.
plan-figures =
    Đăng ký: <b>{ $registered }</b> lượt ({ $expected } người) · chờ: <b>{ $waiting }</b> lượt
    Đã tới: <b>{ $arrived }</b> lượt ({ $present } người) · khách: <b>{ $walk_ins }</b> · có mặt: <b>{ $in_all }</b>
plan-form =
    Xin chép mẫu dưới đây, sửa rồi gửi lại. Bắt buộc: mã, khu vực, bắt đầu, nơi họp (hoặc trực tuyến). Dòng để trống có thể bỏ. Không ghi đơn vị thì lấy tổ đại biểu của khu vực.

    <pre>{ $form }</pre>
plan-change-ask = Hội nghị { $code }: xin gửi những dòng cần đổi, ví dụ <code>Bắt đầu: 09:00 05/12/2026</code>. Đổi giờ hay nơi họp thì mọi người đã đăng ký sẽ được báo.
plan-reason-ask = Hội nghị { $code }: xin viết lý do hủy. Mọi người đã đăng ký sẽ được báo với lý do này.
plan-copy-ask = Nhân bản { $code }: xin viết tên các khu vực, cách nhau bằng dấu phẩy. Mỗi khu vực thành một bản nháp, cần xem lại giờ và nơi họp trước khi công bố.
plan-code-taken = Mã { $code } đã có. Xin chọn mã khác.
plan-overlaps = Trùng giờ với hội nghị { $code } lúc { $time } của { $bodies }. Xin chọn giờ khác.
plan-published-already = Hội nghị này đã được công bố hoặc đã hủy.
plan-too-late = Hội nghị này đã kết thúc hoặc đã hủy, không sửa được nữa.
plan-problems = <b>Chưa được, xin sửa:</b>
plan-try-again = Xin sửa rồi gửi lại.
plan-unknown-line = • Không hiểu dòng “{ $line }”.
plan-missing = • Thiếu dòng “{ $field }”.
plan-unreadable = • Không đọc được “{ $field }”. Ví dụ: { $example }
plan-unknown-name = • { $field }: không có “{ $value }”.
plan-in-past = • Giờ bắt đầu đã qua.
plan-bad-length = • Giờ kết thúc phải sau giờ bắt đầu và trong vòng 24 tiếng.
plan-closes-too-late = • Hạn đăng ký phải trước giờ bắt đầu.
plan-reserved-above-capacity = • Số chỗ dành riêng nhiều hơn số chỗ.
plan-no-place = • Cần nơi họp, hoặc địa chỉ trực tuyến.
plan-kind = { $kind ->
    [constituency] đơn vị bầu cử
    [residence] nơi cư trú
    [workplace] nơi làm việc
    [theme] chuyên đề
    [audience] đối tượng
    [online] trực tuyến
   *[outside] ngoài đơn vị bầu cử
 }
plan-phase = { $phase ->
    [before] trước
   *[after] sau
 }
button-new-meeting = ➕ Tạo hội nghị
button-publish-meeting = 📣 Công bố
button-change-meeting = ✏️ Sửa
button-call-off-meeting = ❌ Hủy hội nghị
button-copy-meeting = 📄 Nhân bản
menu-check-in = Điểm danh hội nghị
menu-plan-meetings = Lập lịch tiếp xúc cử tri

## Không phải kiến nghị

gate-emergency =
    🚨 <b>Nếu có người đang gặp nguy hiểm, xin gọi ngay:</b>
    <b>113</b> – công an
    <b>114</b> – cháy, nổ, cứu nạn
    <b>115</b> – cấp cứu

    Tin nhắn ở đây không có người đọc ngay. Xin đừng chờ.
gate-danger-question =
    Có phải có người đang nguy hiểm ngay lúc này không?
    <b>113</b> – công an · <b>114</b> – cháy, nổ, cứu nạn · <b>115</b> – cấp cứu

    Nếu không, điều ông/bà viết được giữ lại và đi tiếp như một kiến nghị.
gate-danger-in-draft =
    Có phải có người đang nguy hiểm ngay lúc này không?
    <b>113</b> – công an · <b>114</b> – cháy, nổ, cứu nạn · <b>115</b> – cấp cứu
gate-goes-on = Vâng, đây là kiến nghị. Xin ông/bà tiếp tục với tin bên dưới.
gate-complaint =
    <b>Nội dung này có vẻ là khiếu nại</b> (đề nghị xem lại một quyết định hoặc việc làm của cơ quan đối với chính ông/bà).
    Khiếu nại được giải quyết theo Luật Khiếu nại: gửi đơn tới cơ quan đã ra quyết định, hoặc trình bày tại nơi tiếp công dân.
gate-denunciation =
    <b>Nội dung này có vẻ là tố cáo</b> (báo việc làm sai của một người hoặc cơ quan cụ thể).
    Tố cáo được giải quyết theo Luật Tố cáo, danh tính người tố cáo được giữ bí mật. Vì vậy tôi không chuyển nội dung này vào nhóm nào; xin gửi đơn hoặc trình bày trực tiếp tại nơi tiếp công dân.
gate-crime =
    <b>Nội dung này có vẻ là tin báo tội phạm.</b> Xin báo công an xã/phường hoặc gọi <b>113</b>, càng sớm càng tốt; giữ lại giấy tờ, tin nhắn, hình ảnh liên quan.
gate-reception-at = 📍 Nơi tiếp công dân: { $place }
gate-office-at = 📍 Văn phòng: { $place }
gate-police-at = 📍 Công an: { $place }
gate-reception-unknown = 📍 Nơi tiếp công dân: trụ sở UBND xã/phường nơi ông/bà ở, trong giờ hành chính.
gate-else = Nếu đây là kiến nghị chung (về chính sách, đường sá, dịch vụ …), xin bấm nút dưới đây: nội dung vừa viết còn được giữ trong một ngày.
gate-greeting = Kính chào ông/bà. Xin cứ viết điều muốn hỏi hoặc kiến nghị vào đây: việc gì, ở đâu, từ bao giờ.
gate-praise = Cảm ơn ông/bà. Ông/bà có muốn chuyển lời này tới tổ đại biểu nơi mình ở không? (kèm nơi ở và chữ cái đầu của tên)
gate-spam = Tôi chỉ nhận câu hỏi, kiến nghị gửi đại biểu HĐND. Nếu nội dung vừa viết đúng là kiến nghị, xin bấm nút dưới đây.
gate-gone = Nội dung này đã được dùng hoặc không còn được giữ nữa. Xin viết lại.
button-danger-now = Có người đang nguy hiểm ngay lúc này
button-no-danger = Không, đây là kiến nghị
button-general-petition = Đây là kiến nghị chung
button-pass-thanks = 💐 Chuyển lời cảm ơn
thanks-passed = 💐 Đã chuyển lời cảm ơn tới { $body }.
thanks-nowhere = Nơi ông/bà ở chưa có nhóm đại biểu để chuyển lời này. Xin cảm ơn ông/bà.
thanks-for-group = 💐 <b>Lời cảm ơn của cử tri</b> · { $area } · { $initials }

## Rút lại, sửa, bổ sung

card-state-withdrawn = ↩️ Cử tri đã rút lại lúc { $time }
card-revised = ✏️ Cử tri đã sửa lúc { $time }
card-supporters = 👥 Cùng kiến nghị: { $count }
card-repeated = 🔁 Kiến nghị qua { $count } kỳ họp
state-withdrawn = ↩️ Ông/bà đã rút lại ngày { $day }.
mine-state-withdrawn = ↩️ đã rút lại
refuse-withdrawn = Cử tri đã rút lại câu này.

## Câu hỏi tương tự

similar-title = <b>Đã có người hỏi gần giống.</b> Ông/bà có thể cùng kiến nghị (được tính thêm một người và được báo khi có trả lời), đọc câu trả lời, hoặc vẫn gửi câu của mình.
similar-item =
    <b>{ $number }.</b> { $area } · { $state }
    <blockquote expandable>{ $text }</blockquote>
similar-open = đang chờ trả lời, { $count } người
similar-answered = ✅ đã có trả lời
similar-own = câu của chính ông/bà
similar-content = Vâng. Không gửi câu mới nữa. Khi cần, ông/bà cứ viết vào đây.
button-support = 👥 Cùng kiến nghị (câu { $number })
button-read-answer = 📖 Đọc trả lời (câu { $number })
button-see-own = Xem câu của tôi (câu { $number })
button-send-anyway = Vẫn gửi câu của tôi
button-answer-enough = Đủ rồi, không cần gửi nữa
support-counted =
    👥 Đã ghi nhận ông/bà cùng kiến nghị câu <b>{ $code }</b> (thêm { $count } người ngoài người gửi).
    Hạn trả lời: { $due }. Khi có trả lời, tôi sẽ báo ngay.
support-too-late = Câu này không còn nhận thêm người cùng kiến nghị. Ông/bà có thể gửi câu của mình.
support-news = 👥 <b>{ $code }</b>: đã có thêm { $count } người cùng kiến nghị.
button-add-more = ➕ Bổ sung
button-withdraw = ↩️ Rút lại
button-withdraw-now = Rút lại, không nêu lý do
button-keep = Không rút nữa (Hủy)
add-prompt = Xin viết điều cần bổ sung cho câu <b>{ $code }</b>. Nội dung sẽ được chuyển tới nơi đang xử lý.
added = ➕ Đã chuyển phần bổ sung của câu <b>{ $code }</b> tới nơi xử lý.
withdraw-prompt = Vì sao ông/bà rút lại câu <b>{ $code }</b>? Xin viết một dòng, hoặc bấm nút.
withdrawn = ↩️ Đã rút lại câu <b>{ $code }</b>. Nơi xử lý đã được báo.
withdrawn-supporter = Câu <b>{ $code }</b> mà ông/bà cùng kiến nghị đã được người gửi rút lại. Nếu việc này vẫn cần, ông/bà cứ viết câu của mình vào đây.
revised = ✏️ Đã sửa câu <b>{ $code }</b> theo tin nhắn ông/bà vừa sửa. Nơi xử lý thấy cả nội dung trước và sau.
revise-too-late = Không sửa được nữa, nhưng ông/bà có thể bổ sung.
refuse-too-long = Dài quá, không ghi được. Xin ghi ngắn hơn.
refuse-too-many-additions = Câu này đã được bổ sung { $limit } lần, là mức tối đa. Xin gửi thành câu mới.
card-added = ➕ <b>{ $code }</b>: cử tri bổ sung
card-changed = ✏️ <b>{ $code }</b>: cử tri đã sửa nội dung
card-changed-before = Trước:
card-changed-after = Nay:
card-withdrawn = ↩️ <b>{ $code }</b>: cử tri đã rút lại. Không cần trả lời nữa.
timeline-revised = { $time } · ông/bà đã sửa nội dung
timeline-written-down = { $time }: văn phòng ghi lại lời trong tin thoại
timeline-added = { $time } · ông/bà đã bổ sung
timeline-withdrawn = { $time } · ông/bà đã rút lại

## Hội nghị: phát biểu, kết quả

speakers-head = 🎤 <b>Danh sách phát biểu { $code }</b> · đã nói: { $spoken } · còn: { $waiting } (người đã tới, theo thứ tự điểm danh)
speakers-line = { $mark } { $name } <i>{ $topic }</i>
speakers-next = Mời: <b>{ $name }</b>
speaker-name-ask = Xin gõ tên người muốn phát biểu (người tại chỗ).
button-speakers = 🎤 Phát biểu
button-has-spoken = ✅ Đã phát biểu
button-skip-speaker = ⏭ Chuyển người sau
button-add-speaker = ➕ Thêm người
button-close-meeting = 🏁 Ghi kết quả
outcome-too-early = Hội nghị chưa bắt đầu hoặc không diễn ra.
outcome-ask = Hội nghị { $code }: xin gõ ba số: số ý kiến, trong đó trả lời tại chỗ, trong đó chuyển tiếp. Ví dụ: <code>12 8 4</code>. Những người có mặt sẽ nhận tóm tắt.
outcome-unreadable = Xin gõ đúng ba số; số trả lời tại chỗ cộng số chuyển tiếp không được nhiều hơn số ý kiến. Ví dụ: 12 8 4
outcome-figures = Có mặt: <b>{ $present }</b> người · ý kiến: <b>{ $opinions }</b> · trả lời tại chỗ: <b>{ $answered }</b> · chuyển tiếp: <b>{ $passed_on }</b>
outcome-thanks = 🙏 Cảm ơn ông/bà đã dự hội nghị.
outcome-more = Ý kiến nào chưa kịp nói, xin gửi ngay tại đây.
button-ask-for-meeting-after = 📝 Gửi thêm ý kiến
fill-notice = 📈 Hội nghị <b>{ $code }</b> ({ $time }) đã đạt { $per_cent }% số chỗ ({ $taken } người).
too-few-notice = 📉 Hội nghị <b>{ $code }</b> ({ $time }) mới có { $taken } người đăng ký. Xin mời thêm bà con.
my-meetings = <b>Hội nghị tôi đã đăng ký</b>
my-meeting-seated = 🎫 { $code } · { $time } · Mã vé: <b>{ $ticket }</b>
my-meeting-waits = ⏳ { $code } · { $time } · đang chờ chỗ
button-show-ticket-of = 🎫 Xem vé { $code }
meeting-digest =
    📋 <b>Trước hội nghị { $code }</b> · { $time }
    Đăng ký: <b>{ $taken }</b> người · muốn phát biểu: <b>{ $wishes }</b>
meeting-digest-topic = 🎤 { $topic }
meeting-digest-open = Câu hỏi đang chờ đơn vị trả lời: <b>{ $count }</b>
meeting-digest-category = • { $category }: { $count }
meeting-digest-how = Xem từng câu: /dangmo

## Tệp đính kèm

media-received = 📎 Đã nhận: { $list }.
media-photos = { $count } ảnh
media-films = { $count } video
media-sounds = { $count } tin thoại
media-files = { $count } tệp
media-places = { $count } vị trí
media-needs-words = Xin viết vài lời: việc gì, ở đâu? (gửi thêm ảnh cũng được)
media-says-it = (Nội dung ở tệp đính kèm)
button-skip-words = Bỏ qua, nội dung ở tệp
button-send-voice = 📨 Gửi luôn tin thoại
button-skip-words-voice = Bỏ qua, xem lại rồi gửi
media-other = Tôi không nhận được nhãn dán, bình chọn, tin dạng story, quà tặng, trò chơi và các loại tin như vậy. Xin viết bằng chữ, hoặc gửi ảnh, video, tin thoại, tệp, vị trí.
media-after-consent = Để gửi ảnh và tệp, trước hết cần có sự đồng ý của ông/bà. Chúng chưa được lưu: sau khi đồng ý, xin gửi lại.
media-too-large = Tệp này nặng { $size } MB, giới hạn là { $limit } MB. Xin gửi tệp nhẹ hơn, hoặc cắt ngắn.
media-too-long = Tin thoại dài quá { $limit } phút. Xin chia thành mấy tin ngắn hơn, hoặc viết tóm tắt.
media-too-many = Mỗi câu hỏi kèm được nhiều nhất { $limit } tệp. Tệp này chưa được thêm.
media-held = Tệp gửi kèm được giữ lại trong một ngày: nếu ông/bà gửi nội dung này thành kiến nghị, tệp đi cùng.
media-not-kept = Tệp gửi kèm chưa được giữ lại. Nếu ông/bà vẫn gửi nội dung này thành kiến nghị, xin gửi lại tệp.
media-risky = Vì an toàn, tôi không nhận tệp loại “.{ $ending }”. Xin gửi PDF, Word, Excel, ảnh, video hoặc tin thoại.
media-papers = ⚠️ Xin đừng gửi ảnh giấy tờ tùy thân (CCCD, hộ chiếu …): đại biểu trong nhóm sẽ thấy tệp đính kèm. Nếu lỡ gửi, bấm “Hủy” rồi viết lại.
preview-attachments = 📎 Kèm theo: { $list } (đại biểu trong nhóm cũng thấy).

## Nhiều việc trong một tin, nhắc bản nháp

points-title = <b>Ông/bà nêu { $count } việc.</b> Tách thành { $count } câu hỏi riêng thì mỗi việc có mã riêng, đến đúng nơi xử lý và được trả lời riêng.
points-next = <b>Việc tiếp theo</b> (sau việc này còn { $left })
button-split = ✂️ Tách thành { $count } câu
button-keep-whole = Để chung một câu
button-back = ◀ Quay lại
draft-reminder = Bản nháp được giữ nguyên; tôi chỉ nhắc một lần này. Không gửi nữa thì gõ /huy.
media-old-draft = Ảnh, tệp vừa gửi chưa được lưu: xin chọn trước, rồi gửi lại.

## Hội nghị: phát biểu, kết quả

# ---- Các trạng thái khác của kiến nghị
card-state-asked-back = ⏸ Đã hỏi lại cử tri lúc { $time }, đang chờ trả lời; tạm dừng tính hạn.
card-state-sent-up = ⬆️ Đã chuyển lên { $to } lúc { $time }, văn bản { $number }; chờ kết quả.
card-state-set-aside = 🗓 Tạm gác đến { $day }.
card-state-returned = ↩️ Đã trả lại kèm hướng dẫn lúc { $time }.
card-state-merged = 🔗 Đã gộp vào kiến nghị khác.
state-asked-back = ⏸ Đang chờ ông/bà trả lời thêm; hạn trả lời tạm dừng.
state-sent-up = ⬆️ Đã chuyển lên { $to }; đang chờ kết quả.
state-set-aside = 🗓 Tạm gác đến { $day }.
state-returned = ↩️ Đã trả lại kèm hướng dẫn ngày { $day }.
state-merged = 🔗 Đã gộp vào kiến nghị cùng nội dung.
mine-state-asked-back = chờ ông/bà trả lời
mine-state-sent-up = đã chuyển cấp trên
mine-state-set-aside = tạm gác đến { $day }
mine-state-returned = đã trả lại, có hướng dẫn
mine-state-merged = đã gộp
refuse-returned = Kiến nghị này đã được trả lại kèm hướng dẫn.
refuse-merged = Kiến nghị này đã được gộp vào kiến nghị khác.
refuse-waits-for-resident = Đang chờ cử tri trả lời thêm; khi có trả lời, kiến nghị sẽ mở lại.
refuse-not-waiting = Kiến nghị này không ở trạng thái đó nữa.
refuse-bad-day = Ngày không hợp lệ: phải sau hôm nay (và sau hạn hiện tại), không muộn hơn { $latest }.
refuse-not-mergeable = Chỉ gộp được vào một kiến nghị khác đang mở.
prompt-words-only = Xin trả lời bằng chữ.

## Hồ sơ (/caidat)

settings-kept =
    <b>Hồ sơ của ông/bà</b> (bấm nút để đổi)
    Tên (văn phòng thấy): <b>{ $name }</b>
    Khu vực: <b>{ $areas }</b>
    Điện thoại: <b>{ $phone }</b>
    Ngôn ngữ: <b>{ $language }</b>
    Đồng ý lưu: { $time } (bản { $version })
settings-always = Tin về câu hỏi của ông/bà và về thay đổi của hội nghị đã đăng ký thì luôn được gửi.
settings-quiet = ⚠️ Đang tắt nhắc trước hội nghị: tôi sẽ không nhắc các hội nghị ông/bà đăng ký.
settings-quiet-registered = ⚠️ Đang tắt nhắc trước hội nghị: tôi sẽ không nhắc { $codes }.
settings-without-consent =
    <b>Hồ sơ của ông/bà</b>
    Ông/bà chưa đồng ý cho lưu (hoặc đã rút lại): tôi không giữ tên và không nhận câu hỏi. Khi gửi câu hỏi, tôi sẽ hỏi ý kiến ông/bà.
settings-no-area = chưa chọn
settings-no-phone = không có
button-settings-back = ◀ Quay lại
button-more-areas = ➕ Khu vực khác
button-areas = 📍 Khu vực ({ $count })
button-rename = ✏️ Sửa tên
button-share-phone = 📱 Cho số máy
button-drop-phone = 🗑 Xóa số máy
button-hear-meetings = 🔔 Hội nghị mới: { $on ->
    [on] đang bật
   *[off] đang tắt
 }
button-hear-reminders = ⏰ Nhắc trước hội nghị: { $on ->
    [on] đang bật
   *[off] đang tắt
 }
button-hear-announcements = 📢 Thông báo, khảo sát: { $on ->
    [on] đang bật
   *[off] đang tắt
 }
button-plain-words = Chữ đơn giản: { $on ->
    [on] đang bật
   *[off] đang tắt
 }
toast-switched = { $on ->
    [on] Đã bật.
   *[off] Đã tắt.
 }
toast-reminders-off = Đã tắt nhắc trước hội nghị. Hội nghị đổi giờ, đổi nơi hay bị hủy thì tôi vẫn báo.
toast-reminders-off-for = Đã tắt. Tôi sẽ không nhắc { $codes } mà ông/bà đã đăng ký. Đổi giờ, đổi nơi hay hủy thì tôi vẫn báo.
reminders-are-off = ⚠️ Ông/bà đang tắt nhắc trước hội nghị, nên tôi sẽ không nhắc hội nghị này. Muốn bật lại: /caidat
plain-words-on = Vâng. Từ giờ tôi nói ngắn, không dùng biểu tượng.
plain-words-off = Vâng. Từ giờ tôi nói đầy đủ như trước.

## Hồ sơ: khu vực

area-role = { $role ->
    [lives] nơi ở
    [works] nơi làm việc
   *[other] nơi khác
 }
areas-title = <b>Khu vực của ông/bà</b>
areas-first = { $number }. { $area } – chính, dùng cho câu hỏi mới
areas-line = { $number }. { $area }
areas-how = Lịch và tin hội nghị mới tính cả các khu vực này. Bấm một khu vực để đổi.
area-one =
    <b>{ $area }</b>
    Với ông/bà, đây là: <b>{ $role }</b>
area-add = Thêm khu vực nào? Bấm tên, hoặc gõ tên (không dấu cũng được).
area-add-below = Thôn/tổ dân phố nào của { $area }? Bấm tên, hoặc gõ tên.
area-enough = Mỗi người lưu nhiều nhất { $limit } khu vực. Xin bỏ bớt một khu vực trước.
area-last = Cần giữ ít nhất một khu vực. Muốn đổi, bấm “Đổi nơi ở”.
button-add-area = ➕ Thêm khu vực
button-role = { $role ->
    [lives] Nơi ở
    [works] Làm việc
   *[other] Khác
 }
button-role-now = ✅ { $role }
button-first-area = ⬆️ Đặt làm khu vực chính
button-neighbourhoods = Chọn thôn/tổ dân phố
button-drop-area = 🗑 Bỏ khu vực này

## Hồ sơ: điện thoại, tên

phone-ask =
    Số điện thoại để văn phòng gọi khi cần hỏi thêm. Không bắt buộc.
    { $who ->
        [body] Cán bộ văn phòng và đại biểu đang giữ câu hỏi xem được, khi cần, mỗi lần xem đều ghi lại; không hiện trong nhóm, không công khai.
       *[office] Chỉ cán bộ văn phòng xem được, khi cần, mỗi lần xem đều ghi lại; không hiện trong nhóm, không công khai.
    } Xóa lúc nào cũng được ở /caidat.
    Bấm “Gửi số của tôi” ở dưới.
button-send-phone = 📱 Gửi số của tôi
phone-kept = ✅ Đã lưu số điện thoại { $phone }.
phone-dropped = Đã xóa số điện thoại.
phone-left = Vâng, không lưu số điện thoại.
phone-not-own = Đây không phải số của chính ông/bà nên tôi không lưu, cũng không chuyển danh thiếp vào nhóm đại biểu. Muốn cho số của mình: /caidat. Muốn hỏi: xin viết nội dung bằng chữ.
phone-bad = Số này không đúng dạng số điện thoại nên tôi không lưu.
phone-typed = Số gõ tay thì tôi không lưu, vì không biết chắc là số của ông/bà. Xin bấm “Gửi số của tôi” ở dưới, hoặc “Quay lại”.
phone-after-consent = Số điện thoại vừa gửi chưa được lưu. Nếu đồng ý, xin bấm gửi lại.
name-ask =
    Tên hiện nay: <b>{ $name }</b>
    Xin gõ tên mà văn phòng nên thấy. Nhóm đại biểu chỉ thấy chữ cái đầu.
name-bad = Xin gõ họ tên bằng chữ, không có số (nhiều nhất 64 ký tự).
button-telegram-name = Dùng lại tên Telegram

## Khu vực của câu hỏi

place-named = 📍 Trong lời ông/bà có nhắc tới <b>{ $area }</b>. Nếu việc này ở đó, xin bấm nút đó.
place-named-instead = 📍 Trong lời ông/bà có nhắc tới <b>{ $area }</b>, còn câu hỏi đang ghi { $before }. Nếu việc này ở đó, xin bấm để đổi.
place-choose-part = Việc này ở thôn, tổ dân phố nào của <b>{ $area }</b>? Xin bấm, gõ tên, hoặc bỏ qua.
place-near = 📍 Vị trí này gần <b>{ $area }</b> nhất.
place-near-instead = 📍 Vị trí này gần <b>{ $area }</b> nhất, còn câu hỏi đang ghi { $before }. Nếu cần, bấm để đổi.
place-far = 📍 Vị trí này ở ngoài địa bàn của hội đồng. Nếu gửi nhầm, xin gửi lại vị trí.
place-choose = <b>Câu hỏi này về khu vực nào?</b> Nơi ở của ông/bà không đổi.
button-place = 📍 { $area }
button-place-instead = 📍 Đổi sang { $area }
companions-settled = ✅ Hội nghị { $code }: đã ghi { $size } người, tính cả ông/bà.
button-other-area = 📍 Đổi khu vực
# ---- Vai trò, lời mời, giao việc, bàn giao, nhật ký
role-name =
    { $role ->
        [administrator] quản trị
        [clerk] thư ký
        [head] tổ trưởng
        [delegate] đại biểu
       *[observer] theo dõi
    }
role-until = đến { $time }
role-until-revoked = đến khi thu hồi
roles-none = <b>Chưa ai được giao vai trò.</b> Thành viên nhóm của mỗi đơn vị vẫn làm việc thay đơn vị.
roles-title = <b>{ $count } vai trò đang giao.</b> Bấm một tên để xem, thu hồi hoặc bàn giao.
roles-holder = <b>{ $name }</b>: { $role }, { $until }.
roles-holder-left = Người này đã rời nhóm của đơn vị: vai trò tạm thời không có tác dụng.
roles-holder-open = Đang giữ { $count } kiến nghị chưa xong.
roles-revoke-ask = Thu hồi vai trò <b>{ $role }</b> của <b>{ $name }</b>? Có hiệu lực ngay; kiến nghị đang giữ được bàn giao lại.
roles-revoked = ✅ Đã thu hồi vai trò { $role } của { $name }.
roles-told-revoked = Vai trò <b>{ $role }</b> của ông/bà đã được thu hồi. Xin cảm ơn ông/bà đã tham gia.
roles-told-expired = Vai trò <b>{ $role }</b> của ông/bà đã hết thời hạn. Xin cảm ơn ông/bà đã tham gia.
roles-not-admin = Chỉ người quản trị xem và giao vai trò.
roles-only-office = Việc này làm trong nhóm văn phòng, hoặc nhắn riêng với bot.
roles-gone = Vai trò này đã hết hoặc đã thu hồi.
button-invite = ➕ Mời người
button-invitations = ✉️ Lời mời đang mở ({ $count })
button-revoke = Thu hồi
button-revoke-now = Thu hồi ngay
button-handover = 📦 Bàn giao
invite-choose-role = <b>Mời vào vai trò nào?</b>
invite-choose-body = <b>Mời { $role } cho đơn vị nào?</b>
invite-link = <b>Lời mời: { $role }</b>
    { $link }
    Liên kết dùng được một lần, trong { $hours } giờ. Ai mở trước thì nhận được, nên xin chỉ gửi riêng cho người được mời. Vai trò có hiệu lực đến { $until }.
invite-offer = { $council } mời ông/bà giữ vai trò <b>{ $role }</b>, đến { $until }.
invite-accepted = ✅ Từ giờ ông/bà giữ vai trò <b>{ $role }</b>, đến { $until }.
invite-next-administrator = Gõ /vaitro để mời người, /nhatky để xem nhật ký.
invite-next-clerk = Việc của văn phòng có trong trình đơn: /taolich, /diemdanh, /nhatky.
invite-next-head = Gõ /dangmo để xem kiến nghị của đơn vị. Trong nhóm, gõ /bangiao để bàn giao việc.
invite-next-delegate = Gõ /dangmo để xem kiến nghị của đơn vị. Trả lời cử tri thì vào nhóm, trả lời (reply) thẻ.
invite-next-observer = Gõ /dangmo để xem kiến nghị của đơn vị. Vai trò theo dõi chỉ xem.
invite-declined = Đã ghi nhận: ông/bà không nhận vai trò này.
invite-useless = Liên kết này không dùng được. Xin liên hệ văn phòng nếu cần lời mời mới.
invite-told-accepted = { $name } đã nhận vai trò { $role }.
invitations-none = Không có lời mời nào đang mở.
invitations-title = <b>{ $count } lời mời đang mở</b>
invitations-line = Số { $number }: { $role }, dùng được đến { $until }
button-uninvite = Hủy lời mời số { $number }
button-accept-role = ✅ Nhận
button-decline-role = Không
invitation-was-spent = Lời mời này đã được dùng, đã hủy hoặc đã hết hạn.
sent-in-private = Đã gửi riêng cho ông/bà.
start-bot-first = Xin mở t.me/{ $bot }, bấm Bắt đầu, rồi bấm lại nút này.
list-closed = Đã đóng.
button-close = Đóng
refuse-observer = Ông/bà tham gia với vai trò theo dõi: chỉ xem, không thao tác.
button-assign = 👤 Giao
button-phone = 📞 Xem số điện thoại
button-words = 👁 Xem nguyên văn
assign-choose = <b>Giao { $code } cho ai?</b>
assign-nobody = Chưa biết ai trong đơn vị để giao { $code }. Người đã thao tác trong nhóm hoặc có vai trò sẽ hiện ở đây.
assign-done = 👤 { $code }: giao cho <b>{ $name }</b> bởi { $by }.
assign-told = 👤 { $by } giao ông/bà trả lời <b>{ $code }</b> thay { $body }.
assign-not-known = Người này không (còn) trong danh sách của đơn vị.
desk-hint = Để trả lời: vào nhóm của đơn vị, trả lời (reply) thẻ này.
phone-office-only = Số điện thoại của cử tri chỉ văn phòng xem được. Cần hỏi thêm, xin bấm “Hỏi lại” hoặc nhờ văn phòng gọi.
phone-none = Cử tri không để lại số điện thoại.
phone-start-bot = Số điện thoại chỉ gửi riêng. Xin mở t.me/{ $bot }?start=d_{ $code } và bấm Bắt đầu.
words-start-bot = Nguyên văn chỉ gửi riêng. Xin mở t.me/{ $bot }?start=w_{ $code } và bấm Bắt đầu.
words-shown = 👁 { $code } ({ $initials }), nguyên văn. Xin chỉ dùng cho việc này, không chuyển tiếp. Lần xem đã được ghi nhật ký.
phone-shown = 📞 { $code } ({ $initials }): <b>{ $phone }</b>
    Xin chỉ dùng cho việc này, không chuyển tiếp. Lần xem đã được ghi nhật ký.
handover-member = { $name } ({ $count })
handover-choose-from = <b>{ $body }: bàn giao việc của ai?</b>
handover-nothing = { $body }: không ai đang giữ kiến nghị nào.
handover-choose-to = <b>Bàn giao { $count } kiến nghị của { $name } cho ai?</b>
handover-nobody = Chưa biết ai khác trong đơn vị để nhận việc của { $name }.
handover-nothing-left = Người này không còn giữ kiến nghị nào.
handover-not-head = Chỉ tổ trưởng của đơn vị hoặc người quản trị bàn giao việc.
handover-only-group = Bàn giao trong nhóm của đơn vị: gõ /bangiao ở đó. Người quản trị bàn giao từ /vaitro.
handover-notice = 📦 Bàn giao { $count } kiến nghị của { $from } cho <b>{ $to }</b>: { $codes }
handover-notice-free = 📦 { $from } không còn giữ { $count } kiến nghị: { $codes }. Xin bấm “Nhận” trên thẻ.
handover-bundle = <b>Bàn giao từ { $name }: { $count } kiến nghị</b>
handover-item = { $number }. <b>{ $code }</b> · { $category } · { $area } · hạn { $due }
trial-begins = Nếu người quản trị không gắn nhóm trong { $minutes } phút, tôi sẽ rời nhóm.
trial-over = Nhóm này chưa gắn với đơn vị nào nên tôi xin rời nhóm. Khi cần, người quản trị thêm tôi lại và gõ /lienket.
menu-roles = Vai trò, lời mời
menu-audit = Nhật ký
audit-not-clerk = Chỉ văn phòng và người quản trị xem nhật ký.
audit-title = <b>Nhật ký</b>, mới nhất trước
audit-title-about = <b>Nhật ký: { $about }</b>, mới nhất trước
audit-nothing = Không có dòng nào.
audit-unknown = Không tìm thấy. Gõ /nhatky, /nhatky MÃ_CÂU_HỎI hoặc /nhatky TÊN cán bộ.
audit-which = <b>Có nhiều người mang tên này. Xem của ai?</b>
audit-line = { $time } · <b>{ $who }</b>: { $what }
audit-bot = Bot
audit-resident = Cử tri
audit-administrator = Quản trị { $number }
audit-deed =
    { $kind ->
        [consent_given] đồng ý xử lý dữ liệu
        [consent_refused] không đồng ý xử lý dữ liệu
        [consent_withdrawn] rút lại sự đồng ý
        [data_given] xem dữ liệu của mình
        [erasure_asked] yêu cầu xóa dữ liệu
        [erasure_taken_back] thôi yêu cầu xóa dữ liệu
        [person_forgotten] xóa dữ liệu của một người
        [data_request_made] ghi nhận yêu cầu về dữ liệu
        [data_request_viewed] xem yêu cầu về dữ liệu
        [data_handed_over] in dữ liệu cho người không dùng Telegram
        [data_request_closed] giải quyết yêu cầu về dữ liệu
        [retention_done] xóa dữ liệu hết hạn lưu
        [audit_exported] tải nhật ký
        [paper_issued] phát hành giấy tờ
        [area_chosen] chọn nơi ở
        [profile_changed] đổi hồ sơ cá nhân
        [question_received] gửi câu hỏi
        [question_forwarded] chuyển câu hỏi
        [question_claimed] nhận câu hỏi
        [question_released] thôi nhận câu hỏi
        [note_kept] ghi nội bộ
        [answer_sent] gửi trả lời cử tri
        [answer_delivered] trả lời đã đến cử tri
        [answer_undelivered] trả lời chưa đến được cử tri
        [chat_linked] gắn nhóm
        [chat_migrated] nhóm đổi mã
        [registration_made] đăng ký hội nghị
        [registration_cancelled] hủy đăng ký hội nghị
        [seat_offered] mời người đang chờ vào chỗ trống
        [seat_accepted] nhận chỗ
        [offer_lapsed] thu lại chỗ không ai nhận
        [arrived] điểm danh
        [arrival_undone] bỏ điểm danh
        [walk_ins_counted] đếm người đến không đăng ký
        [meeting_planned] tạo hội nghị
        [meeting_published] công bố hội nghị
        [meeting_changed] đổi hội nghị
        [meeting_cancelled] hủy hội nghị
        [reserved_seat_given] xếp ghế dành riêng
        [reserved_seat_returned] trả ghế dành riêng
        [speaker_called] mời phát biểu
        [live_question_decided] xét câu hỏi trực tiếp
        [meeting_held] ghi kết quả hội nghị
        [update_set_aside] gác lại một tin không xử lý được
        [trouble_settled] xử lý một sự cố
        [redirected] chỉ người gửi đến nơi tiếp nhận khác
        [redirection_overruled] khẳng định là kiến nghị chung
        [question_supported] cùng kiến nghị
        [question_repeated] nêu lại kiến nghị kỳ trước
        [answer_found_before_asking] thấy trả lời có sẵn là đủ
        [question_revised] sửa câu hỏi
        [question_written_down] ghi lời trong tin thoại
        [question_added_to] bổ sung câu hỏi
        [question_withdrawn] rút câu hỏi
        [thanks_passed_on] gửi lời cảm ơn
        [invitation_made] tạo lời mời
        [invitation_revoked] hủy lời mời
        [invitation_declined] từ chối vai trò
        [role_granted] nhận vai trò
        [role_revoked] thu hồi vai trò
        [role_expired] hết hạn vai trò
        [member_left] rời nhóm
        [question_assigned] giao câu hỏi
        [question_handed_over] bàn giao câu hỏi
        [phone_viewed] xem số điện thoại cử tri
        [words_viewed] xem nguyên văn phần được che
        [guest_list_viewed] xem danh sách tên người dự
        [consultation_published] mở đợt góp ý dự thảo
        [consultation_closed] kết thúc đợt góp ý dự thảo
        [statement_decided] xét câu cử tri nêu trong đợt góp ý
        [broadcast_submitted] gửi duyệt thông báo
        [broadcast_approved] duyệt thông báo
        [broadcast_paused] tạm dừng thông báo
        [broadcast_resumed] gửi tiếp thông báo
        [broadcast_stopped] dừng hẳn thông báo
        [broadcast_ended] gửi xong thông báo
        [person_banned] chặn một người
        [person_unbanned] bỏ chặn
        [ban_appealed] người bị chặn có ý kiến
        [group_left] rời nhóm không gắn đơn vị
        [answer_submitted] gửi câu trả lời chờ duyệt
        [answer_approved] duyệt câu trả lời
        [answer_sent_back] trả câu trả lời về để sửa
        [points_left_out] bỏ qua một số ý của câu hỏi
        [answer_published] công bố câu trả lời
        [answer_kept_back] không công bố câu trả lời
        [publication_taken_back] gỡ câu trả lời khỏi công khai
        [answer_corrected] đính chính câu trả lời
        [answer_judged] đánh giá câu trả lời
        [question_reopened] chưa đồng tình, câu hỏi được mở lại
        [question_obliged] đủ người cùng kiến nghị, phải trả lời
        [question_called_back] gọi lại hỏi ý kiến
        [site_visited] khảo sát thực tế
        [question_assessed] đánh giá của HĐND
        [question_resolved] xác nhận đã giải quyết xong
        [resolution_confirmed] xác nhận việc đã xong
        [resolution_denied] báo việc chưa xong
        [resolution_reopened] việc chưa xong, phải làm lại
        [promise_made] hứa thời hạn với cử tri
        [promise_kept] báo đã làm xong việc đã hứa
        [promise_postponed] lùi hạn đã hứa
        [question_entered] nhập hộ kiến nghị
        [question_followed] chứng minh là người gửi và theo dõi kiến nghị
        [answer_handed_over] báo trả lời bằng giấy hoặc điện thoại
        [reply_written_down] ghi lại lời cử tri trả lời thêm
        [contact_seen] xem tên, số điện thoại người gửi
        [slip_printed] in giấy biên nhận
        [slip_refused] nhập sai mã trên giấy biên nhận
        [question_corrected] sửa phân loại
        [question_merged] gộp vào kiến nghị khác
        [question_took_in] nhận kiến nghị được gộp vào
        [question_split] tách kiến nghị
        [question_split_off] kiến nghị được tách ra
        [question_related] ghi hai kiến nghị liên quan
        [question_returned] trả lại kèm hướng dẫn
        [question_chased] hỏi thăm tiến độ
        [reminder_put_off] hoãn nhắc hạn
        [question_nominated] đề cử chất vấn
        [nomination_withdrawn] rút đề cử chất vấn
        [question_transferred] chuyển đơn vị khác
        [author_asked_back] hỏi lại cử tri
        [author_replied] trả lời câu được hỏi lại
        [wait_ended] xử lý tiếp, không chờ cử tri
        [question_sent_up] chuyển cấp trên
        [question_set_aside] tạm gác
        [question_brought_back] đưa trở lại xử lý
        [question_extended] gia hạn trả lời
       *[other] việc khác ({ $kind })
    }
# ==== Nhập hộ, theo dõi bằng phiếu, ý kiến tại hội nghị
enter-title = 📝 <b>Nhập hộ kiến nghị</b>
enter-unfinished = Ông/bà đang nhập dở một kiến nghị. Xin nhập tiếp, hoặc bỏ để nhập mới.
enter-known-name = Người gửi: <b>{ $name }</b>
enter-known-no-name = Người gửi: không nêu tên
enter-known-phone = Điện thoại: { $phone }
enter-known-area = Nơi: { $area }
enter-known-category = Lĩnh vực: { $category }
enter-known-body = Nơi xử lý: <b>{ $body }</b> · hạn trả lời: <b>{ $due }</b>
enter-ask-name = <b>Họ tên người gửi?</b> Xin gõ tên. Nhóm đại biểu chỉ thấy chữ cái đầu.
enter-name-in-group = Để giữ kín tên và số điện thoại với người trong nhóm, xin nhập ở chat riêng với @{ $bot }: /nhapho
enter-ask-phone = <b>Số điện thoại?</b> Chỉ văn phòng thấy, để báo tin. Có số này, người dân cũng theo dõi được trên Telegram.
enter-bad-phone = Số điện thoại chưa đúng. Ví dụ: 0912 345 678. Không có thì bấm “Bỏ qua”.
enter-ask-source = <b>Kiến nghị đến bằng cách nào?</b>
enter-ask-meeting = <b>Phát biểu tại hội nghị nào?</b>
enter-no-meeting = Chưa có hội nghị nào gần đây. Xin bấm “Quay lại” và chọn cách khác.
enter-ask-area = <b>Việc này ở đâu?</b> Bấm tên, hoặc gõ tên.
enter-ask-part = <b>Ở chỗ nào của { $area }?</b>
enter-area-unknown = Chưa rõ nơi này. Xin bấm tên trong danh sách, hoặc gõ lại.
enter-ask-text = <b>Nội dung?</b> Xin ghi đúng lời người dân: việc gì, ở đâu, mong muốn gì. Đừng ghi tên, số điện thoại vào nội dung.
enter-ask-text-again = <b>Nội dung?</b> Xin gõ lại, hoặc giữ nguyên:
enter-ask-spoken = <b>Nội dung đã phát biểu?</b> Chủ đề đăng ký: <i>{ $topic }</i>
enter-text-too-short = Nội dung quá ngắn. Xin ghi rõ việc gì, ở đâu.
enter-text-too-long = Nội dung dài quá { $limit } ký tự. Xin ghi gọn lại.
enter-ask-category = <b>Lĩnh vực nào?</b> Mấy dòng đầu là gợi ý.
enter-preview = <b>Xem lại trước khi gửi</b>
enter-who-sees = Nhóm đại biểu thấy nội dung, nơi, chữ cái đầu của tên. Tên và số điện thoại chỉ văn phòng thấy.
enter-prompt-name = Xin trả lời (reply) tin này: họ tên người gửi.
enter-prompt-phone = Xin trả lời (reply) tin này: số điện thoại.
enter-prompt-text = Xin trả lời (reply) tin này: nội dung kiến nghị.
enter-looks-urgent = 🚨 Nội dung giống việc nguy hiểm đến tính mạng. Xin gọi ngay <b>113</b>, <b>114</b>, <b>115</b> trước khi nhập.
enter-looks-complaint = ⚠️ Nội dung giống đơn <b>khiếu nại</b>. Nếu đúng, xin hướng dẫn người dân tới nơi tiếp công dân. { $at } Nếu là kiến nghị chung thì cứ nhập tiếp.
enter-looks-denunciation = ⚠️ Nội dung giống đơn <b>tố cáo</b>. Nếu đúng, đừng nhập ở đây; xin hướng dẫn người dân tới nơi tiếp công dân. { $at } Nếu là kiến nghị chung thì cứ nhập tiếp.
enter-looks-crime = ⚠️ Nội dung giống tin báo tội phạm. Nếu đúng, xin báo công an. Nếu là kiến nghị chung thì cứ nhập tiếp.
enter-sent = ✅ Đã nhập <b>{ $code }</b>.
enter-left = Đã bỏ, không lưu gì.
enter-gone = Phần nhập này đã gửi hoặc đã bỏ.
enter-not-yours = Chỉ người đang nhập bấm được nút này.
enter-not-clerk = Chỉ văn phòng được nhập hộ. Nếu ông/bà thuộc văn phòng, xin gõ /nhapho trong nhóm của văn phòng trước, rồi quay lại đây.
enter-only-office = Chỉ nhóm của văn phòng hoặc MTTQ được nhập hộ.
button-no-name = Bỏ qua, không nêu tên
button-keep-words = Giữ nguyên nội dung
button-whole-area = Bỏ qua, cả địa bàn
button-all-categories = Lĩnh vực khác…
button-enter-anew = 🗑 Bỏ, nhập mới
button-enter-another = 📝 Nhập kiến nghị khác
button-source = { $source ->
    [in_person] 🏢 Đến trực tiếp
    [phone] ☎️ Qua điện thoại
    [letter] ✉️ Qua thư
   *[meeting] 🎤 Tại hội nghị
 }
question-source = { $source ->
    [in_person] đến trực tiếp
    [phone] qua điện thoại
    [letter] qua thư
    [meeting] phát biểu tại hội nghị
   *[telegram] qua Telegram
 }
question-kind = { $kind ->
    [report] Phản ánh
    [question] Câu hỏi cho kỳ họp
    [opinion] Góp ý dự thảo
    [thanks] Khen, cảm ơn
   *[petition] Kiến nghị
 }
source-line = Nguồn: { $source }
kind-line = Loại: { $kind }
for-meeting-line = Gửi cho hội nghị: <b>{ $code }</b>
session-missed = Đã quá hạn gửi câu hỏi tới { $missed }; câu này được đưa vào { $session }.
session-missed-none = Đã quá hạn gửi câu hỏi tới { $missed }; câu này được đưa vào kỳ họp sau.
entered-no-name = không nêu tên
slip-head = 🧾 <b>Phiếu tiếp nhận { $code }</b>
slip-received = Ngày nhận: { $day }
slip-how =
    Xin in tệp kèm theo và đưa cho người dân. Theo dõi trên Telegram: { $link }
    Mã phiếu (dùng một lần): <code>{ $slip }</code>
slip-author-told = Người phát biểu có Telegram, đã được báo mã này.
slip-file = 🖨 { $code }: phiếu để in
slip-answer-file = 🖨 { $code }: câu trả lời để in
button-reprint = 🖨 In lại (mã phiếu mới)
page-receipt-title = Phiếu tiếp nhận kiến nghị
page-answer-title = Trả lời kiến nghị
page-words = Nội dung
page-answers = { $body } trả lời
page-how =
    <b>Theo dõi trên Telegram:</b> quét mã bên cạnh, hoặc mở { $link }
    Mã kiến nghị: <b>{ $code }</b>
    Mã phiếu (dùng một lần, xin giữ kín): <b>{ $slip }</b>
    Không dùng Telegram: xin gọi văn phòng và đọc mã kiến nghị.
page-answer-how = Theo dõi tiếp trên Telegram: quét mã bên cạnh, hoặc mở { $link }
paper-answered = 📄 <b>{ $code }</b> ({ $source }) đã có trả lời của <b>{ $body }</b> ({ $class }). Người gửi không dùng Telegram.
paper-answered-how = Xin in ra, gọi điện hoặc gửi thư cho người dân, rồi bấm “Đã báo”.
paper-news = 📄 <b>{ $code }</b>: người gửi không dùng Telegram. Xin gọi điện hoặc gửi thư, báo cho người dân:
paper-handed-over = ✅ <b>{ $code }</b>: { $name } đã báo câu trả lời cho người dân.
paper-too-late = Câu này không còn chờ báo bằng giấy.
paper-reply-ask = Kiến nghị { $code }: người dân nói gì?
paper-reply-kept = ✅ Đã ghi lời người dân vào <b>{ $code }</b>.
button-print-answer = 🖨 In câu trả lời
button-see-contact = ☎️ Xem liên hệ
button-handed-over = ✅ Đã báo cho người dân
button-write-reply = ✍️ Ghi lời người dân
contact-of =
    <b>{ $code }</b> · chỉ để báo tin cho người dân
    Tên: { $name }
    Điện thoại: { $phone }
contact-not-given = không có
contact-in-private = Đã gửi vào chat riêng của ông/bà.
contact-open-private = Xin mở chat riêng với bot, bấm Start, rồi bấm lại nút này.
card-state-on-paper = 📄 { $name } đã trả lời ({ $class }). Không gửi qua Telegram: văn phòng báo cho cử tri bằng giấy hoặc điện thoại.
card-state-handed-over = ✅ { $name } đã trả lời ({ $class }). Văn phòng đã báo cho cử tri lúc { $time }, không qua Telegram.
follow-offer =
    <b>Theo dõi kiến nghị { $code }</b>
    Nếu văn phòng đã nhập kiến nghị này cho ông/bà, xin chứng minh bằng một trong hai cách. Khi đúng, ông/bà sẽ thấy diễn biến và câu trả lời tại đây.
follow-ask-slip = Xin gõ <b>mã phiếu</b> gồm 8 ký tự, in trên phiếu tiếp nhận { $code }.
follow-not-a-slip = Mã phiếu gồm 8 chữ và số, ví dụ ABCD-2345. Xin xem lại phiếu và gõ lại.
follow-wrong-slip = Mã phiếu không khớp. Xin xem lại từng ký tự. Hôm nay còn { $left } lần thử.
follow-too-many = Ông/bà đã thử quá nhiều lần hôm nay. Xin thử lại ngày mai, hoặc gọi văn phòng.
follow-lone-slip = Đây có vẻ là mã phiếu. Xin gõ mã câu hỏi in trên phiếu trước, thí dụ <code>/cuatoi DT-0042K</code>, rồi mới gõ mã phiếu.
follow-ask-phone = Bấm nút bên dưới để gửi số điện thoại của chính ông/bà. Số này chỉ dùng để so với số đã để lại khi nộp { $code }, không được lưu.
follow-own-number = Xin gửi số điện thoại của chính ông/bà bằng nút bên dưới, không gửi danh thiếp của người khác.
follow-wrong-phone = Số điện thoại này không khớp với số đã để lại. Ông/bà có thể dùng mã phiếu, hoặc gọi văn phòng.
follow-left = Đã thôi.
follow-done = ✅ Từ giờ ông/bà theo dõi <b>{ $code }</b> tại đây. Có tin mới, tôi sẽ báo ngay.
button-type-slip = 🔑 Gõ mã phiếu
button-prove-phone = 📱 Dùng số điện thoại đã để lại
button-share-phone-to-follow = 📱 Gửi số của tôi
timeline-entered = { $time } · văn phòng nhập hộ ({ $source })
timeline-followed = { $time } · ông/bà bắt đầu theo dõi trên Telegram
timeline-handed-over = { $time } · văn phòng đã báo câu trả lời, không qua Telegram
timeline-reply-written = { $time } · văn phòng ghi thêm lời ông/bà
opinion-recorded = 🎤 Ý kiến ông/bà phát biểu tại hội nghị { $meeting } đã được ghi nhận, mã <b>{ $code }</b>.
opinions-of-yours = 🎤 Ý kiến của ông/bà đã ghi nhận, mã <b>{ $codes }</b>.
outcome-recorded = Đã ghi thành kiến nghị: <b>{ $count }</b>
button-record-opinion = 📝 Ghi ý kiến: { $name }
ask-for-meeting = 📝 <b>Câu hỏi cho hội nghị { $code }</b>, { $time }
meeting-digest-asked = Câu hỏi gửi cho hội nghị này: <b>{ $count }</b>
preview-meeting = Gửi cho hội nghị: <b>{ $code }</b>, { $time }
preview-missed = ⚠️ Đã hết hạn gửi câu hỏi tới { $missed }: câu này sẽ được đưa vào kỳ họp sau.
help-group-desk = • /nhapho – nhập kiến nghị cho người không dùng Telegram
## Phân loại (văn phòng)

menu-triage = Phân loại câu hỏi mới
queue-count = 📥 <b>Chờ phân loại: { $count }</b>, cũ nhất { $oldest }.
queue-today = hôm nay
queue-days = { $days } ngày
queue-overdue = 🔴 Trong đó { $count } câu đã quá hạn phân loại ({ $limit } ngày làm việc).
queue-empty = ✅ Không còn câu nào chờ phân loại.
queue-notice = 📥 Có { $count } câu hỏi mới chờ phân loại. Câu cần xem trước nhất:
queue-cannot-pin = 📌 Tôi chưa ghim được tin đếm số câu chờ phân loại. Xin cho bot quyền quản trị viên “Ghim tin nhắn” (Pin messages) trong nhóm này. Mọi việc khác vẫn làm được.
button-triage-begin = ▶️ Phân loại
triage-nothing-left = ✅ Không còn câu nào chờ phân loại.
triage-not-clerk = Việc phân loại dành cho văn phòng: xin dùng trong nhóm văn phòng, hoặc nhắn riêng sau khi đã làm việc trong nhóm ấy.
triage-done-by = Câu này đã do { $name } xử lý lúc { $time }.
triage-held-by = { $name } đang xem câu này (đến { $time }). Xin gõ /phanloai để lấy câu khác.
triage-changed = Câu hỏi vừa thay đổi; xin xem lại rồi bấm.
triage-forwarded = ✅ Đã chuyển <b>{ $code }</b> tới { $body }.
triage-moved = ✅ <b>{ $code }</b> chuyển sang { $body }. Cử tri đã được báo.
triage-corrected = ✏️ Đã sửa <b>{ $code }</b>.
triage-head = <b>{ $code }</b> · { $category } · { $kind }
triage-short =
    <b>{ $code }</b> · { $category } · { $area }
    { $text }
triage-text-cut = … (còn tiếp: bấm “Đọc hết”)
triage-files = 📎 { $count } tệp kèm theo
triage-alike = 🔎 { $code } giống { $percent } %: { $text }
triage-guess = 💡 Máy nghĩ tới lĩnh vực <b>{ $category }</b> (vì: { $because })
triage-level = Cấp thẩm quyền: { $level }
triage-level-unknown = chưa rõ
triage-proposal = Đề xuất: <b>{ $body }</b> ({ $why })
triage-with = Đang ở: <b>{ $body }</b>, { $state }, hạn { $due }
triage-routes-say = Theo đường chuyển thì là <b>{ $body }</b> ({ $why })
triage-clock = ⏱ Đến lúc { $time }; hạn phân loại { $day }
triage-late = 🔴 Quá hạn phân loại.
triage-behind = Còn { $count } câu sau câu này.
triage-state =
    { $state ->
        [received] chờ phân loại
        [forwarded] chờ trả lời
        [asked_back] chờ cử tri trả lời thêm
        [sent_up] đã chuyển cấp trên
        [set_aside] tạm gác
        [answered] đã trả lời
        [returned] đã trả lại
        [merged] đã gộp
       *[other] đã rút lại
    }
triage-kind =
    { $kind ->
        [report] phản ánh
        [question] câu hỏi cho kỳ họp
        [opinion] góp ý dự thảo
        [thanks] khen, cảm ơn
       *[other] kiến nghị
    }
triage-level-name =
    { $level ->
        [village] thôn, tổ dân phố
        [commune] xã, phường
        [province] tỉnh
       *[other] trung ương
    }
route-exception = theo ngoại lệ số { $number } của bảng chuyển
route-delegation = tổ đại biểu của { $area }
route-office = chưa có đơn vị nào khác
route-by-hand = do văn phòng chọn
button-correct-triage = ✏️ Sửa
button-more = ⋯ Thêm
button-later = ⏭ Để sau
button-read-all = 📖 Đọc hết
button-correct-category = Lĩnh vực: { $now }
button-correct-area = Nơi: { $now }
button-correct-kind = Loại: { $now }
button-correct-level = Cấp thẩm quyền: { $now }
button-correct-body = Nơi xử lý: { $now }
button-urgent = 🔴 Đánh dấu khẩn
button-not-urgent = Bỏ dấu khẩn
button-merge = 🔗 Gộp
button-split-by-clerk = ✂️ Tách
button-write-down = 🎙 Ghi lời trong tin thoại
button-relate = 📎 Liên kết
button-try-routes = 🧭 Thử đường chuyển
button-return-guided = ↩️ Trả lại kèm hướng dẫn
button-triage-whole-area = Cả { $area }
button-merge-into = 🔗 Gộp vào { $code }
button-relate-to = 📎 Liên kết với { $code }
button-type-code = ⌨️ Gõ mã câu khác
button-type-parts = ⌨️ Tự chia phần
triage-correct-what = Sửa gì?
triage-more-what = Làm gì với câu này?
triage-choose-kind = Câu này thuộc loại nào?
triage-choose-category = Câu này thuộc lĩnh vực nào?
triage-choose-area = Câu này về nơi nào?
triage-choose-level = Cấp nào có thẩm quyền giải quyết?
triage-choose-body = Đơn vị nào xử lý?
triage-merge-what = <b>Gộp vào câu nào?</b> Người hỏi và người cùng kiến nghị của câu này sẽ theo câu kia.
triage-relate-what = <b>Liên kết với câu nào?</b> Hai câu vẫn riêng, thẻ của mỗi câu ghi mã của câu kia.
triage-none-alike = Chưa thấy câu nào giống.
triage-merge-ask = Gộp <b>{ $code }</b> vào <b>{ $other }</b>? { $told } người sẽ được báo rằng kiến nghị của họ tiếp tục dưới mã { $other }.
triage-merged = 🔗 Đã gộp <b>{ $code }</b> vào <b>{ $other }</b>; { $told } người đã được báo.
triage-related = 📎 Đã liên kết <b>{ $code }</b> với <b>{ $other }</b>.
triage-related-already = Hai câu này đã liên kết từ trước.
triage-unknown-code = Không có câu hỏi nào mang mã này.
triage-ask-merge-code = Xin trả lời tin này bằng mã của câu mà { $code } sẽ gộp vào (ví dụ DT-0042K).
triage-ask-relate-code = Xin trả lời tin này bằng mã của câu có liên quan tới { $code } (ví dụ DT-0042K).
triage-parts = <b>Tách thành { $count } câu?</b> Câu đầu giữ mã cũ, các câu sau có mã riêng; người hỏi được báo.
triage-no-parts = Tôi không thấy nhiều việc rõ ràng trong câu này. Có thể tự chia phần.
triage-ask-transcript = Xin trả lời tin này: ghi đúng lời trong tin thoại của { $code } (việc gì, ở đâu, mong muốn gì). Cử tri sẽ đọc được.
transcript-heading = 🎙 Văn phòng ghi lại lời nói:
triage-written-down = 🎙 Đã ghi lời trong tin thoại của { $code }.{ $told ->
        [yes] {" "}Cử tri được đọc lại.
       *[no] {""}
    }
transcript-news =
    🎙 Văn phòng đã nghe tin thoại của ông/bà ({ $code }) và ghi lại:
    <blockquote>{ $text }</blockquote>
    Nếu ghi chưa đúng, xin trả lời tin này.
transcript-note = 🎙 { $code }: văn phòng ghi lời trong tin thoại: <blockquote>{ $text }</blockquote>
triage-ask-parts = Xin trả lời tin này bằng các phần của { $code }: mỗi việc một dòng, hoặc đánh số 1. 2. 3.; từ 2 đến { $most } phần.
triage-bad-parts = Chưa chia được: cần từ 2 đến { $most } phần, mỗi phần ít nhất vài từ.
triage-split = ✂️ Đã tách <b>{ $code }</b> thành { $count } câu; câu mới: { $codes }.
triage-left-office = ➡️ Văn phòng đã chuyển <b>{ $code }</b> sang { $body }.
triage-urgent-for-body = 🔴 Văn phòng đánh dấu <b>{ $code }</b> là khẩn, hạn { $due }. Xin gọi điện xử lý ngay, không chờ văn bản.
triage-categories-note = Mã lĩnh vực: { $codes }
routes-title = 🧭 <b>Đường chuyển của { $area }</b>
routes-line = • { $category } → <b>{ $body }</b> ({ $why }; { $days } ngày làm việc)
routes-watched =   ↳ theo dõi: { $committee }
routes-how = Cách dùng: /phanloai thu LĨNH_VỰC NƠI – ví dụ <code>/phanloai thu { $category } { $area }</code>. Dùng mã hoặc tên; bỏ nơi thì xem mọi nơi cấp trên cùng.
card-urgent = 🔴 <b>KHẨN</b> · Xin gọi điện xử lý ngay, không chờ văn bản.
card-related = 📎 Liên quan: { $codes }
receipt-urgent = 🔴 Việc này được coi là khẩn, hạn trả lời đã rút ngắn. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113, 114 hoặc 115.
urgent-news = 🔴 Văn phòng đã đánh dấu câu hỏi <b>{ $code }</b> của ông/bà là khẩn. Hạn trả lời: { $due }. Nếu có người đang gặp nguy hiểm, xin gọi ngay 113, 114 hoặc 115.
merged-news =
    🔗 Kiến nghị <b>{ $code }</b> cùng nội dung với một kiến nghị đã có, nên hai kiến nghị được giải quyết chung dưới mã <b>{ $other }</b>. Ông/bà là người cùng kiến nghị và sẽ nhận được câu trả lời.
    Nơi xử lý: { $body }. Hạn trả lời: { $due }.
    <i>{ $text }</i>
merged-under-card = 🔗 <b>{ $code }</b> đã được văn phòng gộp vào <b>{ $other }</b>.
took-in-under-card = 🔗 <b>{ $other }</b> cùng nội dung đã được gộp vào <b>{ $code }</b>; nay có { $count } người cùng kiến nghị.
split-news = ✂️ Câu hỏi <b>{ $code }</b> của ông/bà nêu nhiều việc. Để mỗi việc đến đúng nơi và được trả lời riêng, văn phòng đã tách thành { $count } câu:
split-news-part = <b>{ $code }</b>: { $text }
timeline-merged = { $time } – gộp vào kiến nghị { $code } cùng nội dung
timeline-took-in = { $time } – kiến nghị { $code } cùng nội dung được gộp vào
timeline-split = { $time } – tách thành { $count } câu
timeline-split-off = { $time } – tách ra từ { $code }
timeline-returned = { $time } – trả lại kèm hướng dẫn
timeline-category = { $time } – văn phòng xếp vào lĩnh vực { $category }

## Trả lại kèm hướng dẫn

guidance-choose =
    <b>Trả lại { $code } kèm hướng dẫn.</b> Cử tri luôn được chỉ nơi có thẩm quyền và việc cần làm tiếp.
    { $text }
    Nơi nào có thẩm quyền?
guidance-pointer =
    { $pointer ->
        [citizen_reception] Khiếu nại, tố cáo: nơi tiếp công dân
        [higher_level] Cấp trên
        [other_agency] Cơ quan, đơn vị khác
       *[other] Việc dân sự: hòa giải, tòa án
    }
button-keep-question = ◀ Không trả lại
button-return-now = ↩️ Gửi hướng dẫn cho cử tri
button-add-words = ✍️ Viết thêm
guidance-ask-words =
    { $pointer ->
        [higher_level] Xin trả lời tin này: cấp nào, cơ quan nào có thẩm quyền với { $code }, địa chỉ hoặc điện thoại, cử tri cần làm gì (tối đa { $most } ký tự).
        [other_agency] Xin trả lời tin này: cơ quan, đơn vị nào có thẩm quyền với { $code }, địa chỉ hoặc điện thoại, cử tri cần làm gì (tối đa { $most } ký tự).
       *[other] Xin trả lời tin này bằng lời hướng dẫn thêm cho người hỏi { $code } (tối đa { $most } ký tự).
    }
guidance-names-nobody = Xin ghi rõ nơi có thẩm quyền: tên cơ quan, địa chỉ hoặc điện thoại.
guidance-too-long = Lời hướng dẫn dài quá { $most } ký tự. Xin viết gọn hơn.
guidance-preview = Cử tri hỏi <b>{ $code }</b> sẽ nhận:
guidance-news =
    Thưa ông/bà, câu hỏi <b>{ $code }</b> đã được xem kỹ. Việc này do nơi khác có thẩm quyền giải quyết; xin hướng dẫn ông/bà bước tiếp theo.
    <i>{ $text }</i>
guidance-what-next =
    { $pointer ->
        [citizen_reception] <b>Nơi có thẩm quyền:</b> bộ phận tiếp công dân, theo trình tự khiếu nại, tố cáo. <b>Bước tiếp theo:</b> mang đơn và giấy tờ liên quan đến nơi tiếp công dân; ông/bà được cấp giấy biên nhận.
        [higher_level] <b>Nơi có thẩm quyền:</b> cấp trên. <b>Bước tiếp theo:</b> xin gửi kiến nghị tới nơi ghi dưới đây.
        [other_agency] <b>Nơi có thẩm quyền:</b> cơ quan, đơn vị ghi dưới đây. <b>Bước tiếp theo:</b> xin liên hệ trực tiếp với nơi ấy.
       *[other] <b>Nơi có thẩm quyền:</b> đây là việc giữa các bên dân sự. <b>Bước tiếp theo:</b> xin đề nghị tổ hòa giải ở thôn, tổ dân phố; nếu không thành, ông/bà có quyền khởi kiện tại Tòa án nhân dân khu vực.
    }
guidance-ask-us = Cần hỏi thêm: { $office }
guidance-done = ↩️ { $name } đã trả lại <b>{ $code }</b> kèm hướng dẫn: { $pointer }.
guidance-kept = Giữ nguyên <b>{ $code }</b>, không trả lại.
guidance-not-yours = Chỉ văn phòng hoặc đơn vị đang giữ câu hỏi mới trả lại được.
# ---- Nhắc hạn, tổng hợp, danh sách, số liệu, chất vấn, hỏi thăm
menu-digest = Tổng hợp ngay
menu-figures = Số liệu
digest-title = 📋 <b>Tổng hợp { $day }</b> · { $body }
digest-nothing = Không có gì mới, không có gì sắp đến hạn hay quá hạn.
digest-unconfirmed = 📥 Chờ phân loại: <b>{ $count }</b>
digest-new = 🆕 Mới nhận: <b>{ $count }</b>
digest-overdue = 🔴 Quá hạn: <b>{ $count }</b>
digest-due-soon = 🟡 Sắp đến hạn: <b>{ $count }</b>
digest-promises = 🤝 Đã hứa, đến hạn: <b>{ $count }</b>
digest-waiting = ⏸ Chờ cử tri trả lời thêm: <b>{ $count }</b>
digest-answered = ✅ Vừa trả lời: <b>{ $count }</b>
digest-unseen = 📣 Câu trả lời chờ xem trước khi công khai: <b>{ $count }</b> · /congbo
digest-line = • { $code } · { $area } · { $text }
digest-line-due = • { $code } · { $area } · hạn { $due } · { $text }
digest-how = Xem tất cả: /dangmo · Số liệu: /thongke
digest-file = Bản đầy đủ ở tệp này.
session-digest-closing =
    🏛 <b>{ $session }</b> sắp thôi nhận kiến nghị: { $closes }
    Đã gửi tới kỳ họp: <b>{ $count }</b>
session-digest-opening =
    🏛 <b>{ $session }</b> sắp khai mạc: { $opens }
    Kiến nghị gửi tới kỳ họp: <b>{ $count }</b>
session-digest-supported = 👥 <b>Nhiều người cùng kiến nghị nhất</b>
session-digest-repeated = 🔁 <b>Đã nêu ở nhiều kỳ họp</b>
session-digest-nominated = 🎙 <b>Đề cử chất vấn: { $count }</b>
remind-owner = ⏰ <b>Nhắc hạn: { $count } kiến nghị</b> · { $body }
remind-head = ⚠️ <b>Quá hạn: { $count } kiến nghị</b> · { $body }. Xin người đứng đầu đơn vị chỉ đạo.
remind-standing-body = 🔴 <b>Quá hạn lâu: { $count } kiến nghị</b>. Xin Thường trực đôn đốc.
remind-line = • { $code } · { $category } · { $state }
remind-line-claimed = • { $code } · { $category } · { $state } · { $name }
remind-line-of-body = • { $code } · { $category } · { $body } · { $state }
remind-more = … và { $count } kiến nghị khác. Xem: /dangmo
remind-how = Chưa làm được ngay thì bấm 💤: cho biết lý do và ngày nhắc lại.
button-put-off = 💤 { $code }
standing-left = còn { $days } ngày làm việc
standing-today = hạn hôm nay
standing-overdue = quá hạn { $days } ngày làm việc
standing-just-overdue = vừa quá hạn
standing-stopped = tạm dừng, chờ cử tri
standing-done = đã xong
standing-of-triage = chờ phân loại, { $state }
standing-of-promise = đã hứa, { $state }
put-off-ask = Vì sao tạm ngừng nhắc <b>{ $code }</b>, và đến ngày nào? Xin viết lý do rồi đến ngày, ví dụ: <i>chờ văn bản của Sở { $day }</i>
put-off-unreadable = Chưa thấy lý do hoặc ngày. Xin viết lý do trước, ngày ở cuối, ví dụ cho <b>{ $code }</b>: <i>chờ văn bản của Sở { $day }</i>
put-off-too-far = Ngày nhắc lại phải sau hôm nay và không quá { $days } ngày.
put-off-done = 💤 <b>{ $code }</b>: tạm ngừng nhắc đến { $day } ({ $name }). Lý do: { $reason }
put-off-closed = Kiến nghị này không còn gì để nhắc.
button-chase = 🔔 Hỏi thăm
chase-card = 🔔 <b>{ $code }</b>: cử tri hỏi thăm kết quả ({ $state }).
chase-done = 🔔 Đã chuyển lời hỏi thăm về câu <b>{ $code }</b> tới { $body }. Nếu vẫn chưa có trả lời, ông/bà có thể hỏi thăm lại từ { $day }.
chase-too-early = Câu này đang được xử lý, hạn trả lời { $due }. Ông/bà có thể hỏi thăm từ ngày { $day }.
chase-waits-for-you = Nơi xử lý đang chờ ông/bà trả lời thêm. Xin xem tin nhắn trước.
chase-closed = Câu này đã xong, không cần hỏi thăm nữa.
timeline-chased = { $time } · ông/bà đã hỏi thăm
list-title = <b>{ $name }: { $count }</b>
list-none = { $name }: không có kiến nghị nào.
list-page = Trang { $number }/{ $pages }
list-line = { $mark } { $code } · { $category } · { $state } · { $text }
list-line-nominated = 🎙 { $code } · 👥 { $supporters } · 🔁 { $times } kỳ · { $state } · { $text }
list-unknown = Không rõ ông/bà muốn xem gì. Ví dụ: <code>/dangmo</code>, <code>/dangmo quá hạn</code>, <code>/dangmo sắp đến hạn</code>, <code>/dangmo chất vấn</code>, <code>/dangmo đất đai</code>.
list-waiting = Chờ cử tri
list-carried-over = Tồn đọng qua các kỳ họp
list-line-carried-over = { $mark } { $code } · từ { $since } · 🔁 { $times } kỳ · { $state } · { $text }
button-list-all = Đang mở
button-list-overdue = Quá hạn
button-list-due-soon = Sắp đến hạn
button-list-nominated = Chất vấn
button-nominate = 🎙 Đề cử chất vấn
button-withdraw-nomination = Thôi đề cử chất vấn
nominated = Đã đề cử chất vấn { $code }. Xem danh sách: /dangmo chất vấn
nomination-withdrawn = Đã thôi đề cử chất vấn { $code }.
nominate-closed = Kiến nghị này không thể đề cử chất vấn nữa.
card-nominated = 🎙 Đề cử chất vấn
figures-title = 📊 <b>Số liệu</b> · { $of } · { $day }
figures-of-all = toàn bộ
figures-of-fields = lĩnh vực của { $body }
figures-totals =
    Đã nhận: <b>{ $received }</b> (không tính câu đã rút, đã gộp)
    Đã trả lời: <b>{ $answered }</b> · trả lại kèm hướng dẫn: <b>{ $returned }</b>
    Đang mở: <b>{ $open }</b>, trong đó quá hạn: <b>{ $overdue }</b>, chờ cử tri: <b>{ $waiting }</b>
figures-answered-share = Đã trả lời { $per_cent }% ({ $part }/{ $whole } câu đã nhận)
figures-settled-share = Giải quyết xong hoặc giải trình xong { $per_cent }% ({ $part }/{ $whole } câu đã trả lời)
figures-median = Một nửa được trả lời trong { $days } ngày (tính trên { $count } câu đã trả lời)
figures-judged = Cử tri đã đánh giá { $count } câu: { $each }
figures-reopened = Cử tri chưa đồng tình, phải mở lại: { $count }
figures-classes = <b>Kết quả</b> ({ $count } câu đã trả lời)
figures-class = • { $name }: { $count }
figures-categories = <b>Lĩnh vực</b> (đã nhận / đã trả lời)
figures-category = • { $name }: { $received } / { $answered }
button-board = 🏛 Bảng giám sát
board-title = 🏛 <b>Bảng giám sát</b> · { $day }
board-oldest = ⏳ <b>Đang mở lâu nhất</b> (tất cả: { $count })
board-repeated = 🔁 <b>Nêu ở từ hai kỳ họp</b>: { $count }
board-missed = 🤝 <b>Đã hứa mà quá ngày</b>: { $count }
board-line = • { $code } · { $body } · từ { $since } · { $text }
board-not-yours = Bảng giám sát dành cho Thường trực và văn phòng.
only-in-groups = Lệnh này dùng trong nhóm của tổ, ban, văn phòng.
# ---- Xử lý thẻ: chuyển, hỏi lại, lên cấp trên, tạm gác, gia hạn, ghi chú, chủ đề của nhóm
button-transfer = ➡️ Chuyển
button-ask-back = ❓ Hỏi lại
button-return = 📮 Trả lại
button-more-deeds = ⋯ Thêm việc…
button-send-up = ⬆️ Lên cấp trên
button-set-aside = 🗓 Tạm gác
button-extend = ⏳ Gia hạn
button-notes = 🗒 Ghi chú ({ $count })
button-go-on = ▶️ Xử lý tiếp, không chờ
button-result-came = 📥 Có kết quả
button-bring-back = ◀️ Lấy lại xử lý
button-work-again = ▶️ Xử lý lại ngay
button-reply-asked = ✍️ Bổ sung, trả lời ngay
button-enter-reply = ☎️ Nhập câu trả lời
card-asked = ❓ { $name } hỏi: “{ $text }”
card-transfers-before = 🔀 Đã chuyển { $count } lần trước đó
card-transferred = 🔀 Đã chuyển: { $from } → { $to } (lý do: { $reason })
card-extended = ⏳ Đã gia hạn { $count } lần (lý do: { $reason })
card-set-aside-why = Lý do: { $reason }
card-passed-on = ➡️ { $name } đã chuyển cho <b>{ $body }</b> lúc { $time }. Thẻ này chỉ còn để lưu.
card-elsewhere = ➡️ Nay do <b>{ $body }</b> xử lý. Thẻ này chỉ còn để lưu.
card-older = 📌 Thẻ mới nhất của câu hỏi này nằm ở tin khác trong nhóm. Xem lại: /cauhoi { $code }
meanwhile-author = Cử tri
meanwhile-nobody = Văn phòng
meanwhile = { $who } { $deed ->
        [claimed] đã nhận
        [released] đã thôi nhận
        [forwarded] đã xác nhận cho { $body }
        [transferred] đã chuyển cho { $body }
        [asked] đã hỏi lại cử tri
        [replied] đã trả lời câu hỏi thêm
        [resumed] đã cho xử lý tiếp
        [sent-up] đã chuyển lên cấp trên
        [returned] đã trả lại kèm hướng dẫn
        [set-aside] đã tạm gác
        [brought-back] đã lấy lại xử lý
        [extended] đã gia hạn
        [answered] đã trả lời
        [revised] đã sửa nội dung
        [withdrawn] đã rút câu hỏi
       *[changed] đã cập nhật
    } lúc { $time }. Xin xem lại thẻ rồi bấm lại nếu cần.
prompt-too-late = Chưa ghi nhận: { $why }
prompt-no-reason = Xin ghi rõ lý do (ít nhất vài từ).
prompt-no-day = Xin ghi thêm ngày, ví dụ 15/1/2027.
choose-body-title = ➡️ <b>Chuyển cho đơn vị nào?</b>
transfer-ask-reason = ➡️ <b>{ $code }</b> chuyển cho <b>{ $body }</b>. Bấm một lý do, hoặc trả lời (reply) tin này bằng <b>lý do chuyển</b>. Lý do chỉ ghi trên thẻ cho các đơn vị; cử tri được báo ai đang giữ và hạn trả lời.
transfer-gone = Chưa chuyển <b>{ $code }</b>: bây giờ không chuyển được cho <b>{ $body }</b> nữa. Xin bấm “Chuyển” trên thẻ và chọn lại.
transfer-done = ➡️ <b>{ $code }</b>: đã chuyển cho <b>{ $body }</b>. Cử tri đã được báo.
transferred-author = ➡️ Câu hỏi <b>{ $code }</b> của ông/bà nay do <b>{ $body }</b> xử lý, là nơi giải quyết việc này. Ông/bà không phải gửi lại. Hạn trả lời: <b>{ $due }</b>.
ask-back-prompt = ❓ <b>{ $code }</b>: bấm một câu có sẵn, hoặc trả lời (reply) tin này bằng <b>câu muốn hỏi cử tri</b>. Câu này được gửi nguyên văn cho cử tri ngay; hạn trả lời tạm dừng đến khi có trả lời.
ask-back-too-short = Xin viết câu hỏi rõ hơn để cử tri biết cần trả lời gì.
ask-back-done = ⏸ <b>{ $code }</b>: đã gửi cử tri câu hỏi “{ $text }”. Tạm dừng tính hạn; khi có trả lời, tôi báo ngay dưới thẻ.
ask-back-phone = ☎️ <b>{ $code }</b>: { $body } muốn hỏi thêm người gửi, nhưng người này không dùng Telegram. Xin gọi điện, hỏi: “{ $text }”, rồi bấm nút dưới đây.
enter-reply-prompt = ☎️ <b>{ $code }</b>: xin trả lời (reply) tin này bằng lời của cử tri.
asked-back-head = ❓ <b>{ $body }</b> cần hỏi thêm về câu hỏi <b>{ $code }</b> của ông/bà:
asked-back-asked = <b>{ $text }</b>
asked-back-how = Ông/bà viết câu trả lời ngay tại đây, hoặc trả lời (reply) tin này; gửi ảnh cũng được. Thời hạn tạm dừng trong lúc chờ ông/bà.
asked-back-thanks = ✅ Đã chuyển câu trả lời về <b>{ $code }</b> tới { $body }. Thời hạn chạy tiếp; hạn trả lời: <b>{ $due }</b>.
ask-back-replied = 💬 <b>{ $code }</b>: cử tri đã trả lời { $who } (câu hỏi: “{ $asked }”). Hạn mới: <b>{ $due }</b>
ask-back-replied-files = Cử tri trả lời bằng tệp ở trên.
ask-back-silent = ⏸ <b>{ $code }</b>: đã { $days } ngày cử tri chưa trả lời. Có thể chờ tiếp, hoặc xử lý bằng những gì đã có.
ask-back-went-on = ▶️ <b>{ $code }</b>: xử lý tiếp, không chờ. Hạn trả lời: <b>{ $due }</b>
send-up-prompt = ⬆️ <b>{ $code }</b>: xin trả lời (reply) tin này, gồm <b>nơi nhận; số văn bản; ngày</b>. Ví dụ: Sở Xây dựng; 12/VP-HĐND; 30/9/2026
send-up-incomplete = Xin ghi đủ ba phần, cách nhau bằng dấu chấm phẩy: nơi nhận; số văn bản; ngày.
send-up-no-number = Phần thứ hai chưa phải số văn bản. Ví dụ: 12/VP-HĐND
send-up-day-to-come = Ngày văn bản chưa tới. Xin ghi ngày đã ký.
send-up-result = 📥 <b>{ $code }</b>: xin trả lời (reply) tin này bằng kết quả của cấp trên. Tôi cho xem trước rồi mới gửi cử tri.
sent-up-author = ⬆️ Câu hỏi <b>{ $code }</b> của ông/bà thuộc thẩm quyền cấp trên. { $body } đã chuyển tới <b>{ $to }</b> bằng văn bản số { $number } ngày { $day }, và theo dõi đến khi có kết quả. Ông/bà không phải gửi lại.
set-aside-prompt = 🗓 <b>{ $code }</b>: chọn lý do rồi bấm ngày, hoặc trả lời (reply) tin này, gồm <b>lý do; ngày xem lại</b>. Ví dụ: Chờ kế hoạch vốn năm 2027; 15/1/2027. Cử tri được báo lý do và ngày.
set-aside-author = 🗓 Câu hỏi <b>{ $code }</b> của ông/bà được tạm gác đến <b>{ $day }</b>. Lý do: { $reason }. Hạn trả lời: { $due }. Đến ngày đó { $body } xem lại, ông/bà không phải nhắc.
brought-back-author = ▶️ Câu hỏi <b>{ $code }</b> của ông/bà được { $body } xử lý trở lại. Hạn trả lời: <b>{ $due }</b>.
due-moved-author = 📅 Câu hỏi <b>{ $code }</b> ở { $body }: hạn trả lời đổi từ { $before } thành <b>{ $due }</b>.
set-aside-back = 🗓 <b>{ $code }</b>: đã đến ngày xem lại. Xin xử lý tiếp; hạn trả lời: <b>{ $due }</b>
extend-prompt = ⏳ <b>{ $code }</b> (hạn hiện tại: { $due }): chọn lý do rồi bấm ngày, hoặc trả lời (reply) tin này, gồm <b>lý do; hạn mới</b>. Ví dụ: Chờ số đo của đơn vị thoát nước; 15/1/2027. Cử tri được báo lý do và hạn mới.
extended-author = ⏳ { $body } cần thêm thời gian cho câu hỏi <b>{ $code }</b> của ông/bà. Lý do: { $reason }. Hạn mới: <b>{ $due }</b>.
notes-none = 🗒 <b>{ $code }</b>: chưa có ghi chú nội bộ. Trả lời (reply) vào thẻ rồi bấm “Ghi nội bộ” để thêm.
notes-title = 🗒 <b>{ $code }</b> · Ghi chú nội bộ: { $count } (cử tri không thấy). Thêm: trả lời (reply) vào thẻ rồi bấm “Ghi nội bộ”.
notes-item = <b>{ $name }</b> · { $time }
    { $text }
timeline-transferred = { $time } · chuyển cho { $body }
timeline-asked-back = { $time } · hỏi thêm ông/bà; thời hạn tạm dừng
timeline-replied = { $time } · ông/bà đã trả lời; thời hạn chạy tiếp
timeline-wait-ended = { $time } · xử lý tiếp; thời hạn chạy tiếp
timeline-sent-up = { $time } · chuyển lên cấp trên, theo dõi đến khi có kết quả
timeline-set-aside = { $time } · tạm gác đến { $day }
timeline-brought-back = { $time } · xử lý trở lại
timeline-extended = { $time } · gia hạn đến { $day }
rights-lacking = ⚠️ Để làm việc trọn vẹn trong nhóm này, bot còn thiếu quyền. Xin mở Thông tin nhóm › Quản trị viên › bot, rồi bật:
rights-topics = • <b>Quản lý chủ đề</b> (Manage topics): để mỗi lĩnh vực có một chủ đề riêng. Hiện thẻ nằm ở chủ đề chung.
rights-pin = • <b>Ghim tin nhắn</b> (Pin messages): để ghim bảng đếm việc chờ phân loại, hoặc bảng giám sát của Thường trực.
rights-complete = ✅ Bot đã có đủ quyền trong nhóm này.
## Câu trả lời: xem trước, kết quả, các ý, duyệt

reply-preview-head =
    <b>Xem trước · { $code }</b>
    <blockquote expandable>{ $text }</blockquote>
reply-preview-files = 📎 Tệp kèm theo: { $count }
reply-preview-ask = { $author }: gửi cho cử tri, hay chỉ ghi nội bộ?
reply-choose-class = Chọn kết quả giải quyết:
reply-album-full = Câu trả lời đã có { $limit } tệp, là mức tối đa. Tệp vừa gửi không được thêm.
reply-cannot-go = Loại tin này không gửi cho cử tri được. Xin trả lời bằng chữ, ảnh, tệp, ghi âm hoặc video.
reply-as-channel = Tin này gửi dưới tên một kênh nên không biết ai viết, và không được ghi nhận. Xin chọn tên của chính mình rồi gửi lại.
button-send-anyway-answer = 📨 Gửi cử tri (vẫn gửi)
button-open-classes = Kết quả: { $class } (đổi)
button-point-covered = ✅ Ý { $number } đã trả lời
button-point-left-out = ⏭ Bỏ qua ý { $number }
button-point-is-covered = ✅ Ý { $number }: đã trả lời (đổi)
button-point-is-left-out = ⏭ Ý { $number }: bỏ qua (đổi)
button-take-day = 📅 Hạn { $day }: đúng
button-type-day = 📅 Nhập ngày
button-type-document = 📄 Nhập số văn bản
button-type-obstacle = ✏️ Nhập vướng mắc
warn-points = ⚠️ Câu hỏi có nhiều ý; chưa thấy trả lời ý: { $points }. Xin viết thêm (đánh số như câu hỏi), hoặc bấm nút của từng ý.
warn-no-day = ⚠️ Kết quả này cần có thời hạn.
warn-no-until = ⚠️ Kết quả này cần có ngày xem lại.
warn-no-document = ⚠️ Kết quả này cần có số và ngày văn bản.
warn-no-obstacle = ⚠️ Kết quả này cần nói rõ vướng ở đâu.
warn-only-files = ⚠️ Chỉ có tệp, không có chữ: có người không mở được. Nên viết thêm một câu.
warn-too-short = ⚠️ Câu trả lời ngắn hơn một câu.
warn-boilerplate = ⚠️ Câu trả lời còn chung chung: ai làm, làm gì, bao giờ?
warn-nothing-to-check = ⚠️ Chưa có ngày, cơ quan hay con số nào để cử tri theo dõi.
warn-unfilled = ⚠️ Còn chỗ trong [ ] chưa điền.
fact-roadmap = Thời hạn: <b>{ $day }</b>
fact-expected = Dự kiến xong: <b>{ $day }</b>
fact-until = Xem lại vào: <b>{ $day }</b>
fact-document = Văn bản: <b>{ $number }</b>, ngày { $day }
fact-obstacle = Vướng mắc: { $obstacle }
ask-day = <b>{ $code }</b>: “{ $class }” – bao giờ xong? Bấm một ngày, hoặc trả lời tin này, ví dụ 30/9/2027.
ask-until = <b>{ $code }</b>: “{ $class }” – bao giờ xem lại? Bấm một ngày, hoặc trả lời tin này, ví dụ 30/9/2027.
ask-document = <b>{ $code }</b>: “{ $class }” – văn bản số mấy, ngày nào? Ví dụ: 12/UBND-KT ngày 20/11/2026.
ask-obstacle = <b>{ $code }</b>: “{ $class }” – vướng ở đâu? Một câu là đủ.
unreadable-day = Tôi không thấy ngày nào trong tin vừa gửi. Xin viết như 30/9/2027.
unreadable-document = Tôi cần cả số và ngày của văn bản (ngày không ở tương lai). Ví dụ: 12/UBND-KT ngày 20/11/2026.
unreadable-obstacle = Xin viết rõ vướng ở đâu, một câu là đủ.
refuse-points-open = Ý { $points } chưa có trả lời. Xin viết thêm, hoặc bấm “Bỏ qua ý”.
refuse-day-gone = Ngày này không còn dùng được. Xin nhập ngày khác.
answer-in-files = (Xem tệp kèm theo.)
answer-files = 📎 Tệp kèm theo ở tin dưới: { $count }
answer-before-after = 📷 Ở tin dưới: ảnh đầu là ảnh ông/bà đã gửi, các ảnh sau chụp sau khi xử lý.
answer-corrected = ✏️ <i>Đã đính chính ngày { $day }.</i>
approval-waiting = ⏳ <b>{ $code }</b>: câu trả lời của { $author } đang chờ duyệt. Cử tri chưa nhận được.
approval-request = 📝 <b>{ $code }</b>: câu trả lời của { $author } chờ duyệt.
approval-by-head = Xin duyệt: { $names }
approval-by-another = Đơn vị chưa có tổ trưởng trên hệ thống: một thành viên khác (không phải người viết) duyệt.
approval-approved = ✅ <b>{ $code }</b>: { $head } đã duyệt câu trả lời của { $author }.
approval-sent-back = ↩️ <b>{ $code }</b>: { $head } đã trả câu trả lời của { $author } về để sửa.
approval-taken-back = ↩️ <b>{ $code }</b>: { $author } đang sửa lại câu trả lời; chưa cần duyệt.
approval-too-late = <b>{ $code }</b>: không duyệt được nữa.
approval-change-this = <b>{ $code }</b>: { $head } đề nghị sửa câu trả lời:
approval-change-hint = Xin sửa tin đã viết (bấm giữ, Chỉnh sửa), rồi bấm “Gửi cử tri” ở bản xem trước dưới đây.
approval-reason = <b>{ $code }</b>: cần sửa gì? Xin trả lời tin này.
button-approve = ✅ Duyệt
button-send-back = ↩️ Trả về sửa
button-take-back = ✏️ Rút lại để sửa
refuse-not-head = Chỉ tổ trưởng (hoặc người quản trị) duyệt được.
refuse-own-approval = Người viết không tự duyệt được. Xin người khác duyệt.
card-approved = Người duyệt: { $name }
card-corrected = ✏️ Đã đính chính lúc { $time }
card-promised = 📅 Đã hứa với cử tri: <b>{ $day }</b>

## Đính chính

button-correct = ✏️ Đính chính
button-send-correction = 📨 Gửi đính chính
button-refuse-correction = ✖ Không duyệt
correction-prompt = <b>{ $code }</b>: xin viết lại toàn bộ câu trả lời đúng, trả lời vào tin này.
correction-preview = <b>Đính chính { $code }</b>: sửa câu trả lời mà cử tri đã nhận?
correction-request = 📝 <b>{ $code }</b>: đính chính của { $author } chờ duyệt.
correction-before = Trước:
correction-after = Sau:
correction-sent = ✏️ <b>{ $code }</b>: { $author } đã đính chính câu trả lời. Bản cũ được lưu.
correction-dropped = <b>{ $code }</b>: không đính chính.
correction-refused = <b>{ $code }</b>: { $head } không duyệt đính chính.
correction-waiting = ⏳ <b>{ $code }</b>: đính chính đang chờ duyệt.
correction-notice = ✏️ Câu trả lời cho câu hỏi <b>{ $code }</b> ở trên đã được đính chính. Xin ông/bà đọc lại.
correction-part-gone = ✏️ <i>Phần này đã được bỏ khi đính chính.</i>
refuse-same-words = Nội dung không thay đổi.
refuse-not-sent = Câu trả lời này không còn là câu trả lời hiện tại, nên không đính chính được.
timeline-corrected = { $time } · câu trả lời được đính chính

## Mẫu trả lời

button-templates = 📄 Mẫu trả lời
button-keep-template = 📄 Lưu làm mẫu
button-remove-template = 🗑 Bỏ mẫu
template-choose = <b>{ $code }</b>: chọn mẫu trả lời. Chỗ trong [ ] là chỗ cần điền.
template-fill-in = <b>{ $code }</b>: bấm vào mẫu để chép, điền các chỗ trong [ ], rồi trả lời (reply) tin này. Trước khi gửi cử tri vẫn được xem lại.
template-usage = Xin trả lời (reply) vào thẻ câu hỏi bằng /mau, hoặc gõ /mau MÃ.
template-kept = Đã lưu làm mẫu. Ngày, số liệu, số văn bản đã thành chỗ cần điền.
template-not-kept = Mẫu này đã có, hoặc đơn vị đã có đủ { $limit } mẫu. Bỏ bớt mẫu cũ rồi lưu lại.
template-removed = Đã bỏ mẫu.
template-field-day = ngày
template-field-number = số
template-field-document = số văn bản
template-done = Đã giải quyết xong
template-done-text = Việc ông/bà phản ánh đã được giải quyết. [Cơ quan] đã [việc đã làm] ngày [ngày]. Nếu còn vướng mắc, xin ông/bà báo lại qua kênh này.
template-planned = Sẽ làm, có lộ trình
template-planned-text = [Cơ quan] đã đưa việc này vào kế hoạch: khởi công ngày [ngày khởi công], hoàn thành trước ngày [ngày hoàn thành]. Nguồn vốn: [nguồn vốn].
template-in-progress = Đang giải quyết
template-in-progress-text = [Cơ quan] đang xử lý: đã [việc đã làm], còn [việc còn lại]. Dự kiến xong ngày [ngày hoàn thành].
template-blocked = Chưa làm được, vướng mắc
template-blocked-text = Việc này hiện chưa làm được vì [lý do]. [Cơ quan] sẽ [việc tiếp theo] và báo lại ông/bà trước ngày [ngày báo lại].
template-sent-up = Chuyển cấp trên
template-sent-up-text = Việc này thuộc thẩm quyền của [cơ quan]. Chúng tôi đã chuyển bằng văn bản số [số văn bản] ngày [ngày]. Khi có kết quả, ông/bà sẽ được báo qua kênh này.
menu-templates = Mẫu trả lời cử tri

## Cử tri đánh giá

survey =
    <b>Câu trả lời { $code } có thỏa đáng không?</b>
    <blockquote>{ $question }</blockquote>
    Xin ông/bà bấm một nút. Chỉ hỏi một lần; có thể đổi trong 7 ngày.
survey-promise =
    <b>{ $code }: về việc đã hứa, ông/bà thấy thế nào?</b>
    <blockquote>{ $question }</blockquote>
    Xin ông/bà bấm một nút; có thể đổi trong 7 ngày.
verdict-satisfied = 👍 Thỏa đáng
verdict-partly = 🤏 Một phần
verdict-not = 👎 Chưa thỏa đáng
verdict-unseen = 👀 Chưa thấy làm
judged = Đã ghi nhận đánh giá { $code }: <b>{ $verdict }</b>. Cảm ơn ông/bà.
judged-toast = Đã ghi nhận: { $verdict }. Cảm ơn ông/bà.
judge-not-yet-due = Việc này được hứa tới ngày { $day }. Tới ngày đó tôi sẽ hỏi lại ông/bà.
judge-why-toast = Đã ghi nhận. Xin cho biết lý do.
judge-why = <b>{ $code }</b>: xin ông/bà viết một câu vì sao chưa đồng tình. Có câu này, câu hỏi sẽ được mở lại và chuyển tới nơi trả lời.
judge-why-longer = Xin ông/bà viết rõ hơn một chút: điều gì chưa đúng, còn thiếu việc gì? (một câu là đủ)
judge-exhausted = Câu hỏi này đã được mở lại hai lần nên không mở lại được nữa. Ý kiến của ông/bà vẫn được ghi nhận và thống kê. Ông/bà có thể tiếp tục tới:
judge-reception = Tiếp công dân: { $reception }
judge-comment-ask = Xin ông/bà viết thêm ý kiến về câu trả lời { $code }:
judge-comment-thanks = Cảm ơn ông/bà. Ý kiến đã được chuyển tới nơi trả lời.
refuse-not-asked = Nút này không dành cho ông/bà.
refuse-judged-late = Đã hết thời hạn đánh giá câu trả lời này. Nếu việc vẫn chưa xong, xin gửi câu hỏi mới.
refuse-reopened = Câu hỏi này đã được mở lại; xin chờ câu trả lời mới.
button-comment = 💬 Thêm ý kiến
button-judge-again = Đổi đánh giá
reopened =
    Câu hỏi <b>{ $code }</b> đã được mở lại và chuyển tới <b>{ $body }</b>.
    Hạn trả lời mới: <b>{ $due }</b>.
card-objection = 🔁 <b>{ $code }</b>: cử tri chưa đồng tình ({ $initials }, lần { $times })
card-objection-next = Câu hỏi được mở lại. Nơi xử lý: <b>{ $body }</b>. Hạn trả lời: <b>{ $due }</b>
card-went-up = 🔁 Cử tri chưa đồng tình lần { $times }: câu hỏi đã chuyển tới <b>{ $body }</b>.
card-earlier-answer = <b>{ $code }</b>: câu trả lời trước, của { $name }
card-comment = 💬 <b>{ $code }</b>: ý kiến của cử tri ({ $initials }) – { $verdict }
card-still-not-content = ⚠️ <b>{ $code }</b>: cử tri ({ $initials }) vẫn đánh giá “{ $verdict }”. Câu hỏi đã mở lại đủ số lần; cử tri được hướng dẫn tới văn phòng và tiếp công dân.
card-reopened = 🔁 Cử tri chưa đồng tình, mở lại lần { $times }
card-judged = Cử tri ({ $initials }) đánh giá: <b>{ $verdict }</b>
card-judged-supporters = Người cùng kiến nghị: { $satisfied }/{ $count } thấy thỏa đáng
timeline-reopened = { $time } · ông/bà chưa đồng tình, câu hỏi được mở lại ở { $body }

## Lời hứa tới hạn

promise-due = ⏰ <b>{ $code }</b>: hôm nay ({ $day }) là hạn đã hứa với cử tri. Đã làm xong chưa? Nếu chưa có tin, ngày mai cử tri sẽ được hỏi.
promise-due-no-group = ⏰ <b>{ $code }</b>: tới hạn đã hứa ({ $day }), nhưng đơn vị <b>{ $body }</b> chưa có nhóm.
button-promise-kept = ✅ Đã xong
button-postpone = 📅 Lùi hạn
promise-ask-report = <b>{ $code }</b>: xin báo ngắn gọn đã làm gì, trả lời vào tin này bằng chữ hoặc ảnh. Cử tri sẽ nhận được.
promise-ask-postpone = <b>{ $code }</b>: vì sao lùi, lùi tới ngày nào? Ví dụ: chờ vốn quý I, xong ngày 30/3/2027. Cử tri sẽ nhận được.
promise-no-reason = Xin viết cả lý do và ngày mới trong một tin.
promise-report =
    <b>Việc đã hứa – { $code }</b>
    <blockquote>{ $question }</blockquote>
    <b>{ $body }</b> báo đã làm xong việc hứa tới ngày { $day }:

    { $report }
promise-postponed =
    <b>Lùi hạn – { $code }</b>
    <blockquote>{ $question }</blockquote>
    <b>{ $body }</b> đã hứa tới ngày { $day }, nay xin lùi tới <b>{ $to }</b>:

    { $reason }
promise-kept-mark = ✅ <b>{ $code }</b>: { $name } báo đã làm xong việc đã hứa. Cử tri đã được báo.
promise-postponed-mark = 📅 <b>{ $code }</b>: { $name } lùi hạn tới { $day }. Cử tri đã được báo.
refuse-promise-closed = Việc này đã được báo rồi.
timeline-promise-kept = { $time } · việc đã hứa được báo là đã xong
timeline-promise-postponed = { $time } · việc đã hứa được lùi tới { $day }

### Casework: what was written in the group is done
sent-up-done = ⬆️ <b>{ $code }</b>: đã ghi việc chuyển tới <b>{ $to }</b>, văn bản số { $number } ngày { $day }. { $body } theo dõi đến khi có kết quả.
set-aside-done = 🗓 <b>{ $code }</b>: đã tạm gác đến <b>{ $day }</b>. Đến ngày đó tôi nhắc tại đây.
extended-done = ⏳ <b>{ $code }</b>: đã gia hạn đến <b>{ $due }</b>.

## Reserved seats

button-reserve = 🪑 Ghế dành riêng (còn { $free })
plan-reserved = Ghế dành riêng: đã xếp <b>{ $given }</b>/{ $of }
reserve-head = 🪑 <b>Ghế dành riêng { $code }</b> · { $seats } ghế, còn <b>{ $free }</b>
reserve-seated = 🪑 { $name } · { $size } người · vé { $ticket }
reserve-waiting = ⏳ Chờ thứ { $place }: { $name } · { $size } người
reserve-nobody = Chưa xếp cho ai, và không ai đang chờ chỗ.
reserve-ask-guests = Hội nghị { $code }: xin gõ họ tên khách mời không dùng Telegram, mỗi người một dòng. Có người đi cùng thì thêm số, ví dụ <code>Cụ Trần Thị Lý +2</code>.
reserve-no-name = Dòng “{ $line }” chưa có họ tên. Xin gõ lại, mỗi người một dòng, ví dụ <code>Cụ Trần Thị Lý +2</code>.
reserve-name-too-long = Họ tên dài nhất { $most } ký tự. Xin gõ lại, mỗi người một dòng.
reserve-too-many = { $name }: nhiều nhất { $most } người đi cùng. Xin gõ lại.
reserve-left = Chỉ còn { $free } ghế dành riêng. Muốn thêm, xin sửa dòng “Dành riêng” của hội nghị.
reserve-not-waiting = Người này không còn trong danh sách chờ.
reserve-given-to-you = ✅ Văn phòng đã xếp cho ông/bà ghế dành riêng. Vé ở tin nhắn sau.
reserve-given-back = 🪑 { $seats } ghế dành riêng của hội nghị { $code } vừa được trả lại, còn { $free } ghế.
reserve-guests-to-tell = ☎️ { $count } khách mời không dùng Telegram, bot không báo được. Xin văn phòng báo cho: { $names }.
reserve-and-more = { $names } và { $more } người nữa
button-reserve-give = 🪑 Xếp: { $place }. { $name } ({ $size })
button-reserve-back = ↩️ Bỏ: { $name }
button-reserve-guests = ➕ Ghi tên khách mời
button-back-to-meeting = ⬅️ Hội nghị
ticket-reserved = 🪑 Ghế dành riêng
refuse-only-by-clerk = Ông/bà có ghế dành riêng: muốn thêm người đi cùng, xin báo văn phòng.

## Câu và ngày có sẵn dưới tin hỏi
button-ask-where = 📍 Ở chỗ nào?
say-ask-where = Việc này ở chỗ nào (thôn, ngõ, gần nhà ai)?
button-ask-since = 🕒 Từ khi nào?
say-ask-since = Việc này xảy ra từ khi nào, nay còn không?
button-ask-photo = 📷 Cần ảnh
say-ask-photo = Ông/bà gửi giúp một tấm ảnh hiện trạng.
button-why-competent = Đúng thẩm quyền bên nhận
say-why-competent = Việc này thuộc thẩm quyền của { $body }.
button-why-place = Thuộc địa bàn bên nhận
say-why-place = Nơi xảy ra thuộc địa bàn của { $body }.
button-why-knowledge = Cần bên nhận trả lời chuyên môn
say-why-knowledge = Cần { $body } trả lời về chuyên môn.
button-why-checking = Cần kiểm tra thêm
say-why-checking = Cần thêm thời gian kiểm tra, xác minh tại chỗ.
button-why-others = Chờ cơ quan liên quan
say-why-others = Đang chờ ý kiến của cơ quan liên quan.
button-why-money = Chờ bố trí kinh phí
say-why-money = Đang chờ bố trí kinh phí.
button-why-plan = Chờ quy hoạch, dự án
say-why-plan = Đang chờ quy hoạch, dự án được phê duyệt.
button-why-above = Chờ ý kiến cấp trên
say-why-above = Đang chờ ý kiến của cấp trên.
button-day-plus = +{ $days } ngày: { $day }
button-day-month = Cuối tháng: { $day }
button-day-year = Cuối năm: { $day }
prompt-how = ↩️ Xin trả lời (reply) vào tin này.
prompt-left = Đã thôi.
prompt-not-yours = Chỉ người được hỏi mới bấm được nút này.

## Việc đã có trước khi câu hỏi được chuyển đến
before-head = 📂 <b>{ $code }</b>: đã có trước khi chuyển đến
before-answer = 💬 <b>{ $who }</b> trả lời lúc { $time }: { $text }
before-objection = 👎 Cử tri chưa đồng tình: { $text }
before-asked = ❓ <b>{ $who }</b> hỏi lại cử tri lúc { $time }: { $text }
before-note = 🗒 Ghi chú của <b>{ $who }</b> lúc { $time }: { $text }

## Gắn lại nhóm
relink-ask = ⚠️ Nhóm này đang là nhóm của <b>{ $was }</b>. Đổi thành nhóm của <b>{ $body }</b> thì { $count } câu đang mở của <b>{ $was }</b> không còn nhóm để trả lời, đến khi gắn nhóm khác. Đổi không?
relink-ask-other-group = ⚠️ <b>{ $body }</b> đang có một nhóm khác. Đổi thì câu hỏi sẽ vào nhóm này, nhóm kia không trả lời được nữa. Đổi không?
button-relink = ⚠️ Đúng, đổi thành { $body }
relink-left = Đã giữ nguyên nhóm như cũ.
relink-was-of = Nhóm này không còn là nhóm của <b>{ $was }</b>. { $count } câu đang mở của <b>{ $was }</b> chờ đến khi gõ /lienket { $was_code } trong nhóm mới.
relink-has-another = Nhóm này không còn là nhóm của <b>{ $body }</b>: người quản trị đã gắn một nhóm khác. Thẻ ở đây không còn trả lời được.
relink-office = ⚠️ Nhóm của <b>{ $was }</b> vừa được gắn cho <b>{ $body }</b>. <b>{ $was }</b> chưa có nhóm, { $count } câu đang mở phải chờ: gõ /lienket { $was_code } trong nhóm mới.
relink-office-other-group = ⚠️ <b>{ $body }</b> vừa được gắn một nhóm khác.

## Nhập hộ: vì sao chưa ghi được
enter-phone-too-few = Chưa phải số điện thoại: mới có { $count } chữ số, cần 10. Ví dụ: 0912 345 678. Không có thì bấm “Bỏ qua”.
enter-phone-too-many = Chưa phải số điện thoại: có tới { $count } chữ số, chỉ cần 10. Không có thì bấm “Bỏ qua”.
enter-areas-many = Có nhiều nơi cùng tên. Xin bấm tên trong danh sách, hoặc gõ đầy đủ hơn.
enter-unclear = Chưa rõ, chưa ghi gì. Xin bấm một nút dưới đây.
enter-known-text = Đã ghi nội dung: <i>{ $text }</i>

## Cửa của văn phòng trong chat riêng
home-triage = 🗂 Phân loại
home-enter = ✍️ Nhập hộ
home-figures = 📊 Thống kê
home-plan = 🏛 Hội nghị
home-check-in = 🎫 Điểm danh
help-clerk =
    <b>Việc của văn phòng</b>
    /phanloai – phân loại câu hỏi mới · /nhapho – nhập hộ người đến trực tiếp
    /taolich – tạo, sửa, công bố hội nghị · /diemdanh – điểm danh
    /thongke – số liệu · /vaitro – phân quyền · /nhatky – nhật ký · /suco – việc bị mắc
    /congbo – công bố câu trả lời · /thongbao – gửi thông báo đến cử tri
    /gopy – hỏi ý kiến bà con về dự thảo
    /khaosat – khảo sát thực tế · /goilai – gọi lại hỏi ý kiến · /baocao – giấy tờ
    Các nút dưới bàn phím mở cùng những việc này.
figures-doors = <b>Đã chỉ đúng nơi tiếp nhận khác</b>: { $count } (vẫn gửi như kiến nghị: { $overruled })
figures-door-name = { $kind ->
        [complaint] khiếu nại
        [denunciation] tố cáo
        [crime_report] tin báo tội phạm
        [emergency] khẩn cấp
       *[other] khác
    }
figures-levels = <b>Theo cấp thẩm quyền</b>
menu-enter = Nhập hộ người đến trực tiếp

## Tạo hội nghị từng bước
plan-begin = <b>Hội nghị mới.</b> Chép một hội nghị đã có, hoặc bấm khu vực. Ngày, giờ, nơi họp chọn ở bước sau; chưa công bố thì cử tri chưa thấy.
button-meeting-like = 📄 Chép { $code }: { $place }
button-meeting-form = 📝 Điền theo mẫu
button-meeting-day = 📅 { $day }
button-meeting-hour = 🕗 { $time }
button-draft-place = 📍 { $place }
button-no-place-yet = 📍 Chọn nơi họp
button-type-instead = ⌨️ Gõ
plan-choose-day = Hội nghị <b>{ $code }</b>: ngày nào?
plan-choose-hour = Hội nghị <b>{ $code }</b> ngày { $day }: mấy giờ?
plan-choose-place = Hội nghị <b>{ $code }</b>: họp ở đâu?
## What is stored about somebody, and how it ends

button-own-data = 🔒 Dữ liệu của tôi
button-my-data = 📄 Xem mọi dữ liệu về tôi
button-withdraw-consent = ✋ Rút lại sự đồng ý
button-withdraw-consent-now = ✋ Đúng, tôi rút lại
button-erase = 🗑 Xóa dữ liệu của tôi
button-erase-all = 🗑 Xóa hết, cả lời kiến nghị
button-erase-but-matter = 🗑 Xóa, để lại nội dung không tên
button-erasure-take-back = ↩️ Hoàn tác, đừng xóa
button-privacy-back = ◀ Quay lại
button-ask-office = ✉️ Yêu cầu khác, gửi văn phòng
consent-none = Ông/bà chưa đồng ý điều gì, hoặc đã rút lại.
consent-ask-withdrawal =
    <b>Rút lại sự đồng ý</b>
    Từ lúc đó tôi không nhận câu hỏi, không nhắc lịch, không báo tin mới; ông/bà vẫn xem lịch và tra cứu được. Câu đang viết dở bị xóa ngay.
    Câu hỏi đã gửi vẫn được trả lời. Muốn xóa cả những gì đã lưu, xin chọn “{ button-erase }”.
consent-withdrawn = ✋ Đã rút lại sự đồng ý. Ông/bà vẫn xem được lịch tiếp xúc và tra cứu câu trả lời. Khi nào muốn gửi câu hỏi, tôi sẽ hỏi lại.
privacy-choices =
    <b>Dữ liệu của ông/bà</b>
    Ông/bà có thể xem mọi dữ liệu đang lưu, rút lại sự đồng ý, hoặc xóa. Sửa tên, nơi ở, số điện thoại ở /caidat.
privacy-role = Ông/bà còn có vai trò trong bot: việc đã làm cho Hội đồng (trả lời, chuyển, ghi chép) là việc công, không xóa theo đây.
erasure-ask =
    <b>Xóa dữ liệu của tôi</b>
    <b>Xóa:</b> tên, số điện thoại, nơi ở, lời câu hỏi và bổ sung, ảnh và tệp (mã tệp), nháp, tìm kiếm, đăng ký theo dõi, nhận xét.
    <b>Còn lại, không gắn với ông/bà:</b> số liệu thống kê; câu hỏi đã được trả lời công khai (bản đã che tên); mã, lĩnh vực, nơi của câu hỏi, để Hội đồng làm tiếp.
    Tin nhắn trong khung chat này là của ông/bà, tôi không xóa.

    Câu hỏi chưa trả lời: ông/bà chọn xóa cả lời, hoặc để lại lời đã che tên cho đại biểu làm tiếp.
    Sau { $days } ngày mới xóa; trong lúc đó có thể hoàn tác. Sự đồng ý được rút lại ngay.
erasure-pending =
    🗑 Dữ liệu của ông/bà sẽ bị xóa lúc <b>{ $time }</b>.
    Đến lúc đó vẫn hoàn tác được. Sau đó thì không.
erasure-none = Không có yêu cầu xóa nào đang chờ.
erasure-taken-back = ↩️ Đã hoàn tác: dữ liệu của ông/bà được giữ lại. Khi cần, tôi sẽ xin sự đồng ý lại.
erasure-ended-by-consent = ↩️ Ông/bà vừa đồng ý lại, nên yêu cầu xóa dữ liệu đã được hủy. Muốn xóa, xin gõ /xoadulieu.
erasure-done = 🗑 Đã xóa dữ liệu của ông/bà. Cảm ơn ông/bà đã tham gia. Tin nhắn trong khung chat này, ông/bà tự xóa được trên điện thoại.

my-data-head = 📄 <b>Dữ liệu về ông/bà</b>, lúc { $time }: { $rows } mục ở { $tables } loại. Tệp <code>.html</code> để đọc, tệp <code>.json</code> để máy đọc.
my-data-line = • { $table }: { $count }
my-data-nothing = Tôi không lưu gì về ông/bà.
my-data-page-file = Bản để đọc: mở bằng trình duyệt.
my-data-json-file = Bản JSON.
my-data-title = Dữ liệu về tôi
my-data-paper-title = Dữ liệu về người có câu hỏi { $code }
my-data-made = Lập lúc { $time }. Giờ theo múi giờ của Hội đồng.
my-data-empty = (trống)
my-data-table =
    { $table ->
        [resident] Hồ sơ
        [resident_area] Nơi khác có liên quan
        [muted_topic] Tin không muốn nhận
        [meeting_follower] Theo dõi hội nghị mới
        [consent] Các lần đồng ý, không đồng ý
        [consent_text] Văn bản đồng ý
        [conversation] Việc đang làm dở
        [draft] Nháp
        [waiting_point] Ý còn chờ gửi
        [held_text] Lời đang giữ lại
        [source_message] Tin nhắn thành câu hỏi
        [attachment] Ảnh, tệp, vị trí
        [question] Câu hỏi
        [exchanged] Câu hỏi đã gửi lên hội đồng khác
        [exchange_result] Kết quả từ hội đồng khác
        [revision] Lời trước khi sửa
        [addition] Bổ sung
        [ask_back] Được hỏi lại
        [answer] Trả lời đã nhận
        [correction] Đính chính
        [promise] Hẹn ngày
        [guidance] Hướng dẫn
        [public_text] Bản công khai đã che
        [consultation_voice] Tham gia góp ý dự thảo
        [stance] Ý của tôi về dự thảo
        [statement] Câu tôi nêu khi góp ý dự thảo
        [live_question] Câu hỏi trực tiếp tại hội nghị
        [live_support] Câu hỏi trực tiếp tôi cũng muốn hỏi
        [association] Hội, đoàn thể tôi đại diện
        [subject_follower] Lĩnh vực muốn nghe tin hội nghị
        [support] Cùng kiến nghị
        [survey] Nhận xét về trả lời
        [registration] Đăng ký dự hội nghị
        [speaker] Phát biểu tại hội nghị
        [opinion] Ý kiến phát biểu
        [entered_for] Người được nhập hộ
        [slip_try] Lần gõ sai mã phiếu
        [search] Tìm kiếm gần nhất
        [resolution] Việc được báo đã xong
        [resolution_media] Ảnh việc đã xong
        [resolution_check] Hỏi lại việc đã xong chưa
        [reading] Việc đang tra cứu
        [erasure] Yêu cầu xóa đang chờ
        [data_request] Yêu cầu về dữ liệu
        [event] Nhật ký
        [role_grant] Vai trò
        [duty] Việc làm cho đơn vị
        [invitation] Lời mời vai trò
        [discarded_draft] Nháp vừa bỏ
        [shown] Dấu của tin đang hiện
        [ban] Hạn chế dùng bot
        [member] Là thành viên nhóm
        [outbox] Tin đang gửi
        [inbox] Tin đã nhận
        [sent_message] Số hiệu tin đã gửi
       *[other] { $table }
    }
my-data-column =
    { $column ->
        [user_id] Số Telegram
        [display_name] Tên hiển thị
        [name_chosen] Tên tự chọn
        [language] Ngôn ngữ
        [language_chosen] Tự chọn ngôn ngữ
        [area_code] Nơi
        [area_role] Liên quan
        [role] Liên quan, vai trò
        [wants_plain_words] Lời ngắn gọn
        [phone] Số điện thoại
        [phone_given_at] Cho số lúc
        [consent_version] Bản đồng ý
        [consented_at] Đồng ý lúc
        [refused_at] Không đồng ý lúc
        [blocked_at] Chặn bot lúc
        [created_at] Lần đầu
        [updated_at] Sửa lần cuối
        [version] Bản
        [decision] Quyết định
        [message_id] Số tin nhắn
        [decided_at] Lúc
        [text_hash] Dấu của văn bản
        [hash] Dấu của văn bản
        [text] Lời
        [words] Lời
        [code] Mã
        [kind] Loại
        [source] Cách gửi
        [state] Tình trạng
        [category_code] Lĩnh vực
        [body_code] Đơn vị
        [received_at] Nhận lúc
        [forwarded_at] Chuyển lúc
        [due_on] Hạn
        [answered_at] Trả lời lúc
        [withdrawn_at] Rút lại lúc
        [author_initials] Chữ đầu của tên
        [media] Tệp
        [added_at] Thêm lúc
        [replaced_at] Sửa lúc
        [result_class] Kết quả
        [delivered_at] Đến lúc
        [verdict] Nhận xét
        [comment] Góp ý
        [judged_at] Nhận xét lúc
        [asked_at] Hỏi lúc
        [meeting_code] Hội nghị
        [ticket] Vé
        [size] Số người
        [standing] Chỗ
        [topic] Chủ đề
        [registered_at] Đăng ký lúc
        [arrived_at] Đến lúc
        [supported_at] Lúc
        [name] Tên
        [reason] Lý do
        [outcome] Kết quả
        [at] Lúc
        [sent_at] Gửi lúc
        [searched_at] Lúc
        [says] Ông/bà nói
        [said] Lời báo
        [said_at] Báo lúc
        [due_at] Đến hạn lúc
       *[other] { $column }
    }

request-of-resident =
    <b>Yêu cầu về dữ liệu cá nhân</b>
    Xem và xóa dữ liệu thì bot làm ngay. Việc khác, văn phòng trả lời trong { $days } ngày làm việc.
request-mine = #{ $number } · { $kind } · hạn { $due }
request-kind =
    { $kind ->
        [export] Xem dữ liệu
        [correction] Sửa dữ liệu
        [erasure] Xóa dữ liệu
        [restriction] Hạn chế, phản đối xử lý
       *[other] Yêu cầu khác
    }
request-outcome =
    { $outcome ->
        [done] đã giải quyết
        [refused] từ chối
       *[taken_back] người yêu cầu rút lại
    }
request-proof-name =
    { $proof ->
        [telegram] tài khoản Telegram của người đó
        [slip] mã phiếu
       *[desk] gặp tại bàn
    }
button-request-drop = ↩️ Thôi yêu cầu #{ $number }
request-ask-words = <b>{ $kind }</b>: xin ông/bà viết muốn gì, ở tin nhắn tới. Chỉ văn phòng đọc. Xin đừng gửi số giấy tờ.
request-too-many = Ông/bà đang có nhiều yêu cầu chưa xong. Xin đợi văn phòng trả lời.
request-kept = ✉️ Đã gửi văn phòng yêu cầu <b>#{ $number }</b>. Hạn trả lời: <b>{ $due }</b>.
request-taken-back = Đã rút yêu cầu
request-news = ✉️ Yêu cầu về dữ liệu cá nhân <b>#{ $number }</b> · { $kind } · hạn <b>{ $due }</b>. Xem và giải quyết: nhắn riêng bot /yeucau.
request-outcome-told = ✉️ Yêu cầu <b>#{ $number }</b> về dữ liệu của ông/bà: <b>{ $outcome }</b>.
request-queue = ✉️ <b>Yêu cầu về dữ liệu cá nhân</b>: { $count } đang chờ
request-overdue = 🔴 Quá hạn: { $count }
request-queue-hint = Người không dùng Telegram: gõ <code>/yeucau MÃ-CÂU-HỎI MÃ-PHIẾU</code>, hoặc chỉ mã câu hỏi khi họ đến tại bàn.
request-closed-line = ✅ #{ $number } · { $kind } · { $outcome } · { $time }
button-request = #{ $number } · { $kind } · { $due }
request-ask-proof = { $code }: người này là ai? Có phiếu thì gõ <code>/yeucau { $code } MÃ-PHIẾU</code>. Đến tại bàn thì xem giấy tờ (không chụp, không ghi số), rồi bấm.
button-request-desk = 🪪 Đã gặp tại bàn
request-no-paper = Không có câu hỏi nhập hộ nào với mã này. Người dùng Telegram thì tự gõ /dulieucuatoi, /xoadulieu.
request-wrong-slip = Mã phiếu không đúng, hoặc đã thử quá nhiều lần hôm nay.
request-is-overdue = 🔴 <b>Quá hạn</b>
request-head = ✉️ <b>Yêu cầu #{ $number }</b> · { $kind }
request-who = Người yêu cầu: { $name }
request-nameless = không có tên
request-proof = Xác định bằng: { $proof }
request-when = Nhận { $asked } · hạn <b>{ $due }</b>
request-question = Câu hỏi: { $code }
request-end = Kết quả: <b>{ $outcome }</b>, { $time }, { $by }
request-closed-already = Yêu cầu này đã xong, hoặc không còn.
button-request-hand-over = 📄 Bản sao dữ liệu để in
button-request-forget = 🗑 Xóa dữ liệu của người này
button-request-forget-now = 🗑 Xóa ngay
request-ask-forget = Xóa ngay tên, số điện thoại và lời của người này? Mã, lĩnh vực, nơi và trả lời công khai còn lại. Không hoàn tác được.
button-request-done = ✅ Đã giải quyết
button-request-refuse = 🚫 Từ chối
button-request-paper = 🧾 Phiếu lưu hồ sơ
button-request-queue = ◀ Danh sách
request-ask-done = Yêu cầu #{ $number }: xin viết đã làm gì. Người yêu cầu sẽ đọc.
request-ask-refused = Yêu cầu #{ $number }: xin viết lý do từ chối và căn cứ. Người yêu cầu sẽ đọc.
request-reminder = ⏰ <b>Yêu cầu về dữ liệu cá nhân</b> sắp hoặc đã đến hạn: { $count } (quá hạn: { $overdue }). Nhắn riêng bot /yeucau.
request-paper-file = Phiếu lưu hồ sơ, yêu cầu #{ $number }.
request-paper-title = PHIẾU GIẢI QUYẾT YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN
request-paper-said = Nội dung yêu cầu:
request-paper-made = Lập lúc { $time } từ nhật ký của bot.
request-paper-signed = Người lập (ký, ghi rõ họ tên):
menu-my-data = Dữ liệu về tôi
menu-erase = Xóa dữ liệu, rút lại sự đồng ý
menu-requests = Yêu cầu về dữ liệu cá nhân
audit-subject =
    { $subject ->
        [all] Tất cả
        [looks] 👁 Xem dữ liệu cá nhân
        [privacy] 🔒 Dữ liệu cá nhân
        [rights] 🗝 Vai trò, nhóm
        [questions] ❓ Câu hỏi
       *[meetings] 📅 Hội nghị
    }
audit-file = Nhật ký: { $count } dòng mới nhất, { $about }. Cột cuối là dấu nối từng dòng với dòng trước.
button-audit-file = 📄 Tải về
words-removed = { $code }: lời ở đây đã xóa theo yêu cầu của người gửi.
button-copy-document = 📋 Chép số văn bản

## Đã trả lời, đã giải quyết xong: hai việc

card-resolved = 🟢 <b>Đã giải quyết xong</b> ngày { $day } · { $name }
card-denied = 🔴 <b>Cử tri báo chưa xong</b> ({ $day }) · làm lại trước { $due }
card-not-shown = 🟡 Trả lời là đã xong, chưa có bằng chứng (ảnh, hoặc số và ngày văn bản)
card-not-resolved = 🟡 Đã trả lời, việc chưa xong
button-say-done = 🏁 Đã giải quyết xong
ask-evidence = <b>{ $code }</b>: xin trả lời tin này bằng <b>ảnh</b> chụp việc đã làm, hoặc <b>số và ngày văn bản</b> (ví dụ: 12/BB-UBND ngày 20/11/2026), kèm vài chữ đã làm gì. Cử tri sẽ nhận được.
no-evidence = Tôi chưa thấy ảnh, cũng chưa thấy số và ngày văn bản. Có một trong hai mới ghi là đã giải quyết xong.
resolved-mark = 🟢 <b>{ $code }</b>: { $name } xác nhận đã giải quyết xong. Cử tri đã được báo; sau { $days } ngày tôi hỏi lại cử tri.
resolved-not-shown = 🟡 <b>{ $code }</b>: nói là đã xong nhưng chưa có bằng chứng, nên chưa tính là đã giải quyết xong. Xin gửi ảnh, hoặc số và ngày văn bản.
resolved-report =
    🟢 <b>Việc đã giải quyết xong – { $code }</b>
    <i>{ $question }</i>
    <b>{ $body }</b> báo đã làm xong:
resolved-report-check = Sau { $days } ngày tôi sẽ hỏi lại ông/bà việc này đã xong thật chưa.
resolved-check =
    <b>{ $code }: việc này đã xong chưa?</b>
    <i>{ $question }</i>
    Ngày { $day }, { $body } báo đã giải quyết xong. Xin ông/bà xem thực tế và bấm một nút.
button-is-done = ✅ Rồi, đã xong
button-is-not-done = ❌ Chưa xong
resolved-toast = Đã ghi nhận. Cảm ơn ông/bà.
resolved-confirmed = ✅ <b>{ $code }</b>: ông/bà xác nhận việc đã xong. Cảm ơn ông/bà. Nếu sau này thấy chưa xong, xin bấm nút dưới.
resolved-denied-noted = 🔴 <b>{ $code }</b>: đã ghi nhận việc chưa xong. { $body } phải làm lại trước { $due }. Câu trả lời cũ vẫn giữ.
resolved-denied-again = <b>{ $code }</b>: đã ghi nhận việc chưa xong. Cảm ơn ông/bà.
resolved-ask-missing = <b>{ $code }</b>: xin gửi một <b>ảnh</b>, hoặc viết vài chữ còn thiếu gì. Không gửi cũng được: /huy.
resolved-denied = 🔴 Cử tri xem thực tế và báo <b>chưa xong</b>. Câu trả lời vẫn giữ; việc phải làm lại trước <b>{ $due }</b>.
resolved-missing = 🔴 <b>{ $code }</b>: cử tri cho biết còn thiếu gì:
refuse-already-resolved = Việc này đã được xác nhận giải quyết xong lúc { $time }.
standing-of-redo = cử tri báo chưa xong, { $state }
digest-denied = 🔴 Cử tri báo chưa xong: <b>{ $count }</b>
timeline-resolved = { $time } · được xác nhận đã giải quyết xong
timeline-denied = { $time } · cử tri báo chưa xong, phải làm lại trước { $day }
state-resolved = 🟢 Đã giải quyết xong ngày { $day }.
state-denied = 🔴 Cử tri báo chưa xong; phải làm lại trước { $day }.
mine-state-resolved = 🟢 đã giải quyết xong
mine-state-denied = 🔴 báo chưa xong, làm lại trước { $day }
warn-no-evidence = ⚠️ Chưa có bằng chứng: xin trả lời tin này bằng ảnh, hoặc nhập số văn bản. Vẫn gửi được, nhưng chưa tính là đã giải quyết xong.

## Văn bản trả lời

class-in-full = { $class } – { $subclass }
subclass = { $subclass ->
    [legislated] ban hành, sửa đổi văn bản
    [inspected] thanh tra, kiểm tra
    [carried_out] tổ chức thực hiện
    [roadmap] có lộ trình
    [submitted] đã trình cấp có thẩm quyền
    [no_roadmap] chưa có lộ trình
    [no_means] chưa có nguồn lực
    [not_now] chưa thể giải quyết ngay
    [higher_text] liên quan văn bản cấp trên
    [next_session] chuyển kỳ họp sau
   *[other] lý do khác
 }
record-document-signed = Văn bản: số { $number } ngày { $day }, { $name } ký
record-signer = Người ký: { $name }
button-type-record = 📄 Văn bản
ask-record = <b>{ $code }</b>: văn bản trả lời số mấy, ngày nào, ai ký? Một dòng là đủ. Ví dụ: 12/UBND-KT ngày 20/11/2026, Nguyễn Văn An ký.

## Một cấp cao hơn: cử tri chưa đồng tình, đánh giá của HĐND

appeal-title = ⚖️ <b>Cử tri chưa đồng tình</b> với trả lời của { $body }
appeal-answered = <b>Đã trả lời</b> ({ $class }):
appeal-said = <b>Cử tri nói</b>:
appeal-hint = Xem lại bất cứ lúc nào: /cauhoi { $code }. Xin cho biết đánh giá của HĐND:
appeal-looks = { $body } cũng xem việc này.
watched-by = Nơi xử lý: <b>{ $body }</b>
assess-mark = { $mark ->
    [close] Đóng kiến nghị
    [follow] Theo dõi ở kỳ họp sau
    [on_schedule] Đúng tiến độ
   *[late] Chậm tiến độ
 }
assessed-toast = Đã ghi nhận đánh giá.
card-assessed = ⚖️ { $body }: <b>{ $said }</b>

## Đủ người cùng kiến nghị thì phải trả lời

obliged-beforehand = { $within ->
    [area] 👥 Đủ { $count } người trong khu vực cùng kiến nghị (nay từ mọi nơi: { $now }), nơi xử lý phải trả lời từng ý trong { $days } ngày làm việc; quá hạn, việc được đưa vào danh sách của kỳ họp.
   *[council] 👥 Đủ { $count } người cùng kiến nghị (nay: { $now }), nơi xử lý phải trả lời từng ý trong { $days } ngày làm việc; quá hạn, việc được đưa vào danh sách của kỳ họp.
 }
obliged-news = 👥 Câu <b>{ $code }</b> đã đủ { $count } người cùng kiến nghị. <b>{ $body }</b> phải trả lời từng ý trước <b>{ $due }</b>; nếu không, việc được đưa vào danh sách của kỳ họp.
obliged-body = ⚖️ <b>{ $code }</b> đã đủ { $count } người cùng kiến nghị. Theo quy định của HĐND, phải trả lời từng ý trước <b>{ $due }</b>; quá hạn, việc được đưa vào danh sách của kỳ họp. Cử tri đã được báo.
obliged-standing-body = ⚖️ Đã đủ { $count } người cùng kiến nghị. { $body } phải trả lời từng ý trước <b>{ $due }</b>; quá hạn, việc vào danh sách của kỳ họp.
obliged-listed = 🎙 <b>{ $code }</b>: quá hạn trả lời theo quy định về số người cùng kiến nghị, đã đưa vào danh sách của kỳ họp.
card-obliged = ⚖️ Đủ số người cùng kiến nghị: phải trả lời từng ý đúng hạn
timeline-obliged = { $time } · đủ { $count } người cùng kiến nghị, phải trả lời trước { $day }

## Việc của tôi (đại biểu)

menu-tasks = Việc của tôi
tasks-title = <b>Việc của tôi</b>
tasks-none = ✅ Không có việc nào đang chờ ông/bà.
tasks-not-yours = Lệnh này dành cho đại biểu và cán bộ của tổ, ban, văn phòng.
tasks-mine = ✍️ <b>Tôi đã nhận</b>: { $count }
tasks-waiting = ⏳ <b>Chờ tôi</b> (duyệt, việc đã hứa, việc báo chưa xong): { $count }
tasks-appeals = ⚖️ <b>Cử tri chưa đồng tình, chờ đánh giá</b>: { $count }
tasks-due = ⏰ <b>Sắp hoặc đã quá hạn của đơn vị</b>: { $count }

## Trả lời chung nhiều câu giống nhau

button-together = 🧩 Trả lời chung
button-together-code = ➕ Thêm mã
together-choose = <b>Trả lời chung</b>: bấm để chọn những câu nhận cùng câu trả lời.
together-none = <b>Trả lời chung</b>: không thấy câu nào giống; có thể thêm bằng mã.
together-line = • <b>{ $code }</b> · { $area } · { $text }
together-how = Chọn xong, xin trả lời (reply) vào thẻ như thường. Mỗi người vẫn có mã, câu trích, biên nhận và đánh giá riêng.
together-ask-codes = <b>{ $code }</b>: trả lời chung với những câu nào? Xin trả lời tin này bằng mã, cách nhau bằng dấu cách.
together-cannot = Câu này không trả lời chung được nữa.
together-also = 🧩 Gửi cùng cho: <b>{ $codes }</b>
together-done = 🧩 Đã trả lời chung: { $codes }.
together-left = ⚠️ Chưa trả lời được cùng: { $codes } (đã đổi nơi xử lý hoặc đã đóng).

## Con số trung thực

figures-of-answered = đã trả lời
figures-of-newest = các câu trả lời mới nhất
figures-honest =
    <b>Trả lời và giải quyết</b> (mỗi số một mẫu số)
    • Đã trả lời / đã nhận: { $answered }
    • 🟢 Đã giải quyết xong, có bằng chứng / đã trả lời mà còn việc phải làm: { $resolved }
    • 🔴 Cử tri báo chưa xong / còn việc phải làm: { $denied }
    • 👍 Thỏa đáng / cử tri đã đánh giá: { $satisfied }
    • ⚠️ Trả lời chung chung / { $hollow_of }: { $hollow }
    • 🔄 Phải mở lại / đã nhận: { $reopened }

## Khảo sát thực tế

menu-survey = Khảo sát thực tế
site-not-clerk = Khảo sát thực tế dành cho văn phòng.
site-which-area = <b>Khảo sát thực tế</b>: đi khu vực nào? (số việc còn mở)
site-nothing = Khu vực này không có việc nào còn mở để khảo sát.
site-begun = <b>Khảo sát { $area }</b>: { $count } việc. Gửi vị trí của ông/bà, tôi đưa việc gần nhất trước. Mạng yếu cũng được: gửi gì tôi giữ nấy.
site-place-how = Còn { $left } việc. Bấm hiện trạng, rồi gửi ảnh, lời Tổ trưởng, vị trí của việc ấy (hoặc trả lời tin của việc).
site-condition = { $condition ->
    [done] ✅ Đã làm xong
    [underway] 🚧 Đang làm
    [untouched] ❌ Chưa làm
    [not_found] ❔ Không thấy chỗ
   *[skipped] ⏭ Để lần sau
 }
site-all-seen = Đã đi hết các việc. Còn ảnh hay lời cho việc vừa bấm thì gửi nốt, rồi bấm “Kết thúc”.
button-site-record = 📄 Biên bản khảo sát
button-site-finish = 🏁 Kết thúc
site-marked = <b>{ $code }</b>: { $condition }. Trả lời tin này để thêm ảnh, lời Tổ trưởng.
site-added = Đã ghi vào <b>{ $code }</b>.
site-note = 🔎 <b>{ $code }</b>, khảo sát thực tế: { $condition } · { $name }
site-finished = 🏁 <b>Khảo sát xong { $area }</b>
site-finished-how = Kết quả đã ghi dưới thẻ của từng việc.
site-over = Đợt khảo sát này đã kết thúc.
site-toast = Đã kết thúc khảo sát.
## Sự cố, sao lưu, mất liên lạc
your-number = Số Telegram của ông/bà: <code>{ $number }</code>
link-not-admin-number = Chỉ người quản trị được gắn nhóm. Số Telegram của ông/bà là <code>{ $number }</code>: xin báo cho người quản trị hoặc người vận hành nếu cần quyền này.
menu-trouble = Việc bị mắc: thử lại hoặc bỏ
button-troubles = Xem việc bị mắc
troubles-none = Không có việc nào bị mắc.
troubles-title = <b>Việc bị mắc ({ $count })</b>
troubles-held = Có tin đang giữ lại vì bản sao lưu vừa được khôi phục: có thể các tin này đã được gửi sau khi sao lưu. Gửi thì người nhận có thể nhận hai lần; bỏ thì tin chưa gửi sẽ không bao giờ đến.
troubles-rounds-held = { $count } đợt gửi cho nhiều người (thông báo, tin hội nghị, lấy ý kiến) tạm dừng vì bản sao lưu vừa được khôi phục: có người có thể đã nhận. Gửi thì họ có thể nhận hai lần; bỏ thì ai chưa nhận sẽ không nhận được.
button-held-send = Gửi tất cả tin giữ lại
button-held-drop = Bỏ tất cả tin giữ lại
trouble-line = { $what ->
    [update] Tin đến số { $number }, từ { $since }: không xử lý được. <i>{ $why }</i>
   *[message] Tin đi số { $number }, từ { $since }: Telegram không nhận. <i>{ $why }</i>
  }
button-trouble-again = Thử lại { $number }
button-trouble-drop = Bỏ { $number }
trouble-not-clerk = Chỉ văn phòng xem và giải quyết việc bị lỗi.
trouble-gone = Việc này đã được giải quyết rồi.
telegram-back-office = Đã liên lạc lại được với Telegram. Không liên lạc được từ { $since } đến { $until }; tin gửi trong lúc đó đang được chuyển tiếp theo thứ tự.
backup-failed-office = ⚠️ Bản sao lưu đêm nay không làm được. Bot vẫn chạy bình thường và thử lại mỗi giờ. Xin báo người vận hành xem nhật ký máy chủ.
backup-failed-full-office = ⚠️ Bản sao lưu đêm nay không làm được vì ổ đĩa đầy. Bot vẫn chạy và thử lại mỗi giờ. Xin báo người vận hành giải phóng chỗ trống.
restored-office = Lúc { $at }, dữ liệu đã được khôi phục từ bản sao lưu. Việc làm sau khi sao lưu không còn trong sổ.
restored-office-until = Lúc { $at }, dữ liệu đã được khôi phục từ bản sao lưu. Sổ có việc làm đến { $until }; việc làm sau đó không còn, và tin nhắc theo giờ đã gửi sau đó có thể đến lần nữa.
restored-held = { $held } tin đang chờ gửi lúc sao lưu được giữ lại, chờ văn phòng quyết định.
restored-rounds = { $rounds } đợt gửi cho nhiều người đang dở lúc sao lưu được tạm dừng, chờ văn phòng quyết định: có người có thể đã nhận.
## Báo cáo, giấy tờ

report-which = 🗂 <b>Ông/bà cần giấy tờ nào?</b> Bấm tên; tệp được gửi vào đây.
report-unknown = Tôi không có loại giấy tờ này.
report-unknown-word = Tôi không hiểu “{ $word }”: không phải mã kỳ họp, mã hội nghị hay dạng tệp. Gõ /baocao để chọn bằng nút.
report-which-session = <b>{ $report }</b>: kỳ họp nào?
report-which-meeting = <b>{ $report }</b>: hội nghị nào?
report-no-meeting = Chưa có hội nghị nào trong lịch gần đây để lập giấy tờ này.
report-file = 📄 <b>{ $report }</b> · { $questions } kiến nghị. Số, ngày và chữ ký để trống: văn phòng điền khi phát hành.
report-file-about = 📄 <b>{ $report }</b> · { $about } · { $questions } kiến nghị. Số, ngày và chữ ký để trống: văn phòng điền khi phát hành.
report-not-made = Chưa lập được “{ $report }”: thiếu kỳ họp, hội nghị hoặc đợt khảo sát trong dữ liệu.
report-register = Sổ theo dõi
report-summary = Báo cáo tổng hợp
report-minutes = Biên bản
report-plan = Kế hoạch
report-notice = Thông báo lịch
report-invitation = Giấy mời
report-transfer = Công văn chuyển
report-chase = Công văn đôn đốc
report-answers = Tập hợp trả lời
report-results = Kết quả giải quyết
report-supervision = Báo cáo giám sát
report-late = Tổ nộp chậm
report-slips = Phiếu ý kiến
report-chart = Biểu đồ
report-survey = Biên bản khảo sát
button-issued = 📚 Giấy tờ đã phát hành
button-issue = 📌 Phát hành…
button-issued-one = 📎 Bản đã phát hành, số { $number }
button-issue-yes = ✅ Phát hành
button-issue-again = ✏️ Gõ lại số, ngày
button-issue-not = Thôi
report-round = đợt { $round }
issue-not-clerk = Chỉ văn phòng phát hành giấy tờ.
issue-ask = 📌 Phát hành <b>{ $paper }</b>. Xin ông/bà gõ số và ngày của văn bản trong một tin, ví dụ <code>05 ngày { $day }</code> hoặc <code>05 hôm nay</code>. Số do văn thư cấp, tôi không tự đặt.
issue-no-number = Tôi chưa thấy số văn bản. Xin gõ số rồi đến ngày, ví dụ <code>05 ngày { $day }</code> hoặc <code>05 hôm nay</code>.
issue-no-day = Tôi chưa đọc được ngày của văn bản. Xin gõ lại cả số và ngày, ví dụ <code>05 ngày { $day }</code> hoặc <code>05 hôm nay</code>.
issue-far = Ngày { $day } cách hôm nay hơn một năm. Xin gõ lại cả số và ngày.
issue-used = Số { $number } năm { $year } đã dùng cho <b>{ $paper }</b>. Xin gõ số khác và ngày.
issue-confirm = 📌 <b>Sẽ phát hành: { $paper }</b>
    Số <b>{ $number }</b>, ngày <b>{ $day }</b>.
    Phát hành rồi, tệp được lưu và không đổi nữa.
issue-left = Chưa phát hành gì.
issue-at-work = ⏳ Đang phát hành <b>{ $paper }</b>, số { $number }, ngày { $day }.
issued-now = 📌 <b>{ $paper }</b> · số { $number }, ngày { $day }. Đã phát hành và lưu: lấy lại đúng tệp này bằng /baocao, nút “Giấy tờ đã phát hành”.
issued-before = Giấy tờ này đã được phát hành trước đó, nên không phát hành lần nữa.
issued-again = 📌 <b>{ $paper }</b> · số { $number }, ngày { $day }. Đúng tệp đã phát hành lúc { $issued }.
issued-unchanged = Từ đó đến nay chưa có gì khác.
issued-changed = Từ đó đến nay:
issued-new = • Thêm { $count } kiến nghị: { $codes }
issued-other = • { $count } kiến nghị đã khác: { $codes }
issued-gone = • { $count } kiến nghị không còn: { $codes }
issued-list = 📚 <b>Giấy tờ đã phát hành.</b> Bấm để lấy lại đúng tệp đã phát hành.
issued-none = Chưa có giấy tờ nào được phát hành. Lập giấy tờ: /baocao
issued-no-number = không số
import-taken-back = Văn phòng đã hủy đợt nhập có { $code }: phiếu này được nhập nhầm, không cần xử lý nữa.
menu-report = Báo cáo, giấy tờ
## Công bố câu trả lời

menu-publish = Câu trả lời chờ công bố
search-field-title = <b>Câu trả lời đã công bố về { $category }</b>
search-field-none = Chưa có câu trả lời nào được công bố về { $category }.
button-search-fields = 🗂 Các lĩnh vực
button-follow-public = 🔔 Theo dõi
button-unfollow-public = 🔕 Thôi theo dõi
button-share = ↗️ Chia sẻ
button-open-in-bot = Xem, theo dõi
inline-door = Hỏi đại biểu của ông/bà
inline-none = Chưa thấy. Gửi câu hỏi cho đại biểu
follow-public-done = Đã theo dõi. Có tin mới, tôi sẽ báo ông/bà.
follow-public-ended = Đã thôi theo dõi.
follow-public-too-many = Ông/bà đang theo dõi quá nhiều câu. Xin thôi theo dõi bớt.
follow-public-corrected = ✏️ <b>Câu trả lời { $code } mà ông/bà theo dõi đã được đính chính.</b>
follow-public-answered = 📣 <b>Câu hỏi { $code } mà ông/bà theo dõi có câu trả lời mới.</b>
follow-public-reopened = 🔄 Câu hỏi { $code } mà ông/bà theo dõi được mở lại vì người hỏi chưa đồng tình. Khi có câu trả lời mới được công bố, tôi sẽ báo.
publish-not-you = Việc công bố câu trả lời do văn phòng (hoặc tổ trưởng, nếu hội đồng quy định) xem xét.
publish-unknown-code = Không có câu trả lời nào của mã này để xem xét.
publish-changed = Câu trả lời vừa thay đổi. Xin xem lại.
publish-nothing-left = ✅ Không còn câu trả lời nào chờ công bố.
publish-state-last = 🌐 <b>Chờ công bố</b>
publish-state-waiting = 🌐 <b>Chờ công bố</b> · còn { $behind } câu khác
publish-state-public = 🌐 <b>Đang công khai</b>
publish-state-kept-back = 🔒 <b>Không công bố</b>: { $reason }
publish-head = { $code } · { $category } · { $area }
publish-corrected = ✏️ Câu trả lời đã được đính chính sau lần công bố trước.
publish-asked = <b>Câu hỏi, như mọi người sẽ đọc</b>
publish-answered = <b>Trả lời</b> của { $body }, { $day }
publish-covered-nothing = Không có chỗ nào phải che.
publish-covered = Đã che { $count } chỗ (trong đó { $hand } mục do người xem xét che).
button-publish-now = 🌐 Công bố
button-cover-more = 🙈 Che thêm
button-keep-back = 🔒 Không công bố
button-publish-later = Xem sau ▶
button-unpublish = 🔒 Gỡ khỏi công khai
button-cover-words = ✍️ Gõ chữ cần che
button-uncover = Bỏ che bằng tay
button-cover-done = Xong
publish-reasons = Vì sao không công bố { $code }?
publish-reason-person = Chỉ về một người, che thế nào cũng biết là ai
publish-reason-private = Việc riêng tư
publish-reason-duplicate = Đã có câu giống vậy
publish-reason-unfinished = Trả lời chưa đủ rõ cho mọi người
publish-cover-title = 🙈 <b>Che thêm trong { $code }</b>. Bấm số của câu để che, bấm lại để bỏ che.
publish-cover-answer = <b>Trả lời</b>
publish-cover-words = Chữ đã che: { $words }
publish-ask-words = Xin gõ đúng những chữ cần che trong { $code }, mỗi chỗ một dòng.
publish-words-covered = 🙈 Đã che.
publish-words-unknown = Không thấy trong câu hỏi và trả lời: “{ $words }”. Những chữ khác đã che.
publish-done-short = Đã công bố
publish-done = ✅ Đã công bố { $code }: t.me/{ $bot }?start=p_{ $code }
publish-kept-back = 🔒 Không công bố { $code }: { $reason }.
publish-taken-back = 🔒 { $code } không còn công khai.
timeline-published = { $time } · câu trả lời được công bố, đã che tên và số điện thoại
timeline-unpublished = { $time } · câu trả lời không còn công khai

## Thông báo đến nhiều người

menu-broadcast = Gửi thông báo đến cử tri
button-hear-services = 🚰 Điện, nước, đường, thời tiết: { $on ->
        [on] đang bật
       *[off] đang tắt
    }
broadcast-not-clerk = Thông báo đến cử tri do văn phòng soạn.
broadcast-not-yours = Thông báo này đã gửi duyệt, đã gửi hoặc do người khác soạn.
broadcast-draft-title = 📣 <b>Thông báo đang soạn</b>
broadcast-no-text = Chưa có nội dung. Bấm “Nội dung” để gõ, hoặc gửi ảnh, tệp kèm chữ.
broadcast-to = 👥 Gửi tới: { $audience } – <b>{ $count } người</b>
broadcast-about = 🏷 Loại: { $subject }
broadcast-file = 📎 Kèm: { $what }
broadcast-link = 🔗 Nút “{ $label }”: { $address }
broadcast-urgent = 🚨 <b>Khẩn</b>, gửi cả trong giờ yên tĩnh: { $why }
broadcast-photo = một ảnh
broadcast-some-file = một tệp
broadcast-subject-announcements = Hoạt động HĐND
broadcast-subject-services = Điện, nước, thời tiết
broadcast-everybody = Mọi người đã đồng ý nhận tin
broadcast-nobody-yet = chưa chọn
broadcast-of-meeting = người đăng ký hội nghị { $meeting }
broadcast-of-field = người đã hỏi về { $field }
broadcast-open-questions = Người có câu hỏi chưa được trả lời
broadcast-audiences = Gửi thông báo cho ai?
button-broadcast-audience = 👥 Người nhận
button-broadcast-text = ✍️ Nội dung
button-broadcast-link = 🔗 Thêm nút
button-broadcast-no-link = 🔗 Bỏ nút
button-broadcast-no-file = 📎 Bỏ ảnh, tệp
button-broadcast-urgent = 🚨 Khẩn
button-broadcast-not-urgent = Bỏ “khẩn”
button-broadcast-test = 👁 Gửi thử cho tôi
button-broadcast-submit = 📨 Gửi duyệt
button-broadcast-drop = Bỏ thông báo
button-broadcast-areas = 📍 Theo khu vực
button-broadcast-meetings = 🏛 Người đăng ký một hội nghị
button-broadcast-fields = 🗂 Người đã hỏi về một lĩnh vực
button-broadcast-chosen = Xong
button-broadcast-approve = ✅ Duyệt
button-broadcast-send-back = ↩️ Trả lại
button-broadcast-pause = ⏸ Tạm dừng
button-broadcast-resume = ▶️ Gửi tiếp
button-broadcast-stop = ⏹ Dừng hẳn
button-broadcast-stop-now = ⏹ Dừng hẳn ngay
button-broadcast-mute = 🔕 Không nhận loại tin này nữa
broadcast-choose-areas = Bấm tên khu vực để chọn; bấm lần nữa để bỏ.
broadcast-chosen-areas = Đã chọn: <b>{ $areas }</b>
broadcast-choose-meeting = Người đăng ký hội nghị nào?
broadcast-choose-field = Người đã hỏi về lĩnh vực nào?
broadcast-ask-text = Xin gõ nội dung thông báo, hoặc gửi một ảnh, một tệp kèm chữ.
broadcast-ask-link = Xin gõ: chữ trên nút | địa chỉ, ví dụ: <i>Xem lịch | https://…</i>
broadcast-ask-reason = Vì sao phải gửi ngay cả trong giờ yên tĩnh (bão, cắt nước…)? Người duyệt sẽ đọc.
broadcast-only-photo-or-file = Thông báo chỉ kèm được một ảnh hoặc một tệp.
broadcast-too-long = Nội dung dài quá { $most } chữ cái. Xin rút gọn.
broadcast-wrong-link = Tôi cần chữ trên nút (tối đa 40 chữ cái), dấu | rồi địa chỉ bắt đầu bằng https://
broadcast-test-not-possible = Chưa gửi thử được: chưa có nội dung, hoặc ông/bà chưa mở trò chuyện riêng với tôi.
broadcast-test-sent = Đã gửi thử vào trò chuyện riêng.
broadcast-not-ready = Cần có nội dung và người nhận.
broadcast-dropped = Đã bỏ thông báo.
broadcast-submitted = 📨 Đã gửi duyệt. Thông báo được gửi khi một người khác của văn phòng duyệt.
broadcast-approval-title = 📣 <b>{ $name } xin duyệt thông báo</b>
broadcast-approval-who = Người duyệt phải là người khác người soạn.
broadcast-four-eyes = Cần một người khác người soạn duyệt.
broadcast-anonymous = Xin duyệt bằng tên của mình, không ẩn danh.
broadcast-decided-already = Việc này vừa được quyết định rồi.
broadcast-approved = Đã duyệt, đang gửi.
broadcast-approved-by = ✅ { $name } đã duyệt thông báo của { $author }. Đang gửi.
broadcast-sent-back = ↩️ { $name } đã trả lại thông báo của { $author } để sửa.
broadcast-sending = 📣 <b>Đang gửi thông báo</b>
broadcast-rests = 🌙 <b>Thông báo nghỉ trong giờ yên tĩnh</b>, gửi tiếp lúc { $time }
broadcast-held = ⏸ <b>Thông báo tạm dừng</b> vì bản sao lưu vừa được khôi phục. Gửi tiếp hay bỏ: /suco
broadcast-paused = ⏸ <b>Thông báo tạm dừng</b>
broadcast-stopped = ⏹ <b>Thông báo đã dừng hẳn</b>
broadcast-done = ✅ <b>Đã gửi xong thông báo</b>
broadcast-by = { $author } soạn, { $approver } duyệt
broadcast-to-whom = Gửi tới: { $audience }
broadcast-tally = Đã đưa đi { $queued } · đã nhận { $delivered } · chặn bot { $blocked } · lỗi { $failed }
broadcast-perhaps-twice = Máy từng ngắt giữa chừng: tối đa { $count } người có thể nhận hai lần.
broadcast-ask-stop = Dừng hẳn thông báo này? { $left } tin đang trên đường vẫn đến.
broadcast-report = 📣 Thông báo của { $author } đã gửi xong: { $delivered } người nhận, { $blocked } người chặn bot, { $failed } lỗi.
broadcast-not-known = Không rõ { $count } tin khác có đến nơi hay không: máy không ghi lại được.
broadcast-head = 📣 <b>Thông báo của { $council }</b>
broadcast-head-urgent = 🚨 <b>Thông báo khẩn của { $council }</b>
broadcast-muted = Đã tắt.
broadcast-muted-more = 🔕 Ông/bà không nhận tin “{ $subject }” nữa. Muốn nhận lại: /caidat

held-coarse = Trong lời của ông/bà có từ ngữ nặng nề, nên văn phòng xem trước khi chuyển cho đại biểu. Nội dung được giữ nguyên; ông/bà vẫn sửa được bằng cách sửa tin đã gửi.
held-accuses = Lời của ông/bà nêu đích danh một người làm sai, nên văn phòng xem trước khi chuyển cho đại biểu. Muốn tố cáo theo luật, xin gửi nơi tiếp công dân (/trogiup).
triage-manner-coarse = ⚠️ Có từ ngữ nặng nề: xin xem trước khi chuyển.
triage-manner-accuses = ⚠️ Nêu đích danh một người làm sai: xin xem trước khi chuyển.

triage-of-same = 👤 Người này còn { $count } câu chưa ai nhận: { $codes }
button-gather = 🧩 Gộp { $count } câu của người này
triage-gather = Gộp { $count } câu sau vào { $code } để trả lời chung một lần? Người gửi được báo từng câu.
triage-gather-line = • { $code }: { $text }
button-gather-now = 🧩 Gộp tất cả
triage-gathered = 🧩 Đã gộp { $count } câu vào { $code }: một câu trả lời chung.
## Gọi lại, ai cần có mặt
menu-call-back = Gọi lại hỏi ý kiến
call-back-not-clerk = Việc gọi lại hỏi ý kiến dành cho văn phòng.
call-back-noted = Đã ghi.
call-back-one = ☎️ <b>Gọi lại { $at }/{ $all } · { $code }</b>
call-back-answered = { $body } đã trả lời:
call-back-how = Xem số điện thoại, gọi hỏi ông/bà ấy: câu trả lời có thỏa đáng không, việc đã làm chưa? Rồi bấm một nút.
call-back-no-phone = Cử tri không để lại số điện thoại. Không gặp được thì bấm “Không liên lạc được”.
call-back-none = Tháng { $month } không có câu hỏi nào được trả lời, nên không có ai để gọi lại.
call-back-done = ☎️ <b>Đã gọi lại hết các câu trả lời tháng { $month }</b>
call-back-reached = Liên lạc được { $reached }/{ $called } người đã gọi; rút thăm { $drawn } câu.
call-back-share = • { $name }: { $count }/{ $reached }
call-back-announced = ☎️ Đã rút thăm { $count } câu trả lời của tháng { $month } để gọi lại hỏi ý kiến cử tri. Văn phòng nhắn riêng cho tôi lệnh /goilai.
figures-called = ☎️ <b>Gọi lại hỏi ý kiến, câu trả lời tháng { $month }</b>
button-attend = 🧑‍💼 Ai cần có mặt
attend-head = 🧑‍💼 <b>Ai cần có mặt tại { $code }</b> · { $time }
attend-nothing-asked = Chưa có câu hỏi nào gửi trước cho hội nghị này.
attend-body = • <b>{ $body }</b>: { $count } câu ({ $codes })
attend-always = • { $body }: dự theo thành phần, chưa có câu hỏi nào
button-heard = { $heard ->
    [content] 👍 Hài lòng
    [not_content] 👎 Chưa hài lòng
    [not_done] 🚧 Chưa thấy làm
   *[unreachable] 📵 Không liên lạc được
 }
## Câu hỏi trực tiếp tại hội nghị, giờ phát biểu
live-not-running = Hội nghị này không đang diễn ra, nên chưa nhận (hoặc đã thôi nhận) câu hỏi trực tiếp.
live-ask = Xin gõ câu hỏi ngắn gọn (nhiều nhất { $limit } chữ cái). Người điều hành xem trước, rồi câu hỏi hiện trên màn hình hội trường; không hiện tên ông/bà.
live-too-short = Xin viết rõ hơn một chút (nhiều nhất { $limit } chữ cái).
live-too-many = Ông/bà đã có { $limit } câu chờ người điều hành xem. Xin đợi một lát.
live-kept = ✅ Đã gửi. Người điều hành xem rồi mới hiện cho cả hội trường.
live-your-own = Đây là câu hỏi của ông/bà.
live-supported = Đã ghi: ông/bà cũng muốn hỏi câu này.
live-not-supported = Đã bỏ.
live-line = { $mark } { $text } · 👍 { $support }
live-head = 🙋 <b>Câu hỏi tại hội nghị { $code }</b> · đang hiện: { $shown }, đã trả lời: { $answered }
live-nothing = Chưa có câu nào được hiện.
live-desk-head = 🙋 <b>Câu hỏi trực tiếp { $code }</b> · chờ xem: { $waiting } · đang hiện: { $shown } · đã trả lời: { $answered }
live-screen = 🖥 Trang cho màn hình hội trường: { $address }
live-screen-here = 🖥 Trang cho màn hình hội trường (mở trên máy đang chạy bot): { $address }
live-screen-nowhere = 🖥 Trang cho màn hình hội trường: bot này không mở trang nào.
live-waits = 🙋 Hội nghị <b>{ $code }</b>: có câu hỏi trực tiếp chờ xem trước khi hiện.
live-told-shown = 🙋 Câu hỏi của ông/bà đang hiện tại hội nghị:
live-told-answered = ✅ Câu hỏi của ông/bà đã được trả lời tại hội nghị:
live-told-kept-back = Người điều hành chưa đưa câu hỏi này lên màn hình. Ông/bà vẫn gửi được cho đại biểu bằng nút Đặt câu hỏi, có mã và hạn trả lời:
button-live-ask = 🙋 Hỏi ngay tại hội nghị
button-live-list = 📋 Câu đang hiện
button-live-desk = 🙋 Câu hỏi trực tiếp
button-live-show = ✅ Hiện câu { $number }
button-live-keep = 🚫 Không hiện { $number }
button-live-raise = ⭐ Nêu: { $text }
button-live-lower = ▫️ Thôi nêu: { $text }
button-live-answered = ✅ Xong: { $text }
button-live-refresh = 🔄 Xem lại
speakers-floor = 🎤 Đang phát biểu: <b>{ $name }</b>, từ { $from } đến { $until } ({ $minutes } phút)
button-speaker-begins = ▶️ Bắt đầu tính giờ
hall-title = Câu hỏi của cử tri · { $code }
hall-foot = Gửi câu hỏi: mở hội nghị { $code } trong bot · đã trả lời: { $answered } · còn { $more } câu nữa

## Góp ý dự thảo trước kỳ họp
menu-consult = Góp ý dự thảo trước kỳ họp
consult-title = 📝 <b>Góp ý dự thảo: { $title }</b>
consult-everywhere = toàn địa bàn
consult-invitation =
    Trước kỳ họp, HĐND muốn biết bà con ({ $areas }) nghĩ gì. Có { $count } câu ngắn, mỗi câu một lần bấm. Dừng lúc nào cũng được; sửa được đến hết ngày { $day }.
consult-no-vote =
    Đây <b>không phải kiến nghị, không phải bỏ phiếu</b>. Kết quả chỉ nêu số chung, không nêu ai trả lời thế nào. Việc riêng xin gửi bằng /hoi.
consult-stance = { $stance ->
        [agree] 👍 Đồng ý
        [disagree] 👎 Không đồng ý
       *[pass] ⏭ Bỏ qua
    }
consult-statement = 📝 { $title } · <b>câu { $number }/{ $count }</b>
consult-of-a-resident = <i>Câu do một cử tri nêu.</i>
consult-now = Ông/bà đang chọn: { $stance }
consult-done =
    ✅ <b>Ông/bà đã trả lời { $count } câu</b> ({ $title }). Cảm ơn ông/bà. Sửa được đến hết ngày { $day }. Khi đợt này kết thúc, /gopy cho xem kết quả chung.
consult-mine = 📋 <b>Ý của tôi: { $title }</b>
consult-mine-line = { $number }. { $mark } { $text }
consult-mine-how = Bấm số để xem và sửa, đến hết ngày { $day }.
consult-over = Đợt này đã kết thúc (hạn cuối { $day }).
consult-not-asked =
    📝 Đợt góp ý “{ $title }” hỏi người ở: { $areas }. Nơi ở của ông/bà đang ghi: { $home }. Nếu chưa đúng, xin sửa ở dưới.
consult-ask-statement =
    ✍️ Ông/bà muốn hỏi bà con về điều gì? Xin viết <b>một câu ngắn</b> (nhiều nhất { $limit } chữ cái) để mọi người trả lời đồng ý hay không. Văn phòng đọc trước; tên và số điện thoại được che.
consult-statement-short = Xin viết rõ hơn một chút.
consult-statement-long = Câu dài quá { $limit } chữ cái. Xin rút ngắn.
consult-statement-many = Ông/bà đã có { $limit } câu chờ văn phòng đọc. Xin đợi.
consult-statement-full = Đợt này đã có đủ câu do cử tri nêu. Cảm ơn ông/bà.
consult-kept = ✅ Đã nhận. Văn phòng đọc trước, rồi tôi báo ông/bà. Câu sẽ hiện thế này:
consult-told-shown = 📝 Câu ông/bà nêu đã được đưa ra hỏi bà con:
consult-told-kept-back = 📝 Văn phòng không đưa câu này ra hỏi: trùng câu đã có, không thuộc dự thảo, hoặc nói về một người. Kiến nghị riêng xin gửi bằng /hoi, có mã và hạn trả lời:
consult-told-late = 📝 Đợt góp ý đã kết thúc trước khi câu này được đọc. Kiến nghị riêng xin gửi bằng /hoi, có mã và hạn trả lời:
consult-ended = Đợt này đã kết thúc. Cảm ơn ông/bà đã góp ý. Ai cũng xem được kết quả chung; văn phòng và đại biểu đọc cùng kết quả ấy.
consult-list = 📝 <b>Góp ý dự thảo trước kỳ họp</b>
consult-list-line = • { $title } – hỏi { $areas }, đến hết { $day }
consult-list-none = Hiện không có đợt nào đang hỏi.
consult-list-how = Văn phòng: bấm nút dưới, hoặc gõ /gopy, tên dự thảo, rồi mỗi dòng một câu.
consult-not-clerk = Đợt góp ý do văn phòng soạn.
consult-not-yours = Đợt này do người khác soạn, hoặc đã công bố.
consult-ask =
    ✍️ Xin gửi <b>một tin</b>: dòng đầu là tên dự thảo, mỗi dòng sau một câu để bà con đồng ý hay không (2 đến { $most } câu, mỗi câu nhiều nhất { $limit } chữ cái).

    Có thể thêm dòng <code>Khu vực: Phường A, Xã B</code> và <code>Hạn: 10/12</code>.
consult-fault-title = Dòng đầu phải là tên dự thảo: từ { $least } đến { $limit } chữ cái.
consult-fault-few = Cần ít nhất hai câu, mỗi câu một dòng.
consult-fault-many = Có { $count } câu; nhiều nhất { $most }. Xin bớt.
consult-fault-statement = Mỗi câu từ { $least } đến { $limit } chữ cái. Xin sửa câu: “{ $text }”
consult-fault-area = Không rõ khu vực “{ $text }”. Xin ghi đúng tên, cách nhau bằng dấu phẩy.
consult-fault-day = “{ $text }” không phải ngày trong 90 ngày tới.
consult-draft = 📝 <b>Đợt góp ý đang soạn: { $title }</b>
consult-draft-line = { $number }. { $text }
consult-draft-facts =
    📍 Hỏi người ở: { $areas }
    🗓 Đến hết ngày: { $day }
    👥 Được báo khi công bố: <b>{ $count } người</b>
consult-choose-areas = Hỏi người ở đâu? Bấm tên để chọn, bấm lần nữa để bỏ. Đang chọn: <b>{ $areas }</b>
consult-dropped = Đã bỏ đợt góp ý.
consult-bad-day = Ngày này không còn chọn được.
consult-published = Đã công bố.
consult-desk =
    📍 { $areas } · đến hết { $day }
    Đã tham gia: { $voices } người · đã báo: { $told } người · { $shown } câu
consult-desk-link = Liên kết cho áp phích: { $link }
consult-desk-waits = 🕓 { $number }. { $text }
consult-decided-already = Việc này vừa được quyết định rồi.
consult-ask-end = Kết thúc “{ $title }” ngay bây giờ, trước ngày { $day }? Người đã tham gia được báo kết quả.
consult-proposed = 📝 Cử tri nêu thêm câu trong đợt góp ý “{ $title }”. Xin đọc trước khi hỏi bà con.
consult-outcome =
    📊 <b>Kết quả góp ý: { $title }</b>
    { $count } người tham gia, kết thúc ngày { $day }.
consult-outcome-places = Nơi ở: { $places }
consult-outcome-elsewhere = nơi khác, mỗi nơi dưới { $least } người
consult-outcome-few = Dưới { $least } người tham gia: không nêu kết quả, để không ai bị nhận ra.
consult-outcome-groups = 👥 Có những nhóm trả lời giống nhau: { $groups }. Máy xếp theo câu trả lời, không theo người.
consult-outcome-group = nhóm { $number } ({ $count } người)
consult-outcome-group-name = nhóm { $number }
consult-outcome-accepted = <b>Đa số ở mọi nơi, mọi nhóm đều đồng ý</b>
consult-outcome-refused = <b>Đa số ở mọi nơi, mọi nhóm đều không đồng ý</b>
consult-outcome-divided = <b>Còn khác nhau</b>
consult-outcome-line = { $mark } { $text } – <b>{ $agree }/{ $of } đồng ý</b>, { $pass } bỏ qua
consult-outcome-side = { $way ->
        [for] nghiêng về đồng ý: { $who }
        [against] nghiêng về không: { $who }
       *[even] ngang nhau: { $who }
    }
consult-outcome-too-few = { $count } câu có dưới { $least } người nêu ý: không nêu số.
consult-outcome-no-vote = Đây không phải kiến nghị, không phải bỏ phiếu. Nơi và nhóm dưới 5 người không được nêu riêng.
consult-outcome-not-yet = Kết quả có khi đợt này kết thúc.
button-consult-begin = ▶️ Bắt đầu
button-consult-mine = 📋 Ý của tôi
button-consult-propose = ✍️ Nêu thêm một câu
button-consult-next = ▶️ Trả lời tiếp ({ $left })
button-consult-next-of = ▶️ { $title } (còn { $left } câu)
button-consult-mine-of = 📋 { $title }
button-consult-outcome = 📊 Xem kết quả
button-consult-outcome-of = 📊 { $title }
button-consult-areas-of-mine = 📍 Nơi ở, nơi làm việc của tôi
button-consult-write = ➕ Soạn đợt mới
button-consult-desk = 🗂 { $title } (chờ đọc: { $waiting })
button-consult-areas = 📍 Khu vực
button-consult-everywhere = Toàn địa bàn
button-consult-rewrite = ✍️ Soạn lại
button-consult-publish = 📢 Công bố, báo cho { $count } người
button-consult-drop = Bỏ
button-consult-show = ✅ Đưa ra hỏi { $number }
button-consult-keep = 🚫 Không đưa { $number }
button-consult-take-down = 🚫 Gỡ: { $text }
button-consult-refresh = 🔄 Xem lại
button-consult-end = ⏹ Kết thúc sớm
button-consult-end-now = ⏹ Kết thúc ngay
button-consult-read = 🗂 Đọc

## Vai đại diện hội, đoàn thể (tự khai)
area-speaks = 🏷 Đại diện: <b>{ $name }</b> (tự khai)
button-speak = 🏷 Đại diện hội, đoàn thể
button-speak-not = 🗑 Thôi vai đại diện
association-ask =
    🏷 Ở { $area }, ông/bà nói thay cho hội, đoàn thể nào? Xin gõ tên (nhiều nhất { $limit } chữ cái), ví dụ: <i>Hội Nông dân thôn Chuông</i>.

    Từ nay thẻ câu hỏi về nơi này ghi “đại diện …, tự khai”: đại biểu biết đó là lời ông/bà, chưa ai xác nhận. Câu gửi trước đây và bản công khai không ghi.
association-area-gone = Tôi chưa ghi tên hội: { $area } không còn trong các khu vực của ông/bà. Xin thêm lại khu vực này, rồi gõ tên.
association-bad = Tôi cần tên hội, đoàn thể, nhiều nhất { $limit } chữ cái.
card-speaks-for = 🏷 Đại diện: { $name } (tự khai)
preview-speaks-for = 🏷 Thẻ cho đại biểu ghi: đại diện { $name }, tự khai (bỏ ở /caidat)
# Thời hạn giấy tờ, hội nghị ở bản tổng hợp buổi sáng của văn phòng
limits-title = 📅 <b>Thời hạn giấy tờ: { $count }</b>
limits-more = … và { $count } việc nữa: xem <code>cutri check</code>.
limit-line = • { $what } <i>Quy định: { $rule }; nguồn: { $source }.</i>
limit-plan =
    { $done ->
        [no] Hội nghị { $meeting } ngày { $day }: trên cutri chưa phát hành kế hoạch hay thông báo, cũng chưa công bố lịch ({ $stands }).
       *[yes] Hội nghị { $meeting } ngày { $day }: kế hoạch, thông báo hoặc lịch công bố chậm ({ $stands }).
    }
limit-invitation =
    { $done ->
        [no] Hội nghị { $meeting } ngày { $day } có câu hỏi gửi trước mà trên cutri chưa phát hành giấy mời ({ $stands }).
       *[yes] Hội nghị { $meeting } ngày { $day }: giấy mời phát hành chậm ({ $stands }).
    }
limit-too-early = Hội nghị { $meeting } ngày { $day } xếp quá sớm sau kỳ họp (sớm nhất là { $first }).
limit-summary =
    { $done ->
        [no] { $body }, hội nghị { $meeting } ngày { $day }: chưa ghi kết quả, chưa phát hành báo cáo tổng hợp ({ $stands }).
       *[yes] { $body }, hội nghị { $meeting } ngày { $day }: kết quả hoặc báo cáo tổng hợp có chậm ({ $stands }).
    }
limit-contact = { $session }: { $count } đơn vị chưa có hội nghị trước kỳ họp kịp hạn: { $bodies } ({ $stands }).
limit-answer = { $count } câu hỏi đã chuyển mà lâu chưa trả lời, lâu nhất là { $code } ({ $stands }).
limit-today = hạn { $last } là hôm nay
limit-near = hạn { $last }, còn { $days } ngày
limit-missed = hạn { $last }, đã quá { $days } ngày
limit-late = hạn { $last }, có ngày { $on }
limit-calendar-days = { $days } ngày
limit-working-days = { $days } ngày làm việc
limit-rule =
    { $key ->
        [plan_published] công bố trước hội nghị ít nhất { $days }
        [invitation_notified] mời trước hội nghị ít nhất { $days }
        [contact_before] tiếp xúc trước khai mạc ít nhất { $days }
        [contact_after] tiếp xúc sau khai mạc ít nhất { $days }
        [summary_sent] tổng hợp sau hội nghị chậm nhất { $days }
       *[other] trả lời sau khi chuyển chậm nhất { $days }
    }

# Bảng giám sát được ghim ở nhóm Thường trực
board-pinned-title = 🏛 <b>Bảng giám sát</b> · tự cập nhật khi có thay đổi
board-unsatisfied = 🔄 <b>Cử tri chưa đồng tình</b>: { $count }
board-sent-up = ⬆️ <b>Đã chuyển cấp trên, chưa có kết quả</b>: { $count }
board-bodies = 🏢 <b>Đang mở theo đơn vị</b> (theo danh sách, không xếp hạng)
board-body = • { $body }: { $open } đang mở, { $overdue } quá hạn
board-more-bodies = … và { $count } đơn vị nữa
board-sessions = 📊 <b>Kỳ họp này và kỳ họp trước</b>
board-session = • { $session }: nhận { $received } · trả lời { $answered } · giải quyết xong { $resolved }
board-cannot-pin = 📌 Tôi chưa ghim được bảng giám sát. Xin cho bot quyền quản trị viên “Ghim tin nhắn” (Pin messages) trong nhóm này. Mọi việc khác vẫn làm được.

# Kiến nghị trao đổi với hội đồng khác
card-exchanged-sent-up = 📨 Số ở { $organ }: <code>{ $code }</code>
card-exchanged-received = 📨 { $organ } chuyển lên, số ở đó: <code>{ $code }</code>{ $document }
exchanged-document-of = , văn bản { $number } ngày { $day }
exchanged-document = , văn bản { $number }
came-back = 📬 <b>{ $code }</b>: { $organ } đã trả lời ngày { $day } (số ở đó: { $theirs }). Kết quả: { $class }.
came-back-document = Văn bản: { $number }, ngày { $day }
came-back-how = Bấm nút để lập câu trả lời cho cử tri từ nội dung này; ông/bà xem lại rồi mới gửi.
came-back-late = Câu này không còn chờ kết quả nên không lập câu trả lời.
button-take-result = 📨 Lập trả lời cho cử tri
answer-from-above = Trả lời của { $organ } (số tiếp nhận { $code }):
exchanged-answered = 📨 <b>{ $code }</b> do { $organ } chuyển lên (số ở đó: { $theirs }) đã có câu trả lời. Xin gửi lại kết quả bằng tệp trao đổi: <code>cutri export --exchange TỆP --to { $organ_id }</code>

# Phiếu ghi ý kiến in sẵn, nhập lại sau hội nghị
enter-known-slip = Phiếu ý kiến số: <code>{ $slip }</code>
enter-slip-wrong = Số phiếu “{ $slip }” chưa đúng: xin xem lại các chữ số và chữ cái cuối, ví dụ DV01-007H.
enter-slip-no-meeting = Phiếu ý kiến { $slip }: không có hội nghị nào mang mã này.
enter-slip-used = Phiếu ý kiến { $slip } đã được nhập rồi: <code>{ $code }</code>.

## Hội nghị chuyên đề theo lĩnh vực
button-subjects = 🎯 Hội nghị chuyên đề tôi quan tâm ({ $count })
subjects-choose =
    🎯 Ông/bà muốn nghe tin <b>hội nghị chuyên đề</b> về lĩnh vực nào? Bấm để chọn, bấm lần nữa để bỏ. Có hội nghị về lĩnh vực ấy ở nơi của ông/bà thì tôi báo một lần.
meeting-subject = 🎯 Lĩnh vực: { $field }
button-unfollow-subject = 🔕 Thôi nhận tin hội nghị về lĩnh vực này

## Số liệu từng đơn vị
figures-of-bodies = 🏛 <b>Từng đơn vị</b>, theo thứ tự trong tệp hội đồng. Đọc cả năm số cùng lúc; đây không phải xếp hạng.
figures-of-body =
    <b>{ $body }</b>
    Đã trả lời: { $answered } · đã giải quyết xong: { $resolved }
    Thỏa đáng: { $satisfied } · trả lời chung chung: { $hollow } · phải mở lại: { $reopened }
