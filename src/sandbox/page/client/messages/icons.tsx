import { Icon } from '../icon.tsx';

export const BellOffIcon = () => (
  <Icon size={16}>
    <path d="M6 17V11a6 6 0 0 1 9-5.2M18 11v6M4 17h16M10 20.5h4M4 3l16 18" />
  </Icon>
);
export const OutIcon = () => (
  <Icon size={16}>
    <path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={16}>
    <path d="M12 4v15M5 12l7 7 7-7" />
  </Icon>
);
export const BackIcon = () => (
  <Icon size={24}>
    <path d="M15 4l-8 8 8 8" />
  </Icon>
);
export const OnIcon = () => (
  <Icon size={24}>
    <path d="M9 4l8 8-8 8" />
  </Icon>
);
export const FileIcon = () => (
  <Icon size={32}>
    <path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7" />
  </Icon>
);
export const PictureIcon = () => (
  <Icon size={24}>
    <path d="M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5" />
    <circle cx="15" cy="9" r="1.5" />
  </Icon>
);
export const CommandIcon = () => (
  <Icon size={16}>
    <path d="M4 4h16v16H4zM14 8l-4 8" />
  </Icon>
);
