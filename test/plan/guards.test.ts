import { describe, expect, it } from 'vitest'
import { addressOf } from '../../src/model/index.js'
import {
  checkDeletions,
  countManaged,
  destroyPlanOf,
  driftOf,
  restrictPlan,
  shownValue,
} from '../../src/plan/index.js'
import { composite, live, monitor, planning, project, slo, steps, unmarked } from './harness.js'

describe('the guard against too many deletions', () => {
  const result = planning([], [live(monitor('a'), '1'), live(monitor('b'), '2')])
  const plan = result.ok ? result.plan : undefined

  it.each([
    [0, 'The plan deletes 2 objects, and none is allowed.'],
    [1, 'The plan deletes 2 objects, and only 1 is allowed.'],
    [2, undefined],
  ])('with %i allowed', (allowed, message) => {
    expect(checkDeletions(plan!, allowed)[0]?.message).toBe(message)
  })
})

describe('the guard against a listing that is cut short', () => {
  const resources = ['a', 'b', 'c', 'd', 'e', 'f'].map(key => monitor(key))
  const objects = resources.map((resource, index) => live(resource, `${index + 1}`))

  it('stops when a kind is listed empty but used', () => {
    const used = live(slo('s', { type: 'monitor', monitor_ids: [7] }), 'x')
    expect(steps(planning(resources, [used]))).toEqual(['plan/listing-shrank'])
  })

  it('does not mind a widget that names what is long gone', () => {
    const board = {
      kind: 'dashboard' as const,
      id: 'd',
      payload: { description: 'dogma:shop/d', widgets: [{ definition: { alert_id: '5' } }] },
    }
    expect(steps(planning([monitor('a')], [board]))).toEqual(['create monitor.a', 'delete dashboard.d'])
  })

  it('stops when far fewer are there than last time', () => {
    const expected = countManaged(project, objects)
    expect(expected.monitor).toBe(6)
    expect(steps(planning(resources, objects.slice(5), { expected }))).toEqual(['plan/listing-shrank'])
    expect(steps(planning(resources, objects.slice(3), { expected }))).toHaveLength(3)
  })

  it('lets an empty account be filled', () => {
    expect(steps(planning(resources, []))).toHaveLength(6)
  })

  it('goes on when it is told to', () => {
    expect(steps(planning(resources, [], { expected: { monitor: 6 }, trustListing: true }))).toHaveLength(6)
  })
})

describe('a plan for some targets', () => {
  const resources = [
    monitor('a'),
    monitor('b'),
    composite('both', '${monitor:a} && ${monitor:b}'),
    monitor('other'),
    slo('a'),
  ]
  const addresses = resources.map(addressOf)
  const targeted = (...targets: string[]) => {
    const result = planning(resources, [live(monitor('gone'), '9')])
    if (!result.ok) throw new Error('no plan')
    const restricted = restrictPlan(result.plan, targets, addresses)
    return restricted.ok
      ? steps({ ok: true, plan: restricted.plan })
      : restricted.diagnostics.map(({ message, hint }) => `${message} ${hint}`)
  }

  it.each([
    [['monitor.other'], ['create monitor.other']],
    [['both'], ['create monitor.a', 'create monitor.b', 'create monitor.both']],
    [['a'], ['create monitor.a', 'create slo.a']],
    [
      ['monitor.a*', 'gone'],
      ['create monitor.a', 'delete monitor.gone'],
    ],
  ])('%j', (targets, expected) => {
    expect(targeted(...targets)).toEqual(expected)
  })

  it('refuses a target that names nothing, so that a typing error never means everything', () => {
    expect(targeted('monitor.othre')).toEqual([
      'No resource of this project is called `monitor.othre`. Did you mean `monitor.other`?',
    ])
  })

  it('takes a dot for a dot', () => {
    expect(targeted('monitorXother')[0]).toContain('No resource')
  })
})

describe('drift', () => {
  const resources = [monitor('a'), monitor('b'), monitor('c')]
  const objects = [
    live(monitor('a'), '1', { message: 'by hand' }),
    live(monitor('b'), '2'),
    live(monitor('b'), '3', { created_at: 5000 }),
    live(monitor('gone'), '4'),
    unmarked('monitor', '5'),
  ]
  const result = driftOf({ project, account: 'prod', resources, live: objects })
  const drift = result.ok ? result.drift : undefined

  it('shows what the account says instead of the code', () => {
    expect(drift?.drifted).toMatchObject([
      {
        address: 'monitor.a',
        id: '1',
        changes: [{ path: 'message', kind: 'change', before: 'm', after: 'by hand' }],
      },
    ])
  })

  it('names what is missing, what the code does not know, and copies', () => {
    expect(drift?.missing.map(({ address }) => address)).toEqual(['monitor.c'])
    expect(drift?.unknown.map(({ id }) => id)).toEqual(['4'])
    expect(drift?.clones.map(({ id }) => id)).toEqual(['3'])
    expect(drift?.unchanged).toBe(1)
  })
})

describe('destroying', () => {
  const objects = [live(monitor('a'), '1'), live(composite('c', '1 && 2'), '3'), unmarked('monitor', '2')]

  it('deletes what carries the mark, users first', () => {
    const result = destroyPlanOf({ project, account: 'prod', resources: [], live: objects })
    expect(steps(result)).toEqual(['delete monitor.c', 'delete monitor.a'])
  })

  it('refuses when one of them is protected', () => {
    const resources = [monitor('a', {}, { protect: true })]
    expect(steps(destroyPlanOf({ project, account: 'prod', resources, live: objects }))).toEqual([
      'plan/protected',
    ])
  })
})

describe('a value that is shown', () => {
  it('has no id before the object is created', () => {
    expect(shownValue({ query: '${monitor:a} && 12', ids: ['${slo:b}'] })).toEqual({
      query: '(known after apply) && 12',
      ids: ['(known after apply)'],
    })
  })
})
