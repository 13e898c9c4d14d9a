import { describe, expect, it } from 'vitest';
import { zone } from '../../src/coach/day.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { readerOf } from '../../src/simulation/narrate.ts';

describe('what people read of a message', () => {
  it('names people, channels and times as Discord shows them to somebody in Lisbon', async () => {
    const sandbox = await createSandbox();
    const server = sandbox.server({ name: 'Lisbon Lifters' });
    const ana = server.member('Ana');
    const training = server.channel('training');
    await sandbox.close();
    const read = readerOf(sandbox.world, zone('Europe/Lisbon'));
    const now = Date.parse('2026-04-01T06:00Z');
    const seconds = (text: string) => Date.parse(text) / 1000;

    expect(read(`Hello <@${ana.id}>, this is <#${training.id}>.`, now)).toBe('Hello @Ana, this is #training.');
    expect(read(`Next: <t:${seconds('2026-04-02T06:30Z')}:f>`, now)).toBe('Next: Thu 2 Apr 07:30');
    expect(read(`at <t:${seconds('2026-04-01T06:30Z')}:t>`, now)).toBe('at 07:30');
    expect(read(`<t:${seconds('2026-04-01T06:30Z')}:R>`, now)).toBe('in 30 minutes');
    expect(read(`<t:${seconds('2026-03-31T04:00Z')}:R>`, now)).toBe('1 day ago');
    expect(read('Choose.\n[My workout]\n[Done]\n[Undo]\nOr not.', now)).toBe(
      'Choose.\n[My workout] [Done] [Undo]\nOr not.',
    );
  });

  it('leaves what it does not know as it is written', async () => {
    const sandbox = await createSandbox();
    await sandbox.close();
    const read = readerOf(sandbox.world, zone('UTC'));
    expect(read('<@123456789012345678> in <#123456789012345678>', 0)).toBe(
      '<@123456789012345678> in <#123456789012345678>',
    );
  });
});
