import {
  type Act,
  type ActReply,
  type ClockView,
  type FaultAct,
  type FaultView,
  KEY_HEADER,
  type MessagesPage,
  type NewPerson,
  type PageState,
  type PersonView,
  type StoryView,
  type StreamEvent,
  type TimeAct,
  type WireDetail,
  type WireLine,
} from '../protocol.ts';

/** What the server would not do, in a sentence for a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** From the address; the fragment is sent nowhere, so it goes along by hand. */
export const key = (): string => location.hash.slice(1);

async function ask<T>(path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { [KEY_HEADER]: key(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, 'The sandbox does not answer. Is the program still running?');
  }
  const answer = (await response.json().catch(() => ({}))) as T & { error?: string };
  if (!response.ok) throw new ApiError(response.status, answer.error ?? `The sandbox answered ${response.status}.`);
  return answer;
}

const as = (id: string | undefined) => (id === undefined ? '' : `as=${id}`);

export const fetchState = (who?: string) => ask<PageState>(`/state?${as(who)}`);
export const fetchMessages = (who: string, channelId: string, limit: number, before?: string) =>
  ask<MessagesPage>(
    `/channels/${channelId}/messages?${as(who)}&limit=${limit}${before === undefined ? '' : `&before=${before}`}`,
  );
export const postAct = (who: string, act: Act) => ask<ActReply>(`/act?${as(who)}`, act);
export const postTime = (act: TimeAct) => ask<ClockView>('/time', act);
export const postFault = (act: FaultAct) => ask<FaultView[]>('/faults', act);
export const postStory = () => ask<StoryView>('/story', {});
export const postPerson = (person: NewPerson) => ask<PersonView>('/people', person);
export const postBeginAgain = () => ask<object>('/begin-again', {});
export const fetchWire = (after: number) => ask<WireLine[]>(`/wire?after=${after}`);
export const fetchWireDetail = (n: number) => ask<WireDetail>(`/wire/${n}`);

/** Where the page finds what a message carries, whatever address the message says. */
export function fileUrl(url: string): string {
  const path = /\/attachments\/(\d+\/\d+\/[^?#]*)/.exec(url)?.[1];
  return path === undefined ? url : `/files/${path}?key=${encodeURIComponent(key())}`;
}

/** Listens as this person until it is closed; the browser connects anew by itself, and `hello` comes each time. */
export function listen(who: string, tell: (event: StreamEvent) => void, lost: () => void): () => void {
  const source = new EventSource(`/api/stream?${as(who)}&key=${encodeURIComponent(key())}`);
  source.onmessage = ({ data }) => tell(JSON.parse(data) as StreamEvent);
  source.onerror = lost;
  return () => source.close();
}
