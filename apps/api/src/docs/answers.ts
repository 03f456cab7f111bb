import type { StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** A type by its fields alone: nothing is changed through an answer, and what may be left out is left out, never undefined. */
type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: object extends Pick<T, Key> ? { readonly mayBeLeftOut: Plain<Exclude<T[Key], undefined>> } : Plain<T[Key]> }
    : T;

type Same<One, Other> = [Plain<One>] extends [Plain<Other>] ? ([Plain<Other>] extends [Plain<One>] ? true : false) : false;

type Handler = (...given: never[]) => unknown;

/** What people get instead where they ask with a browser: a page or a file. */
export type Page = string | StreamableFile;

/** What a method must be beyond itself: nothing, where it answers what the schema describes, field by field; else a name for the error. */
type Described<Schema extends z.ZodType, Method extends Handler> =
  Same<z.output<Schema>, Exclude<Awaited<ReturnType<Method>>, Page>> extends true ? unknown : { readonly 'the schema and the answer differ': never };

type AnswerDecorator<Schema extends z.ZodType> = <Method extends Handler>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<Method> & Described<Schema, Method>,
) => void;

/**
 * Describes the answer of an address in `/openapi.json`. The compiler holds the two together: a field that only the schema
 * or only the method's return type has fails the build. Pages are left out: they are described by their media type.
 */
export function Answers<Schema extends z.ZodType>(standardSchema: Schema, status = 200): AnswerDecorator<Schema> {
  return (target, name, method) => {
    ApiResponse({ status, standardSchema })(target, name, method);
  };
}
