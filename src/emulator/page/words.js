/**
 * What the page itself says, in Vietnamese or in English: `t` in front of a Vietnamese text gives it in the language of
 * the page. The address (`?lang=en`) or the button decides; what people and the bot write is never touched.
 */
const KEY = 'cutri-demo-language';

export const LANGUAGE = chosen();

const ENGLISH = {
  'Không kết nối được với chương trình. Hãy xem nó còn chạy không.': 'Cannot reach the program. Is it still running?',
  'Lỗi {}': 'Error {}',
  'Chọn ảnh hoặc video': 'Choose photos or videos',
  'Chọn tệp': 'Choose files',
  'Gửi kèm': 'Attach',
  'Ảnh hoặc video': 'Photo or video',
  'Chọn nhiều ảnh để gửi thành một bộ': 'Several photos become an album',
  'Tệp': 'File',
  'Tin nhắn thoại mẫu': 'Sample voice message',
  'Ba giây âm thanh làm sẵn': 'Three seconds of made-up sound',
  'Vị trí': 'Location',
  'Số điện thoại của tôi': 'My phone number',
  'Vĩ độ': 'Latitude',
  'Kinh độ': 'Longitude',
  'Gửi': 'Send',
  'Bỏ {}': 'Remove {}',
  'Tùy chọn': 'Options',
  'Chủ đề': 'Topics',
  'Tin nhắn': 'Message',
  'Xem tin cũ hơn': 'Older messages',
  'Xuống cuối': 'To the end',
  'Về danh sách': 'Back to the list',
  'Không thấy tin nhắn này ở đây.': 'This message is not here.',
  'đang kết nối lại…': 'reconnecting…',
  '{} thành viên': '{} members',
  'Chưa có tin nhắn nào. Bấm BẮT ĐẦU để chào bot.': 'No messages yet. Press START to greet the bot.',
  'Chưa có tin nhắn nào.': 'No messages yet.',
  'Các cuộc trò chuyện': 'Chats',
  'Bấm để bắt đầu': 'Press to begin',
  '{} tin chưa đọc': '{} unread',
  'Bạn: ': 'You: ',
  'Ẩn hoặc hiện bàn phím của bot': 'Hide or show the bot’s keyboard',
  'Lệnh của bot': 'Commands of the bot',
  'Đính kèm': 'Attach',
  'BẮT ĐẦU': 'START',
  'BỎ CHẶN BOT': 'UNBLOCK THE BOT',
  'Bot chưa có lệnh nào ở đây.': 'The bot has no commands here yet.',
  'Sửa tin nhắn': 'Edit message',
  'Trả lời {}': 'Reply to {}',
  'chính mình': 'yourself',
  'Thôi': 'Cancel',
  'Nội dung ẩn, bấm để xem': 'Hidden, press to see',
  'Xem thêm': 'More',
  'Thu gọn': 'Less',
  'Kết quả của bot': 'Results of the bot',
  'Kết quả': 'Result',
  'Không tìm thấy.': 'Nothing found.',
  'Trang thử này không dùng được nút này.': 'This page cannot use this button.',
  'Bàn phím của bot': 'Keyboard of the bot',
  'Ảnh': 'Photo',
  'Tin nhắn thoại': 'Voice message',
  'Ảnh động': 'Animation',
  'Âm thanh': 'Audio',
  'Danh thiếp: {}': 'Contact: {}',
  'Nhãn dán {}': 'Sticker {}',
  '{} đã thêm {}': '{} added {}',
  '{} đã vào nhóm': '{} joined the group',
  '{} đã rời nhóm': '{} left the group',
  '{} đã mời {} ra khỏi nhóm': '{} removed {}',
  '{} đã ghim “{}”': '{} pinned “{}”',
  'Tên nhóm mới: {}': 'New name of the group: {}',
  'Nhóm được tạo': 'The group was made',
  'Chủ đề mới: {}': 'New topic: {}',
  'Chủ đề đã được sửa': 'The topic was changed',
  'Chủ đề đã đóng': 'The topic was closed',
  'Chủ đề đã mở lại': 'The topic was opened again',
  'Nhóm được nâng cấp': 'The group was upgraded',
  'Video tròn': 'Video message',
  'Nhãn dán': 'Sticker',
  'Ảnh: {}': 'Photo: {}',
  'Mở {}': 'Open {}',
  'Ảnh (không xem được)': 'Photo (cannot be shown)',
  'Tải {}': 'Download {}',
  '{} (không phát được ở đây)': '{} (cannot be played here)',
  'Thông báo của bot': 'Notice of the bot',
  'Đóng': 'Close',
  'Hủy': 'Cancel',
  'Điện thoại {}': 'Phone {}',
  'Đã sao chép.': 'Copied.',
  'Trình duyệt không cho sao chép.': 'The browser does not allow copying.',
  'Không mở được liên kết này.': 'Cannot open this link.',
  'Đã chặn bot.': 'The bot is blocked.',
  'Đã bỏ chặn bot.': 'The bot is unblocked.',
  'Trả lời': 'Reply',
  'Sửa': 'Edit',
  'Sao chép': 'Copy',
  'Xóa': 'Delete',
  'Bỏ chặn bot': 'Unblock the bot',
  'Chặn bot': 'Block the bot',
  'Tin nhắn đã bị xóa': 'The message was deleted',
  'Thao tác với tin nhắn': 'Actions on the message',
  'Chuyển tiếp từ {}': 'Forwarded from {}',
  'Bạn': 'You',
  'đã sửa': 'edited',
  'đã gửi': 'sent',
  'Nhóm': 'Group',
  'Không tên': 'No name',
  '+1 giờ': '+1 hour',
  '+1 ngày': '+1 day',
  '+1 tuần': '+1 week',
  'Đồng hồ và công cụ': 'Clock and tools',
  'Đồng hồ của bản thử': 'Clock of the demo',
  'Khác…': 'Other…',
  'Đi tới để thấy nhắc hẹn, quá hạn và bản tổng hợp mà không phải chờ.': 'Go ahead to see reminders, overdue questions and digests without waiting.',
  'Mở liên kết, mã QR': 'Open a link, a QR code',
  'Thêm người': 'Add a person',
  'Cho đồng hồ chạy tới': 'Move the clock ahead',
  'Số ngày': 'Days',
  'Số giờ': 'Hours',
  'Số phút': 'Minutes',
  'Đi tới': 'Go',
  'Mở liên kết như quét mã QR': 'Open a link as if its QR code were scanned',
  'Liên kết (t.me/{}?start=…)': 'Link (t.me/{}?start=…)',
  'Mở': 'Open',
  'Tên': 'First name',
  'Họ (không bắt buộc)': 'Last name (optional)',
  'Tên người dùng (không bắt buộc)': 'Username (optional)',
  'Vai (không bắt buộc)': 'Role (optional)',
  'cử tri phường Đồng Văn': 'resident of Dong Van ward',
  'Thêm': 'Add',
  'bản dùng thử': 'demo',
  'Chọn một người để đóng vai, rồi nhắn tin như trên Telegram. Không có gì rời khỏi máy này.': 'Choose a person to play, then write as in Telegram. Nothing leaves this machine.',
  'Đóng vai': 'Play',
  'Đang kết nối…': 'Connecting…',
  'cutri – bản dùng thử': 'cutri – demo',
  'Cử tri': 'Resident',
  'Cử tri mới': 'New resident',
  'Đại biểu': 'Delegate',
  'Văn phòng': 'Council office',
  'English': 'Tiếng Việt',
  'Văn phòng phân loại câu hỏi trước': 'The office sorts questions first',
  'Việc gì vừa xảy ra?': 'What happened here?',
  'Ẩn “Việc gì vừa xảy ra?”': 'Hide “What happened here?”',
  'Chưa có gì. Hãy nhắn hoặc bấm một nút.': 'Nothing yet. Write something or press a button.',
  'Đã lưu': 'Stored',
  'Đã gửi đi': 'Left',
  'Sắp tới hạn': 'Due',
  'không có gì': 'nothing',
  'Vuốt hoặc bấm để trả lời': 'Swipe or press to reply',
};

/** A text of the page in its language; what stands in it is put in. */
export function t(parts, ...values) {
  const said = say(parts.join('{}')).split('{}');
  return said.reduce((text, part, at) => text + values[at - 1] + part);
}

/** The same for a text that comes from elsewhere, such as the note beside a name. */
export const say = (text) => (LANGUAGE === 'en' ? ENGLISH[text] ?? text : text);

/** The page in its other language. */
export function switchLanguage() {
  const next = LANGUAGE === 'en' ? 'vi' : 'en';
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The address says it as well.
  }
  const address = new URLSearchParams(location.search);
  address.set('lang', next);
  location.search = `?${address}`;
}

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked) return asked === 'en' ? 'en' : 'vi';
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}
