/**
 * What this page knows of the emulator: people, chats, messages, the clock, and what each person has read.
 * It is the only place that changes them; the screens listen to its events:
 * `people` (users, chats or unread counts), `chat` (detail: chat id), `clock`, `commands`, `connection`.
 */
import * as api from './api.js';
import { t } from './words.js';

const READ_KEY = 'cutri-demo-read';

export class Store extends EventTarget {
  bot = { id: 0, username: '', first_name: 'Bot' };
  clock = { at: Date.now() / 1000, seen: Date.now() };
  users = new Map();
  chats = new Map();
  connected = false;
  /** Whether messages have been read as well as people. */
  ready = false;
  #histories = new Map();
  #read = readMarks();
  #seq = 0;

  /** Reads everything, then follows the stream; after a break it reads everything again. */
  async start() {
    let wait = 500;
    for (;;) {
      try {
        await this.#load();
        wait = 500;
        await new Promise((broken) => {
          api.follow(this.#seq, (event) => this.#apply(event), broken);
          this.#setConnected(true);
        });
      } catch (error) {
        console.warn('cannot read the emulator', error);
      }
      this.#setConnected(false);
      await new Promise((resume) => setTimeout(resume, wait));
      wait = Math.min(wait * 2, 8000);
    }
  }

  /** Reads people and chats again (not the messages). */
  async refresh() {
    const state = await api.getState();
    this.bot = state.bot;
    this.#setClock(state.clock);
    this.users = new Map(state.users.filter((user) => !user.is_bot).map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    for (const user of this.users.values()) {
      if (!this.chats.has(user.id)) this.chats.set(user.id, { id: user.id, type: 'private', members: [user.id], topics: [] });
    }
    this.switches = state.switches ?? [];
    this.#tell('people');
  }

  /** The emulated time now, in seconds: it runs on between two reports of the server. */
  now() {
    return this.clock.at + (Date.now() - this.clock.seen) / 1000;
  }

  /** The chats of a person, their own with the bot included, the latest first; among equals in the order they were made. */
  chatsOf(userId) {
    const mine = [...this.chats.values()].filter((chat) => !chat.migrated_to).filter((chat) =>
      chat.type === 'private' ? chat.id === userId : chat.members?.includes(userId));
    const last = (chat) => this.lastMessage(chat.id)?.date ?? 0;
    return mine.sort((a, b) => last(b) - last(a) || Number(b.id === userId) - Number(a.id === userId));
  }

  chatTitle(chat) {
    return chat.type === 'private' ? this.bot.first_name : chat.title ?? t`Nhóm`;
  }

  /** Messages of a chat, the oldest first; the deleted ones stay, marked. */
  messages(chatId) {
    return [...(this.#histories.get(chatId)?.values() ?? [])].sort((a, b) => a.message_id - b.message_id);
  }

  message(chatId, messageId) {
    return this.#histories.get(chatId)?.get(messageId);
  }

  lastMessage(chatId) {
    return this.messages(chatId).findLast((message) => !message.deleted);
  }

  /** Messages of others that came after what this person last saw or wrote. */
  unread(userId, chatId) {
    const seen = this.#seen(userId, chatId);
    return this.messages(chatId).filter((message) =>
      message.message_id > seen && !message.deleted && message.from?.id !== userId).length;
  }

  unreadOf(userId) {
    return this.chatsOf(userId).reduce((sum, chat) => sum + this.unread(userId, chat.id), 0);
  }

  /** What waits for this person outside of one of their chats. */
  unreadBeside(userId, chatId) {
    return this.unreadOf(userId) - this.unread(userId, chatId);
  }

  markRead(userId, chatId) {
    const last = this.messages(chatId).at(-1)?.message_id ?? 0;
    if (last === this.#seen(userId, chatId)) return;
    this.#read[`${userId}:${chatId}`] = last;
    sessionStorage.setItem(READ_KEY, JSON.stringify(this.#read));
    this.#tell('people');
  }

  /** A message this page just sent or changed; the stream will bring the same again. */
  keep(message) {
    if (message?.message_id && message.chat) this.#put(message.chat.id, message);
  }

  #seen(userId, chatId) {
    const messages = this.messages(chatId);
    const own = messages.findLast((message) => message.from?.id === userId)?.message_id ?? 0;
    const mark = this.#read[`${userId}:${chatId}`] ?? 0;
    // A mark beyond the last message is left over from an earlier run of the emulator.
    return mark > (messages.at(-1)?.message_id ?? 0) ? own : Math.max(own, mark);
  }

  async #load() {
    await this.refresh();
    const answers = await Promise.all([...this.chats.values()].map(async (chat) => {
      const reader = chat.type === 'private' ? chat.id : chat.members.find((id) => this.users.has(id)) ?? 0;
      return [chat.id, await api.getMessages(chat.id, reader)];
    }));
    // The earliest answer decides: what came after it is in the stream and may be applied twice.
    this.#seq = answers.length ? Math.min(...answers.map(([, answer]) => answer.seq)) : 0;
    this.#histories = new Map(answers.map(([chatId, answer]) =>
      [chatId, new Map(answer.messages.map((message) => [message.message_id, message]))]));
    if (!this.ready && !Object.keys(this.#read).length) this.#everythingIsRead();
    this.ready = true;
    for (const chatId of this.chats.keys()) this.#tell('chat', chatId);
    this.#tell('people');
  }

  /** What was said before the page was opened is no news to anybody. */
  #everythingIsRead() {
    for (const user of this.users.values()) {
      for (const chat of this.chatsOf(user.id)) {
        this.#read[`${user.id}:${chat.id}`] = this.messages(chat.id).at(-1)?.message_id ?? 0;
      }
    }
  }

  #apply(event) {
    this.#seq = Math.max(this.#seq, event.seq ?? 0);
    const { kind, chat_id: chatId, message } = event;
    if (kind === 'deleted') {
      const id = message?.message_id ?? event.message_id;
      const old = this.message(chatId, id);
      if (old) this.#put(chatId, { ...old, deleted: true });
    } else if ((kind === 'message' || kind === 'edited') && message) {
      this.#put(chatId ?? message.chat.id, message);
    } else if (kind === 'state') {
      this.refresh().catch((error) => console.warn('cannot read the state', error));
    } else if (kind === 'clock') {
      if (typeof event.clock === 'number') this.#setClock(event.clock);
      else this.refresh().catch((error) => console.warn('cannot read the clock', error));
    } else if (kind === 'commands') {
      this.#tell('commands');
    }
  }

  #put(chatId, message) {
    if (!this.#histories.has(chatId)) this.#histories.set(chatId, new Map());
    this.#histories.get(chatId).set(message.message_id, message);
    this.#tell('chat', chatId);
    this.#tell('people');
  }

  #setClock(at) {
    this.clock = { at, seen: Date.now() };
    this.#tell('clock');
  }

  #setConnected(connected) {
    this.connected = connected;
    this.#tell('connection');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function readMarks() {
  try {
    return JSON.parse(sessionStorage.getItem(READ_KEY)) ?? {};
  } catch {
    return {};
  }
}

export const fullName = (person) => [person?.first_name, person?.last_name].filter(Boolean).join(' ') || t`Không tên`;
