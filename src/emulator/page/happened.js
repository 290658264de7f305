/**
 * "What happened here": for whoever wants to understand the bot, what the last act led to. Off by default. What left is
 * read from the emulator's own journal, what was stored and what is due is told by the program behind it.
 */
import * as api from './api.js';
import { button, el, icon } from './dom.js';
import { t } from './words.js';

export class Happened {
  #store;
  #timer = null;

  constructor(store, place) {
    this.#store = store;
    this.toggle = button({ 'aria-pressed': 'false', data: { testid: 'happened-toggle' }, on: { click: () => this.#turn() } },
      icon('eye'), t`Việc gì vừa xảy ra?`);
    this.panel = el('aside', { class: 'happened', 'aria-label': t`Việc gì vừa xảy ra?`, hidden: true, data: { testid: 'happened' } });
    place.after(this.panel);
    store.addEventListener('chat', () => this.#soon());
    store.addEventListener('clock', () => this.#soon());
  }

  #turn() {
    this.panel.hidden = !this.panel.hidden;
    this.toggle.setAttribute('aria-pressed', String(!this.panel.hidden));
    this.#soon();
  }

  /** One act changes several chats: they are told together, once it is quiet. */
  #soon() {
    if (this.panel.hidden) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), 400);
  }

  async #show() {
    const told = await api.getHappened().catch(() => null);
    if (!told) return;
    const list = (title, lines) => [el('h3', {}, title),
      el('ul', {}, (lines.length ? lines : [t`không có gì`]).map((line) => el('li', { dir: 'auto' }, line)))];
    const chat = (id) => {
      const known = this.#store.chats.get(id);
      return known?.type === 'private' ? this.#store.users.get(id)?.first_name ?? id : known?.title ?? id;
    };
    this.panel.replaceChildren(el('h2', {}, t`Việc gì vừa xảy ra?`),
      ...(told.stored?.length || told.left?.length ? [] : [el('p', {}, t`Chưa có gì. Hãy nhắn hoặc bấm một nút.`)]),
      ...list(t`Đã lưu`, told.stored ?? []),
      ...list(t`Đã gửi đi`, (told.left ?? []).map((call) => `${call.method} → ${chat(call.chat_id)}`)),
      ...list(t`Sắp tới hạn`, told.due ?? []));
  }
}
