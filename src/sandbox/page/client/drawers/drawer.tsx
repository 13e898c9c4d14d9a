import { drawer } from '../store.ts';

/** What is open at the right: faults, the wire or the guide. */
export function Drawer() {
  return drawer.value === 'none' ? null : <aside style="grid-area:drawer">{drawer.value}</aside>;
}
