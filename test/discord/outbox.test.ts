import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createOutbox, wire } from '../../src/discord/outbox.ts';
import { button, card, row, words } from '../../src/messages/parts.ts';
import { openScene, postsIn } from '../support/scene.ts';

const KEY = 'daily.2026-01-05';
const post = (key: string) => card('train', words('Row, squat, press.'), row(button('workout', key, 'My workout')));

async function outboxInAScene() {
  const scene = await openScene({ setUp: false });
  const { apiUrl, token, bot } = scene.sandbox;
  const outbox = createOutbox(new REST({ api: apiUrl }).setToken(token), () => bot);
  return { ...scene, outbox, now: scene.sandbox.clock.now() };
}

describe('what leaves', () => {
  it('says who may be pinged, and that is nobody when nobody asked', () => {
    expect(wire(post(KEY)).allowed_mentions).toEqual({ parse: [], users: [] });
    expect(wire({ ...post(KEY), mentions: ['1'] }).allowed_mentions).toEqual({ parse: [], users: ['1'] });
  });

  it('lists the files that come with it, so that an edit takes off those that were there', () => {
    const picture = { name: 'plan.png', type: 'image/png', content: new Uint8Array([1]), alt: 'A plan' };
    const table = { name: 'sets.csv', type: 'text/csv', content: 'row' };
    expect(wire({ ...post(KEY), files: [picture, table] })).toMatchObject({
      attachments: [
        { id: 0, filename: 'plan.png', description: 'A plan' },
        { id: 1, filename: 'sets.csv' },
      ],
    });
    expect(wire({ ...post(KEY), files: [] })).toMatchObject({ attachments: [] });
    expect(wire(post(KEY))).not.toHaveProperty('attachments');
  });

  it('is posted once under one nonce', async () => {
    const { outbox, training, ...scene } = await outboxInAScene();
    const first = await outbox.post(training.id, post(KEY), 'nonce-1');
    const second = await outbox.post(training.id, post(KEY), 'nonce-1');
    expect(second).toEqual(first);
    expect(postsIn({ ...scene, training })).toHaveLength(1);
  });
});

describe('looking for a post', () => {
  it('finds it by the key on its buttons', async () => {
    const { outbox, training, now } = await outboxInAScene();
    const posted = await outbox.post(training.id, post(KEY), 'nonce-1');
    expect(posted.act).toBe('posted');
    const found = await outbox.find(training.id, KEY, now, now);
    expect(found).toEqual({ act: 'found', messageId: posted.act === 'posted' ? posted.messageId : '' });
  });

  it('does not take another day’s for it, nor what members write', async () => {
    const { outbox, training, admin, now } = await outboxInAScene();
    await outbox.post(training.id, post('daily.2026-01-04'), 'nonce-1');
    admin.say(training, `workout~${KEY}`);
    expect(await outbox.find(training.id, KEY, now, now)).toEqual({ act: 'absent', certain: true });
  });

  it('is not certain where no message is shown', async () => {
    const { outbox, training, now } = await outboxInAScene();
    expect(await outbox.find(training.id, KEY, now, now)).toEqual({ act: 'absent', certain: false });
    await outbox.post(training.id, post(KEY), 'nonce-1');
    training.permit({ deny: [['bot', 'ReadMessageHistory']] });
    expect(await outbox.find(training.id, KEY, now, now)).toEqual({ act: 'absent', certain: false });
  });

  it('says why it cannot', async () => {
    const { outbox, training, now } = await outboxInAScene();
    training.delete();
    expect(await outbox.find(training.id, KEY, now, now)).toEqual({ act: 'park', code: 10003 });
  });
});
