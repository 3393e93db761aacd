import { describe, expect, it } from 'vitest'
import { jsonOperations } from '../../../src/cli/lint/json-operations.js'
import { jsonPositions } from '../../../src/cli/lint/json-positions.js'
import { lineCounter } from '../../../src/cli/lint/lines.js'
import type { JsonSource } from '../../../src/cli/lint/source.js'
import { applyEdits } from '../../../src/diagnostic/index.js'
import { applyFix, type Fix, findingsOfExample, type Rule, rules } from '../../../src/lint/index.js'
import { addressOf, type Definition, type Resource } from '../../../src/model/index.js'
import { editsOf, operationsOf, type Placed, readSource } from '../../../src/source-edit/index.js'

interface Repair {
  readonly rule: string
  readonly resource: Resource
  readonly fix: Fix
}

/** Every fix that a rule offers for its own bad examples. */
function repairsOf(rule: Rule): Repair[] {
  return rule.examples.bad.flatMap(example =>
    findingsOfExample(rule, example).flatMap(finding => {
      const fix = finding.fixes?.[0]
      const definition =
        example.definition ??
        example.resources?.find(resource => addressOf(resource) === finding.resource)?.definition
      if (fix === undefined || definition === undefined) return []
      const origin = { file: 'a.ts', line: 1, column: 1 }
      const kind = finding.resource.split('.', 1)[0] as Resource['kind']
      const resource = { kind, key: 'example', management: {}, definition, origin } as Resource
      return [{ rule: rule.id, resource, fix }]
    }),
  )
}

const repairs = (rules as readonly Rule[]).flatMap(repairsOf)
const builders = { monitor: 'rawMonitor', slo: 'rawSlo', dashboard: 'rawDashboard' } as const

function result(text: string, placed: Placed): string {
  return placed.ok ? applyEdits(text, editsOf(text, placed.operations)) : `Refused, because ${placed.why}.`
}

/** The definition that a call of a raw builder holds. */
function evaluated(source: string): Definition {
  const builder = /^(\w+)/.exec(source)?.[1] ?? ''
  const run = new Function(builder, `return ${source}`) as (build: unknown) => Definition
  return run((_: string, definition: Definition) => definition)
}

describe('every fix of every rule, made in a file, is what it is as data', () => {
  it.each(repairs)('in TypeScript: $rule: $fix.title', ({ resource, fix }) => {
    const source = `${builders[resource.kind]}('example', ${JSON.stringify(resource.definition, null, 2)})`
    const after = result(source, operationsOf(readSource('a.ts', source), resource, fix))
    expect(evaluated(after)).toEqual(JSON.parse(JSON.stringify(applyFix(resource.definition, fix))))
  })

  it.each([2, 0])('in JSON with %i blanks of indentation', indent => {
    for (const { rule, resource, fix } of repairs) {
      const text = JSON.stringify(resource.definition, null, indent)
      const file = {
        path: 'a.json',
        text,
        content: text,
        positions: () => jsonPositions(text),
        placeAt: lineCounter(text),
      }
      const source: JsonSource = { kind: 'json', file, path: [] }
      const after = result(text, jsonOperations(source, resource, fix))
      const expected = JSON.parse(JSON.stringify(applyFix(resource.definition, fix)))
      expect(JSON.parse(after), `${rule}: ${fix.title}`).toEqual(expected)
    }
  })

  it('are many', () => {
    expect(new Set(repairs.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(25)
  })
})
