import { ApiResponse, getSchemaPath, type ApiResponseOptions } from '@nestjs/swagger';

/** Refusals of every address are one shape, `problemSchema`, under a media type of their own (RFC 9457). */
const content = { 'application/problem+json': { schema: { $ref: getSchemaPath('Problem') } } };

/** What any address may say instead of an answer. */
export const REFUSAL: ApiResponseOptions = { status: 'default', description: 'Refused.', content };

/** Says of an address what one of its refusals means. */
export function Refuses(status: number, description: string): MethodDecorator {
  return ApiResponse({ status, description, content });
}
