import { REST } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/discord/define-command.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { registryOf } from '../../src/discord/registry.ts';
import { en } from '../../src/messages/en.ts';
import { button, card, fileShown, type MessageBody, row, words } from '../../src/messages/parts.ts';
import { namingOnly } from '../../src/messages/render/mydata.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import { messageOf, openScene, postsIn } from '../support/scene.ts';

async function outboxInAScene() {
  const scene = await openScene({ setUp: false });
  const { apiUrl, token, bot } = scene.sandbox;
  const outbox = createOutbox(new REST({ api: apiUrl }).setToken(token), () => bot);
  const post = async (body: MessageBody, nonce = 'nonce') => {
    const posted = await outbox.post(scene.training.id, body, nonce);
    if (posted.act !== 'posted') throw new Error(`not posted: ${posted.act}`);
    return posted.messageId;
  };
  return { scene, outbox, post, place: scene.training.id };
}

describe('a message of ours', () => {
  it('is taken away, once or twice, and so is one whose channel is gone', async () => {
    const { scene, outbox, post, place } = await outboxInAScene();
    const id = await post(card('plain', words('Row')));
    expect(await outbox.removePost(place, id)).toEqual({ act: 'cleared' });
    expect(postsIn(scene)).toEqual([]);
    expect(await outbox.removePost(place, id)).toEqual({ act: 'cleared' });
    expect(await outbox.editPost(place, id, () => [])).toEqual({ act: 'cleared' });
    scene.training.delete();
    expect(await outbox.removePost(place, id)).toEqual({ act: 'cleared' });
  });

  it('stays when Discord does not let us, and says why', async () => {
    const { scene, outbox, post, place } = await outboxInAScene();
    const id = await post(card('plain', words('Row')));
    scene.training.permit({ deny: [['bot', 'ViewChannel']] });
    expect(await outbox.removePost(place, id)).toEqual({ act: 'park', code: 50001 });
    expect(postsIn(scene)).toHaveLength(1);
  });

  it('names only those whom it still may, with all else as it was and nobody pinged', async () => {
    const { scene, outbox, post, place } = await outboxInAScene();
    const [ana, ben] = [scene.server.member('Ana'), scene.server.member('Ben')];
    const call = `<@${ana.id}> <@${ben.id}>`;
    const press = row(button('workout', 'daily.2026-01-05', 'My workout', 'main'));
    const id = await post({
      ...card('train', words('Row, squat.'), words(`Press.\n${call}`), press),
      mentions: [ana.id, ben.id],
    });
    const only = (...ids: string[]) => outbox.editPost(place, id, (shown) => namingOnly(en, shown, new Set(ids)));
    const shown = () => textOf(postsIn(scene)[0] as APIMessage);
    const pings = () => scene.sandbox.transcript.text('ping');
    const before = pings();

    expect(await only(ana.id, ben.id)).toEqual({ act: 'cleared' });
    expect(postsIn(scene)[0]?.edited_timestamp).toBeNull();
    expect(await only(ben.id)).toEqual({ act: 'cleared' });
    expect(shown()).toContain(`Press.\n<@${ben.id}>`);
    expect(shown()).not.toContain(ana.id);
    expect(await only()).toEqual({ act: 'cleared' });
    expect(shown()).not.toContain('<@');
    expect(shown()).toContain('Press.');
    expect(JSON.stringify(postsIn(scene)[0]?.components)).toContain('workout~daily.2026-01-05');
    expect(pings()).toBe(before);
  });
});

describe('whether somebody is in a server', () => {
  it('is asked for one by one', async () => {
    const { scene, outbox } = await outboxInAScene();
    const ana = scene.server.member('Ana');
    expect(await outbox.seek(scene.server.id, ana.id)).toEqual({ act: 'there' });
    scene.server.remove(ana);
    expect(await outbox.seek(scene.server.id, ana.id)).toEqual({ act: 'left' });
    scene.server.leave();
    expect(await outbox.seek(scene.server.id, ana.id)).toEqual({ act: 'park', code: 50001 });
  });
});

describe('a file', () => {
  it.each([false, true])('comes with the answer, also when that is late (%s)', async (slow) => {
    const files = [{ name: 'my-sets.csv', type: 'text/csv', content: 'move,reps\r\nLançamento,12\r\n' }];
    const rowing = defineCommand({
      description: 'Rows',
      options: z.object({}),
      slow,
      run: async () => ({ to: 'member', body: { ...card('plain', words('Here'), fileShown('my-sets.csv')), files } }),
    });
    const scene = await openScene({ setUp: false, registry: registryOf(new Map([['rowing', rowing]])) });
    const outcome = await scene.server.member('Ana').slash(scene.training, 'rowing');
    expect(outcome).toMatchObject({ ephemeral: true });
    const [file] = messageOf(outcome).attachments;
    expect(file).toMatchObject({ filename: 'my-sets.csv', content_type: 'text/csv' });
    expect(await (await fetch(file?.url ?? '')).text()).toBe(files[0]?.content);
  });
});
