import { z } from 'zod';
import { defineCommand } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { note } from '../messages/render/note.ts';

export default defineCommand({
  description: en.commands.help.description,
  options: z.object({}),
  run: async ({ text }) => ({ to: 'member', body: note(text.help) }),
});
