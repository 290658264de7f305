/** What a message carries besides text: pictures, files, sound, places, people. Also its one-line summary. */
import { fileAddress } from './api.js';
import { avatar, button, el, icon } from './dom.js';
import { fullName } from './state.js';
import { t } from './words.js';

/** One line that stands for a message in the chat list and in quotes. */
export function summary(message) {
  const caption = message.text ?? message.caption;
  const kind = kindName(message);
  if (caption && kind && !message.text) return `${kind}: ${caption}`;
  return caption ?? kind ?? serviceText(message, fullName(message.from)) ?? t`Tin nhắn`;
}

function kindName(message) {
  if (message.photo) return t`Ảnh`;
  if (message.voice) return t`Tin nhắn thoại`;
  if (message.video || message.video_note) return 'Video';
  if (message.animation) return t`Ảnh động`;
  if (message.audio) return t`Âm thanh`;
  if (message.document) return message.document.file_name ?? t`Tệp`;
  if (message.venue) return message.venue.title;
  if (message.location) return t`Vị trí`;
  if (message.contact) return t`Danh thiếp: ${fullName(message.contact)}`;
  if (message.poll) return message.poll.question;
  if (message.sticker) return t`Nhãn dán ${message.sticker.emoji ?? ''}`;
  if (message.dice) return message.dice.emoji;
  return undefined;
}

/** The sentence of a service message, or undefined when this is not one. */
export function serviceText(message, who) {
  const names = (people) => people.map(fullName).join(', ');
  if (message.new_chat_members) {
    return message.new_chat_members.some((member) => member.id !== message.from?.id)
      ? t`${who} đã thêm ${names(message.new_chat_members)}`
      : t`${who} đã vào nhóm`;
  }
  if (message.left_chat_member) {
    return message.left_chat_member.id === message.from?.id
      ? t`${who} đã rời nhóm`
      : t`${who} đã mời ${fullName(message.left_chat_member)} ra khỏi nhóm`;
  }
  if (message.pinned_message) return t`${who} đã ghim “${oneLine(summary(message.pinned_message), 50)}”`;
  if (message.new_chat_title) return t`Tên nhóm mới: ${message.new_chat_title}`;
  if (message.group_chat_created || message.supergroup_chat_created) return t`Nhóm được tạo`;
  if (message.forum_topic_created) return t`Chủ đề mới: ${message.forum_topic_created.name}`;
  if (message.forum_topic_edited) return t`Chủ đề đã được sửa`;
  if (message.forum_topic_closed) return t`Chủ đề đã đóng`;
  if (message.forum_topic_reopened) return t`Chủ đề đã mở lại`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t`Nhóm được nâng cấp`;
  return undefined;
}

/** A text on one line, cut off with an ellipsis beyond `most` characters. */
export function oneLine(text, most) {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : characters.join('');
}

/** The attachments of a message as elements; `phone` opens pictures and writes to people. */
export function media(message, phone) {
  const nodes = [];
  if (message.photo) nodes.push(photo(message, phone));
  if (message.animation) nodes.push(video(message.animation, t`Ảnh động`));
  else if (message.document) nodes.push(file(message.document, 'file'));
  if (message.video) nodes.push(video(message.video, 'Video'));
  if (message.video_note) nodes.push(video(message.video_note, t`Video tròn`));
  if (message.voice) nodes.push(sound(message.voice, t`Tin nhắn thoại`));
  if (message.audio) nodes.push(sound(message.audio, message.audio.title ?? message.audio.file_name ?? t`Âm thanh`));
  if (message.venue) nodes.push(place(message.venue.location, message.venue.title, message.venue.address));
  else if (message.location) nodes.push(place(message.location, t`Vị trí`));
  if (message.contact) nodes.push(contact(message.contact));
  if (message.poll) nodes.push(poll(message.poll));
  if (message.sticker) nodes.push(el('div', { class: 'sticker' }, message.sticker.emoji ?? t`Nhãn dán`));
  if (message.dice) nodes.push(el('div', { class: 'sticker' }, `${message.dice.emoji} ${message.dice.value}`));
  return nodes;
}

