import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandEntry } from '../../../../src/sandbox/page/client/composer/commands.ts';
import { entriesOf } from '../../../../src/sandbox/page/client/composer/commands.ts';
import {
  added,
  asking,
  type CommandDraft,
  END,
  erased,
  furtherOptions,
  neighbour,
  opened,
  picked,
  ready,
  removed,
  type Step,
  typed,
  typedAtEnd,
  typedInBox,
} from '../../../../src/sandbox/page/client/composer/draft.ts';
import { command, entryWith, places, shownIn } from './composer-support.ts';

const enroll = entryWith(
  { type: 3, name: 'kit', description: 'What you have' },
  { type: 3, name: 'zone', description: 'Your time zone', required: true, autocomplete: true },
  {
    type: 3,
    name: 'level',
    description: 'How you begin',
    required: true,
    choices: [{ name: 'Gentle', value: 'l1' }],
  },
  { type: 4, name: 'water', description: 'Glasses', min_value: 0, max_value: 8 },
  { type: 5, name: 'ready', description: 'Are you' },
  { type: 6, name: 'buddy', description: 'Who trains with you' },
);
const others = entriesOf(
  [
    command('streak'),
    command('checkin', { options: [{ type: 1, name: 'sleep', description: 'Log a night' }] }),
    command('check'),
  ],
  'en-US',
);
const entries: readonly CommandEntry[] = [enroll, ...others];

const form = ({ draft }: Step): CommandDraft => {
  if (draft.kind !== 'command') throw new Error(`"${draft.text}" is not a command`);
  return draft;
};
const pasted = (text: string) => {
  const step = typedInBox(text, entries);
  return { shown: shownIn(form(step)), at: step.at };
};

describe('what becomes a command', () => {
  it('opens once a space follows its name, required options first', () => {
    expect(pasted('/enroll ')).toEqual({ shown: ['zone=', 'level='], at: 'zone' });
    expect(pasted('/Enroll ')).toEqual({ shown: ['zone=', 'level='], at: 'zone' });
  });

  it('stays text while the name may go on, and where no command is meant', () => {
    for (const text of ['/enroll', '/enrollment ', '/checkin ', 'enroll ', ' /enroll ', '/', ''])
      expect(typedInBox(text, entries).draft).toEqual({ kind: 'text', text });
  });

  it('waits for the whole name', () => {
    expect(form(typedInBox('/checkin sleep ', entries)).entry.path).toBe('checkin sleep');
    expect(form(typedInBox('/check ', entries)).entry.path).toBe('check');
  });

  it('waits at the end where a command asks for nothing', () => {
    expect(pasted('/streak ')).toEqual({ shown: [], at: END });
  });

  it('never loses a character of what is no command', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { draft } = typedInBox(text, entries);
        if (draft.kind === 'text') expect(draft.text).toBe(text);
        else expect(text.startsWith('/')).toBe(true);
      }),
    );
  });
});

describe('a command that is pasted in one go', () => {
  it('fills in what is named and waits where it ends', () => {
    expect(pasted('/enroll zone:Europe/Lisbon level:')).toEqual({
      shown: ['zone=Europe/Lisbon', 'level='],
      at: 'level',
    });
  });

  it('opens further options by name', () => {
    expect(pasted('/enroll level:Gentle kit:mat, band zone:Asia/Tokyo')).toEqual({
      shown: ['zone=Asia/Tokyo', 'level=Gentle', 'kit=mat, band'],
      at: 'zone',
    });
  });

  it('gives what has no name to the first option', () => {
    expect(pasted('/enroll Europe/Lisbon level:Gentle').shown).toEqual(['zone=Europe/Lisbon', 'level=Gentle']);
    expect(pasted('/enroll Europe/Lisbon')).toEqual({ shown: ['zone=Europe/Lisbon', 'level='], at: 'zone' });
  });

  it('reads lines as one', () => {
    expect(pasted('/enroll\nzone:UTC\n  level:Gentle').shown).toEqual(['zone=UTC', 'level=Gentle']);
  });

  it('takes a colon for what it is where no option has that name, or has it already', () => {
    expect(pasted('/enroll zone:UTC zone:x').shown).toEqual(['zone=UTC zone:x', 'level=']);
    expect(pasted('/enroll zone:at 07:30 note:this').shown).toEqual(['zone=at 07:30 note:this', 'level=']);
  });

  it('fills in the same as typing key by key', () => {
    const text = '/enroll zone:Europe/Lisbon level:Gentle kit:mat water:3';
    let step: Step = { draft: { kind: 'text', text: '' }, at: END };
    for (const letter of text) {
      const { draft, at } = step;
      const before = draft.kind === 'text' ? draft.text : draft.fields.find(({ option }) => option.name === at)?.text;
      step =
        draft.kind === 'text' || at === END
          ? typedInBox(`${before ?? ''}${letter}`, entries)
          : typed(draft, at, `${before ?? ''}${letter}`);
    }
    expect(shownIn(form(step))).toEqual(pasted(text).shown);
  });

  it('gives back any values that were named', () => {
    const value = fc.stringMatching(/^[a-z0-9/]{1,8}( [a-z0-9/]{1,8})?$/);
    const names = fc.shuffledSubarray(enroll.options.map(({ name }) => name));
    fc.assert(
      fc.property(names, fc.array(value, { minLength: 6, maxLength: 6 }), (order, values) => {
        const text = order.map((name, index) => `${name}:${values[index]}`).join(' ');
        const shown = shownIn(opened(enroll, text).draft);
        for (const [index, name] of order.entries()) expect(shown).toContain(`${name}=${values[index]}`);
        expect(shown).toHaveLength(new Set(['zone', 'level', ...order]).size);
      }),
    );
  });
});

