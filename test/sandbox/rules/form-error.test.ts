import { describe, expect, it } from 'vitest';
import { formError } from '../../../src/sandbox/rules/form-error.ts';
import { checkMessage } from '../../../src/sandbox/rules/message.ts';

describe('the body of a 50035', () => {
  it('nests each error under the keys and indexes of its place', () => {
    const violations = checkMessage(
      {
        content: 'x'.repeat(2001),
        components: [{ type: 1, components: [{ type: 2, style: 9 }] }, { type: 10 }],
      },
      { kind: 'create', files: [] },
    );
    expect(formError(violations)).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
        components: {
          '0': {
            components: {
              '0': {
                style: {
                  _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Value must be one of (1, 2, 3, 4, 5, 6).' }],
                },
              },
            },
          },
          '1': {
            _errors: [{ code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of (1,).' }],
          },
        },
      },
    });
  });

  it('begins at data when the message answers an interaction', () => {
    const violations = checkMessage({ content: 'x'.repeat(2001) }, { kind: 'interaction', files: [] });
    expect(formError(violations, ['data']).errors).toEqual({
      data: {
        content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
      },
    });
  });

  it('collects several errors of one place', () => {
    const violations = ['A', 'B'].map((code) => ({ path: ['name'], code, message: code }));
    expect(formError(violations).errors).toEqual({
      name: {
        _errors: [
          { code: 'A', message: 'A' },
          { code: 'B', message: 'B' },
        ],
      },
    });
  });

  it('stands at the top for the body itself', () => {
    expect(formError([{ path: [], code: 'A', message: 'a' }]).errors).toEqual({
      _errors: [{ code: 'A', message: 'a' }],
    });
  });
});
