import { describe, expect, it } from 'vitest'
import { composite, dashboard, live, monitor, planning, slo, steps, unmarked, warnings } from './harness.js'

describe('a plan', () => {
  it('is empty when the account says what the code says', () => {
    const result = planning([monitor('a'), slo('s')], [live(monitor('a'), '1'), live(slo('s'), 'x')])
    expect(result.ok && result.plan).toEqual({
      version: 1,
      project: 'shop',
      account: 'prod',
      changes: [],
      unchanged: 2,
      warnings: [],
    })
  })

  it('creates, updates and deletes', () => {
    const objects = [live(monitor('b', { message: 'old' }), '1'), live(monitor('c'), '2')]
    expect(steps(planning([monitor('a'), monitor('b')], objects))).toEqual([
      'update monitor.b',
      'create monitor.a',
      'delete monitor.c',
    ])
  })

  it('leaves alone what carries no mark, or the mark of another project', () => {
    const other = live(monitor('a'), '2', { tags: ['dogma:other/a'] })
    expect(steps(planning([], [unmarked('monitor', '1'), unmarked('dashboard', 'x'), other]))).toEqual([])
  })

  it('resolves references to what exists and keeps the others for later', () => {
    const both = composite('both', '${monitor:a} && ${monitor:b}')
    const result = planning([monitor('a'), monitor('b'), both], [live(monitor('a'), '123')])
    const change = result.ok ? result.plan.changes.find(({ key }) => key === 'both') : undefined
    expect(change?.after?.query).toBe('123 && ${monitor:b}')
    expect(change?.dependsOn).toEqual(['monitor.b'])
  })

  it('says what a query change means, in the words it is given', () => {
    const describeQueryChange = (before: string, after: string, type: string) => [
      `${type}: ${before.at(-1)} → ${after.at(-1)}`,
    ]
    const wanted = monitor('a', { query: 'avg(last_5m):avg:x{*} > 2' })
    const result = planning([wanted], [live(monitor('a'), '1')], { describeQueryChange })
    expect(result.ok && result.plan.changes[0]?.changes[0]?.words).toEqual(['query alert: 1 → 2'])
  })

  it('keeps nothing of the person who made the live object', () => {
    const result = planning(
      [monitor('a', { message: 'n' })],
      [live(monitor('a'), '1', { creator: { email: 'user@example.com' } })],
    )
    expect(JSON.stringify(result)).not.toContain('user@example.com')
  })
})

describe('a replacement', () => {
  const log = { type: 'log alert', query: 'logs("x").index("*").rollup("count").last("5m") > 1' }

  it.each([
    ['another type of monitor', monitor('a', log), live(monitor('a'), '1')],
    ['another type of SLO', slo('a', { type: 'time_slice' }), live(slo('a'), '1')],
    ['another layout', dashboard('a'), live(dashboard('a'), '1', { layout_type: 'free' })],
  ])('is needed for %s', (_, wanted, object) => {
    expect(steps(planning([wanted], [object]))).toEqual([`replace ${wanted.kind}.a`])
  })

  it('is not needed for the other name of a metric monitor', () => {
    expect(steps(planning([monitor('a', { type: 'metric alert' })], [live(monitor('a'), '1')]))).toEqual([])
  })

  it('is refused for what is protected', () => {
    expect(steps(planning([monitor('a', log, { protect: true })], [live(monitor('a'), '1')]))).toEqual([
      'plan/protected',
    ])
  })

  it('is refused for what is only adopted', () => {
    const adopting = monitor('a', log, { adopt: 1 })
    expect(steps(planning([adopting], [unmarked('monitor', '1', { type: 'query alert' })]))).toEqual([
      'plan/adopt-replace',
    ])
  })

  it('makes its users refer to the new object', () => {
    const both = composite('both', '${monitor:a} && ${monitor:b}')
    const before = [live(monitor('a'), '1'), live(monitor('b'), '2'), live(composite('both', '1 && 2'), '3')]
    const result = planning([monitor('a', log), monitor('b'), both], before)
    expect(steps(result)).toEqual(['replace monitor.a', 'update monitor.both'])
    expect(result.ok && result.plan.changes[0]?.removedAfter).toEqual(['monitor.both'])
  })

  it('that was interrupted is finished by deleting the old object', () => {
    const retired = live(monitor('a'), '1', { tags: ['dogma-replaced:shop/a'] })
    expect(steps(planning([monitor('a')], [retired, live(monitor('a'), '2')]))).toEqual([
      'delete monitor.a#1',
    ])
    expect(steps(planning([monitor('a')], [retired]))).toEqual(['create monitor.a', 'delete monitor.a#1'])
  })
})

describe('a plan warns of', () => {
  it('something unmanaged that uses what it deletes', () => {
    const user = unmarked('slo', 'x', { monitor_ids: [1] })
    const result = planning([], [live(monitor('a'), '1'), user])
    expect(warnings(result)).toEqual(['plan/still-used'])
    expect(result.ok && result.plan.warnings[0]?.message).toBe(
      '`monitor.a` (monitor 1) will be deleted but is still used by slo x “theirs x”.',
    )
  })

  it('an id that the account does not have', () => {
    const result = planning([composite('c', '1 && 2')], [unmarked('monitor', '1')])
    expect(result.ok && result.plan.warnings.map(({ message }) => message)).toEqual([
      '`monitor.c` names the monitor 2, which the account does not list.',
    ])
  })

  it('nothing when the user goes, too', () => {
    const result = planning(
      [],
      [live(monitor('a'), '1'), live(composite('c', '1 && 2'), '3'), unmarked('monitor', '2')],
    )
    expect(steps(result)).toEqual(['delete monitor.c', 'delete monitor.a'])
    expect(warnings(result)).toEqual([])
  })
})

describe('no plan is made for', () => {
  it.each([
    ['a key used twice', [monitor('a'), monitor('a')], 'project/duplicate-key'],
    [
      'a reference to nothing',
      [composite('c', '${monitor:checkuot}'), monitor('checkout')],
      'project/dangling-reference',
    ],
    ['a circle', [composite('a', '${monitor:b}'), composite('b', '${monitor:a}')], 'project/reference-cycle'],
  ])('%s', (_, resources, code) => {
    expect(steps(planning(resources, []))).toEqual([code])
  })

  it('a dangling reference without naming the nearest key', () => {
    const result = planning([composite('c', '${monitor:checkuot}'), monitor('checkout')], [])
    expect(!result.ok && result.diagnostics[0]?.hint).toBe('Did you mean `checkout`?')
  })

  it('a circle without naming it', () => {
    const circle = [
      composite('a', '${monitor:b}'),
      composite('b', '${monitor:c}'),
      composite('c', '${monitor:a}'),
    ]
    const result = planning(circle, [])
    expect(!result.ok && result.diagnostics[0]?.message).toContain(
      'monitor.a → monitor.b → monitor.c → monitor.a',
    )
  })
})
