/**
 * Text with Telegram's entities, as DOM nodes. Offsets count UTF-16 units, as JavaScript does.
 * Wrong or overlapping entities lose formatting, never text; nothing is ever read as markup.
 */
import { el } from './dom.js';
import { readLink } from './links.js';
import { t } from './words.js';

// What Telegram itself finds in plain text. Commands and names start a word.
const FOUND = new RegExp(
  [
    String.raw`(?<url>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|\bt\.me\/[\w/?=&-]+)`,
    String.raw`(?<![\p{L}\p{N}/_<>@])(?<command>\/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?)(?![\p{L}\p{N}_/])`,
    String.raw`(?<![\p{L}\p{N}_@])(?<mention>@[a-zA-Z]\w{3,31})`,
    String.raw`(?<![\p{L}\p{N}_&])(?<hashtag>#[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)`,
  ].join('|'),
  'gu',
);

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
const SIMPLE = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };

/**
 * `reader` says what happens on a tap: `command(text)`, `link(address)` and `insert(text)`; `bot` is the
 * username deep links are compared with.
 */
export function richText(text, entities, reader) {
  const fragment = document.createDocumentFragment();
  const sorted = (entities ?? [])
    .filter((entity) => Number.isInteger(entity.offset) && Number.isInteger(entity.length) && entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  fragment.append(...build(text, 0, text.length, sorted, reader, true));
  return fragment;
}

function build(text, from, to, entities, reader, search) {
  const nodes = [];
  const plain = (start, end) => {
    if (start < end) nodes.push(...(search ? discover(text.slice(start, end), reader) : [text.slice(start, end)]));
  };
  let at = from;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    if (start < end) {
      while (next < entities.length && entities[next].offset < end) next += 1;
      plain(at, start);
      const literal = ['code', 'pre', 'url', 'text_link', 'mention', 'bot_command', 'hashtag'].includes(entity.type);
      const inner = build(text, start, end, entities.slice(index + 1, next), reader, search && !literal);
      nodes.push(wrap(entity, text.slice(start, end), inner, reader));
      // A block ends its own line: the break after it would be an empty line.
      at = BLOCKS.has(entity.type) && text[end] === '\n' ? Math.min(end + 1, to) : end;
    }
    index = next;
  }
  plain(at, to);
  return nodes;
}

function discover(text, reader) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    const { url, command, mention, hashtag } = match.groups;
    const found = url ?? command ?? mention ?? hashtag;
    const start = match.index + match[0].indexOf(found);
    if (start > at) nodes.push(text.slice(at, start));
    const type = url ? 'url' : command ? 'bot_command' : mention ? 'mention' : 'hashtag';
    nodes.push(wrap({ type }, found, [found], reader));
    at = start + found.length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

function wrap(entity, text, inner, reader) {
  if (SIMPLE[entity.type]) return el(SIMPLE[entity.type], {}, inner);
  switch (entity.type) {
    case 'pre':
      return el('pre', {}, el('code', {}, inner));
    case 'blockquote':
      return el('blockquote', {}, inner);
    case 'expandable_blockquote':
      return expandable(inner);
    case 'spoiler':
      return spoiler(inner);
    case 'bot_command':
      return tappable(inner, 'command', () => reader.command(text));
    case 'mention':
      return `@${reader.bot}`.toLowerCase() === text.toLowerCase()
        ? anchor(`t.me/${reader.bot}`, inner, reader)
        : el('span', { class: 'mention' }, inner);
    case 'text_mention':
      return el('span', { class: 'mention' }, inner);
    case 'hashtag':
    case 'cashtag':
      return tappable(inner, 'hashtag', () => reader.insert(text));
    case 'url':
      return anchor(text, inner, reader);
    case 'text_link':
      return anchor(entity.url, inner, reader);
    case 'email':
      return anchor(`mailto:${text}`, inner, reader);
    case 'phone_number':
      return anchor(`tel:${text.replace(/[^\d+]/g, '')}`, inner, reader);
    default:
      return el('span', {}, inner);
  }
}

/** A link; addresses that are neither web, mail nor phone stay text. */
function anchor(address, inner, reader) {
  const link = readLink(address, reader.bot);
  if (link.kind === 'none') return el('span', {}, inner);
  const href = link.kind === 'web' ? link.href : '#';
  const go = (event) => {
    event.stopPropagation();
    if (link.kind === 'web') return;
    event.preventDefault();
    reader.link(address);
  };
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer', title: address, on: { click: go } }, inner);
}

function tappable(inner, kind, act) {
  const go = (event) => {
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return el('a', { href: '#', role: 'button', class: kind, data: { testid: `text-${kind}` }, on: { click: go } }, inner);
}

function spoiler(inner) {
  const node = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': t`Nội dung ẩn, bấm để xem` }, inner);
  const reveal = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    if (node.classList.contains('shown')) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add('shown');
    node.removeAttribute('aria-label');
    node.removeAttribute('role');
  };
  node.addEventListener('click', reveal);
  node.addEventListener('keydown', reveal);
  return node;
}

/** A quote that is folded while it has more than three lines; how many it has is known only once it is seen. */
function expandable(inner) {
  const quote = el('blockquote', { class: 'folded' }, inner);
  const more = el('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, t`Xem thêm`);
  more.addEventListener('click', (event) => {
    event.stopPropagation();
    const folded = quote.classList.toggle('folded');
    more.setAttribute('aria-expanded', String(!folded));
    more.textContent = folded ? t`Xem thêm` : t`Thu gọn`;
  });
  new ResizeObserver(() => {
    if (!quote.classList.contains('folded')) return;
    more.hidden = quote.scrollHeight <= quote.clientHeight + 1;
    quote.classList.toggle('whole', more.hidden);
  }).observe(quote);
  return el('div', { class: 'expandable' }, quote, more);
}
