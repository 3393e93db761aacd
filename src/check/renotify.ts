import { monitorOptions, renotifyLimit } from '../catalog/index.js'
import type { DefinitionFacts, DefinitionReport } from './definition-facts.js'
import { numberIn, textsIn } from './json-values.js'
import { durationText } from './windows.js'

/** `options/renotify-without-interval`: nothing is sent again without an interval. */
export function checkRenotifyInterval(facts: DefinitionFacts, report: DefinitionReport): void {
  const { options } = facts
  if ((numberIn(options.renotify_interval) ?? 0) > 0) return
  const idle = [
    { name: 'renotify_statuses', used: textsIn(options.renotify_statuses).length > 0 },
    { name: 'renotify_occurrences', used: (numberIn(options.renotify_occurrences) ?? 0) > 0 },
    {
      name: 'escalation_message',
      used: typeof options.escalation_message === 'string' && options.escalation_message.trim() !== '',
    },
  ]
  for (const { name, used } of idle) {
    if (!used) continue
    report({
      code: 'options/renotify-without-interval',
      severity: 'warning',
      message: `\`${name}\` has no effect without \`renotify_interval\`.`,
      path: ['options', name],
      hint: 'Add `renotify_interval` in minutes, or leave it out.',
    })
  }
}

/** `options/range`: an interval that ends after renotifying does; often seconds were meant. */
export function checkRenotifyReach({ options }: DefinitionFacts, report: DefinitionReport): void {
  const minutes = numberIn(options.renotify_interval)
  if (minutes === undefined || minutes <= renotifyLimit.minutes) return
  if ((numberIn(options.renotify_occurrences) ?? 0) > 0) return
  report({
    code: 'options/range',
    severity: 'warning',
    message: `\`renotify_interval\` is ${minutes} minutes, but by default Datadog stops renotifying ${durationText(renotifyLimit.minutes * 60)} after the first alert.`,
    path: ['options', 'renotify_interval'],
    hint: 'The unit is minutes: write fewer, or set `renotify_occurrences`.',
  })
}

/** `options/renotify-statuses`: states to repeat that are unknown, or that the monitor cannot be in. */
export function checkRenotifyStatuses(facts: DefinitionFacts, report: DefinitionReport): void {
  textsIn(facts.options.renotify_statuses).forEach((status, index) => {
    const path = ['options', 'renotify_statuses', index]
    const known: readonly string[] = monitorOptions.renotify_statuses.values
    if (!known.includes(status)) {
      report({
        code: 'options/renotify-statuses',
        severity: 'error',
        message: `\`${status}\` is not a status.`,
        path,
        hint: 'Use `alert`, `warn` or `no data`.',
      })
    } else if (status === 'warn' && canHaveWarning(facts) && facts.thresholds.warning === undefined) {
      report({
        code: 'options/renotify-statuses',
        severity: 'warning',
        message: 'Warnings are repeated, but there is no warning threshold.',
        path,
        hint: 'Add `thresholds.warning`, or leave `warn` out.',
      })
    } else if (status === 'no data' && !notifiesNoData(facts)) {
      report({
        code: 'options/renotify-statuses',
        severity: 'warning',
        message: 'No-data notifications are repeated, but the monitor sends none.',
        path,
        hint: 'Set `notify_no_data`, or leave `no data` out.',
      })
    }
  })
}

function canHaveWarning(facts: DefinitionFacts): boolean {
  return facts.query !== undefined && 'condition' in facts.query
}

/** Whether missing data leads to a notification. */
export function notifiesNoData(facts: DefinitionFacts): boolean {
  return facts.options.notify_no_data === true || facts.options.on_missing_data === 'show_and_notify_no_data'
}
