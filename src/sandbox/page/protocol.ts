import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/*
 * What the page and its server say to each other. Every request carries the key from the page's address in the header
 * `x-page-key`; the stream, which cannot carry headers, has it in `?key=`. Instants are milliseconds, on the sandbox's clock.
 */

export const KEY_HEADER = 'x-page-key';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly isBot: boolean;
  /** Of their device: the page shows times by it while somebody plays this person. */
  readonly zone: string;
  readonly locale: string;
  readonly takesDms: boolean;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly topic: string | null;
  /** As in Discord: 0 text, 1 DM, 2 voice, 4 category, 5 announcements. */
  readonly type: number;
  /** Whether the one who looks may write here. */
  readonly canWrite: boolean;
  /** Whether the bot may see the channel and write here. */
  readonly botCanWrite: boolean;
  /** The latest message that the one who looks sees here, and its age is in its id. */
  readonly lastMessageId: string | null;
}

export interface ServerView {
  readonly id: string;
  readonly name: string;
  /** Where most of its people are at home. */
  readonly zone: string;
  readonly ownerId: string;
  /** Whether the one who looks may manage it. */
  readonly canManage: boolean;
  readonly hasBot: boolean;
  readonly isAvailable: boolean;
  /** Only those that the one who looks sees, in order. */
  readonly channels: readonly ChannelView[];
  readonly roles: readonly RoleView[];
  readonly members: readonly {
    readonly id: string;
    readonly nick: string | null;
    readonly roleIds: readonly string[];
  }[];
  /** The commands that the one who looks may use somewhere in it, as registered. */
  readonly commands: readonly APIApplicationCommand[];
}

/** Who is in a server, whether or not the one who looks is: somebody at the page may play each of them. */
export interface RosterView {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly ownerId: string;
  /** Those who may manage it, the owner included; the bot is in neither list. */
  readonly managerIds: readonly string[];
  readonly memberIds: readonly string[];
}

/** All that one person sees, but for the messages. */
export interface PageState {
  /** Another after "begin again": what a page remembers of the old world is void then. */
  readonly worldId: string;
  readonly me: PersonView;
  /** Everybody, the bot included: somebody plays each of them, so a page may know them all. */
  readonly people: readonly PersonView[];
  /** Of every server there is. */
  readonly rosters: readonly RosterView[];
  readonly bot: { readonly id: string; readonly name: string; readonly isConnected: boolean };
  readonly servers: readonly ServerView[];
  /** Their DMs with the bot, once there are any. */
  readonly dm: ChannelView | null;
  readonly dmCommands: readonly APIApplicationCommand[];
  readonly clock: ClockView;
  readonly story: StoryView;
  readonly faults: readonly FaultView[];
}

export interface ClockView {
  readonly now: number;
  /** Sandbox seconds in a real second; 0 while time stands still. */
  readonly speed: number;
  /** What falls due next, as far as it can be told. */
  readonly next: number | null;
}

export type StoryView =
  /** `null`: the program that shows the page has no story to tell. */
  | { readonly state: 'none' | 'ready' }
  | {
      readonly state: 'playing';
      readonly week: number;
      readonly weeks: number;
      readonly from: number;
      readonly until: number;
    }
  | { readonly state: 'over' };

