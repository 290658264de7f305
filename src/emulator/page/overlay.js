/** What lies above a phone's screen: toasts, alerts, action sheets, small forms, pictures. */
import { button, el, icon } from './dom.js';
import { t } from './words.js';

const MOST_TOASTS = 3;

/** A line that goes by itself; `box` is a live region. */
export function toast(box, text) {
  const note = el('div', { class: 'toast', dir: 'auto', data: { testid: 'toast' } }, text);
  box.append(note);
  if (box.children.length > MOST_TOASTS) box.firstElementChild.remove();
  setTimeout(() => note.remove(), 3000 + Math.min(text.length, 200) * 40);
}

/** Opens a modal over the area of `over` (a phone, or the whole page) and resolves when it is closed. */
function open(over, kind, label, content) {
  const dialog = el('dialog', { class: `over ${kind}`, 'aria-label': label, data: { testid: kind } }, content);
  const area = over.getBoundingClientRect();
  // Inside of the frame that a phone has on a wide screen.
  dialog.style.left = `${area.left + over.clientLeft}px`;
  dialog.style.top = `${area.top + over.clientTop}px`;
  dialog.style.width = `${over.clientWidth}px`;
  dialog.style.height = `${over.clientHeight}px`;
  dialog.style.borderRadius = `${Math.max(0, parseFloat(getComputedStyle(over).borderTopLeftRadius) - over.clientLeft)}px`;
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((closed) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      closed(dialog.returnValue);
    }, { once: true });
  });
}

/** An alert with one button, as the bot asks for with `show_alert`. */
export function alertBox(over, text) {
  const ok = button({ class: 'primary', autofocus: true, data: { testid: 'alert-ok' } }, 'OK');
  const panel = el('div', { class: 'panel' }, el('p', { dir: 'auto', data: { testid: 'alert-text' } }, text), ok);
  ok.addEventListener('click', () => panel.parentElement.close());
  return open(over, 'alert', t`Thông báo của bot`, panel);
}

/** A list of actions, `{name, label, sign, danger, note}`; resolves with the chosen name or ''. */
export function sheet(over, title, actions) {
  const panel = el('div', { class: 'panel' }, el('p', { class: 'panel-title', dir: 'auto' }, title));
  for (const action of actions) {
    const choose = () => panel.parentElement.close(action.name);
    panel.append(button(
      { class: `sheet-item${action.danger ? ' danger' : ''}`, data: { testid: `action-${action.name}` }, on: { click: choose } },
      action.sign ? icon(action.sign) : null,
      el('span', { class: 'sheet-text' }, action.label, action.note ? el('small', { dir: 'auto' }, action.note) : null)));
  }
  panel.append(button({ class: 'sheet-item', data: { testid: 'action-close' }, on: { click: () => panel.parentElement.close('') } }, icon('close'), t`Đóng`));
  return open(over, 'sheet', title, panel);
}

/**
 * A small form; `fields` are `{name, label, value, type, required}`. Resolves with the values, or null
 * when it is left.
 */
export async function form(over, title, fields, submit) {
  const inputs = fields.map((field) => el('input', {
    name: field.name, type: field.type ?? 'text', value: field.value, required: field.required, step: field.type === 'number' ? 'any' : undefined,
    min: field.min, placeholder: field.placeholder, autocomplete: 'off', data: { testid: `field-${field.name}` },
  }));
  const panel = el('form', { class: 'panel', method: 'dialog' },
    el('p', { class: 'panel-title' }, title),
    fields.map((field, index) => el('label', {}, el('span', {}, field.label), inputs[index])),
    el('div', { class: 'panel-row' },
      button({ on: { click: () => panel.parentElement.close('') } }, t`Hủy`),
      el('button', { class: 'primary', value: 'yes', data: { testid: 'form-submit' } }, submit)));
  const answer = await open(over, 'form', title, panel);
  if (answer !== 'yes') return null;
  return Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]));
}

/** A picture in full. */
export function picture(over, address, alt) {
  const close = button({ class: 'picture-close', label: t`Đóng`, autofocus: true }, icon('close'));
  const box = el('div', { class: 'picture-box' }, el('img', { src: address, alt }), close);
  close.addEventListener('click', () => box.parentElement.close());
  box.addEventListener('click', () => box.parentElement?.close());
  return open(over, 'picture', alt, box);
}
