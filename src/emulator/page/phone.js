/** One phone in somebody's hand: the list of their chats, one open chat, and everything they can do in it. */
import * as api from './api.js';
import { ChatList } from './chats.js';
import { ChatView } from './chat.js';
import { el } from './dom.js';
import { readLink } from './links.js';
import { oneLine } from './media.js';
import { alertBox, picture, sheet, toast } from './overlay.js';
import { fullName } from './state.js';
import { say, t } from './words.js';

/** How long an answer to a tapped button is waited for; Telegram's own apps give up after a while too. */
const ANSWER_SECONDS = 15;

export class Phone extends EventTarget {
  userId = null;
  chat = null;
  threadId = null;
  active = false;

  constructor(store, number) {
    super();
    this.store = store;
    this.number = number;
    this.reader = {
      get bot() { return store.bot.username; },
      command: (text) => this.say(text),
      link: (address) => this.openLink(address),
      insert: (text) => this.insert(text),
    };
    this.toasts = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
    this.list = new ChatList(this);
    this.view = new ChatView(this);
    this.root = el('section', { class: 'phone', 'aria-label': t`Điện thoại ${number}`, data: { testid: 'phone', phone: number } },
      this.list.element, this.view.element, this.toasts);
    this.caption = el('p', { class: 'phone-caption' });
    this.element = el('div', { class: 'phone-place' }, this.caption, this.root);
    this.root.addEventListener('pointerdown', () => this.#claim());
    this.root.addEventListener('focusin', () => this.#claim());
  }

  /** Turns to a person and one of their chats; without a chat to the list. */
  show(userId, chatId = null, threadId = null) {
    this.view.leave();
    this.toasts.replaceChildren();
    this.userId = userId;
    this.chat = this.store.chatsOf(userId).find((chat) => chat.id === chatId) ?? null;
    this.threadId = this.chat?.is_forum ? threadId : null;
    this.view.enter();
    this.refresh();
    this.dispatchEvent(new Event('moved'));
  }

  /** Brings the screen in line with the store. */
  refresh() {
    const user = this.store.users.get(this.userId);
    if (!user) return;
    if (this.chat) this.chat = this.store.chats.get(this.chat.id) ?? null;
    this.caption.replaceChildren(el('b', { dir: 'auto' }, fullName(user)), user.note ? el('span', { dir: 'auto' }, say(user.note)) : '');
    this.root.classList.toggle('in-group', Boolean(this.chat) && this.chat.type !== 'private');
    this.root.dataset.user = this.userId;
    this.list.refresh();
    this.view.refresh();
    if (this.chat && !document.hidden) this.store.markRead(this.userId, this.chat.id);
  }

  /** Whether this person has blocked the bot and this is their chat with it. */
  get blocked() {
    const user = this.store.users.get(this.userId);
    return this.chat?.type === 'private' && Boolean(user?.blocked);
  }

  /** Who speaks and where, as every request of the control interface wants it. */
  address() {
    return { chat_id: this.chat.id, user_id: this.userId };
  }

  topic() {
    return this.threadId ? { message_thread_id: this.threadId } : {};
  }

  /** Sends a text as this person; true when it went out. */
  say(text, more = {}) {
    return this.sendMessage({ text, ...more });
  }

  sendMessage(content) {
    return this.attempt(async () => {
      this.view.followNext();
      const sent = await api.send({ ...this.address(), ...this.topic(), ...content });
      this.store.keep(sent?.message ?? sent);
    });
  }

  /** Runs a request; a failure becomes a toast and the result undefined, a success without a result true. */
  async attempt(work) {
    try {
      return (await work()) ?? true;
    } catch (error) {
      this.toast(error.message);
      return undefined;
    }
  }

  toast(text) {
    toast(this.toasts, text);
  }

  insert(text) {
    this.view.composer.insert(text);
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(t`Đã sao chép.`);
    } catch {
      this.toast(t`Trình duyệt không cho sao chép.`);
    }
  }

  /** What is written next answers this message. */
  reply(message) {
    this.view.composer.reply(message);
  }

  jumpTo(messageId) {
    this.view.jumpTo(messageId);
  }

  showPicture(address, alt) {
    return picture(this.root, address, alt);
  }

  /** Taps a callback button and shows what the bot answers. */
  async pressButton(message, data) {
    this.view.followFrom(message);
    const pressed = await this.attempt(() => api.press({ ...this.address(), message_id: message.message_id, data }));
    if (!pressed) return;
    const until = Date.now() + ANSWER_SECONDS * 1000;
    for (let wait = 60; Date.now() < until; wait = Math.min(wait * 1.5, 600)) {
      await new Promise((resume) => setTimeout(resume, wait));
      const answer = await this.attempt(() => api.getCallback(pressed.callback_query_id));
      if (!answer) return;
      if (!answer.answered) continue;
      if (answer.url) this.openLink(answer.url);
      if (answer.text && answer.show_alert) alertBox(this.root, answer.text);
      else if (answer.text) this.toast(answer.text);
      return;
    }
  }

  /** Follows an address: deep links to the bot are played here, everything else opens in a tab of its own. */
  openLink(address) {
    const link = readLink(address, this.store.bot.username);
    if (link.kind === 'start') {
      this.show(this.userId, this.userId);
      if (link.payload) this.say(`/start ${link.payload}`);
    } else if (link.kind === 'share') {
      this.copy(link.text);
    } else if (link.kind === 'web') {
      window.open(link.href, '_blank', 'noopener,noreferrer');
    } else {
      this.toast(t`Không mở được liên kết này.`);
    }
  }

  async setBlocked(blocked) {
    const done = await this.attempt(() => api.setBlocked(this.userId, blocked));
    if (!done) return;
    const user = this.store.users.get(this.userId);
    user.blocked = blocked;
    this.toast(blocked ? t`Đã chặn bot.` : t`Đã bỏ chặn bot.`);
    this.refresh();
  }

  /** What can be done with one message. */
  async openActions(message) {
    const own = message.from?.id === this.userId;
    const text = message.text ?? message.caption;
    const choice = await sheet(this.root, text ? oneLine(text, 60) : t`Tin nhắn`, [
      { name: 'reply', label: t`Trả lời`, sign: 'reply' },
      ...(own && text ? [{ name: 'edit', label: t`Sửa`, sign: 'edit' }] : []),
      ...(text ? [{ name: 'copy', label: t`Sao chép`, sign: 'copy' }] : []),
      ...(own ? [{ name: 'delete', label: t`Xóa`, sign: 'trash', danger: true }] : []),
    ]);
    if (choice === 'reply') this.view.composer.reply(message);
    if (choice === 'edit') this.view.composer.edit(message);
    if (choice === 'copy') await this.copy(text);
    if (choice === 'delete') await this.attempt(() => api.remove({ ...this.address(), message_id: message.message_id }));
  }

  async openMenu() {
    const blocked = Boolean(this.store.users.get(this.userId)?.blocked);
    const choice = await sheet(this.root, this.store.chatTitle(this.chat), [
      blocked ? { name: 'unblock', label: t`Bỏ chặn bot`, sign: 'block' } : { name: 'block', label: t`Chặn bot`, sign: 'block', danger: true },
    ]);
    if (choice) await this.setBlocked(choice === 'block');
  }

  #claim() {
    if (!this.active) this.dispatchEvent(new Event('claimed'));
  }
}
