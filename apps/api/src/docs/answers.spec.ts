import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Answers } from './answers.ts';

const schema = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  lines: z.array(z.object({ at: z.string().nullable(), source: z.string().optional() })),
});

interface Line {
  readonly at: string | null;
  readonly source?: string;
}

interface Answer {
  readonly id: string;
  readonly state: 'open' | 'closed';
  readonly lines: readonly Line[];
}

const never = (): never => {
  throw new Error('Nobody asks.');
};

/** Each expected error is one that the build would tell: without it, the build fails here. */
class Addresses {
  @Answers(schema)
  fits(): Promise<Answer> {
    return never();
  }

  @Answers(schema, 201)
  fitsAtOnce(): z.output<typeof schema> {
    return never();
  }

  @Answers(schema, 202)
  fitsBesideAPage(): Promise<Answer | string> {
    return never();
  }

  // @ts-expect-error a field that is not described
  @Answers(schema)
  oneMore(): Promise<Answer & { readonly name: string }> {
    return never();
  }

  // @ts-expect-error a field that is not described, and may be left out
  @Answers(schema)
  perhapsOneMore(): Promise<Answer & { readonly name?: string }> {
    return never();
  }

  // @ts-expect-error a described field is missing
  @Answers(schema)
  oneLess(): Promise<Omit<Answer, 'id'>> {
    return never();
  }

  // @ts-expect-error a described field that may be left out is missing, in a list
  @Answers(schema)
  oneLessWithin(): Promise<Omit<Answer, 'lines'> & { readonly lines: readonly Omit<Line, 'source'>[] }> {
    return never();
  }

  // @ts-expect-error always there where the description lets it be left out
  @Answers(schema)
  alwaysThere(): Promise<Omit<Answer, 'lines'> & { readonly lines: readonly Required<Line>[] }> {
    return never();
  }

  // @ts-expect-error any text where the description names two
  @Answers(schema)
  wider(): Promise<Omit<Answer, 'state'> & { readonly state: string }> {
    return never();
  }

  // @ts-expect-error one of two that are described
  @Answers(schema)
  narrower(): Promise<Omit<Answer, 'state'> & { readonly state: 'open' }> {
    return never();
  }
}

describe('a described answer', () => {
  it('stands at its method with its status', () => {
    const told = (method: keyof Addresses): unknown => Reflect.getMetadata('swagger/apiResponse', Addresses.prototype[method]);
    expect([told('fits'), told('fitsAtOnce')]).toEqual([
      { 200: expect.objectContaining({ standardSchema: schema }) as unknown },
      { 201: expect.objectContaining({ standardSchema: schema }) as unknown },
    ]);
  });
});
