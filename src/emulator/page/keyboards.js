/** The two keyboards of a bot: buttons under a message, and the one that takes the place of the phone's own. */
import { button, el, icon } from './dom.js';
import { t } from './words.js';

/** The buttons under a message, or null. */
export function inlineKeyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el('div', { class: 'inline-keyboard' },
    rows.map((row) => el('div', { class: 'keys' }, row.map((key) => inlineKey(key, message, phone)))));
}

function inlineKey(key, message, phone) {
  const sign = key.url || key.login_url ? 'out' : key.copy_text ? 'copy' : key.web_app ? 'file' : null;
  const node = button({
    class: `inline-key ${style(key)}`,
    data: { testid: 'inline-button', callbackData: key.callback_data, url: key.url },
  }, el('span', { dir: 'auto' }, key.text), sign ? icon(sign) : null);
  node.addEventListener('click', async (event) => {
    event.stopPropagation();
    if (node.classList.contains('busy')) return;
    node.classList.add('busy');
    node.setAttribute('aria-busy', 'true');
    try {
      await tap(key, message, phone);
    } finally {
      node.classList.remove('busy');
      node.removeAttribute('aria-busy');
    }
  });
  return node;
}

async function tap(key, message, phone) {
  if (key.callback_data !== undefined) await phone.pressButton(message, key.callback_data);
  else if (key.url) phone.openLink(key.url);
  else if (key.copy_text) phone.copy(key.copy_text.text);
  else if (key.switch_inline_query_current_chat !== undefined) phone.insert(`@${phone.store.bot.username} ${key.switch_inline_query_current_chat}`);
  else if (key.switch_inline_query !== undefined) phone.insert(`@${phone.store.bot.username} ${key.switch_inline_query}`);
  else if (key.switch_inline_query_chosen_chat) phone.insert(`@${phone.store.bot.username} ${key.switch_inline_query_chosen_chat.query ?? ''}`);
  else phone.toast(t`Trang thử này không dùng được nút này.`);
}

const style = (key) => ['primary', 'success', 'danger'].includes(key.style) ? `key-${key.style}` : '';

/**
 * The keyboard that holds in a chat for one person: the last message of the bot that set, removed or forced
 * something for them decides. Selective ones count only for those named or replied to.
 */
export function standingMarkup(messages, userId) {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    const markup = message.reply_markup;
    if (message.deleted || !markup || markup.inline_keyboard) continue;
    if (markup.selective && !concerns(message, userId)) continue;
    return { message, markup };
  }
  return null;
}

function concerns(message, userId) {
  if (message.reply_to_message?.from?.id === userId) return true;
  return (message.entities ?? []).some((entity) => entity.user?.id === userId);
}

/** A keyboard of `markup`; `press(key)` is called with the key tapped. */
export function replyKeyboard(markup, press) {
  return el('div', { class: `reply-keyboard${markup.resize_keyboard ? '' : ' tall'}`, role: 'group', 'aria-label': t`Bàn phím của bot`, data: { testid: 'reply-keyboard' } },
    markup.keyboard.map((row) => el('div', { class: 'keys' }, row.map((item) => {
      const key = typeof item === 'string' ? { text: item } : item;
      const sign = key.request_contact ? 'person' : key.request_location ? 'pin' : null;
      return button({ class: `reply-key ${style(key)}`, data: { testid: 'reply-button', text: key.text }, on: { click: () => press(key) } },
        sign ? icon(sign) : null, el('span', { dir: 'auto' }, key.text));
    }))));
}
