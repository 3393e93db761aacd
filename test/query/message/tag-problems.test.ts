import { describe, expect, it } from 'vitest'
import { repaired, reportsOf } from './reading.js'

describe('what is wrong inside a tag', () => {
  it.each<[string, string, string?]>([
    ['{{#is_down}}a{{/is_down}}', 'warning message/unknown-conditional 3-10'],
    ['{{#is_match "a"}}b{{/is_match}}', 'error message/argument-count 3-11'],
    ['{{#is_priority}}b{{/is_priority}}', 'error message/argument-count 3-14'],
    [
      '{{#is_alert "x"}}b{{/is_alert}}',
      'warning message/argument-count 12-15',
      '{{#is_alert}}b{{/is_alert}}',
    ],
    ['{{is_alert}}', 'error message/missing-hash 0-12', '{{#is_alert}}'],
    ['{{is_match "a" "b"}}', 'error message/missing-hash 0-20', '{{#is_match "a" "b"}}'],
    ["{{local_time 'x'}}", 'error message/argument-count 0-18'],
    ['{{eval}}', 'error message/argument-count 0-8'],
    ['{{evl "a"}}', 'error message/unknown-function 0-11'],
    ['{{}}', 'warning message/unknown-tag 0-4'],
    ['{{ .Value }}', 'warning message/unknown-tag 0-12'],
    ['{{ $value }}', 'warning message/unknown-tag 0-12', '{{value}}'],
    ['{{$labels.host}}', 'warning message/unknown-tag 0-16', '{{host.name}}'],
    ['{{ .Labels.pod }}', 'warning message/unknown-tag 0-17', '{{pod.name}}'],
    ['{{.value}}', 'warning message/unknown-tag 0-10', '{{value}}'],
    ['{{$other}}', 'warning message/unknown-tag 0-10', '{{$other}}'],
    ['{{else if x}}', 'error message/unknown-tag 0-13'],
  ])('%j', (text, report, repair = text) => {
    expect(reportsOf(text)[0]).toBe(report)
    expect(repaired(text).startsWith(repair)).toBe(true)
  })
})
