import {
  address,
  choice,
  type Fields,
  isAbsent,
  isFields,
  type Path,
  snowflake,
  text,
  type Violation,
  violation,
  yesOrNo,
} from './fields.ts';

const style = { link: 5, premium: 6 } as const;

/** A button: what it must and must not carry depends on its style. */
export function checkButton(button: Fields, at: Path): readonly Violation[] {
  const wrong = [
    ...choice(button, 'style', at, [1, 2, 3, 4, 5, 6]),
    ...text(button, 'label', at, { max: 80 }),
    ...text(button, 'custom_id', at, { min: 1, max: 100 }),
    ...address(button, 'url', at, { max: 512, schemes: ['http', 'https', 'discord'] }),
    ...yesOrNo(button, 'disabled', at),
    ...(isAbsent(button['sku_id']) ? [] : snowflake(button['sku_id'], [...at, 'sku_id'])),
    ...checkEmoji(button, at),
  ];
  return wrong.length > 0 ? wrong : checkStyle(button, at);
}

function checkStyle(button: Fields, at: Path): Violation[] {
  const has = (key: string): boolean => !isAbsent(button[key]);
  if (button['style'] === style.premium) {
    return has('sku_id')
      ? refused(button, at, ['custom_id', 'label', 'url', 'emoji'])
      : [violation([...at, 'sku_id'], 'BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required')];
  }
  return [...refused(button, at, ['sku_id']), ...checkTarget(button, at), ...checkFace(button, at)];
}

/** A link leads to its url, every other button to the application. */
function checkTarget(button: Fields, at: Path): Violation[] {
  const has = (key: string): boolean => !isAbsent(button[key]);
  if (has('custom_id') && has('url')) {
    const message = 'A custom id and url cannot both be specified';
    return ['custom_id', 'url'].map((key) =>
      violation([...at, key], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message),
    );
  }
  if (button['style'] === style.link) {
    if (has('custom_id')) return refused(button, at, ['custom_id']);
    return has('url') ? [] : [violation([...at, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required')];
  }
  if (has('url')) return refused(button, at, ['url']);
  if (has('custom_id')) return [];
  return [violation([...at, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')];
}

function refused(button: Fields, at: Path, keys: readonly string[]): Violation[] {
  return keys
    .filter((key) => !isAbsent(button[key]))
    .map((key) => {
      const message = `A button of style ${String(button['style'])} cannot have the field '${key}'`;
      return violation([...at, key], 'BUTTON_COMPONENT_FIELD_NOT_ALLOWED', message);
    });
}

/** Something must be seen on it. */
function checkFace(button: Fields, at: Path): Violation[] {
  const label = button['label'];
  if ((typeof label === 'string' && label.trim() !== '') || !isAbsent(button['emoji'])) return [];
  return [violation([...at, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')];
}

/** A custom emoji has an id, a standard one is its own name. */
export function checkEmoji(owner: Fields, at: Path): Violation[] {
  const emoji = owner['emoji'];
  if (isAbsent(emoji)) return [];
  const path = [...at, 'emoji'];
  if (!isFields(emoji)) return [violation(path, 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.')];
  const { id, name } = emoji;
  if (!isAbsent(id)) {
    const isSnowflake = typeof id === 'string' && /^\d{15,20}$/.test(id);
    return isSnowflake ? [] : [violation([...path, 'id'], 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji')];
  }
  const isStandard = typeof name === 'string' && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(name);
  return isStandard ? [] : [violation([...path, 'name'], 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji')];
}
