import { Icon, type IconProps } from '../icon.tsx';

export const HashLockIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M9.5 4 7.5 20M4.5 9H12M3.5 15h9M15.2 14l-.7 6" />
    <rect x="15" y="6" width="7" height="5.5" rx="1" fill="currentColor" stroke="none" />
    <path d="M16.6 6V4.6a1.9 1.9 0 0 1 3.8 0V6" stroke-width="1.6" />
  </Icon>
);

export const AtIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="12" cy="12" r="4" />
    <path d="M16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.6 7.2" />
  </Icon>
);

export const HomeIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 4v-4h-1A1.5 1.5 0 0 1 4 14.5z" />
    <path d="M8.5 10h7" />
  </Icon>
);

export const MenuIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M4 6.5h16M4 12h16M4 17.5h16" />
  </Icon>
);

export const MembersIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="9" cy="8" r="3.5" />
    <path d="M2.5 19.5c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.6c1.9.9 3.1 2.5 3.5 4.9" />
  </Icon>
);

export const SwapIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M4 8.5h15M15.5 5 19 8.5 15.5 12M20 15.5H5M8.5 12 5 15.5 8.5 19" />
  </Icon>
);

export const GearIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 2.8v2.7M12 18.5v2.7M2.8 12h2.7M18.5 12h2.7M5.5 5.5l1.9 1.9M16.6 16.6l1.9 1.9M5.5 18.5l1.9-1.9M16.6 7.4l1.9-1.9" />
    <circle cx="12" cy="12" r="6.3" />
  </Icon>
);

export const PlusIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const PlayIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />
  </Icon>
);

export const PauseIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M8.5 6v12M15.5 6v12" stroke-width="3.5" />
  </Icon>
);

export const NextIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M6 6v12l9-6z" fill="currentColor" />
    <path d="M18.5 6v12" stroke-width="2.5" />
  </Icon>
);

export const WireIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M2.5 12H7l2.5-7 5 14 2.5-7h4.5" />
  </Icon>
);

export const GuideIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="12" cy="12" r="9.2" />
    <path d="M9.3 9.3a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3.9-1.3 1.9M12 17v.1" />
  </Icon>
);

export const MoreIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M5.5 12h.1M12 12h.1M18.5 12h.1" stroke-width="3.5" />
  </Icon>
);
