/** The control interface of the emulator, one function a request. Failures are Errors with a sentence for people. */
import { t } from './words.js';

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error(t`Không kết nối được với chương trình. Hãy xem nó còn chạy không.`);
  }
  const text = await response.text();
  if (!response.ok) throw new Error(refusal(text, response.status));
  return text ? JSON.parse(text) : {};
}

function refusal(text, status) {
  try {
    const body = JSON.parse(text);
    return body.error ?? body.description ?? t`Lỗi ${status}`;
  } catch {
    return text.slice(0, 200) || t`Lỗi ${status}`;
  }
}

const post = (path, body) =>
  request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const getState = () => request('/control/state');
export const getMessages = (chatId, userId) => request(`/control/messages?chat_id=${chatId}&user_id=${userId}`);
export const getCommands = async (chatId, userId) =>
  (await request(`/control/commands?chat_id=${chatId}&user_id=${userId}`)).commands;
export const getHappened = () => request('/control/happened');
export const getCallback = (id) => request(`/control/callbacks/${encodeURIComponent(id)}`);
export const addUser = (user) => post('/control/users', user);
export const send = (message) => post('/control/send', message);

/** Sends several messages in one go, so that nothing comes between them. */
export async function sendAll(messages) {
  const answers = await post('/control/batch', messages.map((message) => ({ verb: 'send', ...message })));
  const refused = answers.find((answer) => answer.error);
  if (refused) throw new Error(refused.error);
}

export const press = (what) => post('/control/press', what);
export const edit = (what) => post('/control/edit', what);
export const remove = (what) => post('/control/delete', what);
export const askInline = (userId, query) => post('/control/inline', { user_id: userId, query });
export const getInline = (id) => request(`/control/inline/${encodeURIComponent(id)}`);
export const chooseInline = (queryId, resultId) => post('/control/choose', { inline_query_id: queryId, result_id: resultId });
export const setBlocked = (userId, blocked) => post('/control/block', { user_id: userId, blocked });
export const turnSwitch = (name, on) => post('/control/switch', { name, on });
export const advanceClock = (seconds) => post('/control/clock', { advance: seconds });
export const fileAddress = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;

export function upload(file, name = file.name) {
  const form = new FormData();
  form.append('file', file, name);
  return request('/control/upload', { method: 'POST', body: form });
}

const KINDS = ['message', 'edited', 'deleted', 'callback_answered', 'state', 'commands', 'clock'];

/**
 * Follows the stream from `after` on until it breaks; `onEvent` gets each event, `onBreak` is called once.
 * Reconnecting is the caller's: what happened meanwhile has to be read again first.
 */
export function follow(after, onEvent, onBreak) {
  const source = new EventSource(`/control/stream?after=${after}`);
  const take = (raw) => {
    // The server may name its events or not: the kind is in the data either way. A broken connection
    // also arrives as an event, without data.
    if (typeof raw.data !== 'string') return;
    try {
      onEvent(JSON.parse(raw.data));
    } catch (error) {
      console.error('cannot read an event of the stream', error);
    }
  };
  for (const kind of KINDS) source.addEventListener(kind, take);
  source.addEventListener('error', () => {
    source.close();
    onBreak();
  }, { once: true });
  return source;
}
