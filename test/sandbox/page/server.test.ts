import { describe, expect, it } from 'vitest';
import type { ClockView, MessagesPage, PersonView } from '../../../src/sandbox/page/protocol.ts';
import { textOf } from '../../../src/sandbox/world/content.ts';
import { EVERYTHING, enrolled } from '../../support/scene.ts';
import { openVisit, type Visit } from './visit.ts';

const HOUR = 3_600_000;
const namesOf = (state: { commands: readonly { name: string }[] }) => state.commands.map(({ name }) => name).sort();

async function placeOf(visit: Visit, as: string) {
  const [server] = (await visit.state(as)).servers;
  if (server === undefined) throw new Error('no server');
  return server;
}

describe('what the page shows of the world', () => {
  it('is for each person what they may see, and the commands that are theirs', async () => {
    const visit = await openVisit();
    const { server, admin } = visit;
    const ana = server.member('Ana', { zone: 'Asia/Tokyo', locale: 'ja' });
    server.channel('staff', { deny: [['everyone', 'ViewChannel']], allow: [['bot', 'ViewChannel']] });
    const stranger = visit.sandbox.person('Stranger');

    const hers = await visit.state(ana.id);
    expect(hers.me).toMatchObject({ name: 'Ana', zone: 'Asia/Tokyo', locale: 'ja', takesDms: true });
    expect(hers.people.map(({ name }) => name)).toContain('Stranger');
    expect(hers.bot.isConnected).toBe(true);
    const [here] = hers.servers;
    expect(here).toMatchObject({ name: 'Lisbon Lifters', canManage: false, hasBot: true, isAvailable: true });
    expect(here?.channels.map(({ name }) => name)).toEqual(['training']);
    expect(namesOf(here ?? { commands: [] })).not.toContain('coach');
    expect(namesOf(here ?? { commands: [] })).toContain('enroll');

    const owners = await placeOf(visit, admin.id);
    expect(owners.channels.map(({ name }) => name)).toEqual(['training', 'staff']);
    expect(owners.canManage).toBe(true);
    expect(namesOf(owners)).toContain('coach');
    expect((await visit.state(stranger.id)).servers).toEqual([]);
  });

  it('says where the bot cannot write, and that it is gone', async () => {
    const visit = await openVisit();
    visit.training.permit({ deny: [['bot', 'SendMessages']] });
    expect((await placeOf(visit, visit.admin.id)).channels[0]).toMatchObject({ botCanWrite: false, canWrite: true });
    visit.server.leave();
    expect(await placeOf(visit, visit.admin.id)).toMatchObject({ hasBot: false, commands: [] });
  });

  it('gives a channel by pages, oldest first, without what is for others only', async () => {
    const visit = await openVisit();
    const { training } = visit;
    const [ana, ben] = [visit.server.member('Ana'), visit.server.member('Ben')];
    for (let n = 1; n <= 5; n++) ana.say(training, `message ${n}`);
    await ben.slash(training, 'help');
    const page = async (as: string, query: string) =>
      (await visit.ask<MessagesPage>(`/channels/${training.id}/messages?as=${as}&${query}`)).body;

    const latest = await page(ana.id, 'limit=2');
    expect(latest.messages.map(({ content }) => content)).toEqual(['message 4', 'message 5']);
    expect(latest.more).toBe(true);
    const before = await page(ana.id, `limit=2&before=${latest.messages[0]?.id}`);
    expect(before.messages.map(({ content }) => content)).toEqual(['message 2', 'message 3']);
    expect((await page(ben.id, 'limit=1')).messages.map(textOf).join()).toContain('How the coach works');
    expect((await page(visit.sandbox.person('Stranger').id, 'limit=9')).messages).toEqual([]);
  });

  it('says in a sentence what is gone or cannot be', async () => {
    const visit = await openVisit();
    const ana = visit.server.member('Ana');
    const refusals = [
      await visit.ask(`/state?as=1`),
      await visit.ask(`/channels/99/messages?as=${ana.id}`),
      await visit.ask(`/act?as=${ana.id}`, { kind: 'say', channelId: visit.training.id, text: '   ' }),
      await visit.ask('/time', { do: 'by', ms: -5 }),
      await visit.ask('/people', { name: 'Zoe', zone: 'Mars/Base', locale: 'fr', serverId: visit.server.id }),
      await visit.ask('/story', {}),
    ];
    expect(refusals.map(({ status, body }) => [status, (body as { error: string }).error])).toEqual([
      [404, 'Nobody has this id here.'],
      [404, 'This channel is gone. Pick another.'],
      [400, expect.stringContaining('text')],
      [400, expect.stringContaining('ms')],
      [400, expect.stringContaining('Europe/Lisbon is one')],
      [404, 'There is no story to tell here.'],
    ]);
  });
});

