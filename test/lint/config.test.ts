import { describe, expect, it } from 'vitest'
import { checkConfig, type LintConfig, lint, rules } from '../../src/lint/index.js'
import { aMonitor } from './a-monitor.js'

const nameless = aMonitor({ name: '' }, { origin: { file: 'monitors/team/load.ts', line: 1, column: 1 } })
const severities = (config: LintConfig) =>
  lint([nameless], config).map(({ severity, rule }) => `${severity} ${rule}`)

describe('the severity of a rule', () => {
  it.each<[string, LintConfig, string[]]>([
    ['is its own', {}, ['error message/empty-name']],
    ['may be configured', { rules: { 'message/empty-name': 'info' } }, ['info message/empty-name']],
    ['may be off', { rules: { 'message/empty-name': 'off' } }, []],
    [
      'may come with options',
      { rules: { 'message/empty-name': ['warning', {}] } },
      ['warning message/empty-name'],
    ],
    [
      'is overridden by the last setting that applies',
      {
        rules: { 'message/empty-name': 'off' },
        overrides: [
          { files: ['monitors/**'], rules: { 'message/empty-name': 'warning' } },
          { keys: ['lo*'], rules: { 'message/empty-name': 'info' } },
        ],
      },
      ['info message/empty-name'],
    ],
    [
      'is not touched by an override of other files',
      { overrides: [{ files: ['slos/**'], rules: { 'message/empty-name': 'off' } }] },
      ['error message/empty-name'],
    ],
    [
      'is not touched by an override of which one list does not match',
      { overrides: [{ files: ['monitors/**'], tags: ['team:web'], rules: { 'message/empty-name': 'off' } }] },
      ['error message/empty-name'],
    ],
    [
      'is touched by an override for a tag',
      { overrides: [{ tags: ['team:*'], rules: { 'message/empty-name': 'off' } }] },
      [],
    ],
  ])('%s', (_, config, expected) => {
    expect(severities(config)).toEqual(expected)
  })
})

describe('extends', () => {
  it('turns on rules that are off otherwise', () => {
    expect(severities({})).not.toContain('warning message/no-runbook')
    expect(severities({ extends: 'strict' })).toContain('warning message/no-runbook')
  })
})

describe('checkConfig', () => {
  const problems = (config: LintConfig) =>
    checkConfig(config, rules).map(({ message, hint }) => `${message} ${hint}`)

  it.each<[string, LintConfig, string]>([
    [
      'an unknown rule',
      { rules: { 'message/emptyname': 'off' } },
      'There is no lint rule `message/emptyname`. Did you mean `message/empty-name`?',
    ],
    [
      'an unknown rule of an override',
      { overrides: [{ keys: ['a'], rules: { 'repo/owner-tags': 'off' } }] },
      'There is no lint rule `repo/owner-tags`. Did you mean `repo/owner-tag`?',
    ],
    [
      'a severity that is none',
      { rules: { 'message/empty-name': 'fatal' as never } },
      '`fatal` is not a severity of `message/empty-name`. Write one of: off, info, warning, error.',
    ],
    [
      'an unknown option',
      { rules: { 'repo/owner-tag': ['error', { key: ['team'] }] } },
      'The rule `repo/owner-tag` has no option `key`. Did you mean `keys`?',
    ],
    [
      'an option of another type',
      { rules: { 'repo/owner-tag': ['error', { keys: 'team' }] } },
      'The option `keys` of `repo/owner-tag` must be a list of strings. Tag keys that name an owner; one of them is enough.',
    ],
    [
      'an unknown set',
      { extends: 'all' as never },
      'There is no set of rules `all`. Write `recommended` or `strict`.',
    ],
  ])('reports %s', (_, config, expected) => {
    expect(problems(config)).toEqual([expected])
  })

  it('is part of what lint returns', () => {
    const found = lint([], { rules: { 'message/emptyname': 'off' } })
    expect(found).toMatchObject([{ rule: 'lint/config', resource: 'project', severity: 'error' }])
  })

  it('has nothing to say about the defaults', () => {
    expect(problems({})).toEqual([])
  })
})
