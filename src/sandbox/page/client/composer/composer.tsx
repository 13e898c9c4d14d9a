import { batch, useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Act, ChannelView, ServerView } from '../../protocol.ts';
import { perform } from '../actions.ts';
import { composerDraft, me, page } from '../store.ts';
import { addTrouble, boxOf } from './boxes.ts';
import './composer.css';
import { CommandForm } from './command-form.tsx';
import { type CommandEntry, entriesOf } from './commands.ts';
import { EMPTY, END, opened, ready, type Step, typedInBox } from './draft.ts';
import { LONGEST_MESSAGE, MessageBox } from './message-box.tsx';
import { placesOf } from './places.ts';
import { Troubles } from './troubles.tsx';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** Where one writes: messages, and slash commands with their options. */
export function Composer({ channel, server }: { channel: ChannelView; server: ServerView | undefined }) {
  const { worldId = '', people = [], dmCommands = [], bot } = page.value ?? {};
  const { id: who = '', locale = 'en-US', name = '' } = me.value ?? {};
  const box = useMemo(() => boxOf(worldId, who, channel.id), [worldId, who, channel.id]);
  const commands = server?.commands ?? dmCommands;
  const entries = useMemo(() => entriesOf(commands, locale), [commands, locale]);
  const places = useMemo(() => placesOf(server, people, me.value), [server, people]);
  const errors = useSignal<ReadonlyMap<string, string>>(new Map());
  const inputs = useRef(new Map<Step['at'], TextInput>());
  const caret = useSignal<{ readonly at: Step['at'] } | undefined>(undefined);
  const draft = box.draft.value;
  const label = server === undefined ? `Message @${bot?.name ?? channel.name}` : `Message #${channel.name}`;

  const wanted = caret.value;
  useLayoutEffect(() => {
    const input = wanted === undefined ? undefined : inputs.current.get(wanted.at);
    if (input === undefined || input === document.activeElement) return;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }, [wanted]);

  /** Shows a draft, with the caret where it belongs. */
  const go = (step: Step) =>
    batch(() => {
      box.draft.value = step.draft;
      caret.value = { at: step.at };
    });
  const open = (entry: CommandEntry) => {
    errors.value = new Map();
    go(opened(entry));
  };
  const inputRef = (at: Step['at']) => (element: TextInput | null) => {
    if (element === null) inputs.current.delete(at);
    else inputs.current.set(at, element);
  };

  useSignalEffect(() => {
    const asked = composerDraft.value;
    if (asked === undefined) return;
    composerDraft.value = undefined;
    if (!channel.canWrite) return;
    errors.value = new Map();
    go(typedInBox(`${asked.trim()} `, entries));
  });

  const send = async (act: Act, about: string): Promise<boolean> => {
    errors.value = new Map();
    go({ draft: EMPTY, at: END });
    box.pending.value += 1;
    const reply = await perform(act);
    box.pending.value -= 1;
    if (reply.kind !== 'failed' && reply.kind !== 'cannot') return true;
    addTrouble(box, about, reply.reason);
    return false;
  };
  const sendText = async (text: string) => {
    const said = text.trim();
    if (said === '') return;
    if (said.length > LONGEST_MESSAGE) {
      addTrouble(box, 'Your message is too long', `Must be ${LONGEST_MESSAGE} or fewer in length.`);
      return;
    }
    const isSent = await send({ kind: 'say', channelId: channel.id, text: said }, said.slice(0, 80));
    if (!isSent && box.draft.value === EMPTY) box.draft.value = { kind: 'text', text };
  };
  const sendCommand = () => {
    if (draft.kind !== 'command') return;
    const result = ready(draft, places);
    if (result.ok) {
      const { command, options } = result;
      void send({ kind: 'slash', channelId: channel.id, command, options }, `/${draft.entry.name}`);
      return;
    }
    const [first = END] = result.errors.keys();
    errors.value = result.errors;
    go({ draft, at: first });
  };

  return (
    <div class="composer">
      <Troubles box={box} who={name} onDismissed={() => go({ draft: box.draft.value, at: END })} />
      <p class="composer-pending" role="status">
        {box.pending.value > 0 && <span>Sending…</span>}
      </p>
      {!channel.canWrite ? (
        <div class="composer-box">
          <textarea
            class="composer-text"
            rows={1}
            disabled
            aria-label={label}
            placeholder="You do not have permission to send messages in this channel."
          />
        </div>
      ) : draft.kind === 'text' ? (
        <MessageBox
          label={label}
          text={draft.text}
          entries={entries}
          boxRef={inputRef(END)}
          onText={(text) => go(typedInBox(text, entries))}
          onCommand={open}
          onSend={() => void sendText(draft.text)}
        />
      ) : (
        <CommandForm
          key={draft.entry.path}
          channelId={channel.id}
          locale={locale}
          draft={draft}
          places={places}
          errors={errors}
          inputRef={inputRef}
          onDraft={(changed) => {
            box.draft.value = changed;
          }}
          onStep={go}
          onSend={sendCommand}
        />
      )}
    </div>
  );
}
