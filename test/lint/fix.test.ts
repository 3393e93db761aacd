import { describe, expect, it } from 'vitest'
import { applyFix, type FixEdit, remove, replaceText, set } from '../../src/lint/index.js'

const definition = {
  type: 'query alert',
  query: 'avg:x{*}',
  tags: ['a', 'b'],
  options: { thresholds: { critical: 4 } },
}

describe('applyFix', () => {
  it.each<[string, FixEdit[], object]>([
    ['sets a field', [set(['type'], 'metric alert')], { ...definition, type: 'metric alert' }],
    [
      'makes the objects on the way',
      [set(['options', 'threshold_windows', 'trigger_window'], 'last_5m')],
      { ...definition, options: { ...definition.options, threshold_windows: { trigger_window: 'last_5m' } } },
    ],
    ['removes a field', [remove(['options', 'thresholds'])], { ...definition, options: {} }],
    ['removes an item of a list', [remove(['tags', 0])], { ...definition, tags: ['b'] }],
    ['replaces an item of a list', [set(['tags', 1], 'c')], { ...definition, tags: ['a', 'c'] }],
    [
      'edits a text',
      [replaceText(['query'], { start: 0, end: 3 }, 'sum')],
      { ...definition, query: 'sum:x{*}' },
    ],
    ['leaves alone what is not there', [remove(['options', 'locked', 'deep'])], definition],
    ['does not edit what is no text', [replaceText(['tags'], { start: 0, end: 1 }, 'x')], definition],
    ['does several edits in order', [set(['type'], 'a'), set(['type'], 'b')], { ...definition, type: 'b' }],
  ])('%s', (_, edits, expected) => {
    const before = structuredClone(definition)
    expect(applyFix(definition, { title: 'Fix.', edits })).toEqual(expected)
    expect(definition).toEqual(before)
  })
})
