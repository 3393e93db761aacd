import { describe, expect, it } from 'vitest'
import { recipientsByState } from '../../src/explain/notified.js'
import { read } from '../query/message/reading.js'

/** `state if condition: handles` */
const told = (text: string) =>
  recipientsByState(read(text)).map(({ state, conditions, handles }) => {
    const asked =
      conditions.length === 0 ? '' : ` if ${conditions.map(condition => condition.text).join(' and ')}`
    return `${state}${asked}: ${handles.map(handle => handle.text).join(' ')}`
  })

describe('who is told', () => {
  it('a handle outside every block is told on each transition, once', () => {
    expect(told('@slack-a @slack-a')).toEqual([
      'alert: @slack-a',
      'warning: @slack-a',
      'no data: @slack-a',
      'unknown: @slack-a',
      'recovery: @slack-a',
      'renotify: @slack-a',
    ])
  })

  it.each<[string, string[]]>([
    ['nobody', []],
    ['{{#is_alert}}@slack-a{{/is_alert}}', ['alert: @slack-a', 'renotify: @slack-a']],
    ['{{#is_recovery}}@slack-a{{/is_recovery}}', ['recovery: @slack-a']],
    ['{{#is_alert_recovery}}@slack-a{{/is_alert_recovery}}', ['alert recovery: @slack-a']],
    [
      '{{#is_alert_recovery}}@slack-a{{/is_alert_recovery}}{{#is_warning_recovery}}@slack-b{{/is_warning_recovery}}{{#is_no_data_recovery}}@slack-a{{/is_no_data_recovery}}',
      ['alert recovery: @slack-a', 'warning recovery: @slack-b', 'no data recovery: @slack-a'],
    ],
    ['{{#is_renotify}}@slack-a{{/is_renotify}}', ['renotify: @slack-a']],
    ['{{#is_alert_to_warning}}@slack-a{{/is_alert_to_warning}}', ['alert to warning: @slack-a']],
    [
      '{{#is_alert}}{{^is_renotify}}@slack-a{{else}}@slack-b{{/is_renotify}}{{/is_alert}}',
      ['alert: @slack-a', 'renotify: @slack-b'],
    ],
    ['{{#is_alert}}{{#is_warning}}@slack-a{{/is_warning}}{{/is_alert}}', []],
    [
      '{{#is_no_data}}@slack-a {{#is_match "env" "prod"}}@slack-b{{else}}@slack-c{{/is_match}}{{/is_no_data}}',
      [
        'no data: @slack-a',
        'no data if is_match "env" "prod": @slack-b',
        'no data if not is_match "env" "prod": @slack-c',
        'renotify: @slack-a',
        'renotify if is_match "env" "prod": @slack-b',
        'renotify if not is_match "env" "prod": @slack-c',
      ],
    ],
  ])('%j', (text, lines) => {
    expect(told(text)).toEqual(lines)
  })

  it('conditions keep their parts', () => {
    const [first] = recipientsByState(
      read("{{#is_alert}}{{^is_match 'a' 'b' 'c'}}@slack-a{{/is_match}}{{/is_alert}}"),
    )
    expect(first?.conditions).toEqual([
      { name: 'is_match', inverted: true, arguments: ['a', 'b', 'c'], text: 'not is_match "a" "b" "c"' },
    ])
  })
})
