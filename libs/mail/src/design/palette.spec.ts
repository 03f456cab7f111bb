import { describe, expect, test } from '@jest/globals';
import { dark, light, type Scheme } from './palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const pairs: readonly (readonly [keyof Scheme, keyof Scheme])[] = [
  ['ink', 'card'],
  ['soft', 'card'],
  ['link', 'card'],
  ['buttonInk', 'button'],
  ['calmInk', 'calm'],
  ['lateInk', 'late'],
  ['goodInk', 'good'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (_name, scheme) => {
  test.each(pairs)('%s on %s has a contrast of at least 4.5', (ink, ground) => {
    expect(contrast(scheme[ink], scheme[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('edges of controls have a contrast of at least 3', () => {
    for (const ground of [scheme.card, scheme.page]) expect(contrast(scheme.edge, ground)).toBeGreaterThanOrEqual(3);
  });

  test('text and links on the page itself have a contrast of at least 4.5', () => {
    for (const ink of [scheme.ink, scheme.soft, scheme.link]) expect(contrast(ink, scheme.page)).toBeGreaterThanOrEqual(4.5);
  });
});