describe('what people do on the page', () => {
  it('is a command, a form, a button and a word, each seen by those who may', async () => {
    const visit = await openVisit({ opens: '2026-01-05 07:00' });
    const { training, server, admin } = visit;
    const [ana, ben] = [server.member('Ana'), server.member('Ben')];
    const channelId = training.id;

    const form = await visit.act(ana.id, {
      kind: 'slash',
      channelId,
      command: 'enroll',
      options: { zone: EVERYTHING.zone, level: 'gentle' },
    });
    if (form.kind !== 'modal') throw new Error(`no form, but ${form.kind}`);
    const { token, data } = form.modal;
    expect(JSON.stringify(form)).not.toContain(visit.sandbox.token);
    const fields = data.components.flatMap((each) => ('component' in each ? [each.component] : []));
    const values = Object.fromEntries(
      fields.map((field) => {
        if (field.type === 23) return [field.custom_id, true];
        const options = 'options' in field ? field.options.map(({ value }) => value) : [];
        const least = 'min_values' in field ? (field.min_values ?? 1) : 1;
        return [field.custom_id, field.type === 21 ? (options[0] ?? '') : options.slice(0, Math.max(least, 1))];
      }),
    );
    const joined = await visit.act(ana.id, { kind: 'submit', token, values });
    expect(joined.kind).toBe('message');
    expect(await visit.act(ana.id, { kind: 'submit', token, values })).toEqual({
      kind: 'cannot',
      reason: 'This form is closed. Open it again.',
    });

    await enrolled(visit, 'Cleo');
    expect((await visit.ask<ClockView>('/time', { do: 'by', ms: HOUR })).body.now).toBe(Date.UTC(2026, 0, 5, 8));
    const [post] = (await visit.ask<MessagesPage>(`/channels/${channelId}/messages?as=${ben.id}`)).body.messages;
    const buttons = JSON.stringify(post?.components);
    const [, customId = ''] =
      /"label":"My workout".*?"custom_id":"([^"]+)"|"custom_id":"([^"]+)"[^{}]*"label":"My workout"/
        .exec(buttons)
        ?.filter((part) => part !== undefined) ?? [];
    const answer = await visit.act(ana.id, { kind: 'click', channelId, messageId: post?.id ?? '', customId });
    if (answer.kind !== 'message') throw new Error(`no message, but ${JSON.stringify(answer)}`);
    expect(await visit.reads(ben.id, channelId)).toHaveLength(1);
    const hers = await visit.reads(ana.id, channelId);
    expect(hers.length).toBeGreaterThan(1);

    expect(await visit.act(ana.id, { kind: 'dismiss', channelId, messageId: answer.messageId })).toEqual({
      kind: 'nothing',
    });
    expect(await visit.reads(ana.id, channelId)).toHaveLength(hers.length - 1);
    await visit.act(ben.id, { kind: 'say', channelId, text: '<b>hello</b>' });
    expect((await visit.reads(admin.id, channelId)).at(-1)).toBe('<b>hello</b>');
  });

  it('is offered while they type, and refused as their client would', async () => {
    const visit = await openVisit();
    const ana = visit.server.member('Ana');
    const channelId = visit.training.id;
    const options = { zone: 'lisb' };
    const offered = await visit.act(ana.id, {
      kind: 'autocomplete',
      channelId,
      command: 'enroll',
      options,
      focused: 'zone',
    });
    expect(offered).toMatchObject({ kind: 'choices', choices: [{ value: 'Europe/Lisbon' }] });
    const refused = await visit.act(ana.id, { kind: 'slash', channelId, command: 'coach setup', options: {} });
    expect(refused).toMatchObject({ kind: 'cannot', reason: expect.stringContaining('not permitted') });
    const wrong = await visit.act(ana.id, {
      kind: 'slash',
      channelId,
      command: 'checkin water',
      options: { glasses: 'x' },
    });
    expect(wrong).toMatchObject({ kind: 'cannot' });
  });

  it('fails as in Discord when the bot does not answer, after the three seconds that it has', async () => {
    const visit = await openVisit({ patience: 150 });
    const ana = visit.server.member('Ana');
    const began = visit.sandbox.clock.now();
    visit.sandbox.faults.next({ route: /callback$/, times: 10 }, 'timeout');
    const help = { kind: 'slash', channelId: visit.training.id, command: 'help', options: {} } as const;
    expect(await visit.act(ana.id, help)).toEqual({ kind: 'failed', reason: 'The application did not respond' });
    expect(visit.sandbox.clock.now()).toBe(began + 3_000);
    visit.sandbox.faults.clear();
    expect((await visit.act(ana.id, help)).kind).toBe('message');
  });

  it('keeps a form open that the bot did not answer, to be sent off again', async () => {
    const visit = await openVisit({ patience: 150 });
    const ana = visit.server.member('Ana');
    const options = { zone: EVERYTHING.zone, level: 'gentle', days: 'Mon Wed Fri', kit: 'none' };
    const channelId = visit.training.id;
    const form = await visit.act(ana.id, { kind: 'slash', channelId, command: 'enroll', options });
    if (form.kind !== 'modal') throw new Error(`no form, but ${form.kind}`);
    const submit = { kind: 'submit', token: form.modal.token, values: { start: 'today', agreed: ['ready'] } } as const;
    visit.sandbox.faults.next({ route: /callback$/, times: 10 }, 'timeout');
    expect(await visit.act(ana.id, submit)).toEqual({ kind: 'failed', reason: 'The application did not respond' });
    visit.sandbox.faults.clear();
    // The bot had taken it, though nobody heard: what it is asked again it answers by what is so.
    expect((await visit.act(ana.id, submit)).kind).toBe('message');
    expect((await visit.reads(ana.id, channelId)).join()).toContain('already');
  });

  it('picks people and things by their ids', async () => {
    const visit = await openVisit({ setUp: false });
    const { admin, server, sandbox } = visit;
    const gym = server.channel('gym');
    const setup = { channel: gym.id, zone: 'Europe/Lisbon', time: '07:30' };
    const channelId = visit.training.id;
    expect(sandbox.commands.list().find(({ name }) => name === 'coach')?.options).not.toBeUndefined();
    const answer = await visit.act(admin.id, { kind: 'slash', channelId, command: 'coach setup', options: setup });
    expect(answer.kind).toBe('message');
    expect((await visit.reads(admin.id, channelId)).join()).toContain(gym.id);
  });

  it('brings in somebody new, and opens and closes their DMs', async () => {
    const visit = await openVisit();
    const zoe = { name: 'Zoë', zone: 'Pacific/Auckland', locale: 'fr', serverId: visit.server.id };
    const { body } = await visit.ask<PersonView>('/people', zoe);
    expect(body).toMatchObject({ name: 'Zoë', zone: 'Pacific/Auckland', locale: 'fr' });
    await visit.act(body.id, { kind: 'dms', open: false });
    expect((await visit.state(body.id)).me.takesDms).toBe(false);
    expect((await visit.state(body.id)).dm).toBeNull();
    await visit.act(body.id, { kind: 'open dm' });
    const { dm } = await visit.state(body.id);
    expect(dm).toMatchObject({ type: 1, canWrite: true, botCanWrite: false });
  });
});