describe('going through the options', () => {
  const start = opened(enroll).draft;
  const gentle = { label: 'Gentle', value: 'l1' };

  it('goes on to what is missing after something was picked, and else to the end', () => {
    const first = picked(start, 'level', gentle);
    expect([shownIn(first.draft), first.at]).toEqual([['zone=', 'level=Gentle'], 'zone']);
    expect(picked(first.draft, 'zone', { label: 'Lisbon', value: 'Europe/Lisbon' }).at).toBe(END);
  });

  it('offers what is not in the box yet', () => {
    const step = added(start, 'water');
    expect([shownIn(step.draft), step.at]).toEqual([['zone=', 'level=', 'water='], 'water']);
    expect(furtherOptions(step.draft).map(({ name }) => name)).toEqual(['kit', 'ready', 'buddy']);
  });

  it('goes on to an option whose name is typed at the end of another', () => {
    const step = typed(start, 'zone', 'Europe/Lisbon water:');
    expect([shownIn(step.draft), step.at]).toEqual([['zone=Europe/Lisbon', 'level=', 'water='], 'water']);
  });

  it('opens what is named at the end of the box, and waits while nothing is', () => {
    const step = typedAtEnd(start, 'water:3 ready:');
    expect(step === undefined ? [] : shownIn(step.draft)).toEqual(['zone=', 'level=', 'water=3', 'ready=']);
    expect(step?.at).toBe('ready');
    for (const text of ['wat', 'note:', 'some kit:', '']) expect(typedAtEnd(start, text)).toBe(undefined);
  });

  it('leaves alone what is filled in already', () => {
    const { draft } = typed(start, 'zone', 'UTC');
    expect(shownIn(typed(draft, 'level', 'zone:x').draft)).toEqual(['zone=UTC', 'level=zone:x']);
  });

  it('takes an option away with Backspace in it, and goes back to the one before', () => {
    const step = erased(added(start, 'water').draft, 'water');
    expect([shownIn(form(step)), step.at]).toEqual([['zone=', 'level='], 'level']);
  });

  it('only goes back from an option that is required, and from the end', () => {
    expect(erased(start, 'level')).toEqual({ draft: start, at: 'zone' });
    expect(erased(start, END)).toEqual({ draft: start, at: 'level' });
  });

  it('opens up the command itself with Backspace at its beginning', () => {
    expect(erased(start, 'zone').draft).toEqual({ kind: 'text', text: '/enroll' });
    expect(erased(form(typedInBox('/streak ', entries)), END).draft).toEqual({ kind: 'text', text: '/streak' });
  });

  it('empties a required option instead of removing it', () => {
    expect(shownIn(removed(typed(start, 'zone', 'UTC').draft, 'zone').draft)).toEqual(['zone=', 'level=']);
    expect(shownIn(removed(added(start, 'kit').draft, 'kit').draft)).toEqual(['zone=', 'level=']);
  });

  it('walks from one to the next, to the end and no further', () => {
    expect(neighbour(start, 'zone', 1)).toBe('level');
    expect(neighbour(start, 'level', 1)).toBe(END);
    expect(neighbour(start, END, -1)).toBe('level');
    expect(neighbour(start, END, 1)).toBe(undefined);
    expect(neighbour(start, 'zone', -1)).toBe(undefined);
  });
});

describe('what is sent', () => {
  it('has numbers as numbers, true as true and people as ids', () => {
    const draft = form(typedInBox('/enroll zone:UTC level:Gentle water:3 ready:True buddy:@Ana B', entries));
    expect(ready(draft, places)).toEqual({
      ok: true,
      command: 'enroll',
      options: { zone: 'UTC', level: 'l1', water: 3, ready: true, buddy: '11' },
    });
  });

  it('is not sent while something is wrong, and says what, in order', () => {
    const result = ready(form(typedInBox('/enroll level:Rough water:9', entries)), places);
    expect(result.ok ? [] : [...result.errors]).toEqual([
      ['zone', 'This option is required. Specify a value'],
      ['level', 'Input a valid choice.'],
      ['water', 'Value must be between 0 and 8.'],
    ]);
  });

  it('asks for an optional option too that was opened and left empty', () => {
    const result = ready(form(typedInBox('/enroll zone:UTC level:Gentle kit:', entries)), places);
    expect(result.ok ? [] : [...result.errors.keys()]).toEqual(['kit']);
  });

  it('tells the bot the text that is being typed, and of the rest only what is right', () => {
    const draft = form(typedInBox('/enroll zone:Lis level:Rough water:3', entries));
    expect(asking(draft, 'zone', places)).toEqual({ zone: 'Lis', water: 3 });
  });
});
