/** Inline mode: who begins a text with the bot's name is offered the bot's results above the field. */
import * as api from './api.js';
import { button, el } from './dom.js';
import { t } from './words.js';

/** Typing has to rest this long before the bot is asked. */
const REST = 350;
const ANSWER_SECONDS = 10;

export class Inline {
  #phone;
  #done;
  #timer = 0;
  #asked = null; // the query the panel belongs to

  /** `done` is called when a result was sent. */
  constructor(phone, done) {
    this.#phone = phone;
    this.#done = done;
    this.panel = el('div', { class: 'inline-panel', role: 'group', 'aria-label': t`Kết quả của bot`, data: { testid: 'inline-results' } });
    this.panel.hidden = true;
  }

  /** Called with the text of the field whenever it changed. */
  follow(text) {
    const name = `@${this.#phone.store.bot.username} `;
    const query = text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length) : null;
    if (query === this.#asked) return;
    this.#asked = query;
    clearTimeout(this.#timer);
    if (query === null) this.#show(null);
    else this.#timer = setTimeout(() => this.#ask(query), REST);
  }

  async #ask(query) {
    const asked = await this.#phone.attempt(() => api.askInline(this.#phone.userId, query));
    if (!asked) return;
    const until = Date.now() + ANSWER_SECONDS * 1000;
    for (let wait = 80; Date.now() < until; wait = Math.min(wait * 1.5, 600)) {
      await new Promise((resume) => setTimeout(resume, wait));
      if (query !== this.#asked) return;
      const answer = await this.#phone.attempt(() => api.getInline(asked.inline_query_id));
      if (!answer || query !== this.#asked) return;
      if (answer.answered) {
        this.#show(answer, asked.inline_query_id);
        return;
      }
    }
  }

  #show(answer, queryId) {
    const results = answer?.results ?? [];
    const entry = answer?.answer?.button?.start_parameter;
    this.panel.hidden = !answer;
    this.panel.replaceChildren(
      entry === undefined ? '' : button({ class: 'inline-result', data: { testid: 'inline-start' }, on: { click: () => this.#start(entry) } }, el('b', { dir: 'auto' }, answer.answer.button.text)),
      ...results.map((result) => button(
        { class: 'inline-result', data: { testid: 'inline-result', resultId: result.id }, on: { click: () => this.#choose(queryId, result) } },
        el('b', { dir: 'auto' }, result.title ?? t`Kết quả`),
        result.description ? el('small', { dir: 'auto' }, result.description) : null)),
      results.length || entry !== undefined ? '' : el('p', { class: 'inline-none' }, t`Không tìm thấy.`));
  }

  #start(payload) {
    this.#done();
    this.#phone.openLink(`https://t.me/${this.#phone.store.bot.username}?start=${encodeURIComponent(payload)}`);
  }

  async #choose(queryId, result) {
    const chosen = await this.#phone.attempt(() => api.chooseInline(queryId, result.id));
    if (!chosen) return;
    this.#done();
    const text = plainText(result.input_message_content ?? {});
    if (text) await this.#phone.sendMessage({ text, via_bot: true });
  }
}

/** The words of a result. It is sent as plain text, so its formatting is taken off; the parsed page is inert and never shown. */
function plainText(content) {
  const text = content.message_text ?? '';
  if (content.parse_mode?.toLowerCase() !== 'html') return text;
  return new DOMParser().parseFromString(text.replaceAll('\n', '<br>\n'), 'text/html').body.textContent;
}
