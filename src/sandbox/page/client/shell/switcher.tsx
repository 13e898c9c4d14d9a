import { useSignal } from '@preact/signals';
import { Avatar } from '../avatar.tsx';
import { asId, page, pingsOf } from '../store.ts';
import { placeOf } from '../wall-clock.ts';
import { Badge } from './badge.tsx';
import { type CastGroup, type CastMember, castOf, languageOf } from './cast.ts';
import { playIn } from './go.ts';
import { LocalTime } from './local-time.tsx';
import { Popover } from './popover.tsx';

/** So many people can be looked through without a filter. */
const FEW = 8;

/** Everybody that there is, for one to be picked and played. */
export function Switcher({ onClose }: { onClose: () => void }) {
  const filter = useSignal('');
  const state = page.value;
  if (state === undefined) return null;
  const isMany = castOf(state).reduce((sum, { members }) => sum + members.length, 0) > FEW;
  const groups = castOf(state, filter.value);
  const pick = (group: CastGroup, { person }: CastMember) => {
    onClose();
    void playIn(person.id, group.id);
  };
  return (
    <Popover label="Play somebody else" class="cast" onClose={onClose}>
      {isMany && (
        <input
          class="shell-field cast-filter"
          type="search"
          aria-label="Find somebody"
          placeholder="Find somebody"
          data-first
          value={filter.value}
          onInput={(event) => {
            filter.value = event.currentTarget.value;
          }}
        />
      )}
      {groups.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h3>{group.name}</h3>
          <ul>
            {group.members.map((member) => (
              <li key={member.person.id}>
                <CastButton member={member} onPick={() => pick(group, member)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <p class="cast-none" role="status">
          Nobody here is called that.
        </p>
      )}
    </Popover>
  );
}

function CastButton({ member: { person, role }, onPick }: { member: CastMember; onPick: () => void }) {
  const isPlayed = person.id === asId.value;
  const pings = isPlayed ? 0 : pingsOf(person.id);
  return (
    <button type="button" class="cast-member" aria-current={isPlayed ? 'true' : undefined} onClick={onPick}>
      <Avatar id={person.id} name={person.name} />
      <span class="cast-words">
        <span class="cast-name">
          {person.name}
          {role !== undefined && <span class="cast-role"> {role}</span>}
        </span>
        <span class="cast-where">
          <LocalTime zone={person.zone} /> in {placeOf(person.zone)} · {languageOf(person.locale)}
        </span>
      </span>
      {pings > 0 && <span class="visually-hidden">{pings} new</span>}
      <Badge count={pings} />
    </button>
  );
}
