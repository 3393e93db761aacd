import { expect, it } from 'vitest'
import { variablesOf } from '../../../src/query/message/variables.js'
import { read } from './reading.js'

it('variables are found in text, blocks, else branches and handles, with their place', () => {
  const text =
    '{{a}} {{#is_alert}}{{b.name}}{{else}}{{{c}}}{{/is_alert}} @slack-{{d.name}}-{{e.name}} {{eval "f"}}'
  const found = variablesOf(read(text))
  expect(found.map(({ path }) => path.join('.'))).toEqual(['a', 'b.name', 'c', 'd.name', 'e.name'])
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '{{a}}',
    '{{b.name}}',
    '{{{c}}}',
    '{{d.name}}',
    '{{e.name}}',
  ])
})
