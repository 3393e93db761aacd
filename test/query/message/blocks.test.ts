import { describe, expect, it } from 'vitest'
import { parseMessage, print } from '../../../src/query/index.js'
import { read, repaired, reportsOf, shapeOf } from './reading.js'

describe('blocks that do not fit together', () => {
  it.each<[string, string, string, string]>([
    ['never closed', '{{#is_alert}}a', 'error message/unbalanced-block 2-11', '{{#is_alert}}a{{/is_alert}}'],
    ['never opened', 'a{{/is_alert}}', 'error message/unbalanced-block 1-14', 'a'],
    [
      'crossed',
      '{{#is_alert}}{{#is_match "a" "b"}}x{{/is_alert}}{{/is_match}}',
      'error message/unbalanced-block 48-61',
      '{{#is_alert}}{{#is_match "a" "b"}}x{{/is_match}}{{/is_alert}}',
    ],
    [
      'misspelt at the end',
      '{{#is_alert}}a{{/is_alrt}}',
      'error message/unbalanced-block 17-24',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'misspelt at the beginning',
      '{{#is_alrt}}a{{/is_alert}}',
      'error message/unknown-conditional 3-10',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'misspelt at both',
      '{{#is_alrt}}a{{/is_alrt}}',
      'error message/unknown-conditional 3-10',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'closed with a word of another language',
      '{{#is_alert}}a{{/end}}{{#is_alert}}b{{/is_alert}}',
      'error message/unbalanced-block 17-20',
      '{{#is_alert}}a{{/is_alert}}{{#is_alert}}b{{/is_alert}}',
    ],
    [
      'opened with `if`',
      '{{#if is_alert}}a{{/is_alert}}',
      'error message/unknown-conditional 3-5',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'opened with a full-width sign',
      '{{＃is_alert}}a{{/is_alert}}',
      'warning message/unknown-tag 0-13',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'opened with `unless`',
      '{{#unless is_match "host.name" "db"}}a{{/is_match}}',
      'error message/unknown-conditional 3-9',
      '{{^is_match "host.name" "db"}}a{{/is_match}}',
    ],
    [
      'closed with a sign',
      '{{^is_alert}}a{{/^is_alert}}',
      'error message/unbalanced-block 14-28',
      '{{^is_alert}}a{{/is_alert}}',
    ],
    [
      'opened again where it should end',
      '{{#is_alert}}a{{#is_alert}}',
      'error message/unbalanced-block 16-25',
      '{{#is_alert}}a{{/is_alert}}',
    ],
    [
      'else as a block',
      '{{#is_alert}}a{{#else}}b{{/is_alert}}',
      'error message/stray-else 14-23',
      '{{#is_alert}}a{{else}}b{{/is_alert}}',
    ],
    ['else outside', 'a{{else}}b', 'error message/stray-else 1-9', 'ab'],
    [
      'a second else',
      '{{#is_alert}}a{{else}}b{{else}}c{{/is_alert}}',
      'error message/stray-else 23-31',
      '{{#is_alert}}a{{else}}bc{{/is_alert}}',
    ],
  ])('%s', (_, text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
    expect(reportsOf(repair)).toEqual([])
  })

  it('a block that is not closed runs to the end, or to the end of the block around it', () => {
    expect(shapeOf(read('{{#is_alert}}{{#is_match "a" "b"}}x{{/is_alert}}y').parts)).toMatchObject([
      { name: 'is_alert', closed: true, body: [{ name: 'is_match', closed: false, body: [{ text: 'x' }] }] },
      { text: 'y' },
    ])
  })
})

describe('blocks of Synthetics tests', () => {
  const text =
    '{{#each steps}}{{#if (eq status "failed")}}{{description}}{{else}}ok{{/if}}{{/each}}{{#with request}}{{url}}{{/with}}'

  it('take paths without quotes, and stay as they are written', () => {
    expect(reportsOf(text)).toEqual([])
    expect(print(read(text))).toBe(text)
  })

  it('are told in the message of another monitor', () => {
    const codes = parseMessage(text, { type: 'query alert' }).diagnostics.map(({ code }) => code)
    expect(codes).toEqual(Array(3).fill('message/unknown-conditional'))
  })

  it('do not make a state a variable', () => {
    expect(reportsOf('{{#if is_alert}}a{{/if}}')[0]).toContain('message/unknown-conditional')
  })
})
