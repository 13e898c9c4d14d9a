import type { Context } from 'hono';
import { invalidJson, tooLarge } from '../errors.ts';
import { hasTooLargeFile } from '../rules/message.ts';
import type { Upload } from '../world/messages.ts';

/** The body of a request: JSON, or multipart with `payload_json` and `files[n]` (docs: Uploading Files). */
export async function readBody(context: Context): Promise<{ body: unknown; files: Upload[] }> {
  const type = context.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(await context.req.formData());
  const text = await context.req.text();
  return { body: text === '' ? undefined : parse(text), files: [] };
}

async function readForm(form: FormData): Promise<{ body: unknown; files: Upload[] }> {
  const files: Upload[] = [];
  let body: unknown = {};
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (name === 'payload_json') body = parse(typeof value === 'string' ? value : await value.text());
    else if (index !== undefined && typeof value !== 'string') {
      files.push({
        index: Number(index),
        filename: value.name,
        contentType: value.type || 'application/octet-stream',
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    }
  }
  if (hasTooLargeFile(files.map((file) => ({ name: file.filename, size: file.bytes.length })))) throw tooLarge();
  return { body, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}
