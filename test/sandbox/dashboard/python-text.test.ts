import { expect, it } from 'vitest'
import { pythonText } from '../../../src/sandbox/dashboard/python-text.js'

it.each([
  [null, 'None'],
  [true, 'True'],
  [1.5, '1.5'],
  ["it's", '"it\'s"'],
  ['both \' and "', "'both \\' and \"'"],
  [{ a: [false, 'x'], b: {} }, "{'a': [False, 'x'], 'b': {}}"],
])('%j is shown as %s', (value, text) => {
  expect(pythonText(value)).toBe(text)
})