function photo(message, phone) {
  const sizes = [...message.photo].sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  const best = sizes.at(-1);
  const address = fileAddress(best.file_id);
  const alt = message.caption ? t`Ảnh: ${message.caption}` : t`Ảnh`;
  const image = el('img', { src: address, alt, loading: 'lazy' });
  // Known proportions keep the list from jumping when the picture arrives.
  if (best.width > 1 && best.height > 1) image.style.aspectRatio = `${best.width} / ${best.height}`;
  const open = (event) => {
    event.stopPropagation();
    phone.showPicture(address, alt);
  };
  const frame = button({ class: 'photo', 'aria-label': t`Mở ${alt.toLowerCase()}`, data: { testid: 'photo' }, on: { click: open } }, image);
  image.addEventListener('error', () => {
    frame.replaceChildren(el('span', { class: 'no-photo' }, icon('photo'), t`Ảnh (không xem được)`));
    frame.disabled = true;
  }, { once: true });
  return frame;
}

function file(document, sign) {
  const name = document.file_name ?? t`Tệp`;
  return el('a', {
    class: 'card', href: fileAddress(document.file_id), download: name, data: { testid: 'document' },
    'aria-label': t`Tải ${name}`, on: { click: (event) => event.stopPropagation() },
  },
  el('span', { class: 'card-sign' }, icon(sign)),
  el('span', { class: 'card-text' }, el('b', { dir: 'auto' }, name), el('small', {}, size(document.file_size))));
}

function video(item, label) {
  const player = el('video', {
    class: 'video', src: fileAddress(item.file_id), controls: true, preload: 'metadata', 'aria-label': label,
    on: { click: (event) => event.stopPropagation() },
  });
  return unlessBroken(player, label);
}

function sound(item, label) {
  const player = el('audio', {
    src: fileAddress(item.file_id), controls: true, preload: 'metadata', 'aria-label': label,
    on: { click: (event) => event.stopPropagation() },
  });
  return el('div', { class: 'sound' },
    el('span', { class: 'sound-label' }, icon('mic'), label, item.duration ? el('small', {}, seconds(item.duration)) : null),
    unlessBroken(player, label));
}

/** The player, or a placeholder in its stead when the browser cannot play the file. */
function unlessBroken(player, label) {
  player.addEventListener('error', () => {
    player.replaceWith(el('div', { class: 'no-player' }, t`${label} (không phát được ở đây)`));
  }, { once: true });
  return player;
}

/** A place without a map service: a drawn sheet with a pin, and a link to a public map. */
function place(location, title, address) {
  const { latitude, longitude } = location;
  const figures = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return el('a', {
    class: 'place', target: '_blank', rel: 'noopener noreferrer', data: { testid: 'location' },
    href: `https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=16/${Number(latitude)}/${Number(longitude)}`,
    on: { click: (event) => event.stopPropagation() },
  },
  el('span', { class: 'place-map', 'aria-hidden': 'true' }, icon('pin')),
  el('span', { class: 'card-text' }, el('b', { dir: 'auto' }, title), address ? el('span', { dir: 'auto' }, address) : null, el('small', {}, figures)));
}

function contact(person) {
  const name = fullName(person);
  return el('div', { class: 'card', data: { testid: 'contact' } },
    avatar(person.user_id ?? 0, name),
    el('span', { class: 'card-text' }, el('b', { dir: 'auto' }, name), el('span', {}, person.phone_number)));
}

function poll(item) {
  return el('div', { class: 'poll' },
    el('b', { dir: 'auto' }, item.question),
    el('ul', {}, item.options.map((option) => el('li', { dir: 'auto' }, `${option.text} (${option.voter_count ?? 0})`))));
}

function size(bytes) {
  if (!bytes) return t`Tệp`;
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

const seconds = (total) => `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
