import { describe, expect, it } from 'vitest'
import { type LintConfig, lint } from '../../src/lint/index.js'
import type { Suppression } from '../../src/model/index.js'
import { aMonitor } from './a-monitor.js'

/** What is found in a monitor without a name that carries these suppressions. */
function found(suppress: readonly Suppression[], config: LintConfig = {}, today = '2026-03-01'): string[] {
  return lint([aMonitor({ name: '' }, { management: { suppress } })], config, { today }).map(
    ({ rule }) => rule,
  )
}

const reason = 'The name is set by a script.'

describe('a suppression', () => {
  it.each<[string, Suppression, string[]]>([
    ['hides the findings of its rule', { rule: 'message/empty-name', reason }, []],
    ['may name an area', { rule: 'message/*', reason }, []],
    ['holds on its last day', { rule: 'message/empty-name', reason, until: '2026-03-01' }, []],
    [
      'ends after its last day',
      { rule: 'message/empty-name', reason, until: '2026-02-28' },
      ['message/empty-name', 'repo/expired-snooze'],
    ],
    [
      'that hides nothing is reported',
      { rule: 'threshold/mismatch', reason },
      ['message/empty-name', 'repo/unused-suppression'],
    ],
    [
      'of a rule that does not exist is reported',
      { rule: 'message/nothing', reason },
      ['message/empty-name', 'repo/unused-suppression'],
    ],
    ['without a reason is reported', { rule: 'message/empty-name', reason: '' }, ['repo/suppression-reason']],
    [
      'until a day that is none is reported',
      { rule: 'message/empty-name', reason, until: 'soon' },
      ['repo/suppression-reason'],
    ],
  ])('%s', (_, suppression, expected) => {
    expect(found([suppression])).toEqual(expected)
  })

  it('of a rule that is off is not called unused', () => {
    expect(
      found([{ rule: 'message/empty-name', reason }], { rules: { 'message/empty-name': 'off' } }),
    ).toEqual([])
  })

  it('never expires where the day of the run is not known', () => {
    const suppress = [{ rule: 'message/empty-name', reason, until: '1999-01-01' }]
    expect(lint([aMonitor({ name: '' }, { management: { suppress } })])).toEqual([])
  })
})

describe('what is no suppression', () => {
  it.each([
    ['null in a list', '[null]'],
    ['a text', '["message/empty-name"]'],
    ['a map from rules to reasons', '{"message/empty-name":"Made by a script."}'],
    ['a rule that is a number', '[{"rule":7,"reason":"Made by a script."}]'],
  ])('hides nothing and is reported: %s', (_, text) => {
    expect(found(JSON.parse(text))).toEqual(['message/empty-name', 'repo/suppression-reason'])
  })

  it('is told when its reason is no text, or its date no date', () => {
    const rule = 'message/empty-name'
    expect(found(JSON.parse(`[{"rule":"${rule}","reason":7}]`))).toEqual(['repo/suppression-reason'])
    expect(found(JSON.parse(`[{"rule":"${rule}","reason":"x","until":20991231}]`))).toEqual([
      'repo/suppression-reason',
    ])
  })
})
