/** The second screen of a phone: one chat with its messages, topics and the composer. */
import { Composer } from './composer.js';
import { avatar, button, el, icon, reconcile } from './dom.js';
import { dayOf, renderMessage } from './render.js';
import { t } from './words.js';

/** Messages shown at first; older ones come on request. */
const PAGE = 150;
/** Pixels from the end within which new messages are followed. */
const NEAR = 80;

export class ChatView {
  #phone;
  #made = new WeakMap(); // message → its element for this phone's present person
  #days = new Map();
  #albums = new Map();
  #shown = PAGE;
  #follow = true;
  #seen = 0; // the last message when the end was last in sight

  constructor(phone) {
    this.#phone = phone;
    this.composer = new Composer(phone);
    this.sign = el('span', { class: 'sign' });
    this.title = el('h2', { dir: 'auto', data: { testid: 'chat-title' } });
    this.note = el('small', { dir: 'auto' });
    this.menu = button({ class: 'round', label: t`Tùy chọn`, data: { testid: 'chat-menu' }, on: { click: () => phone.openMenu() } }, icon('more'));
    this.topics = el('div', { class: 'topics', role: 'group', 'aria-label': t`Chủ đề` });
    this.messages = el('div', { class: 'messages', role: 'log', 'aria-label': t`Tin nhắn`, tabindex: '0', data: { testid: 'messages' } });
    this.older = button({ class: 'pill older', on: { click: () => this.#showOlder() } }, t`Xem tin cũ hơn`);
    this.hint = el('p', { class: 'hint' });
    this.below = el('span', { class: 'badge', data: { testid: 'below' } });
    this.down = button({ class: 'round down', label: t`Xuống cuối`, data: { testid: 'to-end' }, on: { click: () => this.#toEnd('smooth') } }, icon('down'), this.below);
    this.beside = el('span', { class: 'badge', data: { testid: 'back-unread' } });
    this.messages.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // Pictures that arrive late and keyboards that open must not push the end out of sight.
    new ResizeObserver(() => this.#stick()).observe(this.messages);
    for (const type of ['load', 'loadedmetadata', 'error']) {
      this.messages.addEventListener(type, () => setTimeout(() => this.#stick(), 0), true);
    }
    this.element = el('div', { class: 'screen chat-screen' },
      el('div', { class: 'bar' },
        button({ class: 'round', label: t`Về danh sách`, data: { testid: 'chat-back' }, on: { click: () => phone.show(phone.userId) } }, icon('back'), this.beside),
        this.sign, el('div', { class: 'bar-text' }, this.title, this.note), this.menu),
      this.topics, el('div', { class: 'messages-box' }, this.messages, this.down), this.composer.element);
  }

  leave() {
    if (this.#phone.chat) this.composer.leave();
  }

  enter() {
    this.#made = new WeakMap();
    this.#days.clear();
    this.#albums.clear();
    this.#shown = PAGE;
    this.#follow = true;
    this.messages.replaceChildren();
    if (this.#phone.chat) this.composer.enter();
  }

  /** What this person sends next is to be seen, wherever they have scrolled. */
  followNext() {
    this.#follow = true;
  }

  /** A tapped button near the end mostly changes what is there, or brings something after it. */
  followFrom(message) {
    const after = this.#phone.store.messages(message.chat.id).filter((each) => each.message_id > message.message_id && !each.deleted);
    if (after.length < 2) this.followNext();
  }

  refresh() {
    const { chat, store } = this.#phone;
    this.element.hidden = !chat;
    if (!chat) return;
    const title = store.chatTitle(chat);
    if (this.title.textContent !== title) this.sign.replaceChildren(avatar(chat.type === 'private' ? store.bot.id : chat.id, title));
    this.title.textContent = title;
    this.note.textContent = this.#subtitle(chat);
    this.menu.hidden = chat.type !== 'private';
    count(this.beside, store.unreadBeside(this.#phone.userId, chat.id));
    this.#showTopics(chat);
    this.#showMessages(chat);
    this.composer.refresh();
    this.#stick();
  }

  jumpTo(messageId) {
    const target = this.messages.querySelector(`[data-message-id="${Number(messageId)}"]`);
    if (!target) {
      this.#phone.toast(t`Không thấy tin nhắn này ở đây.`);
      return;
    }
    this.#follow = false;
    target.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target.classList.remove('flash');
    requestAnimationFrame(() => target.classList.add('flash'));
  }

  #subtitle(chat) {
    if (!this.#phone.store.connected) return t`đang kết nối lại…`;
    return chat.type === 'private' ? 'bot' : t`${chat.members.length} thành viên`;
  }

  #showTopics(chat) {
    this.topics.hidden = !chat.is_forum;
    if (!chat.is_forum) return;
    const tabs = [{ message_thread_id: null, name: 'Chung' }, ...(chat.topics ?? []).filter((topic) => topic.name)];
    this.topics.replaceChildren(...tabs.map((topic) => {
      const chosen = (topic.message_thread_id ?? null) === this.#phone.threadId;
      const go = () => this.#phone.show(this.#phone.userId, chat.id, topic.message_thread_id ?? null);
      return button({ class: 'topic', 'aria-pressed': String(chosen), data: { testid: 'topic-tab', threadId: topic.message_thread_id ?? 0 }, on: { click: go } }, topic.name);
    }));
  }

  #visible(chat) {
    const messages = this.#phone.store.messages(chat.id);
    if (!chat.is_forum) return messages;
    const known = new Set((chat.topics ?? []).map((topic) => topic.message_thread_id));
    // Threads that are no topic (replies in the general one) belong to the general topic.
    const topic = (message) => (known.has(message.message_thread_id) ? message.message_thread_id : null);
    return messages.filter((message) => topic(message) === this.#phone.threadId);
  }

  #showMessages(chat) {
    const all = this.#visible(chat);
    const messages = all.slice(-this.#shown);
    const nodes = [];
    if (all.length > messages.length) nodes.push(this.older);
    if (!all.length) {
      this.hint.textContent = chat.type === 'private' ? t`Chưa có tin nhắn nào. Bấm BẮT ĐẦU để chào bot.` : t`Chưa có tin nhắn nào.`;
      nodes.push(this.hint);
    }
    let before = null;
    for (const message of messages) {
      const day = dayOf(message.date);
      if (!before || dayOf(before.date) !== day) nodes.push(this.#day(day));
      const row = this.#row(message);
      const same = before && before.from?.id === message.from?.id && message.date - before.date < 600 && dayOf(before.date) === day
        && !before.deleted && nodes.at(-1)?.dataset.service !== 'true';
      row.classList.toggle('first', !same);
      const album = message.media_group_id && !message.deleted ? this.#album(message, nodes) : null;
      if (album) album.push(row);
      else nodes.push(row);
      before = message;
    }
    reconcile(this.messages, this.#assembled(nodes));
  }

  #row(message) {
    if (!this.#made.has(message)) this.#made.set(message, renderMessage(message, this.#phone));
    return this.#made.get(message);
  }

  /** The list of rows of the album `message` belongs to; its frame is put into `nodes` with the first. */
  #album(message, nodes) {
    const key = `${message.media_group_id}/${message.from?.id}`;
    const last = nodes.at(-1);
    if (last?.album === key) return last.rows;
    if (!this.#albums.has(key)) this.#albums.set(key, el('div', { class: 'album', data: { testid: 'album' } }));
    const frame = this.#albums.get(key);
    frame.classList.toggle('own', message.from?.id === this.#phone.userId);
    nodes.push({ album: key, rows: [], frame, dataset: {} });
    return nodes.at(-1).rows;
  }

  #assembled(nodes) {
    return nodes.map((node) => {
      if (!node.album) return node;
      node.frame.classList.toggle('pictures', node.rows.every((row) => row.querySelector('.photo, .video')));
      reconcile(node.frame, node.rows);
      return node.frame;
    });
  }

  #day(name) {
    if (!this.#days.has(name)) this.#days.set(name, el('div', { class: 'day' }, el('span', {}, name)));
    return this.#days.get(name);
  }

  #showOlder() {
    const height = this.messages.scrollHeight;
    this.#shown += PAGE;
    this.refresh();
    this.messages.scrollTop += this.messages.scrollHeight - height;
  }

  #scrolled() {
    const rest = this.messages.scrollHeight - this.messages.scrollTop - this.messages.clientHeight;
    this.#follow = rest < NEAR;
    this.#showBelow();
  }

  #stick() {
    if (this.#follow) this.#toEnd('instant');
    this.#showBelow();
  }

  /** The way back to the end, with the number of messages that came there unseen. */
  #showBelow() {
    const { chat, store, userId } = this.#phone;
    this.down.hidden = this.#follow;
    if (!chat) return;
    const messages = this.#visible(chat);
    if (this.#follow) this.#seen = messages.at(-1)?.message_id ?? 0;
    count(this.below, messages.filter((message) => message.message_id > this.#seen && !message.deleted && message.from?.id !== userId).length);
  }

  #toEnd(behavior) {
    this.#follow = true;
    this.messages.scrollTo({ top: this.messages.scrollHeight, behavior });
  }
}

function count(badge, number) {
  badge.textContent = number > 99 ? '99+' : String(number);
  badge.hidden = !number;
}
