import type { Handler } from 'hono';
import type { World } from '../../world/state.ts';

/** Shown as they are; anything else is only to be saved, for it could run as a page of ours. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

/** What messages carry. */
export function fileRoute(world: () => World): Handler {
  return (context) => {
    const file = world().attachments.get(context.req.param('id') ?? '');
    if (file === undefined) return context.text('This file is gone.', 404);
    const isShown = SHOWN.test(file.contentType);
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': isShown ? file.contentType : 'application/octet-stream',
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    });
  };
}
