import {
  groupRetention,
  type MonitorOptionName,
  monitorMembers,
  monitorOptionNames,
  monitorOptions,
  optionApplies,
  optionNamed,
  type ThresholdKey,
  thresholdApplies,
  thresholdKeys,
  windowSeconds,
} from '../catalog/index.js'
import { type Diagnostic, didYouMean, nearest } from '../diagnostic/index.js'
import type { DefinitionFacts, DefinitionReport } from './definition-facts.js'
import { numberIn, textsIn, wordIn } from './json-values.js'

/** What stands beside the options. */
const besideOptions: ReadonlySet<string> = new Set(monitorMembers.filter(name => name !== 'options'))

const knownNames: ReadonlySet<string> = new Set(monitorOptionNames)

/** `options/unknown`: a name so close to a known one that it is a slip. Other unknown options pass through. */
export function checkOptionNames(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const name of Object.keys(facts.options)) {
    if (knownNames.has(name) || passedThrough.has(name) || besideOptions.has(name)) continue
    const meant = nearest(name, monitorOptionNames)
    if (meant === undefined) continue
    report({
      code: 'options/unknown',
      severity: 'warning',
      message: `Datadog has no option \`${name}\`.`,
      path: ['options', name],
      hint: `Did you mean \`${meant}\`?`,
    })
  }
}

/** `options/unknown`: a threshold whose name is a slip. */
export function checkThresholdNames(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const name of Object.keys(facts.thresholds)) {
    const meant = Object.hasOwn(thresholdKeys, name) ? undefined : nearest(name, Object.keys(thresholdKeys))
    if (meant === undefined) continue
    report({
      code: 'options/unknown',
      severity: 'warning',
      message: `There is no threshold \`${name}\`.`,
      path: ['options', 'thresholds', name],
      hint: `Did you mean \`${meant}\`?`,
    })
  }
}

/** Undocumented members that some accounts answer with. */
const passedThrough: ReadonlySet<string> = new Set(['avalanche_window', 'restriction_query', 'queryConfig'])

/** The options that are numbers in a range. */
const ranges = monitorOptionNames.flatMap(name => {
  const { min, max, unit } = optionNamed(name) ?? {}
  return min === undefined && max === undefined ? [] : [{ name, min, max, unit }]
})

/** Every option that is a number is an `int64` of the API. https://docs.datadoghq.com/api/latest/monitors/ */
function reportFraction(name: string, number: number, report: DefinitionReport): void {
  report({
    code: 'options/range',
    severity: 'error',
    message: `\`${name}\` is ${number}, and takes whole numbers only.`,
    path: ['options', name],
    hint: `Write \`${Math.max(1, Math.round(number))}\`.`,
  })
}

/** `options/range`: numbers outside what the option takes, such as `timeout_h` above 24. */
export function checkOptionRanges(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const { name, min, max, unit } of ranges) {
    const number = numberIn(facts.options[name])
    // 0 switches each of them off.
    if (number === undefined || number === 0) continue
    if (!Number.isInteger(number)) {
      reportFraction(name, number, report)
      continue
    }
    const low = min !== undefined && number < min
    if (!low && !(max !== undefined && number > max)) continue
    report({
      code: 'options/range',
      severity: 'error',
      message: `\`${name}\` is ${number}${unit === undefined ? '' : ` ${unit}${number === 1 ? '' : 's'}`}, which is too ${low ? 'small' : 'large'}.`,
      path: ['options', name],
      hint: `Write ${low ? `at least ${min}` : `at most ${max}`}.`,
    })
  }
}

/** `options/range`: the priority, which stands beside the options. */
export function checkPriority({ priority }: DefinitionFacts, report: DefinitionReport): void {
  const number = numberIn(priority)
  // The account takes 0 (Terraform sends it where nothing is written) and keeps no priority.
  if (number === undefined || [0, 1, 2, 3, 4, 5].includes(number)) return
  const isLow = number < 1
  report({
    code: 'options/range',
    severity: 'error',
    message: `\`priority\` is ${number}, which is too ${isLow ? 'small' : 'large'}.`,
    path: ['priority'],
    hint: `Write ${isLow ? 'at least 1' : 'at most 5'}.`,
  })
}

/** `options/group-delay-simple`: there are no new groups to wait for. */
export function checkGroupDelay(facts: DefinitionFacts, report: DefinitionReport): void {
  const delay = numberIn(facts.options.new_group_delay)
  if (delay === undefined || delay === 0 || !facts.groupsAreKnown || facts.groupKeys.length > 0) return
  report({
    code: 'options/group-delay-simple',
    severity: 'error',
    message: '`new_group_delay` needs a monitor with groups, but the query groups by nothing.',
    path: ['options', 'new_group_delay'],
    hint: 'Leave it out, or group the query with `by {…}`.',
  })
}

/** `options/new-host-delay`: replaced by `new_group_delay`; only one of the two counts. */
export function checkHostDelay(facts: DefinitionFacts, report: DefinitionReport): void {
  const host = numberIn(facts.options.new_host_delay)
  const group = numberIn(facts.options.new_group_delay)
  // 300 is what the account writes by itself.
  if (host === undefined || host === 0 || group === undefined || group === 0) return
  report({
    code: 'options/new-host-delay',
    severity: host === 300 ? 'info' : 'warning',
    message: '`new_group_delay` overrides the deprecated `new_host_delay`.',
    path: ['options', 'new_host_delay'],
    hint: 'Leave `new_host_delay` out.',
  })
}

