import { describe, expect, it } from 'vitest'
import { metricMonitor } from '../../../src/lint/example.js'
import { defineRule, type LiveFacts, lint, rules } from '../../../src/lint/index.js'
import { daysInState } from '../../../src/lint/live-facts.js'
import type { Resource } from '../../../src/model/index.js'

const readAt = '2026-03-01T12:00:00Z'

describe('daysInState', () => {
  it.each([
    ['whole days', { state: 'Alert', stateSince: '2026-02-27T13:00:00+00:00' }, 1],
    ['none yet', { state: 'Alert', stateSince: '2026-03-01T11:59:59Z' }, 0],
    ['another state', { state: 'OK', stateSince: '2026-01-01T00:00:00Z' }, undefined],
    ['an unknown time', { state: 'Alert' }, undefined],
    ['a time that is none', { state: 'Alert', stateSince: 'yesterday' }, undefined],
    ['an unknown object', undefined, undefined],
  ])('%s', (_, object, days) => {
    expect(daysInState(object, 'Alert', readAt)).toBe(days)
  })
})

describe('rules that need an account', () => {
  const resource: Resource = { kind: 'monitor', key: 'load', management: {}, definition: metricMonitor() }
  const live: LiveFacts = {
    readAt,
    objects: { 'monitor.load': { state: 'Alert', stateSince: '2026-01-01T00:00:00Z', isManaged: false } },
    ids: {},
  }
  const found = (run?: { readonly live: LiveFacts }) =>
    lint([resource], { extends: 'strict' }, run).flatMap(({ rule }) =>
      rule.startsWith('live/') ? [rule] : [],
    )

  it('are exactly those of the area', () => {
    const needing = rules.filter(rule => rule.needs === 'live').map(rule => rule.id)
    expect(needing).toEqual(rules.map(rule => rule.id).filter(id => id.startsWith('live/')))
  })

  it('are silent without one, also where they are on', () => {
    expect(found()).toEqual([])
    expect(found({ live })).toEqual(['live/always-alerting', 'live/unmanaged'])
  })

  it('may be written by users', () => {
    const ok = defineRule({
      id: 'acme/never-ok',
      severity: 'info',
      kinds: ['monitor'],
      needs: 'live',
      title: 'A monitor is not OK.',
      why: 'We want all of them to be OK.',
      howToFix: 'Repair it.',
      examples: { good: [], bad: [] },
      check: ({ resource: { key }, live }) =>
        live?.objects[`monitor.${key}`]?.state === 'OK' ? undefined : { message: 'It is not OK.' },
    })
    const own = (run?: { readonly live: LiveFacts }) =>
      lint([resource], { custom: [ok] }, run).filter(({ rule }) => rule === 'acme/never-ok')
    expect(own()).toHaveLength(0)
    expect(own({ live })).toHaveLength(1)
  })

  it('do not make a suppression unused where nobody asked them', () => {
    const suppress = [{ rule: 'live/always-alerting', reason: 'It is a demonstration.' }]
    const quiet: Resource = { ...resource, management: { suppress } }
    const about = (run?: { readonly live: LiveFacts }) =>
      lint([quiet], {}, run).filter(({ rule }) => rule === 'repo/unused-suppression')
    expect(about()).toEqual([])
    expect(about({ live })).toEqual([])
    expect(about({ live: { ...live, objects: {} } })).toHaveLength(1)
  })
})
