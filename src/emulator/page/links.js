/** What an address means when it is tapped here: a deep link to the bot, or a page of the web. Anything else is refused. */

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const TELEGRAM = new Set(['t.me', 'telegram.me', 'telegram.dog']);

function parse(address) {
  const text = address.trim();
  for (const candidate of [text, `https://${text}`]) {
    try {
      const url = new URL(candidate);
      // "t.me:443/x" and "example.vn:80" parse as schemes of their own; those fall through to https.
      if (SAFE.has(url.protocol) || url.protocol === 'tg:') return url;
    } catch {
      // the next candidate
    }
  }
  return null;
}

/**
 * `{kind: 'start', payload}` for a link to this bot, `{kind: 'share', text}` for Telegram's share page,
 * `{kind: 'web', href}` for what a browser may open, otherwise `{kind: 'none'}`.
 */
export function readLink(address, botUsername) {
  const url = parse(String(address ?? ''));
  if (!url) return { kind: 'none' };
  const ours = (name) => name?.toLowerCase() === botUsername?.toLowerCase();
  const start = { kind: 'start', payload: url.searchParams.get('start') ?? '' };
  if (url.protocol === 'tg:') {
    return url.href.startsWith('tg://resolve') && ours(url.searchParams.get('domain')) ? start : { kind: 'none' };
  }
  if (TELEGRAM.has(url.hostname.replace(/^www\./, ''))) {
    const [first, second] = url.pathname.split('/').filter(Boolean);
    if (ours(first)) return start;
    if (first === 'share' || second === 'share') {
      const text = [url.searchParams.get('url'), url.searchParams.get('text')].filter(Boolean).join('\n');
      return { kind: 'share', text };
    }
  }
  return { kind: 'web', href: url.href };
}
