import { defaultPayloadConverter, type DataConverter, type Payload } from '@temporalio/common';

/** The first of the values that a history holds, decrypted. Throws when there is none. */
export async function decoded<Value>(converter: DataConverter, payloads: readonly Payload[] | null | undefined): Promise<Value> {
  let plain = [...(payloads ?? [])];
  for (const codec of converter.payloadCodecs?.toReversed() ?? []) plain = await codec.decode(plain);
  const [payload] = plain;
  if (!payload) throw new Error('A history holds an empty message');
  return defaultPayloadConverter.fromPayload<Value>(payload);
}
