import type { Language, Text } from '@laurel/domain';

/** A text from its two halves. */
export const text = (vi: string, en: string): Text => ({ vi, en });

/** The same in both languages: names, numbers, keys. */
export const plain = (value: string | number): Text => ({ vi: String(value), en: String(value) });

/** Builds a text out of others, once in each language. */
export function both(build: (language: Language) => string): Text {
  return { vi: build('vi'), en: build('en') };
}

/** `a`, `a và b`, `a, b và c`; `last` is the word before the last one, "và" / "and" when left out. */
export function listed(texts: readonly Text[], last: Text = text('và', 'and')): Text {
  return both((language) => {
    const parts = texts.map((part) => part[language]);
    const tail = parts.at(-1) ?? '';
    return parts.length < 2 ? tail : `${parts.slice(0, -1).join(', ')} ${last[language]} ${tail}`;
  });
}

/** `a; b; c` */
export function joined(texts: readonly Text[], between = '; '): Text {
  return both((language) => texts.map((part) => part[language]).join(between));
}

/** "cấp quận" inside a sentence where the file writes "Cấp quận"; other names stay as they are. */
export function inSentence(name: Text): Text {
  return { vi: name.vi.replace(/^Cấp /, 'cấp '), en: name.en };
}

/** "1 working day", "5 working days": Vietnamese has no plural. */
export function counted(count: number, vi: string, one: string, many = `${one}s`): Text {
  return { vi: `${count} ${vi}`, en: `${count} ${count === 1 ? one : many}` };
}

/** `5 ngày làm việc` */
export const workingDays = (count: number): Text => counted(count, 'ngày làm việc', 'working day');

/** With a capital first letter, as a heading has it. */
export function capital(said: Text): Text {
  return both((language) => said[language].charAt(0).toUpperCase() + said[language].slice(1));
}