/** `options/retention-range`: 1 to 72 hours, for types that know it. */
export function checkRetention(facts: DefinitionFacts, report: DefinitionReport): void {
  const value = facts.options.group_retention_duration
  if (value === undefined) return
  const seconds = windowSeconds(wordIn(value))
  const inRange =
    seconds !== undefined && seconds >= groupRetention.minSeconds && seconds <= groupRetention.maxSeconds
  if (inRange && optionApplies('group_retention_duration', facts.type)) return
  report({
    code: 'options/retention-range',
    severity: inRange ? 'warning' : 'error',
    message: inRange
      ? `A \`${facts.type}\` has no \`group_retention_duration\`.`
      : `\`group_retention_duration\` is between 1 and 72 hours, not \`${wordIn(value)}\`.`,
    path: ['options', 'group_retention_duration'],
    hint: inRange ? 'Leave it out.' : 'Write a number with a unit: `60m`, `12h`, `2d`.',
  })
}

/** `options/notify-by-subset`: notifications are bundled by some of the keys the query groups by. */
export function checkNotifyBy(facts: DefinitionFacts, report: DefinitionReport): void {
  const keys = textsIn(facts.options.notify_by)
  if (keys.length === 0 || !facts.groupsAreKnown) return
  const path = ['options', 'notify_by']
  if (facts.groupKeys.length === 0) {
    report({
      code: 'options/notify-by-subset',
      severity: 'error',
      message: '`notify_by` bundles groups, but the query groups by nothing.',
      path,
      hint: 'Leave it out, or group the query.',
    })
    return
  }
  // `*` alone: one notification for all groups.
  if (keys.length === 1 && keys[0] === '*') return
  keys.forEach((key, index) => {
    if (facts.groupKeys.includes(key)) return
    report({
      code: 'options/notify-by-subset',
      severity: 'error',
      message: `\`notify_by\` names \`${key}\`, by which the query does not group.`,
      path: [...path, index],
      hint:
        didYouMean(key, facts.groupKeys) ??
        `The query groups by ${facts.groupKeys.map(known => `\`${known}\``).join(', ')}.`,
    })
  })
}

/**
 * Options of some types only, looked at where they are on. What other tools send with every monitor, and the account gives back
 * with it, is no reason for doubt.
 */
const foreign = Object.entries({
  enable_logs_sample: 'warning',
  enable_samples: 'warning',
  groupby_simple_monitor: 'warning',
  min_failure_duration: 'warning',
  min_location_failed: 'warning',
  require_full_window: 'info',
} as const satisfies Partial<Record<MonitorOptionName, Diagnostic['severity']>>)
const foreignNames: ReadonlySet<string> = new Set(foreign.map(([name]) => name))

/** True for one of these that is on, in a monitor of a type that knows nothing of it. */
export function isForeignOption(name: string, value: unknown, type: string): boolean {
  const isOn = value === true || (numberIn(value) ?? 0) > 0
  return isOn && foreignNames.has(name) && !optionApplies(name, type)
}

/** `options/log-only`: options of other types, where they do nothing. */
export function checkForeignOptions(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const [name, severity] of foreign) {
    if (!isForeignOption(name, facts.options[name], facts.type)) continue
    report({
      code: 'options/log-only',
      severity,
      message: `\`${name}\` has no effect on monitors of type \`${facts.type}\`.`,
      path: ['options', name],
      hint: 'Leave it out.',
    })
  }
}

/** `options/log-only`: thresholds of other types. The account keeps `ok` on every type and does nothing with it. */
export function checkForeignThresholds(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const key of Object.keys(thresholdKeys) as ThresholdKey[]) {
    if (facts.thresholds[key] === undefined || thresholdApplies(key, facts.type)) continue
    report({
      code: 'options/log-only',
      severity: key === 'ok' ? 'info' : 'warning',
      message: `The threshold \`${key}\` has no effect on monitors of type \`${facts.type}\`.`,
      path: ['options', 'thresholds', key],
      hint:
        facts.type === 'service check' && key.endsWith('_recovery')
          ? 'Set `ok`: how many good statuses in a row end the alert.'
          : 'Leave it out.',
    })
  }
}

/** `options/unknown`: a member of the monitor among its options, where the account does not see it. */
export function checkMisplacedMembers(facts: DefinitionFacts, report: DefinitionReport): void {
  for (const name of Object.keys(facts.options)) {
    if (!besideOptions.has(name)) continue
    report({
      code: 'options/unknown',
      severity: 'warning',
      message: `\`${name}\` belongs to the monitor, not to its options.`,
      path: ['options', name],
      hint: `Write \`${name}\` beside \`options\`.`,
    })
  }
}

/** `options/value`: names that an option does not have. */
export function checkOptionValues(facts: DefinitionFacts, report: DefinitionReport): void {
  const preset = facts.options.notification_preset_name
  const presets: readonly string[] = monitorOptions.notification_preset_name.values
  if (preset === undefined || presets.includes(wordIn(preset))) return
  report({
    code: 'options/value',
    severity: 'error',
    message: `\`${wordIn(preset)}\` is not a notification preset.`,
    path: ['options', 'notification_preset_name'],
    hint: didYouMean(wordIn(preset), presets) ?? `Use ${presets.map(known => `\`${known}\``).join(', ')}.`,
  })
}
