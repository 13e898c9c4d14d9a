import { ChannelList } from './channel-list.tsx';
import { Rail } from './rail.tsx';
import { UserPanel } from './user-panel.tsx';
import './sidebar.css';

/** Where one can be, and who one is there. */
export function Sidebar() {
  return (
    <div class="sidebar" id="sidebar">
      <Rail />
      <ChannelList />
      <UserPanel />
    </div>
  );
}
