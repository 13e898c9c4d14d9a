import { Icon } from '../icon.tsx';

export const SlashIcon = () => (
  <Icon>
    <path d="M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM14.5 7l-5 10" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M4 12L3 4l18 8-18 8 1-8zm0 0h8" />
  </Icon>
);
