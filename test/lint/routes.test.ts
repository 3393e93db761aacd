import { describe, expect, it } from 'vitest'
import { routes } from '../../src/lint/index.js'
import type { MonitorDefinition } from '../../src/model/index.js'
import { aMonitor } from './a-monitor.js'

/** `state: who always; who sometimes` for each state. */
function matrix(definition: Partial<MonitorDefinition>): string[] {
  return routes([aMonitor(definition)]).map(
    ({ state, handles, conditional }) => `${state}: ${handles.join(' ')}; ${conditional.join(' ')}`,
  )
}

describe('routes', () => {
  it('names who is told in each state that the monitor can reach', () => {
    const message =
      '{{#is_alert}}@pagerduty-sre{{/is_alert}}{{#is_recovery}}@pagerduty-sre{{/is_recovery}} @slack-sre'
    expect(matrix({ message })).toEqual([
      'alert: @pagerduty-sre @slack-sre; ',
      'alert recovery: @pagerduty-sre @slack-sre; ',
    ])
  })

  it('keeps apart who is told only for some groups', () => {
    const message = '{{#is_match "host.name" "db"}}@slack-db{{/is_match}} @slack-sre'
    expect(matrix({ message })[0]).toBe('alert: @slack-sre; @slack-db')
  })

  it('knows warnings, missing data and the other case of a block', () => {
    const message = '{{#is_alert}}@pagerduty-sre{{else}}@slack-sre{{/is_alert}}'
    const options = { thresholds: { critical: 4, warning: 3 }, notify_no_data: true }
    expect(matrix({ message, options })).toEqual([
      'alert: @pagerduty-sre; ',
      'warning: @slack-sre; ',
      'no data: @slack-sre; ',
      'alert recovery: @slack-sre; ',
      'warning recovery: @slack-sre; ',
      'no data recovery: @slack-sre; ',
      'alert to warning: @slack-sre; ',
    ])
  })

  it('sends reminders to the escalation message', () => {
    const options = {
      thresholds: { critical: 4 },
      renotify_interval: 60,
      escalation_message: 'Still. @oncall-sre',
    }
    expect(matrix({ message: '@slack-sre', options })).toEqual([
      'alert: @slack-sre; ',
      'alert recovery: @slack-sre; ',
      'renotify: @oncall-sre; ',
    ])
  })

  it('tells who stands in `is_renotify` only with a reminder', () => {
    const options = { thresholds: { critical: 4 }, renotify_interval: 60 }
    const message = '{{#is_renotify}}@oncall-sre{{/is_renotify}} @slack-sre'
    expect(matrix({ message, options })).toEqual([
      'alert: @slack-sre; ',
      'alert recovery: @slack-sre; ',
      'renotify: @oncall-sre @slack-sre; ',
    ])
  })
})
