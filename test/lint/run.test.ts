import { describe, expect, it } from 'vitest'
import { defineRule, type LintConfig, lint } from '../../src/lint/index.js'
import type { Resource } from '../../src/model/index.js'
import { aMonitor } from './a-monitor.js'

const ids = (resources: readonly Resource[], config: LintConfig = {}) =>
  lint(resources, config).map(({ rule }) => rule)

/** The monitor that issue 2 of the project begins with. */
const pasted = {
  type: 'query alert',
  query:
    "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
  name: '',
  message: '',
  tags: [],
  options: {
    thresholds: { critical: 1, critical_recovery: 0 },
    notify_audit: false,
    require_full_window: false,
    notify_no_data: false,
    no_data_timeframe: 10,
    renotify_interval: 0,
    threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
    include_tags: false,
  },
}

describe('lint', () => {
  it('finds the faults of a monitor that somebody pasted, and what is only advice', () => {
    const found = lint([{ kind: 'monitor', key: 'pasted', management: {}, definition: pasted }])
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error message/empty-name',
      'warning message/no-notification',
      'warning repo/owner-tag',
      'info anomaly/basic-ignores-seasonality',
      'info nodata/timeframe-ignored',
      'info query/star-scope',
      'info repo/priority',
    ])
  })

  it('has nothing to say about a careful monitor', () => {
    expect(ids([aMonitor()])).toEqual([])
  })

  it('points at the piece of the query', () => {
    const [finding] = lint([aMonitor({ options: { thresholds: { critical: 5 } } })])
    const { start = 0, end = 0 } = finding?.span ?? {}
    expect(finding).toMatchObject({ rule: 'threshold/mismatch', path: ['options', 'thresholds', 'critical'] })
    expect(finding?.frameText?.slice(start, end)).toBe('4')
  })

  const queryOver = (role: string) => `avg(last_5m):avg:system.load.1{role:${role}} by {host} > 4`

  it('sorts by file, line, severity and rule', () => {
    const at = (file: string, line: number, key: string) =>
      aMonitor({ name: '', tags: [], query: queryOver(key) }, { key, origin: { file, line, column: 1 } })
    const found = lint([at('b.ts', 1, 'three'), at('a.ts', 20, 'two'), at('a.ts', 3, 'one')])
    expect(found.map(({ resource, rule }) => `${resource} ${rule}`)).toEqual([
      'monitor.one message/empty-name',
      'monitor.one repo/owner-tag',
      'monitor.two message/empty-name',
      'monitor.two repo/owner-tag',
      'monitor.three message/empty-name',
      'monitor.three repo/owner-tag',
    ])
  })

  it('gives plain JSON', () => {
    const found = lint([aMonitor({ message: '{{#is_alrt}}@slack-sre{{/is_alrt}}', tags: [] })])
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  it.each([
    ['a monitor without a query', { query: undefined }],
    ['a query that is a number', { query: 5 }],
    ['options that are a list', { options: [] }],
    ['thresholds that are text', { options: { thresholds: 'high' } }],
    ['tags that are text', { tags: 'team:sre' }],
  ])('says one thing about %s', (_, changes) => {
    expect(ids([aMonitor(changes as never)])).toEqual(['definition/shape'])
  })
})

describe('a rule that throws', () => {
  const broken = defineRule({
    id: 'acme/broken',
    severity: 'warning',
    kinds: ['monitor'],
    title: 'Throws.',
    why: 'It is broken.',
    howToFix: 'Repair it.',
    examples: { good: [], bad: [] },
    check: () => {
      throw new Error('no such thing')
    },
  })

  it('is reported with its id and the definition, and the others go on', () => {
    const found = lint([aMonitor({ name: '' })], { custom: [broken] })
    expect(found.map(({ rule, resource }) => `${rule} ${resource}`)).toEqual([
      'lint/rule-failure monitor.load',
      'message/empty-name monitor.load',
    ])
    expect(found[0]?.message).toContain('`acme/broken` failed on this definition: no such thing')
  })

  it('is reported too when it throws while it yields', () => {
    const late = {
      ...broken,
      *check() {
        yield { message: 'One.' }
        throw new Error('late')
      },
    }
    expect(ids([aMonitor()], { custom: [late] })).toEqual(['lint/rule-failure'])
  })
})

describe('a rule of the user', () => {
  const noTodo = defineRule({
    id: 'acme/no-todo',
    severity: 'warning',
    kinds: ['monitor'],
    title: 'A message is unfinished.',
    why: 'Somebody reads it at night.',
    howToFix: 'Finish it.',
    options: { word: { description: 'The word.', default: 'TODO' } },
    examples: { good: [], bad: [] },
    check: ({ definition, options }) =>
      definition.message?.includes(options.word)
        ? { message: `The message holds ${options.word}.` }
        : undefined,
  })

  it('runs like the others', () => {
    expect(ids([aMonitor({ message: 'TODO @slack-sre' })], { custom: [noTodo] })).toEqual(['acme/no-todo'])
  })

  it('takes its options from the configuration', () => {
    const config = { custom: [noTodo], rules: { 'acme/no-todo': ['error', { word: 'FIXME' }] } } as const
    const [finding] = lint([aMonitor({ message: 'FIXME @slack-sre' })], config)
    expect(finding).toMatchObject({ severity: 'error', message: 'The message holds FIXME.' })
  })
})
