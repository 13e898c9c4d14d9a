import type { Press } from '../../discord/define-command.ts';
import { finishButtons } from './finish.ts';
import { weekButtons } from './week.ts';

/** What listens to the end of a week and the end of a plan. */
export const reviewButtons: Readonly<Record<string, Press>> = { ...weekButtons, ...finishButtons };
