/** Beside the people: the emulated clock with its jumps, opening a link as somebody would from a poster, adding people. */
import * as api from './api.js';
import { button, el, icon } from './dom.js';
import { form } from './overlay.js';
import { dayOf, timeOf } from './render.js';
import { say, switchLanguage, t } from './words.js';

const HOUR = 3600;
const JUMPS = [[t`+1 giờ`, HOUR], [t`+1 ngày`, 24 * HOUR], [t`+1 tuần`, 7 * 24 * HOUR]];

export class Tools {
  #store;
  #phone;

  /** `phone()` is the phone in use. */
  constructor(store, box, toggle, phone, happened) {
    this.#store = store;
    this.#phone = phone;
    this.toggle = toggle;
    this.box = box;
    this.time = el('b', { class: 'clock-time', data: { testid: 'clock' } });
    this.day = el('span', {});
    this.short = el('span', {});
    this.switches = el('div', { class: 'extras switches' });
    toggle.append(this.short, icon('clock'));
    toggle.setAttribute('aria-label', t`Đồng hồ và công cụ`);
    toggle.addEventListener('click', () => this.#open(!box.classList.contains('open')));
    document.addEventListener('pointerdown', (event) => {
      if (!box.contains(event.target) && !toggle.contains(event.target)) this.#open(false);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#open(false);
    });
    box.append(
      el('h2', { class: 'side-title' }, t`Đồng hồ của bản thử`),
      el('p', { class: 'clock', role: 'timer', 'aria-live': 'off' }, this.time, this.day),
      el('div', { class: 'jumps' },
        JUMPS.map(([name, seconds]) => button({ data: { testid: 'clock-forward', seconds }, on: { click: () => this.#advance(seconds) } }, name)),
        button({ data: { testid: 'clock-custom' }, on: { click: () => this.#custom() } }, t`Khác…`)),
      el('p', { class: 'side-note' }, t`Đi tới để thấy nhắc hẹn, quá hạn và bản tổng hợp mà không phải chờ.`),
      el('div', { class: 'extras' },
        button({ data: { testid: 'open-link' }, on: { click: () => this.#link() } }, icon('link'), t`Mở liên kết, mã QR`),
        button({ data: { testid: 'add-person' }, on: { click: () => this.#person() } }, icon('plus'), t`Thêm người`),
        happened.toggle,
        button({ data: { testid: 'language' }, on: { click: switchLanguage } }, icon('menu'), t`English`)),
      this.switches);
    setInterval(() => this.refresh(), 1000);
  }

  refresh() {
    const now = this.#store.now();
    this.time.textContent = timeOf(now);
    this.day.textContent = dayOf(now);
    this.short.textContent = timeOf(now);
    this.#offerSwitches();
  }

  /** What the program behind the page can be told to do otherwise. */
  #offerSwitches() {
    const offered = this.#store.switches ?? [];
    const seen = JSON.stringify(offered);
    if (this.offered === seen) return;
    this.offered = seen;
    this.switches.replaceChildren(...offered.map(({ name, label, on }) =>
      el('label', { class: 'switch', data: { testid: `switch-${name}` } },
        el('input', { type: 'checkbox', role: 'switch', checked: on, on: { change: (event) => this.#turn(name, event.target.checked) } }),
        el('span', {}, say(label)))));
  }

  async #turn(name, on) {
    await this.#phone().attempt(() => api.turnSwitch(name, on));
    await this.#store.refresh().catch((error) => this.#phone().toast(error.message));
  }

  #open(open) {
    this.box.classList.toggle('open', open);
    this.toggle.setAttribute('aria-expanded', String(open));
  }

  async #advance(seconds) {
    const done = await this.#phone().attempt(() => api.advanceClock(seconds));
    if (!done) return;
    await this.#store.refresh().catch((error) => this.#phone().toast(error.message));
  }

  async #custom() {
    const values = await form(document.body, t`Cho đồng hồ chạy tới`, [
      { name: 'days', label: t`Số ngày`, type: 'number', value: '0', min: '0' },
      { name: 'hours', label: t`Số giờ`, type: 'number', value: '0', min: '0' },
      { name: 'minutes', label: t`Số phút`, type: 'number', value: '30', min: '0' },
    ], t`Đi tới`);
    if (!values) return;
    const seconds = Math.round(Number(values.days) * 24 * HOUR + Number(values.hours) * HOUR + Number(values.minutes) * 60);
    if (seconds > 0) await this.#advance(seconds);
  }

  async #link() {
    const values = await form(document.body, t`Mở liên kết như quét mã QR`, [
      { name: 'link', label: t`Liên kết (t.me/${this.#store.bot.username}?start=…)`, required: true },
    ], t`Mở`);
    if (!values) return;
    this.#open(false);
    this.#phone().openLink(values.link);
  }

  async #person() {
    const values = await form(document.body, t`Thêm người`, [
      { name: 'first_name', label: t`Tên`, required: true },
      { name: 'last_name', label: t`Họ (không bắt buộc)` },
      { name: 'username', label: t`Tên người dùng (không bắt buộc)` },
      { name: 'note', label: t`Vai (không bắt buộc)`, placeholder: t`cử tri phường Đồng Văn` },
    ], t`Thêm`);
    if (!values) return;
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    const done = await this.#phone().attempt(() => api.addUser({ language_code: 'vi', ...given }));
    if (done) await this.#store.refresh().catch((error) => this.#phone().toast(error.message));
  }
}
