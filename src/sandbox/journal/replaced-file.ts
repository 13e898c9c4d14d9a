import { closeSync, fstatSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** So many characters are written in one go. */
const CHUNK = 1024 * 1024;

/**
 * Puts a file in the place of another, whole: whoever looks, also after a kill or a power cut, finds the old one or the
 * new one. Returns its size in bytes.
 */
export function replaceFile(file: string, lines: Iterable<string>): number {
  const fresh = `${file}.new`;
  // What people write in a world is nobody else's to read.
  const descriptor = openSync(fresh, 'w', 0o600);
  let size: number;
  try {
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length < CHUNK) continue;
      writeFileSync(descriptor, chunk);
      chunk = '';
    }
    writeFileSync(descriptor, chunk);
    fsyncSync(descriptor);
    size = fstatSync(descriptor).size;
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
  return size;
}
