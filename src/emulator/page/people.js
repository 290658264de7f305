/** The switch between people: a column beside the phones, a strip above a single one. */
import { avatar, button, el, reconcile } from './dom.js';
import { fullName } from './state.js';
import { say, t } from './words.js';

/** Two words at most: "Nguyễn Thị Lan" is "Thị Lan" where room is scarce, as the given name comes last. */
const shortName = (user) => user.first_name.split(/\s+/u).slice(-2).join(' ');

export class People {
  #store;
  #choose;
  #entries = new Map();

  /** `choose(userId)` is called when somebody is tapped. */
  constructor(store, box, choose) {
    this.#store = store;
    this.#choose = choose;
    this.box = box;
  }

  /** `held` tells for each user id on which phone they are, `active` is the one that taps change. */
  refresh(held, active) {
    reconcile(this.box, [...this.#store.users.values()].filter((user) => !user.extra).map((user) => {
      const parts = this.#parts(user);
      const unread = this.#store.unreadOf(user.id);
      parts.name.replaceChildren(el('span', { class: 'long' }, fullName(user)), el('span', { class: 'short' }, shortName(user)));
      parts.note.textContent = (user.note && say(user.note)) ?? (user.username ? `@${user.username}` : '');
      parts.badge.textContent = unread > 99 ? '99+' : String(unread);
      parts.badge.hidden = !unread || user.id === active;
      parts.badge.setAttribute('aria-label', t`${unread} tin chưa đọc`);
      parts.node.classList.toggle('held', held.includes(user.id));
      parts.node.setAttribute('aria-current', user.id === active ? 'true' : 'false');
      return parts.node;
    }));
  }

  /** Scrolls the strip so that the chosen person is seen. */
  reveal(userId) {
    this.#entries.get(userId)?.node.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  #parts(user) {
    if (this.#entries.has(user.id)) return this.#entries.get(user.id);
    const parts = {
      name: el('span', { class: 'person-name', dir: 'auto' }),
      note: el('span', { class: 'person-note', dir: 'auto' }),
      badge: el('span', { class: 'badge', data: { testid: 'person-unread' } }),
    };
    parts.node = button({ class: 'person', data: { testid: 'person', userId: user.id }, on: { click: () => this.#choose(user.id) } },
      avatar(user.id, fullName(user)), el('span', { class: 'person-text' }, parts.name, parts.note), parts.badge);
    this.#entries.set(user.id, parts);
    return parts;
  }
}
