import type { APIComponentInLabel, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { en } from '../../../../src/messages/en.ts';
import { enrollForm } from '../../../../src/messages/render/enroll.ts';
import { draftOf, dropDraft, keepDraft } from '../../../../src/sandbox/page/client/forms/drafts.ts';
import {
  initialValues,
  isRequired,
  partsOf,
  problemIn,
  problemsIn,
  submissionOf,
} from '../../../../src/sandbox/page/client/forms/model.ts';

const options = (...values: string[]) => values.map((value) => ({ label: value.toUpperCase(), value }));
const field = (component: APIComponentInLabel) => ({ type: 18 as const, label: component.custom_id, component });
const formOf = (...components: APIModalInteractionResponseCallbackData['components']) =>
  partsOf({ title: 'How did it go?', custom_id: 'form', components });

const NAME = { type: 4, style: 1, custom_id: 'name', min_length: 2, max_length: 20 } as const;
const DAYS: APIComponentInLabel = {
  type: 22,
  custom_id: 'days',
  min_values: 3,
  max_values: 5,
  options: options('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
};
const START: APIComponentInLabel = { type: 21, custom_id: 'start', options: options('today', 'monday') };
const KIT: APIComponentInLabel = { type: 3, custom_id: 'kit', max_values: 2, options: options('mat', 'band') };
const SHARE: APIComponentInLabel = { type: 23, custom_id: 'share', default: true };
const PICTURE: APIComponentInLabel = { type: 19, custom_id: 'picture' };
const none = () => [];

describe('a form that Sam opens', () => {
  it('shows texts, labelled fields and rows of the old kind from top to bottom', () => {
    const row = { type: 1 as const, components: [{ ...NAME, label: 'What friends call you' }] };
    const parts = formOf({ type: 10, content: 'Hello Sam.' }, { ...field(START), description: 'Any day will do' }, row);
    expect(parts.map((part) => (part.kind === 'text' ? part.content : [part.label, part.description]))).toEqual([
      'Hello Sam.',
      ['start', 'Any day will do'],
      ['What friends call you', undefined],
    ]);
  });

  it('begins with what the bot has filled in', () => {
    const parts = formOf(
      field({ ...NAME, value: 'Sam' }),
      field({ type: 4, style: 2, custom_id: 'note' }),
      field({ type: 21, custom_id: 'start', options: [{ label: 'Today', value: 'today', default: true }] }),
      field({ type: 22, custom_id: 'days', options: [{ label: 'Mon', value: 'mon', default: true }] }),
      field(SHARE),
    );
    const expected = { name: 'Sam', note: '', start: 'today', days: ['mon'], share: true };
    expect(initialValues(parts, none)).toEqual(expected);
    expect(submissionOf(parts, initialValues(parts, none))).toEqual(expected);
  });

  it('begins with the picks of its selects', () => {
    const parts = formOf(field(KIT), field({ type: 5, custom_id: 'partner' }));
    const values = initialValues(parts, (select) => (select.type === 5 ? ['12'] : []));
    expect(values).toEqual({ kit: [], partner: ['12'] });
  });

  it('sends no choice that nobody made, and no file', () => {
    const parts = formOf(field({ ...START, required: false }), field({ ...PICTURE, required: false }), field(SHARE));
    expect(submissionOf(parts, initialValues(parts, none))).toEqual({ share: true });
  });

  it('says what is wrong from top to bottom, and nothing of what is right', () => {
    const parts = formOf(field(NAME), field(DAYS), field(START), field(SHARE));
    const problems = problemsIn(parts, { name: 'Sam', days: ['mon'], start: undefined, share: false });
    expect([...problems]).toEqual([
      ['days', 'Select between 3 and 5 options'],
      ['start', 'This field is required'],
    ]);
  });
});

describe('a field', () => {
  const OPTIONAL_DAYS = { ...DAYS, required: false };
  const two: APIComponentInLabel = { ...DAYS, min_values: 2, max_values: 2 };
  it.each<[string, APIComponentInLabel, Parameters<typeof problemIn>[1], string | undefined]>([
    ['an empty name', NAME, '', 'This field is required'],
    ['a name of one letter', NAME, 'S', 'Must be between 2 and 20 in length'],
    ['a name of 21 letters', NAME, 'S'.repeat(21), 'Must be between 2 and 20 in length'],
    ['a name of 20 letters', NAME, 'S'.repeat(20), undefined],
    ['a note that may be left out', { ...NAME, required: false }, '', undefined],
    ['a note that is too short all the same', { ...NAME, required: false }, 'x', 'Must be between 2 and 20 in length'],
    [
      'too short, with no end',
      { type: 4, style: 2, custom_id: 'n', min_length: 5 },
      'abc',
      'Must be 5 or more in length',
    ],
    ['too long', { type: 4, style: 2, custom_id: 'n', max_length: 2 }, 'abc', 'Must be 2 or fewer in length'],
    [
      'too long for any text',
      { type: 4, style: 2, custom_id: 'n' },
      'a'.repeat(4_001),
      'Must be 4000 or fewer in length',
    ],
    ['no day', DAYS, [], 'Select between 3 and 5 options'],
    ['six days', DAYS, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], 'Select between 3 and 5 options'],
    ['three days', DAYS, ['mon', 'tue', 'wed'], undefined],
    ['no day where none is needed', OPTIONAL_DAYS, [], undefined],
    ['one day where none or three are needed', OPTIONAL_DAYS, ['mon'], 'Select between 3 and 5 options'],
    ['one of exactly two', two, ['mon'], 'Select 2 options'],
    ['no kit', KIT, [], 'This field is required'],
    ['both kits', KIT, ['mat', 'band'], undefined],
    ['no start', START, undefined, 'This field is required'],
    ['a start', START, 'today', undefined],
    ['an empty tick', SHARE, false, undefined],
    ['a picture', PICTURE, undefined, 'The sandbox uploads no files, so this form cannot be sent here'],
    ['a picture that may be left out', { ...PICTURE, required: false }, undefined, undefined],
  ])('%s', (_, component, value, problem) => {
    expect(problemIn(component, value)).toBe(problem);
  });

  it('must be filled in unless it says otherwise, and a tick never must', () => {
    expect([NAME, DAYS, START, KIT, PICTURE, SHARE].map(isRequired)).toEqual([true, true, true, true, true, false]);
    expect(isRequired({ ...KIT, required: false })).toBe(false);
  });
});

describe("the bot's own form to enrol", () => {
  const form = enrollForm(en, 'x', { days: true, kit: true, start: true, share: true, mention: true });
  const parts = partsOf(form);
  const opened = initialValues(parts, none);

  it('asks for days and for the promise, and has a start already', () => {
    expect([...problemsIn(parts, opened).keys()]).toEqual(['days']);
    expect(opened['start']).toBe('today');
  });

  it('is sent with all that Sam chose', () => {
    const filled = { ...opened, days: ['1', '3', '5'], agreed: ['ready'] };
    expect(problemsIn(parts, filled).size).toBe(0);
    expect(submissionOf(parts, filled)).toEqual({ days: ['1', '3', '5'], kit: [], start: 'today', agreed: ['ready'] });
  });
});

describe('what Sam typed into a form and did not send', () => {
  it('is there again when the same form opens, and gone once it was sent', () => {
    keepDraft('check-in of Sam', { note: 'half a' });
    keepDraft('check-in of Sam', { note: 'half a sentence' });
    keepDraft('check-in of Ben', { note: 'other' });
    expect(draftOf('check-in of Sam')).toEqual({ note: 'half a sentence' });
    dropDraft('check-in of Sam');
    expect(draftOf('check-in of Sam')).toBe(undefined);
    expect(draftOf('check-in of Ben')).toEqual({ note: 'other' });
  });

  it('is forgotten for the forms that were closed longest ago', () => {
    for (const form of ['a', 'b', 'c', 'd', 'e', 'f']) keepDraft(form, { note: form });
    expect(['a', 'b', 'f'].map((form) => draftOf(form)?.['note'])).toEqual([undefined, 'b', 'f']);
  });
});
