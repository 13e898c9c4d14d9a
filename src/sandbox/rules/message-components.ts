import { componentList, componentType, duplicates, everyComponent } from './components.ts';
import { type Fields, lengthOf, type Path, type Violation, violation } from './fields.ts';
import { type FileNames, layoutKinds, legacyKinds } from './layout.ts';

const maxRows = 5;
const maxComponents = 40;
const maxText = 4000;

/** The components of a message: each in its place, then what holds over all of them together. */
export function checkComponents(body: Fields, at: Path, isV2: boolean, files: FileNames): readonly Violation[] {
  const wrong = isV2
    ? componentList(body, at, {}, layoutKinds(files))
    : componentList(body, at, { max: maxRows }, legacyKinds);
  if (wrong.length > 0) return wrong;
  const placed = everyComponent(body, at);
  const path = [...at, 'components'];
  if (isV2 && placed.length > maxComponents) {
    const message = `Total number of components exceeds maximum of ${maxComponents}`;
    return [violation(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message)];
  }
  const texts = placed.filter(({ component }) => component['type'] === componentType.textDisplay);
  if (texts.reduce((sum, { component }) => sum + lengthOf(component, 'content'), 0) > maxText) {
    const message = `Components displayable text size exceeds maximum size of ${maxText}`;
    return [violation(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message)];
  }
  return duplicates(placed);
}
