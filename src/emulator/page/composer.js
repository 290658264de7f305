/** Where one writes: text, attachments, replies and corrections; and the places a bot's keyboard can be. */
import * as api from './api.js';
import { Attachments } from './attachments.js';
import { button, el, icon } from './dom.js';
import { Inline } from './inline.js';
import { replyKeyboard, standingMarkup } from './keyboards.js';
import { summary } from './media.js';
import { sheet } from './overlay.js';
import { PLACE } from './samples.js';
import { fullName } from './state.js';
import { t } from './words.js';

/** As many characters as Telegram takes in one message; its apps split a longer text. */
const LONGEST = 4096;

export class Composer {
  #phone;
  #context = null; // {kind: 'reply' | 'edit', message}
  #drafts = new Map();
  #answered = new Set(); // messages whose one-time keyboard or forced reply is done with
  #hidden = new Set(); // messages whose keyboard the person folded
  #sending = false;

  constructor(phone) {
    this.#phone = phone;
    this.field = el('textarea', { rows: '1', 'aria-label': t`Tin nhắn`, placeholder: t`Tin nhắn`, enterkeyhint: 'send', dir: 'auto', data: { testid: 'composer' } });
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.field.addEventListener('input', () => this.#fit());
    this.attachments = new Attachments(phone, () => {
      this.refresh();
      this.field.focus();
    });
    this.field.addEventListener('paste', (event) => this.attachments.paste(event));
    this.context = el('div', { class: 'context', data: { testid: 'composer-context' } });
    this.keys = el('div', { class: 'keys-box' });
    this.fold = button({ class: 'round', label: t`Ẩn hoặc hiện bàn phím của bot`, data: { testid: 'keyboard-toggle' }, on: { click: () => this.#foldKeyboard() } }, icon('keyboard'));
    this.sendKey = button({ class: 'round send', label: t`Gửi`, data: { testid: 'send' }, on: { click: () => this.submit() } }, icon('send'));
    this.line = el('div', { class: 'line' },
      button({ class: 'round', label: t`Lệnh của bot`, data: { testid: 'commands' }, on: { click: () => this.#commands() } }, icon('menu')),
      el('div', { class: 'field' }, this.field, this.fold,
        button({ class: 'round', label: t`Đính kèm`, data: { testid: 'attach' }, on: { click: () => this.attachments.choose() } }, icon('attach'))),
      this.sendKey);
    this.start = button({ class: 'start', data: { testid: 'start' }, on: { click: () => phone.say('/start') } }, t`BẮT ĐẦU`);
    this.unblock = button({ class: 'start', data: { testid: 'unblock' }, on: { click: () => phone.setBlocked(false) } }, t`BỎ CHẶN BOT`);
    this.inline = new Inline(phone, () => {
      this.field.value = '';
      this.refresh();
    });
    this.element = el('div', { class: 'composer' }, this.inline.panel, this.context, this.attachments.strip, this.line, this.start, this.unblock, this.keys,
      this.attachments.photos, this.attachments.documents);
  }

  /** Called before the phone turns to another person or chat. */
  leave() {
    this.#drafts.set(this.#place(), { text: this.field.value, context: this.#context });
    this.attachments.items = [];
  }

  /** Called when the phone shows a chat. */
  enter() {
    const draft = this.#drafts.get(this.#place());
    this.field.value = draft?.text ?? '';
    this.#context = draft?.context ?? null;
    this.refresh();
  }

  /** Brings everything below the messages in line with the chat. */
  refresh() {
    const { chat, userId, store } = this.#phone;
    if (!chat) return;
    const messages = store.messages(chat.id);
    const blocked = this.#phone.blocked;
    const fresh = chat.type === 'private' && !messages.some((message) => !message.deleted);
    this.line.hidden = fresh || blocked;
    this.start.hidden = !fresh || blocked;
    this.unblock.hidden = !blocked;
    const standing = standingMarkup(messages, userId);
    this.#showKeyboard(fresh || blocked ? null : standing);
    this.#force(standing, messages);
    this.#showContext();
    this.field.placeholder = this.#placeholder(standing);
    this.attachments.refresh();
    this.#fit();
  }

  reply(message) {
    this.#context = { kind: 'reply', message };
    this.refresh();
    this.field.focus();
  }

  edit(message) {
    this.#context = { kind: 'edit', message };
    this.field.value = message.text ?? message.caption ?? '';
    this.refresh();
    this.field.focus();
  }

  insert(text) {
    const gap = this.field.value && !this.field.value.endsWith(' ') ? ' ' : '';
    this.field.value += gap + text;
    this.#fit();
    this.field.focus();
  }

  async submit() {
    const text = this.field.value.trim();
    if (this.#sending || (!text && !this.attachments.items.length)) return;
    this.#sending = true;
    this.sendKey.disabled = true;
    const context = this.#context;
    const files = this.attachments.items;
    this.field.value = '';
    this.#context = null;
    this.attachments.items = [];
    this.refresh();
    const done = context?.kind === 'edit' && !files.length
      ? await this.#phone.attempt(() => api.edit({ ...this.#phone.address(), message_id: context.message.message_id, text }))
      : await this.#sendAll(text, files, context);
    if (!done && this.field.value === '') {
      this.field.value = text;
      this.#context = context;
      this.attachments.items = files;
    }
    this.#sending = false;
    this.sendKey.disabled = false;
    this.refresh();
    this.field.focus();
  }

  async #sendAll(text, files, context) {
    const reply = context?.kind === 'reply' ? { reply_to_message_id: context.message.message_id } : {};
    if (!files.length) {
      for (const part of split(text)) {
        if (!await this.#phone.sendMessage({ text: part, ...reply })) return undefined;
      }
      return true;
    }
    return this.#phone.attempt(() => this.attachments.send(files, text, reply));
  }

  #key(event) {
    // 229 is what some browsers report for the Enter that ends a composition (Vietnamese input methods).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' && this.#context) {
      event.preventDefault();
      this.#dropContext();
    }
  }

  #fit() {
    // Hidden while one writes, the switch of the bot's keyboard leaves its room to the text.
    this.fold.classList.toggle('aside', Boolean(this.field.value));
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 178)}px`;
    this.inline.follow(this.field.value);
    this.sendKey.classList.toggle('ready', Boolean(this.field.value.trim() || this.attachments.items.length));
  }

  async #commands() {
    const { chat, userId } = this.#phone;
    const commands = await this.#phone.attempt(() => api.getCommands(chat.id, userId));
    if (!commands) return;
    if (!commands.length) {
      this.#phone.toast(t`Bot chưa có lệnh nào ở đây.`);
      return;
    }
    const choice = await sheet(this.#phone.root, t`Lệnh của bot`, commands.map((item) =>
      ({ name: item.command, label: `/${item.command}`, note: item.description })));
    if (choice) await this.#phone.say(`/${choice}`);
  }

  #showContext() {
    this.context.hidden = !this.#context;
    if (!this.#context) return;
    const { kind, message } = this.#context;
    this.context.replaceChildren(
      icon(kind),
      el('span', { class: 'context-text', dir: 'auto' },
        el('b', {}, kind === 'edit' ? t`Sửa tin nhắn` : t`Trả lời ${message.from?.id === this.#phone.userId ? t`chính mình` : fullName(message.from)}`),
        el('span', {}, summary(message))),
      button({ class: 'round', label: t`Thôi`, data: { testid: 'context-cancel' }, on: { click: () => this.#dropContext() } }, icon('close')));
  }

  #dropContext() {
    if (this.#context?.kind === 'edit') this.field.value = '';
    this.#context = null;
    this.refresh();
    this.field.focus();
  }

  #showKeyboard(standing) {
    const id = standing?.message.message_id;
    const offers = Boolean(standing?.markup.keyboard);
    const done = this.#answered.has(this.#mark(standing)) && standing?.markup.one_time_keyboard;
    const shown = offers && !this.#hidden.has(this.#mark(standing)) && !done;
    this.fold.hidden = !offers;
    this.fold.setAttribute('aria-expanded', String(shown));
    const key = shown ? `${this.#place()}/${id}/${standing.message.edit_date ?? ''}` : '';
    if (this.keys.dataset.shown !== key) {
      this.keys.dataset.shown = key;
      this.keys.replaceChildren(shown ? replyKeyboard(standing.markup, (item) => this.#pressKey(item, standing)) : '');
    }
    this.keys.hidden = !shown;
  }

  async #pressKey(key, standing) {
    if (standing.markup.one_time_keyboard) this.#answered.add(this.#mark(standing));
    if (key.request_contact) await this.attachments.sendContact();
    else if (key.request_location) await this.#phone.sendMessage({ location: { ...PLACE } });
    else await this.#phone.say(key.text, this.#phone.chat.type === 'private' ? {} : { reply_to_message_id: standing.message.message_id });
    this.refresh();
  }

  #foldKeyboard() {
    const standing = standingMarkup(this.#phone.store.messages(this.#phone.chat.id), this.#phone.userId);
    const mark = this.#mark(standing);
    if (this.keys.hidden) {
      this.#hidden.delete(mark);
      this.#answered.delete(mark);
    } else {
      this.#hidden.add(mark);
    }
    this.refresh();
  }

  /** A forced reply that came last and was not answered: the next text answers it. */
  #force(standing, messages) {
    const mark = this.#mark(standing);
    if (!standing?.markup.force_reply || this.#answered.has(mark)) return;
    const id = standing.message.message_id;
    const answered = messages.some((message) => message.message_id > id && message.from?.id === this.#phone.userId);
    this.#answered.add(mark);
    if (answered || this.#context) return;
    this.#context = { kind: 'reply', message: standing.message };
    if (this.#phone.active) this.field.focus();
  }

  /** What the bot wants to see written, while its keyboard or its forced reply holds. */
  #placeholder(standing) {
    const holds = standing?.markup.keyboard ? !this.keys.hidden : standing && this.#context?.message === standing.message;
    return (holds && standing.markup.input_field_placeholder) || t`Tin nhắn`;
  }

  #mark = (standing) => `${this.#place()}/${standing?.message.message_id}`;

  #place() {
    return `${this.#phone.userId}:${this.#phone.chat?.id}:${this.#phone.threadId ?? ''}`;
  }
}

/** Cuts a text where a word ends, if one does near the limit, and never within a sign. */
function split(text) {
  const parts = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const space = Math.max(rest.lastIndexOf('\n', LONGEST), rest.lastIndexOf(' ', LONGEST));
    const pair = /[\uD800-\uDBFF]/u.test(rest[LONGEST - 1]) ? 1 : 0;
    const end = space > LONGEST / 2 ? space : LONGEST - pair;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}
