/** A JSON Schema as the OpenAPI document writes it; what is not named here is not used there. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T03:00:00.000Z',
  email: 'thu-quyen@example.vn',
  uri: 'https://example.vn/',
  uuid: '00000000-0000-4000-8000-000000000000',
};

/** A body that has the shape which the description asks for, a text where it is a file; null where the operation takes none. */
export function sampleBody(description: ApiDescription, route: string): object | string | null {
  const [method = '', path = ''] = route.split(' ');
  const content = description.paths[path]?.[method.toLowerCase()]?.requestBody?.content;
  const schema = content && (content['application/json'] ?? Object.values(content)[0])?.schema;
  return schema ? (sampleOf(schema, description) as object | string) : null;
}

function sampleOf(schema: Schema, description: ApiDescription): unknown {
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (schema.$ref !== undefined) return sampleOf(named(schema.$ref, description), description);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  return first ? sampleOf(first, description) : byType(schema, description);
}

function byType(schema: Schema, description: ApiDescription): unknown {
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, description);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, description));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return FORMATS[schema.format ?? ''] ?? 'thu-quyen'.padEnd(schema.minLength ?? 0, '-');
  }
}

/** What must be there, and nothing else: what may be left out is for the specs of its own address. */
function objectOf({ properties = {}, required = [] }: Schema, description: ApiDescription): object {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, description)]));
}

function named(reference: string, { components }: ApiDescription): Schema {
  const schema = components?.schemas?.[reference.replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`The description has no ${reference}`);
  return schema;
}
