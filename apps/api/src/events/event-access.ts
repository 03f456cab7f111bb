import type { Principal, Scope } from '@laurel/db';
import type { EventType, LaurelEvent } from '@laurel/events';

const SCOPE_OF: Readonly<Record<EventType, Scope>> = {
  'laurel.campaign.opened.v1': 'campaigns:write',
  'laurel.nomination.submitted.v1': 'events:write',
  'laurel.nomination.completed.v1': 'events:write',
  'laurel.nomination.withdrawn.v1': 'events:write',
  'laurel.nominee.hold-placed.v1': 'holds:write',
  'laurel.nominee.hold-lifted.v1': 'holds:write',
};

const matches = (pattern: string, source: string): boolean =>
  pattern.endsWith('*') ? source.startsWith(pattern.slice(0, -1)) : pattern === source;

/** Why the key may not send this event; null when it may. */
export function refusalOf(event: LaurelEvent, { grants }: Principal): string | null {
  const scope = SCOPE_OF[event.type];
  if (!grants.scopes.includes(scope)) return `Events of type ${event.type} need the scope "${scope}".`;
  if (grants.types && !grants.types.includes(event.type)) return `This key does not send events of type ${event.type}.`;
  if (grants.sources && !grants.sources.some((pattern) => matches(pattern, event.source)))
    return `This key does not speak for the source ${event.source}.`;
  return null;
}
