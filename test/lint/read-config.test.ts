import { describe, expect, it } from 'vitest'
import { defineRule, lint, readConfig } from '../../src/lint/index.js'
import { aMonitor } from './a-monitor.js'

const rule = defineRule({
  id: 'acme/no-todo',
  severity: 'warning',
  kinds: ['monitor'],
  title: 'Unfinished.',
  why: 'Nobody finishes it later.',
  howToFix: 'Finish it.',
  examples: { good: [], bad: [] },
  check: () => undefined,
})

const messages = (config: unknown) => readConfig(config).problems.map(({ message }) => message)

describe('a configuration that nobody type-checked', () => {
  it.each([
    [undefined],
    [{}],
    [{ extends: 'strict', rules: { 'repo/priority': 'off', 'no/array': ['error'] }, custom: [rule] }],
    [{ rules: { 'repo/priority': ['error', { a: 1 }] }, overrides: [{ keys: ['a*'], rules: {} }] }],
  ])('is used as it is where it is right: %j', config => {
    expect(messages(config)).toEqual([])
  })

  it.each([
    ['lint: []', [], '`lint` is not an object.'],
    ['lint: null', null, '`lint` is not an object.'],
    ['a misspelt setting', { rule: {} }, '`lint` has the unknown setting `rule`.'],
    ['rules: text', { rules: 'off' }, '`rules` is not an object.'],
    ['rules: list', { rules: ['repo/priority'] }, '`rules` is not an object.'],
    [
      'a number for a severity',
      { rules: { 'repo/priority': 7 } },
      '`rules["repo/priority"]` is neither a severity nor a list of a severity and options.',
    ],
    [
      'null for a severity',
      { rules: { a: null } },
      '`rules["a"]` is neither a severity nor a list of a severity and options.',
    ],
    [
      'options that are none',
      { rules: { a: ['error', 'x'] } },
      '`rules["a"]` is neither a severity nor a list of a severity and options.',
    ],
    ['overrides: object', { overrides: { rules: {} } }, '`overrides` is not a list.'],
    ['an override: text', { overrides: ['x'] }, '`overrides[0]` is not an object.'],
    [
      'a misspelt condition',
      { overrides: [{ file: ['x'], rules: {} }] },
      '`overrides[0]` has the unknown setting `file`.',
    ],
    [
      'a condition: text',
      { overrides: [{ files: 'x', rules: {} }] },
      '`files` of `overrides[0]` is not a list of texts.',
    ],
    ['an override without rules', { overrides: [{ keys: [] }] }, '`overrides[0]` has no `rules`.'],
    [
      'a wrong severity in an override',
      { overrides: [{ rules: { a: {} } }] },
      '`overrides[0]["a"]` is neither a severity nor a list of a severity and options.',
    ],
    ['custom: a rule', { custom: rule }, '`custom` is not a list.'],
    ['custom: text', { custom: ['acme/x'] }, '`custom[0]` is not a rule.'],
    [
      'a rule without a check',
      { custom: [{ ...rule, check: undefined, kinds: 'monitor' }] },
      'The rule `acme/no-todo` (`custom[0]`) cannot be used: `kinds` is not a list of monitor, slo and dashboard, `check` is not a function.',
    ],
    [
      'a rule with a name of one word',
      { custom: [{ ...rule, id: 'todo', severity: 'fatal', examples: [] }] },
      'The rule `todo` (`custom[0]`) cannot be used: `id` is not like `acme/no-todo`, `severity` is not error, warning or info, `examples` has no lists `good` and `bad`.',
    ],
  ])('%s is told and left out', (_, config, message) => {
    expect(messages(config)).toEqual([message])
  })

  it('does not let an override apply everywhere whose condition is misspelt', () => {
    const config = JSON.parse('{"overrides":[{"file":["x"],"rules":{"message/empty-name":"off"}}]}')
    expect(lint([aMonitor({ name: '' })], config).map(({ rule: id }) => id)).toEqual([
      'lint/config',
      'message/empty-name',
    ])
  })
})
