import type { Fault, FaultMatch } from '../../faults.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { FaultKind } from '../protocol.ts';
import { FaultError } from './fault-error.ts';

export type RequestKind = Extract<FaultKind, 'error 500' | 'rate limit' | 'no answer' | 'answer lost'>;

/** A fault that befalls what the bot asks of Discord. */
export interface RequestFault {
  /** Requests that it still befalls: 0 when it does not stand, Infinity until it is mended. */
  left(): number;
  /** @param times so many requests; one that stands already begins anew */
  break(times: number): void;
  /** @throws FaultError when it does not stand */
  mend(): void;
}

interface Kind {
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** What is so while it stands. */
  readonly says: string;
}

/** Discord's pace for posts, as it asks for it most often. */
const RETRY_AFTER_S = 2;

const KINDS: Readonly<Record<RequestKind, Kind>> = {
  'error 500': { match: {}, fault: { status: 500 }, says: 'Discord answers 500 to whatever the bot asks' },
  'rate limit': {
    match: { method: ['POST', 'PATCH'], route: /^\/(channels\/\d+\/messages|webhooks\/\d+)(\/|$)/ },
    fault: { status: 429, retryAfter: RETRY_AFTER_S },
    says: 'Discord limits the rate of posts and edits',
  },
  'no answer': { match: {}, fault: 'timeout', says: 'Discord answers nothing at all' },
  'answer lost': {
    match: { method: 'POST', route: '/channels/{channel_id}/messages' },
    fault: 'accept-then-drop',
    says: 'Discord posts, and the answer is lost',
  },
};

/** @param changed called whenever it befell a request, broken or mended by hand apart */
export function requestFaults(sandbox: Sandbox, changed: () => void): Readonly<Record<RequestKind, RequestFault>> {
  const make = ({ match, fault, says }: Kind): RequestFault => {
    let standing = 0;
    let takeBack = () => {};
    return {
      left: () => standing,
      break(times) {
        takeBack();
        standing = times;
        takeBack = sandbox.faults.next({ ...match, times }, fault, (left) => {
          standing = left;
          changed();
        });
        const often = Number.isFinite(times) ? (times === 1 ? 'once' : `${times} times`) : 'until it is mended';
        sandbox.note('fault', `${says}, ${often}`);
      },
      mend() {
        if (standing === 0) throw new FaultError('There is nothing to mend: requests are not made to fail like this.');
        standing = 0;
        sandbox.note('fault', `mended: ${says}`);
        takeBack();
        changed();
      },
    };
  };
  return {
    'error 500': make(KINDS['error 500']),
    'rate limit': make(KINDS['rate limit']),
    'no answer': make(KINDS['no answer']),
    'answer lost': make(KINDS['answer lost']),
  };
}
