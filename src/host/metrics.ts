export type Labels = Readonly<Record<string, string>>;

export interface Metric {
  /** Sets a gauge. */
  set(value: number, labels?: Labels): void;
  /** Adds to a counter, one when nothing else is said. */
  add(by?: number, labels?: Labels): void;
}

export interface Metrics {
  counter(name: string, help: string): Metric;
  gauge(name: string, help: string): Metric;
  /** Prometheus' text format 0.0.4. */
  text(): string;
}

/** Label values come from names in the program, of which there is a finite set; a fault must not grow it without end. */
const MOST_SERIES = 300;

/** Numbers by name and labels. A few lines rather than a package: no histogram is needed. */
export function createMetrics(): Metrics {
  const all = new Map<string, { readonly head: string; readonly series: Map<string, number> }>();

  const make = (type: 'counter' | 'gauge', name: string, help: string): Metric => {
    const series = new Map<string, number>();
    all.set(name, { head: `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`, series });
    const put = (labels: Labels, next: (value: number) => number) => {
      const key = keyOf(labels);
      if (!series.has(key) && series.size >= MOST_SERIES) return;
      series.set(key, next(series.get(key) ?? 0));
    };
    return {
      set: (value, labels = {}) => put(labels, () => value),
      add: (by = 1, labels = {}) => put(labels, (value) => value + by),
    };
  };

  return {
    counter: (name, help) => make('counter', name, help),
    gauge: (name, help) => make('gauge', name, help),
    text: () =>
      [...all]
        .filter(([, { series }]) => series.size > 0)
        .map(
          ([name, { head, series }]) => head + [...series].map(([key, value]) => `${name}${key} ${value}\n`).join(''),
        )
        .join(''),
  };
}

function keyOf(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
