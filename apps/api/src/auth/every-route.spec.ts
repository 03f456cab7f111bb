import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { fakeParts } from '../api.fixture.ts';
import { createApi } from '../app.ts';
import { ALLOWED } from './allow.ts';

/** Handlers of all controllers, with what says who may call them. */
async function handlers(): Promise<readonly { readonly name: string; readonly allowed: unknown }[]> {
  const app = await createApi(fakeParts());
  const found = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const prototype = (metatype as { readonly prototype: Readonly<Record<string, object>> }).prototype;
      return Object.getOwnPropertyNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        const allowed: unknown = Reflect.getMetadata(ALLOWED, handler) ?? Reflect.getMetadata(ALLOWED, metatype as object);
        return [{ name: `${(metatype as { readonly name: string }).name}.${name}`, allowed }];
      });
    }),
  );
  await app.close();
  return found;
}

describe('every address', () => {
  it('says who may call it', async () => {
    const all = await handlers();
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter(({ allowed }) => allowed === undefined).map(({ name }) => name)).toEqual([]);
  });
});
