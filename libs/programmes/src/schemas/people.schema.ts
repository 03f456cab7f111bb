import { ROLES } from '@laurel/domain';
import { z } from 'zod';
import type { PeopleFile } from '../people-file.ts';
import { isoDate, key, postKey, text } from './common.schema.ts';

const unit = z.strictObject({
  key,
  name: text,
  parent: key.nullable().default(null),
  validFrom: isoDate,
  validTo: isoDate.nullable().default(null),
  successor: key.nullable().default(null),
});

const person = z.strictObject({
  id: key,
  fullName: z.string().min(1),
  email: z.email(),
  language: z.enum(['vi', 'en']),
});

const holder = z.strictObject({ person: key, from: isoDate, to: isoDate.nullable().default(null) });

const post = z.strictObject({
  key: postKey,
  unit: key,
  title: text,
  superior: postKey.nullable().default(null),
  holders: z.array(holder),
});

const substitution = z.strictObject({
  post: postKey,
  person: key,
  from: isoDate,
  to: isoDate,
  reason: z.string().min(1),
});

const role = z.strictObject({
  person: key,
  role: z.enum(ROLES),
  unit: key.nullable().default(null),
  from: isoDate,
});

/** `<programme>/people.yaml` */
export const peopleFile = z.strictObject({
  units: z.array(unit).min(1),
  people: z.array(person).min(1),
  posts: z.array(post).min(1),
  substitutions: z.array(substitution).default([]),
  roles: z.array(role).default([]),
}) satisfies z.ZodType<PeopleFile>;
