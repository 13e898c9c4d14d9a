import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { Happenings, Place } from './events.ts';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Commands } from './interactions/commands.ts';
import type { Interactions } from './interactions/pending.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Snowflakes } from './snowflake.ts';
import type { Validation } from './validation.ts';
import type { Changes } from './world/changes.ts';
import type { ChannelState, World } from './world/state.ts';

/** What the parts of a sandbox share. Made once, in sandbox.ts. */
export interface Core {
  readonly token: string;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly world: World;
  readonly happenings: Happenings;
  readonly changes: Changes;
  readonly activity: Activity;
  readonly gateway: Gateway;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
  readonly validation: Validation;
  /** Real milliseconds after which a bot that has not answered counts as hung. */
  readonly patience: number;
  /** Whether an act of a person lasts until the wire is quiet, or only until they see something. */
  readonly settleActs: boolean;
}

export function placeOf(channel: ChannelState): Place {
  if (channel.server === undefined)
    return { channelId: channel.id, label: `DM with ${channel.recipient?.name ?? '?'}` };
  return {
    serverId: channel.server.id,
    channelId: channel.id,
    label: `#${channel.name} (${channel.server.name})`,
  };
}
