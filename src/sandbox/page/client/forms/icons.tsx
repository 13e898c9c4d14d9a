import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import type { Choice } from './picking.ts';
import './icons.css';

/** Drawn on 20 by 20, where the others have 24. */
const On20 = ({ d, size = 20 }: { d: string; size?: number }) => (
  <Icon size={size}>
    <path d={d} transform="scale(1.2)" stroke-width="1.6" />
  </Icon>
);

export const ChevronIcon = () => <On20 d="M5 8l5 5 5-5" />;
export const SearchIcon = () => <On20 d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4" size={16} />;
export const InfoIcon = () => <On20 d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v5M10 6h.01" size={16} />;

const PATHS: Readonly<Partial<Record<Choice['sort'], string>>> = {
  role: 'M10 2.5l6 2.3v4.4c0 3.8-2.5 6.6-6 8.3-3.5-1.7-6-4.5-6-8.3V4.8z',
  channel: 'M8 3L6.5 17M13.5 3L12 17M3.5 7.2h14M2.5 12.8h14',
  voice: 'M3 8v4h3l4 3.5v-11L6 8zM13 7.2a4 4 0 0 1 0 5.6M15.2 5a7 7 0 0 1 0 10',
  category: 'M3 5.5h5l1.5 2H17v8H3z',
  announcements: 'M3 8.5v3l9 4v-11zM15 8a3 3 0 0 1 0 4M6 13v3',
};

/** What stands before a choice's name; nothing before an option without an emoji. */
export function ChoiceIcon({ choice }: { choice: Choice }) {
  if (choice.sort === 'person') return <Avatar id={choice.value} name={choice.label} size={16} />;
  const path = PATHS[choice.sort];
  if (path !== undefined) return <On20 d={path} />;
  const { id, name } = choice.emoji ?? {};
  if (name === undefined || name === null) return null;
  return (
    <span class="form-emoji" aria-hidden="true">
      {id === undefined || id === null ? name : `:${name}:`}
    </span>
  );
}
