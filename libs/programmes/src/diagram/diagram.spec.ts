import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rulesOn } from '@laurel/domain';
import { allKinds } from '../all-kinds.fixture.ts';
import { tellingOf } from '../explain/explanation.ts';
import { SHIPPED } from '../programme-folder.fixture.ts';
import { shipped } from '../words/shipped.fixture.ts';
import { diagramOf } from './index.ts';
import { layOut } from './layout.ts';
import type { Box } from './picture.ts';
import { wrapped } from './wrap.ts';

const { rules, people } = await shipped();
const rehearsal = await shipped('dien-tap');
const everything = await allKinds();
const longest = everything.rules.routes.slice(1).map((route) => rulesOn(everything.rules, route))[0] ?? rules;

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the picture of a route', () => {
  it('is the one in docs/pictures', async () => {
    const kept = await readFile(join(SHIPPED, '..', 'docs', 'pictures', 'nam-tu-liem-ntvt.svg'), 'utf8');
    expect(diagramOf(rules, people, 'vi')).toBe(kept);
  });

  it('is told in words to who cannot see it', () => {
    const svg = diagramOf(rules, people, 'en');
    expect(svg).toContain('role="img" aria-labelledby="title desc" xml:lang="en"');
    expect(svg).toContain('<title id="title">Good People, Good Deeds of Nam Từ Liêm district (nam-tu-liem-ntvt, version 2022.1)</title>');
    expect(svg).toContain('<desc id="desc">5 stages through the levels from low to high: Grassroots, District, City.');
  });

  it('says beneath the route who hears complaints, in both instances, and nothing where none is heard', () => {
    const instance = (handler: string, days: number) => ({
      fileWithin: { mode: 'calendar-days', days, countStartDay: false } as const,
      handler,
      wait: { clock: { mode: 'working-days', days: 30, countStartDay: false }, remindAt: [], escalateAfter: null, closesAfter: 5 } as const,
    });
    const complaint = { grounds: [], ...instance('district/chairman', 90), second: instance('city/chairman', 30) };
    const legend = layOut(tellingOf({ ...rules, complaint }, people), 'vi').legend.join(' ');
    expect(legend).toMatch(
      /Khiếu nại kết quả: Chủ tịch .+ giải quyết trong 30 ngày làm việc, nếu nộp trong 90 ngày .+; lần hai: .+, nếu nộp trong 30 ngày \(kể cả ngày nghỉ\)$/,
    );
    expect(layOut(tellingOf(rehearsal.rules, rehearsal.people), 'vi').legend.join(' ')).not.toContain('Khiếu nại');
  });

  it('has a box for each stage and a way out for each outcome', () => {
    const { rows } = layOut(tellingOf(rehearsal.rules, rehearsal.people), 'en');
    expect(rows.map(({ exits }) => exits.map(({ leads }) => leads).join(' '))).toEqual([
      'end back',
      'end back again',
      'end back end',
      'award end back end',
      'award end back again',
      '',
    ]);
    expect(rows.map(({ down }) => down.length)).toEqual([1, 1, 1, 2, 0, 0]);
  });

  it.each([
    ['vi', rules, people],
    ['en', rules, people],
    ['vi', rehearsal.rules, rehearsal.people],
    ['vi', longest, everything.people],
    ['en', longest, everything.people],
  ] as const)('lays no box over another (%s)', (language, of, who) => {
    const { rows, start, height } = layOut(tellingOf(of, who), language);
    const boxes: readonly Box[] = [start, ...rows.flatMap(({ stage, exits }) => [stage, ...exits])];
    expect(boxes.filter((box, i) => boxes.some((next, j) => j > i && overlap(box, next)))).toEqual([]);
    expect(Math.max(...boxes.map(({ y, height: tall }) => y + tall))).toBeLessThan(height);
  });

  it('writes ink on grounds with a contrast of at least 7 to 1', () => {
    const svg = diagramOf(rules, people, 'vi');
    const grounds = [...svg.matchAll(/<rect [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, colour = '']) => colour);
    const ink = brightness(/<svg [^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '#ffffff');
    expect(Math.min(...grounds.map((ground) => (brightness(ground) + 0.05) / (ink + 0.05)))).toBeGreaterThan(7);
  });

  it('escapes what XML would read as markup, and cuts no word', () => {
    const svg = diagramOf({ ...rules, name: { vi: 'A & <B>', en: 'A' } }, people, 'vi');
    expect(svg).toContain('<title id="title">A &amp; &lt;B&gt; (');
    expect(wrapped('một hai ba bốn năm', 80)).toEqual(['một hai ba', 'bốn năm']);
  });

  it('folds a long route into two columns, and joins both to the publication', () => {
    const { rows, width, height, lanes } = layOut(tellingOf(longest, everything.people), 'vi');
    expect([rows.map(({ column }) => column).join(''), width]).toEqual(['000011111', 2000]);
    expect(height).toBeLessThan(1500);
    expect(lanes.map(({ x, shade }) => [x, shade])).toEqual([
      [12, 0],
      [12, 1],
      [12, 0],
      [1012, 0],
    ]);
    const svg = diagramOf(longest, everything.people, 'vi', 'standard');
    const publication = rows.at(-1)?.stage ?? { x: 0, y: 0, width: 0, height: 0 };
    const end = String(publication.y + publication.height / 2);
    expect(svg.split('\n').filter((line) => line.includes(`V${end}"`))).toHaveLength(2);
  });

  it('draws several routes below one another, or the one that is named', () => {
    const all = diagramOf(everything.rules, everything.people, 'en');
    expect([...all.matchAll(/y="56" font-weight="bold">([^<]*)</g)].map(([, note]) => note)).toEqual([
      'Simplified: Commendation; ad-hoc achievements',
      'Standard: every other nomination',
    ]);
    expect([...all.matchAll(/id="(\w+)"/g)].map(([, id]) => id)).toEqual(['title', 'desc', 'tip']);
    const one = diagramOf(everything.rules, everything.people, 'en', 'simplified');
    expect([one.includes('Simplified'), one.includes('Standard: every')]).toEqual([true, false]);
  });

  it('says in a box what a council needs and how long a notice lasts', () => {
    const svg = diagramOf(longest, everything.people, 'en');
    expect(svg).toContain('Quorum: 10 of 15; passes with 14 yes votes');
    expect(svg).toContain('Lasts: 10 working days');
  });
});
