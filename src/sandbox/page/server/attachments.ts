import type { Handler } from 'hono';
import type { World } from '../../world/state.ts';

/** What messages carry. The guard takes the harm out of what could run. */
export function attachmentRoute(world: () => World): Handler {
  return (context) => {
    const file = world().attachments.get(context.req.param('id') ?? '');
    if (file === undefined) return context.text('This file is gone.', 404);
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.contentType,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    });
  };
}
