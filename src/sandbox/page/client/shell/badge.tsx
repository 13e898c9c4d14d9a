/** How much is new, in a red pill; nothing for none. What it means is said beside it. */
export function Badge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="shell-badge" aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}
