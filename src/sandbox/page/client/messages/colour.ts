/** A colour as Discord gives it (0xRRGGBB) as CSS has it; nothing for none. */
export const colourOf = (colour: number | null | undefined): string | undefined =>
  colour == null ? undefined : `#${(colour & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
