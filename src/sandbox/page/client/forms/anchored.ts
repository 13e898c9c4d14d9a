export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly left: number;
  readonly width: number;
  readonly maxHeight: number;
  /** From the top of the window when it hangs below, from its bottom when it stands above. */
  readonly top?: number;
  readonly bottom?: number;
}

const GAP = 4;
const MARGIN = 8;
const NARROWEST = 220;
const HIGHEST = 340;

/** Where a list belongs that drops from a box: below where there is room for it, else above; all lengths in px. */
export function spotFor(box: Box, height: number, view: { readonly width: number; readonly height: number }): Spot {
  const width = Math.min(Math.max(box.width, NARROWEST), view.width - 2 * MARGIN);
  const left = Math.max(MARGIN, Math.min(box.left, view.width - MARGIN - width));
  const below = view.height - MARGIN - (box.top + box.height + GAP);
  const above = box.top - GAP - MARGIN;
  const wanted = Math.min(height, HIGHEST);
  const isBelow = below >= wanted || below >= above;
  const maxHeight = Math.max(0, Math.min(HIGHEST, isBelow ? below : above));
  if (isBelow) return { left, width, maxHeight, top: box.top + box.height + GAP };
  return { left, width, maxHeight, bottom: view.height - box.top + GAP };
}
