/** What cannot be broken or mended as things are; the message is for whoever tried. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}
