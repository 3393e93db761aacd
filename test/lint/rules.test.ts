import { describe, expect, it } from 'vitest'
import { resourcesOfExample } from '../../src/lint/examples.js'
import {
  applyFix,
  type Example,
  type Finding,
  findingsOfExample,
  lint,
  type Rule,
  rules,
} from '../../src/lint/index.js'
import { addressOf, type Resource } from '../../src/model/index.js'

const numbered = <T>(examples: readonly T[]) => examples.map((example, index) => [index, example] as const)

/** The resources of an example after one fix of one finding. */
function repaired(
  example: Example,
  finding: Finding,
  fix: NonNullable<Finding['fixes']>[number],
): Resource[] {
  return resourcesOfExample(example).map(resource =>
    addressOf(resource) === finding.resource
      ? ({ ...resource, definition: applyFix(resource.definition, fix) } as Resource)
      : resource,
  )
}

const errorsOf = (resources: readonly Resource[]) =>
  lint(resources)
    .filter(finding => finding.severity === 'error')
    .map(finding => `${finding.rule}: ${finding.message}`)

describe('a text that is no query of the monitor’s type', () => {
  it('is not made a metric query by a fix', () => {
    const check = "('redis.up').over('env:prod').last(2).count_by_status()"
    const definition = { type: 'service check', name: 'a', query: check, message: '@slack-sre' }
    const found = lint([{ kind: 'monitor', key: 'a', management: {}, definition }])
    const about = found.filter(({ rule }) => rule === 'query/syntax')
    expect(about.map(({ fixes = [] }) => fixes)).toEqual([[]])
  })
})

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule: Rule) => {
  it('has good and bad examples, and says why', () => {
    expect(rule.examples.good.length).toBeGreaterThan(0)
    expect(rule.examples.bad.length).toBeGreaterThan(0)
    expect(rule.why).toMatch(/\.$/)
    expect(rule.howToFix).toMatch(/\.$/)
  })

  it.each(numbered(rule.examples.good))('finds nothing in good example %i', (_, example) => {
    expect(findingsOfExample(rule, example).map(({ message }) => message)).toEqual([])
  })

  it.each(numbered(rule.examples.bad))('finds exactly one thing in bad example %i', (_, example) => {
    const found = findingsOfExample(rule, example)
    expect(found.map(finding => finding.rule)).toEqual([rule.id])
    expect(found[0]?.message).toContain(example.finds)
    expect(found[0]?.message).toMatch(/[.:)…`]$/)
  })

  it.each(numbered(rule.examples.bad))('is satisfied by its own repairs of bad example %i', (_, example) => {
    const before = errorsOf(resourcesOfExample(example))
    for (const finding of findingsOfExample(rule, example)) {
      for (const fix of finding.fixes ?? []) {
        const resources = repaired(example, finding, fix)
        expect(findingsOfExample(rule, { ...example, resources })).toEqual([])
        expect(before).toEqual(expect.arrayContaining(errorsOf(resources)))
      }
    }
  })
})

describe('all good examples', () => {
  // References of a single example lead nowhere, which is not what the example is about.
  const ignored = new Set(['repo/unknown-reference'])
  const good = rules.flatMap(rule => rule.examples.good.map(example => [rule.id, example] as const))

  it.each(good)('%s: no other rule has an error to report', (_, example) => {
    const found = lint(resourcesOfExample(example))
      .filter(finding => finding.severity === 'error' && !ignored.has(finding.rule))
      .map(finding => `${finding.rule}: ${finding.message}`)
    expect(found).toEqual([])
  })
})
