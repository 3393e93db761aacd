import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Correction, corrections } from '../../scripts/schema-corrections.js'
import { readDeclarations } from '../../scripts/schema-declarations.js'
import { schemaFiles } from '../../scripts/schema-files.js'
import { correctedModels } from '../../scripts/schema-model.js'

describe('the generated files', () => {
  it.each(schemaFiles())('are up to date: $name', ({ name, text }) => {
    // Not `toBe` on the texts: half a megabyte of difference helps nobody.
    const current = readFileSync(new URL(`../../src/schema/${name}`, import.meta.url), 'utf8') === text
    expect(current, 'run `npx tsx scripts/generate-schema.ts`').toBe(true)
  })
})

describe('corrections', () => {
  const declared = readDeclarations(['Monitor', 'ServiceLevelObjective', 'Dashboard'])

  it('say how they are known', () => {
    expect(corrections.filter(({ evidence }) => !/^[A-Z].+\.$/.test(evidence))).toEqual([])
  })

  it.each<[string, Correction]>([
    ['a model that is gone', { model: 'Gone', change: 'nullable', field: 'a', evidence: '' }],
    ['a field that is gone', { model: 'Monitor', change: 'nullable', field: 'gone', evidence: '' }],
    [
      'a field that is declared by now',
      { model: 'Monitor', change: 'field', field: 'name', type: 'string', evidence: '' },
    ],
    [
      'a type that is declared by now',
      { model: 'Monitor', change: 'type', field: 'name', type: 'string', evidence: '' },
    ],
    [
      'a field that is optional by now',
      { model: 'Monitor', change: 'optional', field: 'name', evidence: '' },
    ],
    [
      'a value that is declared by now',
      { model: 'MonitorType', change: 'values', values: ['composite'], evidence: '' },
    ],
    [
      'a case that is declared by now',
      { model: 'WidgetDefinition', change: 'case', value: 'note', type: 'any', evidence: '' },
    ],
  ])('stop the generation when they have become pointless: %s', (_, correction) => {
    expect(() => correctedModels(declared, [correction])).toThrow('does not fit the installed client')
  })
})
