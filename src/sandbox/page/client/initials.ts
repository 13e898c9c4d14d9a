/** The first letters of the first words, as Discord shows a server that has no picture. @param most letters */
export function initials(name: string, most = 3): string {
  const words = name.split(/[\s_-]+/u).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  const letters = words.flatMap((word) => [...word].slice(0, 1));
  return letters.slice(0, most).join('') || [...name.trim()].slice(0, 1).join('');
}
