/** What is to go out with the next message (pictures, files), and what goes out at once (voice, place, number). */
import * as api from './api.js';
import { button, el, icon, reconcile } from './dom.js';
import { form, sheet } from './overlay.js';
import { ownContact, PLACE, sampleVoice } from './samples.js';
import { t } from './words.js';

export class Attachments {
  #phone;
  #changed;
  /** Chosen and not yet sent: `{file, as: 'photo' | 'video' | 'audio' | 'document'}`. */
  items = [];

  /** `changed` is called when something was chosen or dropped. */
  constructor(phone, changed) {
    this.#phone = phone;
    this.#changed = changed;
    this.photos = this.#picker('file-photo', t`Chọn ảnh hoặc video`, 'image/*,video/*');
    this.documents = this.#picker('file-document', t`Chọn tệp`, undefined);
    this.strip = el('div', { class: 'strip', data: { testid: 'attachments' } });
  }

  refresh() {
    this.strip.hidden = !this.items.length;
    reconcile(this.strip, this.items.map((item) => {
      item.view ??= this.#preview(item);
      return item.view;
    }));
  }

  /** Uploads and sends `items`; several are one album, as Telegram makes of them, its caption on the first. */
  async send(items, caption, more) {
    const album = items.length > 1 ? { media_group_id: String(Date.now()) } : {};
    const uploaded = [];
    for (const { file, as } of items) {
      const { file_id } = await api.upload(file);
      uploaded.push({ [as]: { file_id, ...(as === 'photo' ? await proportions(file) : {}) } });
    }
    await api.sendAll(uploaded.map((payload, index) => {
      const words = index === 0 && caption ? { caption } : {};
      return { ...this.#phone.address(), ...this.#phone.topic(), ...payload, ...album, ...words, ...more };
    }));
  }

  paste(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.#add(files, true);
  }

  /** Asks what to attach. */
  async choose() {
    const choice = await sheet(this.#phone.root, t`Gửi kèm`, [
      { name: 'photo', label: t`Ảnh hoặc video`, sign: 'photo', note: t`Chọn nhiều ảnh để gửi thành một bộ` },
      { name: 'document', label: t`Tệp`, sign: 'file' },
      { name: 'voice', label: t`Tin nhắn thoại mẫu`, sign: 'mic', note: t`Ba giây âm thanh làm sẵn` },
      { name: 'location', label: t`Vị trí`, sign: 'pin' },
      { name: 'contact', label: t`Số điện thoại của tôi`, sign: 'person' },
    ]);
    if (choice === 'photo') this.photos.click();
    if (choice === 'document') this.documents.click();
    if (choice === 'voice') await this.#sendVoice();
    if (choice === 'location') await this.#sendPlace();
    if (choice === 'contact') await this.sendContact();
  }

  sendContact() {
    return this.#phone.sendMessage({ contact: ownContact(this.#phone.store.users.get(this.#phone.userId)) });
  }

  async #sendVoice() {
    const voice = await this.#phone.attempt(() => api.upload(sampleVoice(), 'giong-noi.wav'));
    if (voice) await this.#phone.sendMessage({ voice: { file_id: voice.file_id, duration: 3 } });
  }

  async #sendPlace() {
    const place = await form(this.#phone.root, t`Vị trí`, [
      { name: 'latitude', label: t`Vĩ độ`, type: 'number', value: PLACE.latitude, required: true },
      { name: 'longitude', label: t`Kinh độ`, type: 'number', value: PLACE.longitude, required: true },
    ], t`Gửi`);
    if (!place) return;
    await this.#phone.sendMessage({ location: { latitude: Number(place.latitude), longitude: Number(place.longitude) } });
  }

  #picker(testid, label, accept) {
    const input = el('input', { type: 'file', multiple: true, accept, 'aria-label': label, tabindex: '-1', class: 'unseen', data: { testid } });
    input.addEventListener('change', () => {
      this.#add([...input.files], testid === 'file-photo');
      input.value = '';
    });
    return input;
  }

  #add(files, asMedia) {
    for (const file of files) this.items.push({ file, as: kindOf(file, asMedia) });
    this.#changed();
  }

  #preview(item) {
    const drop = () => {
      this.items = this.items.filter((other) => other !== item);
      this.#changed();
    };
    let view = icon('file');
    if (item.as === 'photo') {
      const address = URL.createObjectURL(item.file);
      view = el('img', { src: address, alt: '', on: { load: () => URL.revokeObjectURL(address) } });
    }
    return el('div', { class: 'preview', title: item.file.name }, view, el('small', { dir: 'auto' }, item.file.name),
      button({ class: 'drop', label: t`Bỏ ${item.file.name}`, on: { click: drop } }, icon('close')));
  }
}

/** Width and height of a picture in pixels; nothing for what the browser cannot read. */
async function proportions(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return {};
  }
}

function kindOf(file, asMedia) {
  const kind = file.type.split('/')[0];
  if (asMedia && kind === 'image') return 'photo';
  if (asMedia && kind === 'video') return 'video';
  return kind === 'audio' ? 'audio' : 'document';
}
