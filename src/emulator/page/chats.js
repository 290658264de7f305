/** The first screen of a phone: whose it is, and their chats with the last line of each. */
import { avatar, button, el, reconcile } from './dom.js';
import { oneLine, serviceText, summary } from './media.js';
import { shortTime } from './render.js';
import { fullName } from './state.js';
import { say, t } from './words.js';

export class ChatList {
  #phone;
  #entries = new Map(); // chat id → the parts of its entry

  constructor(phone) {
    this.#phone = phone;
    this.title = el('h2', { dir: 'auto' });
    this.note = el('small', { dir: 'auto' });
    this.entries = el('div', { class: 'chat-list', data: { testid: 'chat-list' } });
    this.element = el('div', { class: 'screen list-screen' },
      el('div', { class: 'bar' }, el('div', { class: 'bar-text' }, this.title, this.note)), this.entries);
  }

  refresh() {
    const { store, userId, chat } = this.#phone;
    this.element.hidden = Boolean(chat);
    if (chat) return;
    const user = store.users.get(userId);
    this.title.textContent = fullName(user);
    this.note.textContent = (user.note && say(user.note)) ?? t`Các cuộc trò chuyện`;
    reconcile(this.entries, store.chatsOf(userId).map((item) => this.#entry(item)));
  }

  #entry(chat) {
    const { store, userId } = this.#phone;
    const key = `${userId}:${chat.id}`;
    if (!this.#entries.has(key)) this.#entries.set(key, this.#build(chat));
    const parts = this.#entries.get(key);
    const last = store.lastMessage(chat.id);
    const unread = store.unread(userId, chat.id);
    parts.name.textContent = store.chatTitle(chat);
    parts.time.textContent = last ? shortTime(last.date, store.now()) : '';
    parts.line.textContent = last ? this.#line(chat, last) : t`Bấm để bắt đầu`;
    parts.badge.textContent = unread > 99 ? '99+' : String(unread);
    parts.badge.hidden = !unread;
    parts.badge.setAttribute('aria-label', t`${unread} tin chưa đọc`);
    return parts.node;
  }

  #line(chat, message) {
    const service = serviceText(message, fullName(message.from));
    if (service !== undefined) return service;
    const who = message.from?.id === this.#phone.userId ? t`Bạn: ` : chat.type === 'private' ? '' : `${message.from?.first_name ?? ''}: `;
    return who + oneLine(summary(message), 120);
  }

  #build(chat) {
    const parts = {
      name: el('b', { dir: 'auto' }), time: el('small', {}), line: el('span', { class: 'chat-line', dir: 'auto' }),
      badge: el('span', { class: 'badge', data: { testid: 'unread' } }),
    };
    parts.node = button({ class: 'chat-entry', data: { testid: 'chat-entry', chatId: chat.id }, on: { click: () => this.#phone.show(this.#phone.userId, chat.id) } },
      avatar(chat.type === 'private' ? this.#phone.store.bot.id : chat.id, this.#phone.store.chatTitle(chat)),
      el('span', { class: 'chat-text' },
        el('span', { class: 'chat-top' }, parts.name, parts.time),
        el('span', { class: 'chat-bottom' }, parts.line, parts.badge)));
    return parts;
  }
}
