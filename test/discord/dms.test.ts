import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { serverOfDm } from '../../src/discord/dms.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { button, card, row, words } from '../../src/messages/parts.ts';
import { textOf } from '../../src/sandbox/world/content.ts';
import { ANA, BEN, LISBON } from '../store/people.ts';
import { anaEnrols, opened } from '../store/world.ts';
import { openScene } from '../support/scene.ts';

const KEY = 'remind-water.1.2026-01-05.0.0';
const BODY = card('rest', words('Sip if you’re thirsty.'), row(button('remind-done', KEY, 'Had a glass')));

describe('writing to one person', () => {
  it('opens one channel, sends there once under one nonce, and finds it again by its key', async () => {
    const scene = await openScene({ setUp: false });
    const { apiUrl, token, bot } = scene.sandbox;
    const outbox = createOutbox(new REST({ api: apiUrl }).setToken(token), () => bot);
    const ana = scene.server.member('Ana');
    const opened = await outbox.openDm(ana.id);
    expect(opened).toEqual({ act: 'open', channelId: ana.dm().id });
    expect(await outbox.openDm(ana.id)).toEqual(opened);

    const first = await outbox.post(ana.dm().id, BODY, 'nonce');
    expect(await outbox.post(ana.dm().id, BODY, 'nonce')).toEqual(first);
    expect(ana.sees(ana.dm()).map(textOf)).toEqual(['Sip if you’re thirsty.\n[Had a glass]']);
    const now = scene.sandbox.clock.now();
    expect(await outbox.find(ana.dm().id, KEY, now, now)).toMatchObject({ act: 'found' });
    expect(await outbox.find(ana.dm().id, KEY.replace('.0.0', '.0.1'), now, now)).toMatchObject({ act: 'absent' });

    ana.closeDms();
    expect(await outbox.post(ana.dm().id, BODY, 'another')).toEqual({ act: 'park', code: 50007 });
    expect(await outbox.openDm('1')).toEqual({ act: 'park', code: 10013 });
  });
});

describe('the server that a press on a direct message speaks of', () => {
  it('is the member’s who is named, if it was they who pressed', async () => {
    const store = await opened();
    const { member } = await anaEnrols(store);
    const key = KEY.replace('.1.', `.${member.id}.`);
    expect(await serverOfDm(store, key, ANA)).toBe(LISBON);
    expect(await serverOfDm(store, key, BEN)).toBe(undefined);
    expect(await serverOfDm(store, KEY.replace('.1.', '.999.'), ANA)).toBe(undefined);
    expect(await serverOfDm(store, 'daily.2026-01-05', ANA)).toBe(undefined);
    expect(await serverOfDm(store, '', ANA)).toBe(undefined);
  });
});
