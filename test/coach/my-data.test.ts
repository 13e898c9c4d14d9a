import { describe, expect, it } from 'vitest';
import {
  countsOf,
  exportCsv,
  exportJson,
  MY_PARTS,
  type MyPart,
  type MyRow,
  type MyRows,
} from '../../src/coach/my-data.ts';
import { en } from '../../src/messages/en.ts';

const NOTHING = Object.fromEntries(MY_PARTS.map((part) => [part, []])) as unknown as MyRows;
const kept = (rows: Partial<Record<MyPart, readonly MyRow[]>>): MyRows => ({ ...NOTHING, ...rows });

/** A reader of RFC 4180, written from the RFC alone. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest);
    const plain = quoted ?? /^([^",\r\n]*)(,|\r\n)/.exec(rest);
    if (plain === null) throw new Error(`no field at ${JSON.stringify(rest.slice(0, 40))}`);
    line.push((plain[1] ?? '').replaceAll('""', '"'));
    if (plain[2] === '\r\n') {
      lines.push(line);
      line = [];
    }
    rest = rest.slice(plain[0].length);
  }
  return lines;
}

const checkIn = (id: number, day: number, more: MyRow = {}): MyRow => ({ id, kind: 'workout', day, ...more });
const set = (checkInId: number, no: number, more: MyRow = {}): MyRow => ({
  ...{ check_in_id: checkInId, move_id: 'row', set_no: no, reps: 12, held: 0 },
  ...more,
});

describe('the table of check-ins', () => {
  it('has a line for each set, and one for each check-in without, by their day', () => {
    const rows = kept({
      checkIns: [checkIn(9, 20459), checkIn(7, 20458, { made_at: 1_767_614_400_000 }), checkIn(8, 20458)],
      sets: [set(9, 1, { load_grams: 22_500 }), set(9, 2, { held: 1 })],
    });
    const [header, ...lines] = parseCsv(exportCsv(rows));
    const column = (name: string) => lines.map((line) => line[header?.indexOf(name) ?? 0]);
    expect(column('id')).toEqual(['7', '8', '9', '9']);
    expect(column('day')).toEqual(['2026-01-05', '2026-01-05', '2026-01-06', '2026-01-06']);
    expect(column('madeAt')).toEqual(['2026-01-05T12:00:00.000Z', '', '', '']);
    expect(column('setNo')).toEqual(['', '', '1', '2']);
    expect(column('loadKg')).toEqual(['', '', '22.5', '']);
    expect(column('held')).toEqual(['', '', 'false', 'true']);
    expect(lines.every((line) => line.length === header?.length)).toBe(true);
  });

  it.each(['a, b', 'she said "go"', 'one\ntwo', 'one\r\ntwo', '"', ',', 'Ãbdominais 🏋', '=1+1'])(
    'gives the note %j back as it was',
    (note) => {
      const [header, line] = parseCsv(exportCsv(kept({ checkIns: [checkIn(1, 20458, { note })] })));
      expect(line?.[header?.indexOf('note') ?? 0]).toBe(note);
    },
  );

  it('is its header alone when nothing was logged', () => {
    expect(parseCsv(exportCsv(NOTHING))).toHaveLength(1);
  });
});

describe('the whole', () => {
  it('says what it is and what each part is, and puts figures into words that a person reads', () => {
    const rows = kept({
      terms: [{ enrolment_id: 1, from_day: 20458, level: 'gentle', training_days: 0b1000001 }],
      loads: [{ member_id: 1, kit: 'dumbbells', grams: 2_500 }],
      guidedSteps: [{ training_id: 1, seq: 0, step: '{"kind":"part"}', at: 0, source_id: 'x' }],
      profile: [{ share_milestones: 1, hide_body: 0, left_server_at: null }],
    });
    const whole = JSON.parse(exportJson({ rows, now: 1_767_614_400_000, words: en.mydata }));
    expect(Object.keys(whole)).toEqual(['about', 'exportedAt', ...MY_PARTS]);
    expect(whole.exportedAt).toBe('2026-01-05T12:00:00.000Z');
    expect(whole.terms.rows).toEqual([
      { enrolmentId: 1, fromDay: '2026-01-05', level: 'gentle', trainingDays: ['Mon', 'Sun'] },
    ]);
    expect(whole.loads.rows).toEqual([{ memberId: 1, kit: 'dumbbells', kg: 2.5 }]);
    expect(whole.guidedSteps.rows[0]).toMatchObject({ step: { kind: 'part' }, at: '1970-01-01T00:00:00.000Z' });
    expect(whole.profile.rows).toEqual([{ shareMilestones: true, hideBody: false, leftServerAt: null }]);
    for (const part of MY_PARTS) expect(whole[part].about.length).toBeGreaterThan(20);
    expect(countsOf(rows)).toMatchObject({ all: 4, loads: 1, swaps: 0 });
  });
});
