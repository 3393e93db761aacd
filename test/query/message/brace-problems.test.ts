import { describe, expect, it } from 'vitest'
import { repaired, reportsOf } from './reading.js'

describe('braces that are missing', () => {
  it.each<[string, string, string]>([
    ['{host.name} x', 'warning message/single-brace 0-11', '{{host.name}} x'],
    ['{value}} x', 'warning message/single-brace 0-8', '{{value}} x'],
    ['{#is_alert} x', 'warning message/single-brace 0-11', '{{#is_alert}} x'],
    ['｛｛host.name｝｝ x', 'warning message/single-brace 0-13', '{{host.name}} x'],
    ['｛｛／is_alert｝｝ x', 'warning message/single-brace 0-13', '{{/is_alert}} x'],
    ['{{host.name} x', 'error message/unclosed-braces 0-2', '{{host.name}} x'],
    ['{{host.name x', 'error message/unclosed-braces 0-2', '{{host.name}} x'],
    ['{{host.name {{value}}', 'error message/unclosed-braces 0-2', '{{host.name}} {{value}}'],
    ['{{{{raw}}}} x', 'error message/unclosed-braces 0-4', '{{{{raw}}}} x'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
  })

  it.each(['{"json": {"a": 1}}', '{} { x } {name}', 'a {', '${HOME}', '｛集合｝ ｛｛x｝｝'])(
    '%j is ordinary text',
    text => {
      expect(reportsOf(text)).toEqual([])
    },
  )
})
