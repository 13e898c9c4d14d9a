import { notices } from '../store.ts';

export function Notices() {
  return (
    <div role="status">
      {notices.value.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
