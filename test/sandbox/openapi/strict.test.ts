import * as exported from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { describedSchema } from '../../../src/sandbox/openapi/description.ts';
import { issuesOf } from '../../../src/sandbox/openapi/issues.ts';
import { strictNamed } from '../../../src/sandbox/openapi/strict.ts';
import { sample, withKey } from './sample.ts';

const names = Object.keys(exported)
  .filter((name) => name.endsWith('Schema'))
  .map((name) => name.slice(0, -'Schema'.length));

describe('the strict copy of the description', () => {
  it('takes what each of the 538 schemas describes, and no object in it with one key more, however deep', () => {
    let objects = 0;
    for (const name of names) {
      const schema = strictNamed(name);
      for (const pick of [0, 3]) {
        const { value, objects: paths } = sample(schema, 2, pick);
        expect(issuesOf(schema, value), `a sample of ${name}`).toEqual([]);
        for (const path of paths) {
          const surprised = issuesOf(schema, withKey(value, path, 'surprise'));
          expect(surprised.length, `${name} with one key more at ${path.join('.')}`).toBeGreaterThan(0);
        }
        objects += paths.length;
      }
    }
    expect(names).toHaveLength(538);
    expect(objects).toBeGreaterThan(2000);
  });

  it('leaves the description itself as lax as it is', () => {
    const lax = describedSchema('AccountResponse');
    expect(issuesOf(lax, { id: '1', name: 'Ana', surprise: 1 })).toEqual([]);
    expect(issuesOf(strictNamed('AccountResponse'), { id: '1', name: 'Ana', surprise: 1 })).toEqual([
      { path: ['surprise'], message: 'Unknown key' },
    ]);
  });
});
