const Icon = ({ d, size = 20 }: { d: string; size?: number }) => (
  <svg
    class="composer-icon"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={d} />
  </svg>
);

export const SlashIcon = () => (
  <Icon d="M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM14.5 7l-5 10" />
);
export const SendIcon = () => <Icon d="M4 12L3 4l18 8-18 8 1-8zm0 0h8" />;
export const CrossIcon = ({ size = 16 }: { size?: number }) => <Icon d="M6 6l12 12M18 6L6 18" size={size} />;
export const WarningIcon = () => <Icon d="M12 4l9 16H3L12 4zm0 6v4m0 3v.01" size={18} />;
export const EyeIcon = () => (
  <Icon d="M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6zm7 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0" size={14} />
);
