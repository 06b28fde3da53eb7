import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** An answer that is too long to be held: one JSON value a line, made while it is sent. */
export class Lines extends StreamableFile {
  constructor(values: AsyncIterable<unknown>) {
    super(Readable.from(asText(values)));
  }
}

async function* asText(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
