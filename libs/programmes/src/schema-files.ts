import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { calendarFile } from './schemas/calendar.schema.ts';
import { peopleFile } from './schemas/people.schema.ts';
import { programmeFile } from './schemas/programme.schema.ts';

/** A JSON Schema (draft 2020-12) as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

function jsonSchemaOf(title: string, schema: z.ZodType): JsonSchema {
  return { title, ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }) };
}

/** The JSON Schema of `programme.yaml`, for editors. */
export function programmeJsonSchema(): JsonSchema {
  return jsonSchemaOf('Laurel programme', programmeFile);
}

/** File name -> text of every schema, as it is committed under `programmes/`. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const text = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
  return new Map([
    ['programme.schema.json', text(programmeJsonSchema())],
    ['people.schema.json', text(jsonSchemaOf('Laurel people', peopleFile))],
    ['calendar.schema.json', text(jsonSchemaOf('Laurel calendar', calendarFile))],
  ]);
}

/** Writes the schemas into the `programmes/` folder; safe to repeat. */
export async function writeSchemas(programmesDir: string): Promise<string[]> {
  await mkdir(programmesDir, { recursive: true });
  for (const [name, text] of schemaFiles()) await writeFile(join(programmesDir, name), text);
  return [...schemaFiles().keys()];
}
