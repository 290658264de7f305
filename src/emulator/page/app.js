/**
 * The page of `cutri demo`: several people at one table, each with a phone. One phone on a narrow screen,
 * two side by side on a wide one; the address says who holds them (`?user=&chat=`, `user2`, `chat2`).
 * It talks to the emulator only, and keeps nothing but what was read (for this tab).
 */
import { People } from './people.js';
import { Phone } from './phone.js';
import { Store } from './state.js';
import { Happened } from './happened.js';
import { Tools } from './tools.js';
import { LANGUAGE, say } from './words.js';

const WIDE = matchMedia('(min-width: 1100px) and (min-height: 520px)');

document.documentElement.lang = LANGUAGE;
for (const node of document.querySelectorAll('[data-t]')) node.textContent = say(node.textContent);

const store = new Store();
const place = document.getElementById('phones');
const phones = [new Phone(store, 1), new Phone(store, 2)];
const people = new People(store, document.getElementById('people'), choose);
const happened = new Happened(store, document.getElementById('phones'));
const tools = new Tools(store, document.getElementById('tools'), document.getElementById('tools-toggle'), () => active, happened);
const lastChat = new Map(); // user id → chat they were in
let active = phones[0];
let placed = false;
let pending = false;
let restoring = false; // while people are placed from the address, it is not to be written

/** A person was tapped: the phone in use goes to them, unless they hold the other one already. */
function choose(userId) {
  const holder = shownPhones().find((phone) => phone.userId === userId);
  if (holder) {
    activate(holder);
    return;
  }
  active.show(userId, lastChat.get(userId) ?? firstChat(userId));
}

/** The chat to begin with: whoever is in a group is mostly there for the group. */
function firstChat(userId) {
  const chats = store.chatsOf(userId);
  return (chats.find((chat) => chat.type !== 'private') ?? chats[0])?.id ?? null;
}

const shownPhones = () => (WIDE.matches && address().get('phones') !== '1' ? phones : phones.slice(0, 1));
const address = () => new URLSearchParams(location.search);

function activate(phone) {
  active = phone;
  refresh();
}

/** Puts people into phones as the address says, otherwise the two most telling ones. */
function placePeople(first = false) {
  restoring = true;
  const asked = address();
  const everybody = [...store.users.keys()];
  const users = everybody.filter((id) => !store.users.get(id).extra);
  const person = (key) => everybody.find((id) => id === Number(asked.get(key)));
  const hasGroup = (id) => store.chatsOf(id).length > 1;
  const one = person('user') ?? users.find((id) => !hasGroup(id)) ?? users[0];
  const others = users.filter((id) => id !== one);
  const second = person('user2') ?? others.find(hasGroup) ?? others[0] ?? one;
  // A person named without a chat is shown their list; on a wide screen at first the chat that tells most.
  const chat = (user, key, id) => {
    if (asked.has(key)) return Number(asked.get(key));
    return asked.has(user) && !(first && WIDE.matches) ? null : firstChat(id);
  };
  phones[0].show(one, chat('user', 'chat', one));
  phones[1].show(second, chat('user2', 'chat2', second));
  restoring = false;
}

function refresh() {
  tools.refresh();
  if (!store.ready || !store.users.size) return;
  if (!placed) {
    placed = true;
    placePeople(true);
  }
  const shown = shownPhones();
  if (!shown.includes(active)) active = shown[0];
  if (place.children.length !== shown.length || place.firstElementChild !== shown[0].element) {
    place.replaceChildren(...shown.map((phone) => phone.element));
  }
  for (const phone of phones) {
    phone.active = phone === active;
    phone.element.classList.toggle('active', phone.active && shown.length > 1);
  }
  for (const phone of shown) phone.refresh();
  people.refresh(shown.map((phone) => phone.userId), active.userId);
  document.body.classList.toggle('offline', !store.connected);
}

/** Many changes arrive together; one refresh does for all of them. */
function refreshSoon() {
  if (pending) return;
  pending = true;
  setTimeout(() => {
    pending = false;
    refresh();
  }, 0);
}

function moved(phone) {
  if (phone.chat) lastChat.set(phone.userId, phone.chat.id);
  else lastChat.delete(phone.userId);
  if (restoring || !shownPhones().includes(phone)) return;
  const where = address();
  for (const each of shownPhones()) {
    const [user, chat] = each.number === 1 ? ['user', 'chat'] : ['user2', 'chat2'];
    where.set(user, each.userId);
    if (each.chat) where.set(chat, each.chat.id);
    else where.delete(chat);
  }
  // A step of its own, so that "back" of a real phone leads to the list of chats and not away.
  if (`?${where}` !== location.search) history.pushState(null, '', `?${where}`);
  people.refresh(shownPhones().map((each) => each.userId), active.userId);
  people.reveal(active.userId);
}

for (const phone of phones) {
  phone.addEventListener('moved', () => moved(phone));
  phone.addEventListener('claimed', () => activate(phone));
}
for (const type of ['people', 'chat', 'clock', 'connection', 'commands']) store.addEventListener(type, refreshSoon);
WIDE.addEventListener('change', refresh);
addEventListener('popstate', () => {
  placePeople();
  refresh();
});
document.addEventListener('visibilitychange', refreshSoon);
store.start();
