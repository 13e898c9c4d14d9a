/** What a text with Discord's markdown says. Whatever it holds is data: nothing of it is ever read as HTML. */
export type Mark =
  | { readonly kind: 'text' | 'code' | 'emoji'; readonly text: string }
  | { readonly kind: 'break' | 'everyone' | 'here' }
  | {
      readonly kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';
      readonly children: readonly Mark[];
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Mark[] }
  | { readonly kind: 'code block'; readonly language: string; readonly text: string }
  /** `href` is http or https, always. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Mark[] }
  /** `start` is the first number of an ordered list. */
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Mark[])[] }
  | { readonly kind: 'person' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string; readonly id: string }
  | { readonly kind: 'timestamp'; readonly seconds: number; readonly style: TimestampStyle }
  | { readonly kind: 'custom emoji'; readonly name: string }
  | { readonly kind: 'navigation'; readonly place: string };

export type TimestampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

/** Beyond these there is no date, and Discord shows what was written. */
export const LAST_SECOND = 8_640_000_000_000;
