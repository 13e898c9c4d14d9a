/** Shown when the page cannot be opened at all. */
export function Closed({ why }: { why: string }) {
  return <p role="alert">{why}</p>;
}
