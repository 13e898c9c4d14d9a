import { z } from 'zod';
import { EFFORTS } from '../../coach/member.ts';
import { en } from '../../messages/en.ts';
import { NOTE_LENGTH } from '../../messages/render/edit.ts';

const t = en.commands.checkin;

/** Kept to the half hour: nobody knows it closer. */
export const hours = z
  .number()
  .min(0.5)
  .max(24)
  .describe(t.hours)
  .transform((given) => Math.round(given * 2) / 2);

export const glasses = z.int().min(1).max(20).describe(t.glasses);

export const effort = z.enum(EFFORTS);

/** A short note of the member's own; one of blanks alone is none. */
export const note = z
  .string()
  .max(NOTE_LENGTH)
  .describe(t.note)
  .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim() || undefined)
  .optional();

/** A number as people type it in a form: with a comma where their language does. */
export const typedNumber = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => Number(String(typed).replace(',', '.')), schema);
