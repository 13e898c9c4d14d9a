/** Something that falls due at an instant. Order settles ties: first asked, first fired. */
export interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => unknown;
  cancelled: boolean;
}

export interface Timers {
  add(at: number, fire: () => unknown): Timer;
  /** The earliest that is not cancelled. */
  peek(): Timer | undefined;
  pop(): Timer | undefined;
}

const before = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap. Cancelled timers are dropped when they reach the top. */
export function timers(): Timers {
  const heap: Timer[] = [];
  let order = 0;

  const swap = (i: number, j: number) => {
    const a = heap[i];
    const b = heap[j];
    if (a !== undefined && b !== undefined) {
      heap[i] = b;
      heap[j] = a;
    }
  };
  const less = (i: number, j: number) => {
    const a = heap[i];
    const b = heap[j];
    return a !== undefined && b !== undefined && before(a, b);
  };
  const rise = (from: number) => {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!less(i, parent)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const sink = () => {
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      const smaller = less(left + 1, left) ? left + 1 : left;
      if (!less(smaller, i)) return;
      swap(i, smaller);
      i = smaller;
    }
  };
  const removeTop = () => {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      sink();
    }
    return top;
  };
  const dropCancelled = () => {
    while (heap[0]?.cancelled) removeTop();
  };

  return {
    add(at, fire) {
      const timer: Timer = { at, order: order++, fire, cancelled: false };
      heap.push(timer);
      rise(heap.length - 1);
      return timer;
    },
    peek() {
      dropCancelled();
      return heap[0];
    },
    pop() {
      dropCancelled();
      return removeTop();
    },
  };
}
