import { describe, expect, it } from 'vitest';
import type { ClockView, StoryView } from '../../../src/sandbox/page/protocol.ts';
import { enrolled } from '../../support/scene.ts';
import { openVisit } from './visit.ts';

const HOUR = 3_600_000;

describe('the stream', () => {
  it('tells each person what they see, as it happens', async () => {
    const visit = await openVisit();
    const [ana, ben] = [visit.server.member('Ana'), visit.server.member('Ben')];
    const [hers, his] = [await visit.listen(ana.id), await visit.listen(ben.id)];
    expect(await hers.until('hello')).toMatchObject({ worldId: 'one' });
    await his.until('hello');

    const channelId = visit.training.id;
    await visit.act(ana.id, { kind: 'slash', channelId, command: 'help', options: {} });
    const { message } = await hers.until('message');
    await visit.act(ana.id, { kind: 'dismiss', channelId, messageId: message.id });
    expect(await hers.until('message gone')).toMatchObject({ messageId: message.id });
    await visit.act(ben.id, { kind: 'say', channelId, text: 'Good morning' });
    await his.until('message', (event) => event.message.content === 'Good morning');
    expect(his.events.filter(({ kind }) => kind === 'message' || kind === 'message gone')).toHaveLength(1);

    await visit.ask('/time', { do: 'by', ms: HOUR });
    await hers.until('clock', ({ clock }) => clock.now === visit.sandbox.clock.now());
    visit.server.channel('news');
    await his.until('state');
  });

  it('tells who was pinged, what broke and what went over the wire', async () => {
    const visit = await openVisit({ opens: '2026-01-05 07:00' });
    const cleo = await enrolled(visit, 'Cleo', { mention: true });
    const listening = await visit.listen(cleo.id);
    await listening.until('hello');
    await visit.ask('/time', { do: 'by', ms: HOUR });
    expect(await listening.until('ping')).toEqual({ kind: 'ping', userId: cleo.id, channelId: visit.training.id });
    const isPost = (line: { what: string }) => line.what.startsWith('POST /channels/');
    const { lines } = await listening.until('wire', (event) => event.lines.some(isPost));
    const line = lines.find(isPost);
    const { body } = await visit.ask<{ sent: string }>(`/wire/${line?.n}`);
    expect(body.sent).toContain('components');

    await visit.ask('/faults', { do: 'break', fault: 'channel silenced', on: visit.training.id });
    const { id } = visit.training;
    expect((await listening.until('faults')).faults).toMatchObject([{ fault: 'channel silenced', on: id, left: null }]);
  });

  it('ends with its world, and the next one is another', async () => {
    const visit = await openVisit();
    const ana = visit.server.member('Ana');
    const listening = await visit.listen(ana.id);
    await listening.until('hello');
    await visit.ask('/begin-again', {});
    await listening.ended;
    expect(await (await visit.listen(ana.id)).until('hello')).toMatchObject({ worldId: 'two' });
    expect((await visit.state(ana.id)).worldId).toBe('two');
  });
});

describe('time on the page', () => {
  it('plays at a speed, is held, and goes to the next event', async () => {
    const visit = await openVisit({ opens: '2026-01-05 07:00' });
    const cleo = await enrolled(visit, 'Cleo');
    const listening = await visit.listen(cleo.id);
    const next = await visit.ask<ClockView>('/time', { do: 'next' });
    expect(next.body.now).toBe(Date.UTC(2026, 0, 5, 7, 30));
    expect(await visit.reads(cleo.id, visit.training.id)).toHaveLength(2);

    const played = await visit.ask<ClockView>('/time', { do: 'play', speed: 3_600 });
    expect(played.body.speed).toBe(3_600);
    await listening.until('clock', ({ clock }) => clock.now > next.body.now + 60_000);
    expect((await visit.ask<ClockView>('/time', { do: 'pause' })).body.speed).toBe(0);
  });

  it('lets the story begin, at a speed at which it takes a minute', async () => {
    let told: { from: number; until: number; weeks: number } | undefined;
    const visit = await openVisit({
      story: {
        view: () => told,
        async begin() {
          const from = Date.UTC(2026, 0, 5, 7);
          told = { from, until: from + 12 * 7 * 24 * HOUR, weeks: 12 };
        },
      },
    });
    expect((await visit.state(visit.admin.id)).story).toEqual({ state: 'ready' });
    const { body } = await visit.ask<StoryView>('/story', {});
    expect(body).toMatchObject({ state: 'playing', week: 1, weeks: 12 });
    expect(visit.shown.director.pace.speed).toBeCloseTo((12 * 7 * 24 * 3600) / 60, -3);
    visit.shown.director.play(0);
    expect(await visit.ask('/story', {})).toMatchObject({ status: 400 });
  });
});
