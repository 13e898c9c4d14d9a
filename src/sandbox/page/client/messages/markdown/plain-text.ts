import type { Mark } from './tree.ts';

/** How a name is found for what a text mentions, and how an instant is worded. */
export interface Naming {
  readonly person: (id: string) => string;
  readonly channel: (id: string) => string;
  readonly role: (id: string) => string;
  readonly time: (seconds: number, style: string) => string;
}

/** The words alone, for a line that sums a message up and for what is read aloud; spoilers stay covered. */
export function plainText(marks: readonly Mark[], naming: Naming): string {
  return marks
    .map((mark) => wordsOf(mark, naming))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(mark: Mark, naming: Naming): string {
  const inner = (children: readonly Mark[]) => children.map((child) => wordsOf(child, naming)).join('');
  switch (mark.kind) {
    case 'text':
    case 'code':
    case 'emoji':
      return mark.text;
    case 'code block':
      return ` ${mark.text} `;
    case 'break':
      return ' ';
    case 'everyone':
    case 'here':
      return `@${mark.kind}`;
    case 'spoiler':
      return '(spoiler)';
    case 'heading':
    case 'quote':
    case 'subtext':
      return `${inner(mark.children)} `;
    case 'list':
      return mark.items.map((item) => `${inner(item)}, `).join('');
    case 'person':
      return `@${naming.person(mark.id)}`;
    case 'channel':
      return `#${naming.channel(mark.id)}`;
    case 'role':
      return `@${naming.role(mark.id)}`;
    case 'command':
      return `/${mark.name}`;
    case 'timestamp':
      return naming.time(mark.seconds, mark.style);
    case 'custom emoji':
      return `:${mark.name}:`;
    case 'navigation':
      return NAVIGATION[mark.place] ?? mark.place;
    default:
      return inner(mark.children);
  }
}

/** As Discord calls the places that `<id:…>` leads to. */
export const NAVIGATION: Readonly<Record<string, string>> = {
  customize: 'Channels & Roles',
  browse: 'Browse Channels',
  guide: 'Server Guide',
  'linked-roles': 'Linked Roles',
};
