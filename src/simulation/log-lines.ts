/** A line of the bot's log, for people to read. */
export interface LogLine {
  /** `info`, `warn`, … */
  readonly level: string;
  readonly text: string;
}

export interface LogLines {
  /** What the log writes to: JSON, a line an event. */
  write(line: string): void;
  /** Calls `listener` with each line; returns what stops it. */
  on(listener: (line: LogLine) => void): () => void;
}

/** Lets others read along in a log, in one line each: `posted daily.2026-01-05 in 123 (kind daily)`. */
export function logLines(): LogLines {
  const listeners = new Set<(line: LogLine) => void>();
  return {
    write(line) {
      if (listeners.size === 0) return;
      const read = inWords(line);
      for (const listener of listeners) listener(read);
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** As pino numbers them. */
const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

interface Fault {
  readonly name?: string;
  readonly message?: string;
  readonly at?: readonly string[];
}

function inWords(line: string): LogLine {
  const { level, time: _, event, msg, err, ...fields } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const fault = err as Fault | undefined;
  if (fault !== undefined) {
    rest.push([fault.name, fault.message].filter((part) => part !== undefined).join(': '));
    if (fault.at?.[0] !== undefined) rest.push(fault.at[0]);
  }
  // Many a message begins with what it is about.
  const isTold = typeof msg === 'string' && msg.startsWith(String(event));
  const said = [isTold ? undefined : event, msg].filter((part) => part !== undefined).join(': ');
  return {
    level: typeof level === 'number' ? (LEVELS[level] ?? String(level)) : String(level),
    text: rest.length === 0 ? said : `${said} (${rest.join(', ')})`,
  };
}
