import { channelNamed } from '../../../catalog/index.js'
import type { VariableMeaning } from '../../sentences/resource.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'

const variables: Record<
  Exclude<VariableMeaning, 'tag' | 'host' | 'event-attribute' | 'member' | 'unnamed-tag' | 'other'>,
  string
> = {
  value: 'the value that triggered',
  threshold: 'the alert threshold',
  warn_threshold: 'the warning threshold',
  alert_recovery_threshold: 'the recovery threshold of the alert',
  warn_recovery_threshold: 'the recovery threshold of the warning',
  ok_threshold: 'how many OK results mean recovery',
  comparator: 'the comparison sign of the monitor',
  first_triggered_at: 'when it first triggered',
  first_triggered_at_epoch: 'when it first triggered, in milliseconds since 1970',
  last_triggered_at: 'when it last triggered',
  last_triggered_at_epoch: 'when it last triggered, in milliseconds since 1970',
  triggered_duration_sec: 'for how many seconds it has been triggered',
  check_message: 'the message of the check itself',
}

/** Events are grouped by attributes, written with `@`, as well as by tags. */
const noun = (key: string) => (key.startsWith('@') ? 'attribute' : 'tag')

/** What is no event of a search has another name. */
const bearers: Readonly<Record<string, string>> = { synthetics: 'the test result', issue: 'the issue' }

const availability: Readonly<Record<string, string>> = {
  true: '.',
  false: '. Here it stays empty: the query neither groups nor filters by it.',
  undefined: '; empty if the query neither groups nor filters by it.',
}

const blocks: Readonly<Record<string, string>> = {
  is_alert: 'when it alerts',
  is_warning: 'when it warns',
  is_no_data: 'when data has stopped',
  is_unknown: 'when the status is UNKNOWN',
  is_recovery: 'when it recovers, from whatever state',
  is_alert_recovery: 'when it recovers from an alert to OK',
  is_warning_recovery: 'when it recovers from a warning to OK',
  is_no_data_recovery: 'when data is back',
  is_alert_to_warning: 'when an alert eases to a warning',
  is_renotify: 'in a reminder',
}

/** https://docs.datadoghq.com/synthetics/notifications/advanced_notifications/ */
const testBlocks: Readonly<Record<string, (what: string, inverted: boolean) => string>> = {
  if: (what, inverted) =>
    `when ${what} is ${inverted ? 'missing or empty' : 'there'} (a block for Synthetics tests)`,
  unless: (what, inverted) =>
    `when ${what} is ${inverted ? 'there' : 'missing or empty'} (a block for Synthetics tests)`,
  each: what => `once for each entry of ${what} (a block for Synthetics tests)`,
}

function blockWhen(name: string, values: readonly string[], inverted: boolean, say: Say): string {
  const [variable, ...texts] = values
  if ((name === 'is_match' || name === 'is_exact_match') && variable !== undefined) {
    if (name === 'is_exact_match' && texts.length === 1 && texts[0] === '')
      return `when ${say.code(variable)} is ${inverted ? 'not ' : ''}missing or empty`
    const verb =
      name === 'is_match' ? (inverted ? 'does not contain' : 'contains') : inverted ? 'is not' : 'is'
    return `when ${say.code(variable)} ${verb} ${texts.length === 0 ? 'anything given' : say.or(say.codes(texts))}`
  }
  const ofTests = testBlocks[name]
  if (ofTests !== undefined && variable !== undefined) return ofTests(say.code(variable), inverted)
  if (name === 'is_priority')
    return `when the priority is ${inverted ? 'not ' : ''}${say.or(say.codes(values))}`
  const state = blocks[name]
  if (state !== undefined) return inverted ? `except ${state}` : `only ${state}`
  return `${inverted ? 'unless' : 'if'} ${say.code([name, ...values].join(' '))} holds (the documentation does not list this block)`
}

/** `a.status`, `b.value` and what else a member of a composite hands on. */
function memberWords(key: string, say: Say): string {
  const [letter = '', ...rest] = key.split('.')
  const what = rest.join('.')
  const noun = what === 'status' ? 'the state' : what === 'value' ? 'the value' : say.code(what)
  return `${noun} of monitor ${say.code(letter)} of the composite`
}

export const message = {
  'message/text': () => 'Text, sent as it stands (Markdown).',
  'message/comment': () => 'A comment: never sent.',
  'message/variable': ({ path, meaning, key, triple, available }, say) => {
    const raw = triple ? ' Three braces: special characters stay as they are.' : ''
    switch (meaning) {
      case 'tag':
        return `Becomes the value of the ${noun(key)} ${say.code(key)} of what triggered${availability[String(available)]}${raw}`
      case 'host':
        return `Becomes ${say.code(key)} of the host that triggered; needs a group by \`host\`.${raw}`
      case 'event-attribute':
        return `Becomes ${say.code(path)} of ${bearers[path.split('.')[0]!] ?? 'an event that matched'}; empty if there is none.${raw}`
      case 'member':
        return `Becomes ${memberWords(key, say)}: the letters \`a\`, \`b\` … follow the order in the query.${raw}`
      case 'unnamed-tag':
        return `The query names the ${noun(key)} ${say.code(key)}, but its value is written ${say.code(`{{${key.includes('.') ? `[${key}]` : key}.name}}`)}; the documentation has no variable without ${say.code('.name')}.${raw}`
      case 'other':
        return `${say.code(path)}: not a variable that the documentation lists; it stays empty unless the query groups by it.${raw}`
      default:
        return `Becomes ${variables[meaning]}.${raw}`
    }
  },
  'message/block': ({ name, inverted, values }, say) =>
    `What is inside is sent ${blockWhen(name, values, inverted, say)}.`,
  'message/otherwise': () => 'Otherwise this is sent.',
  'message/unclosed': ({ name }, say) =>
    `The block is never closed with ${say.code(`{{/${name}}}`)}, so it runs to the end.`,
  'message/function': ({ name, values }, say) => {
    const [first, second] = values
    if (name === 'eval' && first !== undefined) return `Computes ${say.code(first)} and writes the result.`
    if (name === 'local_time' && first !== undefined && second !== undefined)
      return `Writes the time ${say.code(first)} in the time zone ${say.code(second)}.`
    if (name === 'urlencode' && first !== undefined)
      return `Writes ${say.code(first)} so that it can stand in a link.`
    if (name === 'override_priority' && first !== undefined)
      return `Changes the priority of this notification to ${say.code(first)}.`
    return `${say.code([name, ...values].join(' '))}: not a function that the documentation lists.`
  },
  'message/subexpression': ({ name, values }, say) =>
    name === 'eval'
      ? `Computes ${say.and(say.codes(values))} first.`
      : `${say.code([name, ...values].join(' '))}: computed first.`,
  'message/raw': () => 'Sent as it stands; nothing inside is replaced.',
  'message/handle': ({ handle, channel, dynamic }, say) => {
    const label = channelNamed(channel)?.label
    const who = label === undefined ? `Tells ${say.code(handle)}` : `Tells ${say.code(handle)} (${label})`
    return `${who}.${dynamic ? ' The address holds a variable, so it depends on the group.' : ''}`
  },
} satisfies Partial<Words>
