### Chữ đơn giản: những câu nói ngắn hơn. Câu nào không có ở đây thì nói như trong locales/vi/cutri.ftl.
### Không thêm biến, không biểu tượng. Nút không đổi chữ.

not-understood = Tôi không hiểu lệnh này. Gõ /trogiup.
apology = Xin lỗi, hệ thống đang trục trặc. Văn phòng đã được báo (số { $number }). Xin thử lại sau.
cancelled = Đã thôi.
welcome-back = Kính chào ông/bà. Xin bấm nút bên dưới.
choose-area = <b>Ông/bà ở đâu?</b> Bấm tên hoặc gõ tên.
choose-area-page = <b>Ông/bà ở đâu?</b> Bấm tên hoặc gõ tên. Trang { $page }/{ $pages }.
choose-neighbourhood = Thôn/tổ nào của { $area }? Không chọn cũng được.
area-not-found = Không tìm thấy “{ $typed }”. Xin gõ lại, hoặc bấm tên.
area-changed = Đã đổi nơi ở.
home-ready = Xong rồi. Xin viết câu hỏi vào đây.
ask-prompt = <b>Ông/bà muốn hỏi việc gì?</b> Viết rõ: việc gì, ở đâu.
ask-too-short = Xin viết rõ hơn: việc gì, ở đâu?
draft-too-long = Dài quá. Xin gửi phần này trước.
ask-category = <b>Việc này thuộc lĩnh vực nào?</b> Không chắc thì bấm “Khác”.
ask-category-proposed =
    <blockquote expandable>{ $text }</blockquote>
    <b>Việc này thuộc lĩnh vực nào?</b> Không chắc thì bấm dòng đầu.
preview =
    <b>Xem lại trước khi gửi</b>
    <blockquote expandable>{ $text }</blockquote>
    { $category }, { $area }
    { $body } trả lời trước { $due }
who-sees =
    Đại biểu thấy: nội dung, nơi ở, chữ cái đầu của tên ({ $initials }).
    Văn phòng thấy thêm: tên ông/bà.
    Mọi người thấy: nội dung và trả lời, không có tên.
edit-prompt =
    Xin gửi lại nội dung mới. Đang có:
    <blockquote expandable>{ $text }</blockquote>
receipt-hint = Xin giữ mã <b>{ $code }</b>.
help-resident =
    <b>Ông/bà có thể:</b>
    • Viết câu hỏi vào đây
    • /lich: lịch tiếp xúc
    • /cuatoi: câu hỏi của tôi
    • /tracuu: tìm trả lời
    • /daibieu: đại biểu của tôi
    • /caidat: hồ sơ, thông báo
    • /huy: thôi việc đang làm

    Nguy hiểm: gọi <b>113</b> (công an), <b>114</b> (cháy), <b>115</b> (cấp cứu).
settings-always = Tin về câu hỏi của ông/bà thì luôn được gửi.
areas-how = Bấm một khu vực để đổi.
phone-ask =
    Số điện thoại để văn phòng gọi khi cần. Không bắt buộc. Không công khai.
    Bấm “Gửi số của tôi” ở dưới.
phone-not-own = Đây không phải số của ông/bà nên tôi không lưu. Muốn cho số của mình: /caidat
phone-typed = Xin bấm “Gửi số của tôi”, hoặc “Quay lại”.
ticket-how = Tới nơi, đưa mã vé cho cán bộ. Không đi được thì bấm “Hủy đăng ký”.
waiting-how = Khi có chỗ, tôi sẽ báo ngay.
