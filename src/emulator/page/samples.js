/** Things a phone has and a browser lacks: one's number, one's place, a recorded voice. All made up. */

/** Near the centre of the ward of the sample council. */
export const PLACE = { latitude: 20.64, longitude: 105.93 };

/** The contact card of a person; the number is derived from the id, so it stays the same. */
export function ownContact(user) {
  const digits = String(Math.abs(user.id) % 10_000_000).padStart(7, '0');
  return { phone_number: `+8490${digits}`, first_name: user.first_name, last_name: user.last_name, user_id: user.id };
}

/** Three seconds of a soft tone as WAV, in place of a recording. */
export function sampleVoice() {
  const rate = 8000;
  const samples = rate * 3;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const word = (at, text) => [...text].forEach((char, index) => view.setUint8(at + index, char.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) {
    const swell = Math.sin((Math.PI * index) / samples);
    view.setUint8(44 + index, 128 + Math.round(40 * swell * Math.sin((2 * Math.PI * 220 * index) / rate)));
  }
  return new Blob([view.buffer], { type: 'audio/wav' });
}
