import {
  type Fields,
  isAbsent,
  itemsOf,
  list,
  type Path,
  record,
  snowflake,
  tuple,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';

const parsed = ['roles', 'users', 'everyone'] as const;

/** Who may be mentioned: up to 100 people and roles by name, or all of a kind, not both for one kind. */
export function checkMentions(body: Fields): readonly Violation[] {
  const mentions = body['allowed_mentions'];
  if (isAbsent(mentions)) return [];
  const ids = (fields: Fields, key: string, at: Path): Violation[] =>
    list(fields, key, at, { max: 100 }, (id, path) => snowflake(id, path));
  return record(mentions, ['allowed_mentions'], (fields, at) => {
    const wrong = [
      ...list(fields, 'parse', at, {}, (item, path) =>
        parsed.some((known) => known === item)
          ? []
          : [violation(path, 'BASE_TYPE_CHOICES', `Value must be one of ${tuple(parsed)}.`)],
      ),
      ...ids(fields, 'users', at),
      ...ids(fields, 'roles', at),
      ...yesOrNo(fields, 'replied_user', at),
    ];
    if (wrong.length > 0) return wrong;
    return (['users', 'roles'] as const)
      .filter((key) => itemsOf(fields, 'parse').includes(key) && itemsOf(fields, key).length > 0)
      .map((key) => {
        const message = `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`;
        return violation(at, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
      });
  });
}
