import { describe, expect, it } from 'vitest';
import { textOf as textOfMessage } from '../../src/sandbox/world/content.ts';
import { enrolled, openScene, type Scene, textOf } from '../support/scene.ts';

const tries = (scene: Scene) =>
  scene.sandbox.transcript.events.filter(
    (event) =>
      event.kind === 'rest' && event.method === 'POST' && event.path === `/channels/${scene.training.id}/messages`,
  ).length;

describe('a channel that fails', () => {
  it('is tried once a day, and an admin is told of it once, above whatever they asked for', async () => {
    const scene = await openScene({ setup: { sleep: '21:30', water: 4 } });
    await enrolled(scene, 'Ana');
    const mod = scene.server.member('Mod', { permissions: ['ManageGuild'] });
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-07', '22:00');
    expect(tries(scene)).toBe(3);

    const preview = async () => textOf(await mod.slash(scene.training, 'coach preview'));
    expect(await preview()).toMatch(/^⚠️ \*\*The daily post does not get through\*\* since .*\*\*Send Messages\*\*/);
    expect(await preview()).not.toContain('does not get through');
    expect(textOf(await scene.admin.slash(scene.training, 'coach freeze'))).not.toContain('does not get through');
    const status = textOf(await scene.admin.slash(scene.training, 'coach status'));
    expect(status).toContain('⚠️ Posting has failed since');
    expect(status).toMatch(/- Daily post, <t:\d+:f>: failed: I may not write in the channel/);
  });

  it('is told of anew when it was mended and fails again, and not again by the one who saw it in the status', async () => {
    const scene = await openScene();
    await enrolled(scene, 'Ana');
    const freeze = async () => textOf(await scene.admin.slash(scene.training, 'coach freeze'));
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-05', '08:00');
    expect(await freeze()).toContain('does not get through');
    scene.training.permit({});
    await scene.at('2026-01-06', '08:00');
    expect(await freeze()).not.toContain('does not get through');
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-07', '08:00');
    expect(textOf(await scene.admin.slash(scene.training, 'coach status'))).toContain('Posting has failed');
    expect(await freeze()).not.toContain('does not get through');
  });

  it('is told of by direct message to the admin who asked for it, once, and to nobody else', async () => {
    const scene = await openScene();
    await scene.admin.slash(scene.training, 'coach setup', { alerts: true });
    await enrolled(scene, 'Ana');
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-07', '08:00');
    const told = scene.admin.sees(scene.admin.dm()).map(textOfMessage);
    expect(told.length).toBe(1);
    expect(told[0]).toContain(`<#${scene.training.id}>`);
    expect(told[0]).toContain('Give me **Send Messages** there.');
    expect(textOf(await scene.admin.slash(scene.training, 'coach freeze'))).not.toContain('does not get through');
  });

  it('is told of at the next command when the admin who asked takes no direct messages', async () => {
    const scene = await openScene();
    await scene.admin.slash(scene.training, 'coach setup', { alerts: true });
    await enrolled(scene, 'Ana');
    scene.admin.closeDms();
    scene.training.permit({ deny: [['bot', 'SendMessages']] });
    await scene.at('2026-01-05', '08:00');
    expect(textOf(await scene.admin.slash(scene.training, 'coach freeze'))).toContain('does not get through');
  });
});
