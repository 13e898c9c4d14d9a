import { goTo, play } from '../actions.ts';
import { page } from '../store.ts';

export function Sidebar() {
  return (
    <nav style="grid-area:places" aria-label="Places">
      {page.value?.servers.flatMap((server) =>
        server.channels.map((channel) => (
          <button type="button" key={channel.id} onClick={() => goTo(channel.id)}>
            #{channel.name}
          </button>
        )),
      )}
      {page.value?.people
        .filter(({ isBot }) => !isBot)
        .map((person) => (
          <button type="button" key={person.id} onClick={() => play(person.id)}>
            {person.name}
          </button>
        ))}
    </nav>
  );
}
