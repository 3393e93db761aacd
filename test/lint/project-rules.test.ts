import { describe, expect, it } from 'vitest'
import { defineRule, lint } from '../../src/lint/index.js'
import { type MonitorDefinition, queryOf } from '../../src/model/index.js'
import { aMonitor } from './a-monitor.js'

/** Says of each monitor what it remembered of all of them. */
function comparing(asked: string[]) {
  const remembered = new Map<string, string>()
  return defineRule({
    id: 'acme/compare',
    severity: 'warning',
    kinds: ['monitor'],
    title: 'Monitors are compared.',
    why: 'This is a rule of a test. It shows the order of a run.',
    howToFix: 'Nothing.',
    examples: { good: [], bad: [] },
    runs: 'project',
    remembers: ({ key, definition }) => {
      asked.push(`remembers ${key}`)
      remembered.set(key, definition.query)
    },
    check: ({ resource }) => {
      asked.push(`checks ${resource.key}`)
      return { message: `${remembered.size} monitors.` }
    },
  })
}

const two = [aMonitor({}, { key: 'a' }), aMonitor({ name: 'Another' }, { key: 'b' })]

describe('a rule about the project', () => {
  it('remembers every resource before it is asked about one', () => {
    const asked: string[] = []
    const found = lint(two, { custom: [comparing(asked)] })
    expect(asked).toEqual(['remembers a', 'remembers b', 'checks a', 'checks b'])
    const own = found.filter(({ rule }) => rule === 'acme/compare')
    expect(own.map(({ message }) => message)).toEqual(['2 monitors.', '2 monitors.'])
  })

  it('costs nothing when it is off', () => {
    const asked: string[] = []
    lint(two, { custom: [comparing(asked)], rules: { 'acme/compare': 'off' } })
    expect(asked).toEqual([])
  })

  it('is hidden by a suppression, which then is used', () => {
    const suppress = [{ rule: 'acme/compare', reason: 'It is a test.' }]
    const monitor = aMonitor({}, { management: { suppress } })
    const found = lint([monitor], { custom: [comparing([])] })
    expect(found.map(({ rule }) => rule)).toEqual([])
  })
})

it('a run leaves no tree of a query behind', () => {
  const monitor = aMonitor()
  const definition = monitor.definition as MonitorDefinition
  const before = queryOf(definition)
  expect(queryOf(definition)).toBe(before)
  lint([monitor])
  expect(queryOf(definition)).not.toBe(before)
})
