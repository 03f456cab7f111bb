import type { FieldError } from './field-error.ts';

/** The request is not a CloudEvent of any mode (400). */
export class NotACloudEvent extends Error {
  override readonly name = 'NotACloudEvent';
  readonly errors: readonly FieldError[];

  constructor(pointer: string, detail: string) {
    super(detail);
    this.errors = [{ pointer, detail }];
  }
}

/** The content type is none that carries a CloudEvent here (415). */
export class UnsupportedContentType extends Error {
  override readonly name = 'UnsupportedContentType';
}
