/** Does something at most every `ms`, and once after the last asking. */
export function seldom(ms: number, act: () => void): { ask(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  let asked = false;
  const run = () => {
    timer = undefined;
    if (!asked) return;
    asked = false;
    act();
    timer = setTimeout(run, ms);
  };
  return {
    ask() {
      asked = true;
      timer ??= setTimeout(run, 0);
    },
    cancel: () => clearTimeout(timer),
  };
}
