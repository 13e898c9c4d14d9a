import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AutocompleteAct, asker, DEBOUNCE } from '../../../../src/sandbox/page/client/composer/autocomplete.ts';
import type { Act, ActReply } from '../../../../src/sandbox/page/protocol.ts';

const typing = (text: string): AutocompleteAct => ({
  kind: 'autocomplete',
  channelId: '201',
  command: 'enroll',
  options: { zone: text },
  focused: 'zone',
});
const offering = (...names: string[]): ActReply => ({
  kind: 'choices',
  choices: names.map((name) => ({ name, value: name })),
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A bot that answers when it is told to. */
function slowBot() {
  const asked: { act: Act; answer: (reply: ActReply) => void }[] = [];
  const perform = (act: Act) => new Promise<ActReply>((answer) => asked.push({ act, answer }));
  return { asked, perform };
}

describe('what the bot offers as Sam types', () => {
  it('is asked for once Sam pauses', async () => {
    const { asked, perform } = slowBot();
    const bot = asker(perform, 'en-US');
    bot.ask(typing('L'));
    await vi.advanceTimersByTimeAsync(DEBOUNCE - 1);
    bot.ask(typing('Li'));
    await vi.advanceTimersByTimeAsync(DEBOUNCE - 1);
    expect([asked.length, bot.offer.value]).toEqual([0, { state: 'loading' }]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.map(({ act }) => act)).toEqual([typing('Li')]);
  });

  it('is shown as the latest answer has it, whichever comes last', async () => {
    const { asked, perform } = slowBot();
    const bot = asker(perform, 'en-US');
    for (const text of ['L', 'Lisb']) {
      bot.ask(typing(text));
      await vi.advanceTimersByTimeAsync(DEBOUNCE);
    }
    asked[1]?.answer(offering('Europe/Lisbon'));
    await vi.advanceTimersByTimeAsync(0);
    asked[0]?.answer(offering('America/Lima'));
    await vi.advanceTimersByTimeAsync(0);
    expect(bot.offer.value).toEqual({
      state: 'ready',
      choices: [{ label: 'Europe/Lisbon', value: 'Europe/Lisbon' }],
    });
  });

  it('is in the words of who types', async () => {
    const { asked, perform } = slowBot();
    const bot = asker(perform, 'pt-BR');
    bot.ask(typing(''));
    await vi.advanceTimersByTimeAsync(DEBOUNCE);
    asked[0]?.answer({
      kind: 'choices',
      choices: [{ name: 'Today', name_localizations: { 'pt-BR': 'Hoje' }, value: 0 }],
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(bot.offer.value).toEqual({ state: 'ready', choices: [{ label: 'Hoje', value: 0 }] });
  });

  it('says so when the bot does not answer', async () => {
    const { asked, perform } = slowBot();
    const bot = asker(perform, 'en-US');
    bot.ask(typing('x'));
    await vi.advanceTimersByTimeAsync(DEBOUNCE);
    asked[0]?.answer({ kind: 'failed', reason: 'The application did not respond' });
    await vi.advanceTimersByTimeAsync(0);
    expect(bot.offer.value).toEqual({ state: 'failed' });
  });

  it('is forgotten when Sam goes on to another option', async () => {
    const { asked, perform } = slowBot();
    const bot = asker(perform, 'en-US');
    bot.ask(typing('x'));
    await vi.advanceTimersByTimeAsync(DEBOUNCE);
    bot.stop();
    asked[0]?.answer(offering('late'));
    await vi.advanceTimersByTimeAsync(0);
    expect(bot.offer.value).toEqual({ state: 'none' });
  });
});
