import { z } from 'zod';
import {
  BLOCKS,
  type DefaultStep,
  type Dose,
  KITS,
  type LevelRules,
  type Move,
  type Programme,
  type ProgrammeWeek,
  ROLES,
  SESSION_KINDS,
  type SessionTemplate,
  TIP_TOPICS,
  type TimelineEntry,
  type Tip,
  VARIATIONS,
} from '../coach/content.ts';

/*
 * What each file under data/ may say. Every key is stated, so that a misspelt one is found; the shapes are checked
 * against the coach's types when this file is compiled. What one file says of another is in content-checks.ts.
 */

/** Every field of T has its schema, optional ones too. */
type ShapeOf<T> = Record<keyof Required<T>, z.ZodType>;

/** An object with these keys and no others; the message of an unknown key lists those that are known. */
function object<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

const text = (longest: number) => z.string().trim().min(1).max(longest);
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'an id: lower-case words joined by hyphens' });
const whole = (low: number, high: number) => z.int().min(low).max(high);
const range = (low: number, high: number) =>
  z.tuple([whole(low, high), whole(low, high)]).refine(([from, to]) => from <= to, {
    error: 'a low end that is not above the high end',
  });

/** Discord fetches it, from the open web and encrypted. It takes addresses of at most 2,048 characters. */
const webAddress = z
  .string()
  .max(2048)
  .regex(/^https:\/\/(?:[\w-]+\.)+[a-z]{2,}(?:[/?]\S*)?$/i, { error: 'a web address that begins with https://' });

const DAY_SECONDS = 86_400;
const sets = whole(1, 5);
const rest = { restSeconds: whole(0, 600).exactOptional() };
const sides = { perSide: z.boolean().exactOptional(), perDirection: z.boolean().exactOptional() };

const dose = z.discriminatedUnion('kind', [
  object({
    kind: z.literal('reps'),
    sets,
    reps: range(1, 100),
    holdSeconds: range(1, 60).exactOptional(),
    ...sides,
    ...rest,
  }),
  object({ kind: z.literal('time'), sets, seconds: range(1, 7200), ...sides, ...rest }),
  object({
    kind: z.literal('circuit'),
    rounds: range(1, 10),
    stations: z.array(object({ move: id, seconds: whole(5, 300) })).min(1),
    restSeconds: whole(0, 600),
  }),
]) satisfies z.ZodType<Dose>;

const move = object({
  id,
  name: text(50),
  role: z.enum(ROLES),
  targets: z.array(text(40)).min(1),
  kitAny: z.array(z.enum(KITS)),
  kitAll: z.array(z.enum(KITS)),
  dose,
  progress: range(1, DAY_SECONDS),
  step: whole(1, 3600),
  cue: text(120),
  steps: z.array(text(110)).min(3).max(4),
  fault: text(140),
  easier: text(140),
  harder: text(140),
  swaps: z.array(id),
  byChoiceOnly: z.boolean().exactOptional(),
  plannedInstead: id.exactOptional(),
  correction: text(280).exactOptional(),
  picture: object({ url: webAddress, alt: text(200) } satisfies ShapeOf<NonNullable<Move['picture']>>).exactOptional(),
} satisfies ShapeOf<Move>);

const week = object({
  week: whole(1, 12),
  block: z.enum(BLOCKS),
  repsInReserve: range(0, 5),
  orMore: z.boolean().exactOptional(),
  sets,
  // Between 40 and 50% fewer.
  setsFactor: z.number().min(0.5).max(0.6).exactOptional(),
  circuits: whole(0, 2),
  rounds: range(1, 10).exactOptional(),
  retest: z.boolean().exactOptional(),
} satisfies ShapeOf<ProgrammeWeek>);

const session = object({
  id,
  name: text(50),
  kind: z.enum(SESSION_KINDS),
  moves: z.array(id).min(1).max(8),
  finisher: id.exactOptional(),
} satisfies ShapeOf<SessionTemplate>);

const level = object({
  name: text(30),
  about: text(200),
  setsChange: whole(-2, 2),
  // From two, because a lighter week halves them.
  sets: range(2, 5),
  roundsChange: whole(-2, 2),
  variations: object({
    base: z.enum(VARIATIONS).exactOptional(),
    lighter: z.enum(VARIATIONS).exactOptional(),
    build: z.enum(VARIATIONS).exactOptional(),
    consolidate: z.enum(VARIATIONS).exactOptional(),
  }),
} satisfies ShapeOf<LevelRules>);

const defaultStep = object({
  kg: z.number().min(0.25).max(50),
  lb: z.number().min(0.5).max(100),
} satisfies ShapeOf<DefaultStep>);

const block = object({ name: text(30), about: text(200) });
const pattern = z.array(z.array(id)).min(1);
const fromWeek = whole(1, 13);

const programme = object({
  id,
  name: text(80),
  blocks: object({ base: block, lighter: block, build: block, consolidate: block }),
  weeks: z.array(week),
  sessions: z.array(session).min(1),
  patterns: object({ 3: pattern, 4: pattern, 5: pattern }),
  fiveDaysFromWeek: object({ gentle: fromWeek, standard: fromWeek, strong: fromWeek }),
  levels: object({ gentle: level, standard: level, strong: level }),
  lightDay: object({
    setsChange: whole(-2, 0),
    repsInReserve: range(0, 5),
    orMore: z.boolean().exactOptional(),
  } satisfies ShapeOf<Programme['lightDay']>),
  pace: object({
    secondsPerRep: z.number().min(1).max(20),
    restSeconds: whole(0, 600),
    changeSeconds: whole(0, 300),
  } satisfies ShapeOf<Programme['pace']>),
  floor: object({
    minutes: whole(5, 20),
    warmUp: whole(0, 4),
    coolDown: whole(0, 4),
  } satisfies ShapeOf<Programme['floor']>),
  loads: object({ dumbbells: defaultStep, machine: defaultStep } satisfies ShapeOf<Programme['loads']>),
  bands: z
    .array(z.string().regex(/^[a-z]{2,20}$/, { error: 'a colour in lower-case letters' }))
    .min(2)
    .max(10),
  circuit: id,
  warmUp: z.array(id).min(1),
  coolDown: z.array(id).min(1),
  restDay: z.array(id).min(1),
} satisfies ShapeOf<Programme>);

const tip = object({
  id,
  topic: z.enum(TIP_TOPICS),
  title: text(60),
  text: text(280),
  body: z.boolean().exactOptional(),
  correction: text(280).exactOptional(),
} satisfies ShapeOf<Tip>);

const timelineEntry = object({
  weeks: range(1, 12),
  text: text(280),
  source: text(140).exactOptional(),
} satisfies ShapeOf<TimelineEntry>);

/** The files of the content, and what each may hold. */
export const CONTENT_FILES = {
  'programme.json': programme satisfies z.ZodType<Programme>,
  'moves.json': z.array(move satisfies z.ZodType<Move>).min(1),
  'tips.json': z.array(tip satisfies z.ZodType<Tip>).min(1),
  'timeline.json': z.array(timelineEntry satisfies z.ZodType<TimelineEntry>).min(1),
};