export interface MessagesPage {
  /** Oldest first. */
  readonly messages: readonly APIMessage[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

/* What a person does. */

export type Act =
  | { readonly kind: 'slash'; readonly channelId: string; readonly command: string; readonly options: ActOptions }
  | {
      readonly kind: 'autocomplete';
      readonly channelId: string;
      readonly command: string;
      readonly options: ActOptions;
      readonly focused: string;
    }
  | { readonly kind: 'click'; readonly channelId: string; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'select';
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  /** By custom_id: text, a tick, or values (ids where people, roles or channels are picked). */
  | { readonly kind: 'submit'; readonly token: string; readonly values: Readonly<Record<string, ModalInput>> }
  | { readonly kind: 'say'; readonly channelId: string; readonly text: string }
  | { readonly kind: 'dismiss'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'open dm' }
  | { readonly kind: 'dms'; readonly open: boolean };

/** By the option's name. A user, role or channel by its id; a choice by its value. */
export type ActOptions = Readonly<Record<string, string | number | boolean>>;
export type ModalInput = string | boolean | readonly string[];

/** What comes of it. What messages say is told by the stream, not here. */
export type ActReply =
  | { readonly kind: 'message' | 'update'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'nothing' }
  /** The bot did not answer: what Discord's client says then. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Discord's client would not have let them. */
  | { readonly kind: 'cannot'; readonly reason: string };

export interface ModalView {
  /** To be sent back with `submit`. */
  readonly token: string;
  readonly data: APIModalInteractionResponseCallbackData;
}

/* Time. */

export type TimeAct =
  | { readonly do: 'play'; readonly speed: number }
  | { readonly do: 'pause' }
  | { readonly do: 'by'; readonly ms: number }
  | { readonly do: 'next' };

/* Faults. */

/** Something that can be broken and mended. `on` says what it is about, where it is about one place or person. */
export const FAULT_KINDS = [
  'error 500',
  'rate limit',
  'no answer',
  'answer lost',
  'gateway drop',
  'gateway reconnect',
  'session lost',
  'outage',
  'bot removed',
  'channel deleted',
  'channel silenced',
  'dms closed',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultAct {
  readonly do: 'break' | 'mend';
  readonly fault: FaultKind;
  /** The server (outage, bot removed), the channel (deleted, silenced) or the person (dms closed). */
  readonly on?: string;
  /** For how many requests; until it is mended when absent. */
  readonly times?: number;
}

/** What is broken now. */
export interface FaultView {
  readonly fault: FaultKind;
  readonly on: string | null;
  /** What `on` is called: `#training of Lisbon Lifters`. It may be gone from the state. */
  readonly label?: string;
  /** Requests that it still befalls; null: until it is mended. */
  readonly left: number | null;
}

/* The wire, and what the bot says of itself. */

export interface WireLine {
  /** Counts up from 1; `GET wire/:n` has what was said. */
  readonly n: number;
  readonly at: number;
  readonly way: 'rest' | 'gateway in' | 'gateway out' | 'fault' | 'world' | 'log';
  /** `POST /channels/1/messages`, `INTERACTION_CREATE`, or a line of the bot's log. */
  readonly what: string;
  /** Of an answer to a REST call. */
  readonly status?: number;
  /** Of a line of the log: `info`, `warn`, `error`. */
  readonly level?: string;
}

export interface WireDetail extends WireLine {
  /** Pretty JSON, tokens left out: the request's body or the event's data, and the answer's body. */
  readonly sent?: string;
  readonly got?: string;
}

/* What the stream tells, to the person who looks. */

export type StreamEvent =
  /** First after each connection: everything may be different, fetch it anew. Another build: load the page anew. */
  | { readonly kind: 'hello'; readonly worldId: string; readonly build: string }
  /** New, or as it is now. */
  | { readonly kind: 'message'; readonly message: APIMessage }
  | { readonly kind: 'message gone'; readonly channelId: string; readonly messageId: string }
  /** People, places, permissions or commands are different: fetch the state anew. */
  | { readonly kind: 'state' }
  | { readonly kind: 'clock'; readonly clock: ClockView }
  | { readonly kind: 'story'; readonly story: StoryView }
  | { readonly kind: 'faults'; readonly faults: readonly FaultView[] }
  /** Somebody was pinged, or had a DM: a mark for the person's name and the channel. */
  | { readonly kind: 'ping'; readonly userId: string; readonly channelId: string }
  | { readonly kind: 'wire'; readonly lines: readonly WireLine[] };

/*
 *   GET  /                                  the page
 *   GET  /assets/*                          its script, style and font
 *   GET  /files/:channel/:id/:name          what a message carries
 *   GET  /api/state?as=ID                   PageState; `as` may be left out: whoever is first
 *   GET  /api/channels/:id/messages?as=ID&before=ID&limit=N    MessagesPage
 *   GET  /api/stream?as=ID&key=KEY          server-sent events, each a StreamEvent as JSON
 *   POST /api/act?as=ID                     Act -> ActReply
 *   POST /api/time                          TimeAct -> ClockView
 *   POST /api/faults                        FaultAct -> FaultView[]
 *   POST /api/story                         -> StoryView
 *   POST /api/people                        NewPerson -> PersonView
 *   POST /api/begin-again                   -> {}
 *   GET  /api/wire?after=N                  WireLine[]
 *   GET  /api/wire/:n                       WireDetail
 *
 * What cannot be done is answered 4xx with { error: 'a sentence that says what to do' }.
 */

export interface NewPerson {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly serverId: string;
}
