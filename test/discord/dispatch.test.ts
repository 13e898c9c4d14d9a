import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand, type Press, press, type Reply } from '../../src/discord/define-command.ts';
import { registryOf } from '../../src/discord/registry.ts';
import { button, card, row, words } from '../../src/messages/parts.ts';
import { note } from '../../src/messages/render/note.ts';
import { messageOf, openScene, textOf } from '../support/scene.ts';

/** A scene with one command of the test's own: `/rowing`. */
async function sceneWith(command: Command, patience = 5_000) {
  const scene = await openScene({ setUp: false, patience, registry: registryOf(new Map([['rowing', command]])) });
  return { scene, ana: scene.server.member('Ana') };
}

const says = (to: 'member' | 'channel' | 'update', text: string): Reply => ({ to, body: note(text) });
const rowing = (run: () => Promise<Reply>, more: { slow?: boolean; buttons?: Record<string, Press> } = {}): Command =>
  defineCommand({ description: 'Rows', options: z.object({}), run, ...more });

describe('an answer', () => {
  it('is private or for the channel, as the command says', async () => {
    const { scene, ana } = await sceneWith(rowing(async () => says('channel', 'All can see')));
    expect(await ana.slash(scene.training, 'rowing')).toMatchObject({
      kind: 'message',
      ephemeral: false,
      text: 'All can see',
    });
  });

  it('that is slow is announced first, and given privately', async () => {
    const { scene, ana } = await sceneWith(rowing(async () => says('member', 'Took a while'), { slow: true }));
    const outcome = await ana.slash(scene.training, 'rowing');
    expect(outcome).toMatchObject({ ephemeral: true, text: 'Took a while' });
    expect(scene.sandbox.transcript.text('coach')).toContain('is thinking');
  });

  it('to a crash is a reference that the log knows, and never the crash’s own words', async () => {
    const crash = async () => {
      throw new Error('Ana wrote: my secret');
    };
    const { scene, ana } = await sceneWith(rowing(crash));
    const answer = textOf(await ana.slash(scene.training, 'rowing'));
    const ref = /\(ref (\d+)\)/.exec(answer)?.[1];
    expect(answer).toContain('Something broke on my side');
    expect(answer).not.toContain('secret');
    expect(scene.logged.filter((line) => line.event === 'command failed').map((line) => line.msg)).toEqual([
      `/rowing failed (ref ${ref})`,
    ]);
  });

  it('to a button that nobody listens to says how to get a fresh one', async () => {
    const body = card('plain', words('Row'), row(button('gone', 'x', 'Old'), button('broken', 'x', 'Forged')));
    const number = { broken: press({ argument: z.coerce.number().int(), run: async () => says('member', 'never') }) };
    const { scene, ana } = await sceneWith(rowing(async () => ({ to: 'member', body }), { buttons: number }));
    const shown = messageOf(await ana.slash(scene.training, 'rowing'));
    expect(textOf(await ana.click(shown, 'Old'))).toContain('Type the command again for a fresh one');
    expect(textOf(await ana.click(shown, 'Forged'))).toContain('Type the command again for a fresh one');
  });

  it('changes the member’s own message in place, also when it comes late', async () => {
    const body = card('plain', words('Row'), row(button('quick', 'x', 'Quick'), button('late', 'x', 'Late')));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const buttons = {
      quick: press({ argument: z.string(), run: async () => says('update', 'Changed') }),
      late: press({
        argument: z.string(),
        run: async () => {
          await held;
          return says('update', 'Changed late');
        },
      }),
    };
    const { scene, ana } = await sceneWith(rowing(async () => ({ to: 'member', body }), { buttons }));
    const first = messageOf(await ana.slash(scene.training, 'rowing'));
    expect(await ana.click(first, 'Quick')).toMatchObject({ kind: 'update', text: 'Changed' });
    const second = messageOf(await ana.slash(scene.training, 'rowing'));
    const pressed = ana.click(second, 'Late');
    scene.sandbox.on('event', (event) => {
      if (event.kind === 'rest' && event.path.endsWith('/callback')) release();
    });
    await pressed;
    expect(ana.sees(scene.training).at(-1)?.id).toBe(second.id);
    expect(JSON.stringify(ana.sees(scene.training).at(-1))).toContain('Changed late');
  });

  it('does not reach the coach in direct messages: there are no commands', async () => {
    const { ana } = await sceneWith(rowing(async () => says('member', 'never')));
    await expect(ana.slash(ana.dm(), 'rowing')).rejects.toThrow('Ana cannot');
  });

  it('that Discord refuses becomes a reference that the log knows', async () => {
    const { scene, ana } = await sceneWith(rowing(async () => says('member', 'Malformed')));
    const refusal = { status: 400, code: 50035, message: 'Invalid Form Body' } as const;
    scene.sandbox.faults.next({ method: 'POST', route: /callback$/ }, refusal);
    const ref = /Something broke on my side \(ref (\d+)\)/.exec(textOf(await ana.slash(scene.training, 'rowing')))?.[1];
    expect(scene.logged.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
      `Discord refused the answer to /rowing: 50035 (ref ${ref})`,
    ]);
  });

  it('that comes after Discord gave up is one line in the log', async () => {
    const { scene, ana } = await sceneWith(
      rowing(async () => says('member', 'Too late')),
      300,
    );
    scene.sandbox.faults.next(
      { method: 'POST', route: /callback$/ },
      { status: 404, code: 10062, message: 'Unknown interaction' },
    );
    await ana.slash(scene.training, 'rowing').catch(() => undefined);
    expect(scene.logged.filter((line) => line.event === 'answer failed').map((line) => line.msg)).toEqual([
      'the answer to /rowing did not reach Discord: 10062',
    ]);
  });
});
