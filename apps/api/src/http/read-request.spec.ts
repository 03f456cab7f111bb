import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import { OWN_WORDS } from './own-words.ts';
import type { Problem } from './problem.ts';
import { readRequest } from './read-request.ts';

const SOURCES = join(import.meta.dirname, '..');

const schema = z.object({
  reason: z.string('Say why.').trim().min(1, 'Say why.').max(4_000),
  decisions: z.array(z.string().min(1)).optional(),
  oddity: z.int().optional(),
});

function problemOf(value: unknown, root?: readonly string[]): Problem['details'] {
  try {
    readRequest(schema, value, root);
  } catch (error) {
    return (error as Problem).details;
  }
  throw new Error('read');
}

interface Part {
  readonly _zod: { readonly def: Record<string, unknown> };
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && '_zod' in value;

/** Whose sentence has nothing to fall back on: a rule or a pattern of its own, and a choice between shapes. */
const isOwnRule = ({ type, check, format, discriminator }: Record<string, unknown>): boolean =>
  check === 'custom' || (check === 'string_format' && format === 'regex') || (type === 'union' && discriminator === undefined);

/** The sentences of rules of its own within a schema. */
function ownSentences(value: unknown, seen = new Set<unknown>()): readonly unknown[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (!isPart(value)) return Object.values(value).flatMap((part) => ownSentences(part, seen));
  const { def } = value._zod;
  const said = typeof def['error'] === 'function' && isOwnRule(def) ? [(def['error'] as (issue: object) => unknown)({})] : [];
  return [...said, ...Object.values(def).flatMap((part) => ownSentences(part, seen))];
}

type Exported = Readonly<Record<string, unknown>>;

/** What the controllers of a module read, with the schemas that they name. */
function parametersOf(module: Exported): readonly unknown[] {
  const classes = Object.values(module).filter((value) => typeof value === 'function');
  return classes.flatMap((known) =>
    Object.getOwnPropertyNames(known.prototype).map((method): unknown => Reflect.getMetadata(ROUTE_ARGS_METADATA, known, method)),
  );
}

describe('a request that cannot be used', () => {
  it('names each field and its cure in both languages', () => {
    expect(problemOf({ reason: ' ', decisions: ['a', ''], oddity: 'x' })).toEqual({
      detail: 'Mend what is named here and send again.',
      detailVi: 'Xin sửa các mục nêu dưới đây rồi gửi lại.',
      errors: [
        { pointer: '/reason', detail: 'Reason – say why.', detailVi: 'Lý do – xin nêu lý do.' },
        {
          pointer: '/decisions/1',
          detail: 'Decisions 2 – empty: write something here.',
          detailVi: 'Quyết định 2 – còn để trống: xin ghi nội dung.',
        },
        { pointer: '/oddity', detail: '“oddity” – give a number.', detailVi: '“oddity” – xin ghi một số.' },
      ],
    });
  });

  it('names what a part of the address is called, and nothing where all of it is wrong', () => {
    expect(problemOf({}, ['sha256']).errors).toMatchObject([{ pointer: '/sha256/reason' }]);
    expect(problemOf(undefined, ['sha256']).errors).toMatchObject([{ pointer: '/sha256', detail: expect.stringContaining('SHA-256 – ') }]);
    expect(problemOf(null).errors).toEqual([{ pointer: '', detail: 'Give a group of fields.', detailVi: 'Xin ghi một nhóm trường.' }]);
  });

  it('has the Vietnamese of whatever a schema of this API says in its own words', async () => {
    const files = globSync('**/*.{schemas,controller}.js', { cwd: SOURCES });
    const modules = await Promise.all(files.map((file) => import(join(SOURCES, file)) as Promise<Exported>));
    const sentences = new Set(modules.flatMap((module) => ownSentences([Object.values(module), parametersOf(module)])));
    expect(sentences.size).toBeGreaterThan(10);
    expect([...sentences].filter((sentence) => !Object.hasOwn(OWN_WORDS, String(sentence)))).toEqual([]);
  });
});
