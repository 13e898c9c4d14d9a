/** Shown as they are; anything else is only to be saved, for it could run as a page of ours. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

/** Makes a file that a person or the bot sent harmless: only pictures, sound and film are shown, all else is saved. */
export function disarm(headers: Headers): void {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (SHOWN.test(type)) return;
  headers.set('content-type', 'application/octet-stream');
  const disposition = headers.get('content-disposition') ?? 'attachment';
  headers.set('content-disposition', disposition.replace(/^inline/, 'attachment'));
}
