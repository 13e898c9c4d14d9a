/** What a browser only ever shows or plays. Not SVG: that is a document, with scripts if somebody put them there. */
const SHOWN = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/mp4',
  'audio/webm',
  'video/mp4',
  'video/webm',
  'video/ogg',
]);

/** Makes a file that a person or the bot sent harmless: only pictures, sound and film are shown, all else is saved. */
export function disarm(headers: Headers): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (SHOWN.has(type)) {
    headers.set('content-type', type);
    return;
  }
  headers.set('content-type', 'application/octet-stream');
  const disposition = headers.get('content-disposition') ?? '';
  headers.set('content-disposition', `attachment${disposition.replace(/^[^;]*/, '')}`);
}
