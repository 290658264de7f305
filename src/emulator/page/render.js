/** One message as an element: sender, quote, text, attachments, time, buttons. */
import { button, el, icon } from './dom.js';
import { richText } from './entities.js';
import { inlineKeyboard } from './keyboards.js';
import { media, serviceText, summary } from './media.js';
import { fullName } from './state.js';
import { LANGUAGE, t } from './words.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const TIME = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
const DAY = new Intl.DateTimeFormat(LANGUAGE === 'en' ? 'en-GB' : 'vi-VN', { timeZone: ZONE, weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });
// British order and slashes: the Vietnamese short form has a hyphen, which nobody writes.
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit' });

export const timeOf = (seconds) => TIME.format(seconds * 1000);
export const dayOf = (seconds) => DAY.format(seconds * 1000);

/** The time for today, otherwise the date. */
export const shortTime = (seconds, now) => dayOf(seconds) === dayOf(now) ? timeOf(seconds) : SHORT_DAY.format(seconds * 1000);

/** The element of a message as `phone`'s person sees it. It depends on the message alone, so it can be kept until that changes. */
export function renderMessage(message, phone) {
  const marks = { testid: 'message', messageId: message.message_id, chatId: message.chat.id, fromId: message.from?.id };
  if (message.deleted) {
    return el('div', { class: 'row service gone', data: { ...marks, deleted: 'true' } }, el('span', {}, t`Tin nhắn đã bị xóa`));
  }
  const service = serviceText(message, fullName(message.from));
  if (service !== undefined) {
    const pinned = message.pinned_message?.message_id;
    const text = pinned
      ? button({ class: 'pill', on: { click: () => phone.jumpTo(pinned) } }, service)
      : el('span', { class: 'pill', dir: 'auto' }, service);
    return el('div', { class: 'row service', data: { ...marks, service: 'true' } }, text);
  }
  const own = message.from?.id === phone.userId;
  const bubble = el('div', { class: 'bubble' },
    senderName(message, own),
    forwarded(message),
    message.via_bot ? el('div', { class: 'forwarded' }, `qua @${message.via_bot.username}`) : null,
    quote(message, phone),
    media(message, phone),
    body(message, phone),
    reactions(message),
    meta(message, own),
    button({ class: 'answer', label: t`Trả lời`, data: { testid: 'message-reply' }, on: { click: () => phone.reply(message) } }, icon('reply')),
    button({ class: 'act', label: t`Thao tác với tin nhắn`, data: { testid: 'message-menu' }, on: { click: () => phone.openActions(message) } }, icon('more')));
  swipe(bubble, () => phone.reply(message));
  bubble.addEventListener('click', (event) => {
    // Selecting text, or a tap on something with a purpose of its own, is not a request for the menu.
    if (event.target.closest('a, button, audio, video, input')) return;
    if (String(getSelection())) return;
    phone.openActions(message);
  });
  return el('div', { class: `row ${own ? 'own' : 'other'}${shape(message)}`, data: { ...marks, own: own ? 'true' : 'false' } },
    el('div', { class: 'stack' }, bubble, inlineKeyboard(message, phone)));
}

/** A finger that draws a message to the left replies to it, as in Telegram. */
function swipe(bubble, reply) {
  let from = null;
  bubble.addEventListener('pointerdown', (event) => {
    from = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null;
  });
  bubble.addEventListener('pointerup', (event) => {
    const moved = from && from.x - event.clientX;
    if (moved > 50 && Math.abs(event.clientY - from.y) < 30) reply();
    from = null;
  });
}

function shape(message) {
  if (message.caption) return ' captioned';
  return message.photo ? ' bare' : '';
}

/** The coloured name; the stylesheet shows it in groups, on the first of several messages in a row. */
function senderName(message, own) {
  if (own) return null;
  const sender = message.sender_chat?.title ?? fullName(message.from);
  const id = Math.abs(message.from?.id ?? 0);
  return el('div', { class: `sender ink-${id % 7}`, dir: 'auto' }, sender, message.from?.is_bot ? el('small', {}, 'bot') : null);
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = origin.sender_user ? fullName(origin.sender_user) : origin.sender_user_name ?? origin.chat?.title ?? origin.sender_chat?.title ?? '';
  return el('div', { class: 'forwarded', dir: 'auto' }, t`Chuyển tiếp từ ${from}`);
}

function quote(message, phone) {
  const source = message.reply_to_message;
  if (!source || source.forum_topic_created) return null;
  const who = source.from?.id === phone.userId ? t`Bạn` : fullName(source.from);
  const id = Math.abs(source.from?.id ?? 0);
  const jump = () => phone.jumpTo(source.message_id);
  return button({ class: `quote edge-${id % 7}`, data: { testid: 'quote', replyTo: source.message_id }, on: { click: jump } },
    el('b', { class: `ink-${id % 7}`, dir: 'auto' }, who),
    el('span', { dir: 'auto' }, message.quote?.text ?? summary(source)));
}

function body(message, phone) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.text ? message.entities : message.caption_entities;
  return el('div', { class: 'text', dir: 'auto', data: { testid: 'message-text' } }, richText(text, entities, phone.reader));
}

/** Emoji with the number of those who chose it. */
function reactions(message) {
  if (!message.reactions?.length) return null;
  const counts = new Map();
  for (const { emoji } of message.reactions) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  return el('div', { class: 'reactions', data: { testid: 'reactions' } },
    [...counts].map(([emoji, count]) => el('span', {}, count > 1 ? `${emoji} ${count}` : emoji)));
}

function meta(message, own) {
  return el('div', { class: 'meta' },
    message.edit_date ? el('span', { class: 'edited', data: { testid: 'edited' } }, t`đã sửa`) : null,
    el('time', { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)),
    own ? el('span', { class: 'tick', role: 'img', 'aria-label': t`đã gửi` }, '✓') : null);
}
