import { z } from 'zod';
import { todayOf } from '../coach/clock.ts';
import { defineCommand, press } from '../discord/define-command.ts';
import { en } from '../messages/en.ts';
import { button, card, row, words } from '../messages/parts.ts';
import { note } from '../messages/render/note.ts';
import { UserError } from '../messages/user-error.ts';

export default defineCommand({
  description: en.commands.leave.description,
  options: z.object({}),
  async run({ store, serverId, userId, text }) {
    const file = await store.members.file(serverId, userId);
    if (file === undefined) throw new UserError('notEnrolled');
    const { leave } = text;
    const argument = String(file.enrolment.id);
    const buttons = row(
      button('stay', argument, leave.stayButton),
      button('pause-instead', argument, text.pause.insteadButton),
      button('leave', argument, leave.confirmButton, 'danger'),
    );
    return { to: 'member', body: card('plain', words(leave.ask), buttons) };
  },

  buttons: {
    stay: press({
      argument: z.string(),
      run: async ({ text }) => ({ to: 'update', body: note(text.leave.stayed) }),
    }),
    leave: press({
      argument: z.coerce.number().int(),
      async run({ store, serverId, userId, now, text }, enrolmentId) {
        const file = await store.members.file(serverId, userId);
        if (file === undefined) throw new UserError('notEnrolled');
        if (file.enrolment.id !== enrolmentId) throw new UserError('staleButton');
        await store.members.leave(file.member.id, todayOf(file.member.clock, now));
        return { to: 'update', body: note(text.leave.done) };
      },
    }),
  },
});
