import { z } from 'zod';
import { EVENT_SCHEMAS, isEventType, type EventType } from './schemas.ts';

const SUMMARIES: Readonly<Record<EventType, string>> = {
  'laurel.campaign.opened.v1': 'A season opens, or its dates change; running waits follow.',
  'laurel.nomination.submitted.v1': 'A unit nominates somebody for an award.',
  'laurel.nomination.completed.v1': 'Missing parts of a returned dossier; what is given replaces.',
  'laurel.nomination.withdrawn.v1': 'The nominator takes the nomination back.',
  'laurel.nominee.hold-placed.v1': 'An investigation or discipline of the nominee begins; every open nomination is held.',
  'laurel.nominee.hold-lifted.v1': 'The investigation or discipline ends.',
};

const OUTGOING = [
  ...['received', 'returned', 'appraised', 'level-decided', 'decided', 'conferred', 'lapsed', 'withdrawn', 'revoked'].map(
    (what) => `laurel.nomination.${what}.v1`,
  ),
  ...['assigned', 'reminded', 'escalated', 'completed', 'lapsed'].map((what) => `laurel.task.${what}.v1`),
];

const messageName = (type: string): string => type.replaceAll('.', '-');

function envelope(type: string, data: object, subject: string | null): object {
  return {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'data', ...(subject === null ? [] : ['subject'])],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', maxLength: 512 },
      source: { type: 'string', maxLength: 512 },
      type: { const: type },
      time: { type: 'string', format: 'date-time' },
      ...(subject === null ? {} : { subject: { type: 'string', description: subject } }),
      data,
    },
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The schema of a type's data, and the parts it refers to, which AsyncAPI keeps among its components. */
function dataSchema(type: EventType): { readonly schema: JsonObject; readonly parts: JsonObject } {
  const text = JSON.stringify(z.toJSONSchema(EVENT_SCHEMAS[type].data, { io: 'input' })).replaceAll('#/$defs/', '#/components/schemas/');
  const { $schema: _dialect, $defs, ...schema } = JSON.parse(text) as { $schema?: string; $defs?: JsonObject } & JsonObject;
  return { schema, parts: $defs ?? {} };
}

function incoming(type: EventType): object {
  const { subject } = EVENT_SCHEMAS[type];
  return {
    name: type,
    summary: SUMMARIES[type],
    contentType: 'application/cloudevents+json',
    payload: envelope(type, dataSchema(type).schema, subject),
  };
}

function outgoing(type: string): object {
  const data = {
    type: 'object',
    required: ['sequence'],
    properties: { sequence: { type: 'integer', description: 'Counts the events of one nomination.' } },
  };
  return { name: type, contentType: 'application/cloudevents+json', payload: envelope(type, data, 'the nomination id') };
}

const references = (prefix: string, types: readonly string[]): object[] =>
  types.map((type) => ({ $ref: `${prefix}/${messageName(type)}` }));

function operation(action: 'receive' | 'send', channel: string, types: readonly string[]): object {
  const address = `#/channels/${channel}`;
  return { action, channel: { $ref: address }, messages: references(`${address}/messages`, types) };
}

/** The catalogue of events in and out, AsyncAPI 3.1. */
export function asyncApiDocument(publicUrl: string): object {
  const types = Object.keys(EVENT_SCHEMAS).filter(isEventType);
  const messagesOf = (list: readonly string[]): object =>
    Object.fromEntries(list.map((type) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]));
  const url = new URL(publicUrl);
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Laurel',
      version: '1.0.0',
      description: 'Sự kiện vào và ra của Laurel. Events in and out of Laurel, as CloudEvents 1.0.2.',
    },
    defaultContentType: 'application/cloudevents+json',
    servers: { api: { host: url.host, protocol: url.protocol.replace(':', '') } },
    channels: {
      eventsIn: { address: '/v1/events', messages: messagesOf(types) },
      eventsOut: { address: null, description: 'Standard Webhooks 1.0.0; delivery comes with later work.', messages: messagesOf(OUTGOING) },
    },
    operations: {
      receiveEvent: operation('receive', 'eventsIn', types),
      publishEvent: operation('send', 'eventsOut', OUTGOING),
    },
    components: componentsOf(types),
  };
}

function componentsOf(types: readonly EventType[]): object {
  const messages = [
    ...types.map((type): [string, object] => [messageName(type), incoming(type)]),
    ...OUTGOING.map((type): [string, object] => [messageName(type), outgoing(type)]),
  ];
  return {
    schemas: Object.assign({}, ...types.map((type) => dataSchema(type).parts)) as JsonObject,
    messages: Object.fromEntries(messages),
  };
}
