import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { Day, Instant } from '../../coach/day.ts';
import { countsOf, exportCsv, exportJson, type MyCounts, type MyRows } from '../../coach/my-data.ts';
import type { Text } from '../en.ts';
import { button, card, fileShown, type MessageBody, row, words } from '../parts.ts';

/** All that is kept of a member, in two files. `day` names them. */
export function exportCard(text: Text, rows: MyRows, day: Day, now: Instant): MessageBody {
  const { mydata } = text;
  const all = {
    name: `${mydata.files.all}-${day}.json`,
    type: 'application/json',
    content: exportJson({ rows, now, words: mydata }),
  };
  const checkIns = { name: `${mydata.files.checkIns}-${day}.csv`, type: 'text/csv', content: exportCsv(rows) };
  return {
    ...card(
      'plain',
      words(mydata.exported(countsOf(rows)), mydata.whichFile),
      fileShown(all.name),
      fileShown(checkIns.name),
    ),
    files: [all, checkIns],
  };
}

/** @param argument of the button: whose data it is about */
export function deleteAskCard({ mydata }: Text, counts: MyCounts, argument: string): MessageBody {
  return card(
    'plain',
    words(mydata.ask(counts), mydata.askPosts, mydata.exportFirst),
    row(button('mydata-delete', argument, mydata.deleteButton, 'danger')),
  );
}

export interface Deleted {
  readonly removed: MyCounts;
  readonly posts: number;
  readonly found: number;
  readonly isKnownElsewhere: boolean;
}

export function deletedCard({ mydata }: Text, { removed, posts, found, isKnownElsewhere }: Deleted): MessageBody {
  return card(
    'plain',
    words(
      mydata.deleted(removed),
      mydata.searched(found),
      posts > 0 ? mydata.posts(posts) : undefined,
      isKnownElsewhere ? mydata.elsewhere : undefined,
      mydata.backups,
      mydata.goodbye,
    ),
  );
}

/** The id in a mention of somebody. */
const MENTION = /<@!?(\d+)>/g;

/**
 * A post that mentions nobody but those whom it still may: each line with mentions has what stays of them, and one with
 * nothing left is gone. Undefined when the post is so already.
 */
export function namingOnly(
  text: Text,
  shown: readonly APIMessageTopLevelComponent[],
  mayName: ReadonlySet<string>,
): readonly APIMessageTopLevelComponent[] | undefined {
  const changed = shown.map((component) => cleared(text, component, mayName));
  return changed.every((component, index) => component === shown[index]) ? undefined : changed;
}

function cleared<Shown extends { type: ComponentType }>(
  text: Text,
  component: Shown,
  mayName: ReadonlySet<string>,
): Shown {
  if (component.type === ComponentType.TextDisplay && 'content' in component) {
    const content = clearedText(text, String(component.content), mayName);
    return content === component.content ? component : { ...component, content };
  }
  if (!('components' in component) || !Array.isArray(component.components)) return component;
  const inside: Shown[] = component.components;
  const changed = inside.map((child) => cleared(text, child, mayName));
  return changed.every((child, index) => child === inside[index]) ? component : { ...component, components: changed };
}

function clearedText({ daily }: Text, content: string, mayName: ReadonlySet<string>): string {
  const lines = content.split('\n').flatMap((line) => {
    const named = [...line.matchAll(MENTION)].map(([, id]) => id ?? '');
    const stays = named.filter((id) => mayName.has(id));
    if (stays.length === named.length) return [line];
    return stays.length === 0 ? [] : [daily.callFor(stays.map((id) => `<@${id}>`))];
  });
  return lines.join('\n');
}
