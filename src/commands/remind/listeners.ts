import type { Form, Press } from '../../discord/define-command.ts';
import { doneButtons, doneForms } from './done.ts';
import { laterButtons } from './later.ts';

/** What listens to reminders: on direct messages, where there are no commands. */
export const remindButtons: Readonly<Record<string, Press>> = { ...doneButtons, ...laterButtons };
export const remindForms: Readonly<Record<string, Form>> = doneForms;
