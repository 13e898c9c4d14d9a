import { z } from 'zod';
import { defineCommand } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { safetyCard } from '../messages/render/safety.ts';

export default defineCommand({
  description: en.commands.safety.description,
  options: z.object({}),
  run: async ({ text }) => ({ to: 'member', body: safetyCard(text) }),
});
