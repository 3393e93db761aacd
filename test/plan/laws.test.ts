import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../src/model/index.js'
import { encodePlan, parsePlan, planOf } from '../../src/plan/index.js'
import type { LiveObject } from '../../src/wire/index.js'
import { live, monitor, planning, slo, unmarked } from './harness.js'

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const message = fc.constantFrom('x', 'y', '')
const resource: fc.Arbitrary<Resource> = fc.oneof(
  fc.tuple(key, message).map(([name, text]) => monitor(name, { message: text })),
  fc.tuple(key, message).map(([name, text]) => slo(name, { description: text })),
)
const resources = fc.uniqueArray(resource, { selector: ({ kind, key: name }) => `${kind}.${name}` })
/** Includes texts that are one letter away from a mark, and marks of other projects. */
const nearlyAMark = fc.oneof(
  fc.string(),
  fc.constantFrom('dogma:other/a', 'dogma:shop', 'dogma:shop/', 'Dogma:shop/a', 'xdogma:shop/a'),
)
const payload = fc.record({
  tags: fc.array(nearlyAMark),
  message: fc.string(),
  description: fc.string(),
  monitor_ids: fc.array(fc.nat(20)),
})
const strangers: fc.Arbitrary<LiveObject[]> = fc.array(
  fc
    .tuple(fc.constantFrom('monitor' as const, 'slo' as const, 'dashboard' as const), payload)
    .map(([kind, object]) => unmarked(kind, '', object)),
)

/** An account that holds some resources and some objects that nobody manages. */
const account = fc
  .tuple(resources, strangers)
  .map(([ours, others]) => [
    ...ours.map((each, index) => live(each, `${index + 1}`)),
    ...others.map((each, index) => ({ ...each, id: `theirs-${index}` })),
  ])

describe('every plan', () => {
  it('touches only objects with the project’s mark', () => {
    fc.assert(
      fc.property(resources, account, (wanted, objects) => {
        const result = planning(wanted, objects, { trustListing: true })
        const touched = result.ok ? result.plan.changes.flatMap(({ id }) => id ?? []) : ['no plan']
        expect(touched.filter(id => id.startsWith('theirs') || id === 'no plan')).toEqual([])
      }),
    )
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(resources, account, (wanted, objects) => {
        const input = {
          project: 'shop',
          account: 'prod',
          resources: wanted,
          live: objects,
          trustListing: true,
        }
        expect(planOf(input)).toEqual(planOf(input))
      }),
    )
  })

  it('is empty once the account holds what it says', () => {
    fc.assert(
      fc.property(resources, wanted => {
        const result = planning(
          wanted,
          wanted.map((each, index) => live(each, `${index + 1}`)),
        )
        expect(result.ok && result.plan.changes).toEqual([])
      }),
    )
  })

  it('survives a file', () => {
    fc.assert(
      fc.property(resources, account, (wanted, objects) => {
        const result = planning(wanted, objects, { trustListing: true })
        if (!result.ok) throw new Error('no plan')
        const parsed = parsePlan(encodePlan(result.plan))
        expect(parsed.ok && parsed.plan).toEqual(JSON.parse(JSON.stringify(result.plan)))
      }),
    )
  })
})
