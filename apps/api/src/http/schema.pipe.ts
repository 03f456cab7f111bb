import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { cleanJson } from '@laurel/events';
import { z } from 'zod';
import { invalidRequest, named, readRequest } from './read-request.ts';

/** Refuses what the database would: NUL and halves of pairs, wherever a schema is named and in every part of an address. */
function insistOnText(value: unknown, { schema, type, data }: ArgumentMetadata): void {
  if ((!schema && type !== 'param') || value instanceof Uint8Array) return;
  const cleaned = cleanJson(value, data === undefined ? [] : [data]);
  if ('error' in cleaned) throw invalidRequest([named(cleaned.error)]);
}

/** Checks every parameter that names a schema; a part of the address is told by its name, as fields of queries and bodies are. */
class SchemaPipe extends StandardSchemaValidationPipe {
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    insistOnText(value, metadata);
    const { schema, data } = metadata;
    if (!schema || !this.toValidate(metadata)) return Promise.resolve(value);
    if (!(schema instanceof z.ZodType)) throw new TypeError('Schemas of requests are written with zod');
    this.stripProtoKeys(value);
    return Promise.resolve(readRequest(schema, value, data === undefined ? [] : [data]) as T);
  }
}

export function schemaPipe(): StandardSchemaValidationPipe {
  return new SchemaPipe();
}
