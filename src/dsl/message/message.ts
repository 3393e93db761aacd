import { definitionError } from '../definition-error.js'
import type { Message, MessageHole, MessageItem, MessagePart, MessageSection, SectionTag } from './section.js'
import { part, section } from './section.js'
import { filledTemplate } from './template-text.js'

/** The blocks of a message that are sent in one state only. https://docs.datadoghq.com/monitors/notify/variables/ */
interface StateSections {
  readonly alert: SectionTag
  readonly warning: SectionTag
  readonly recovery: SectionTag
  readonly noData: SectionTag
  readonly unknown: SectionTag
  readonly renotify: SectionTag
  readonly alertRecovery: SectionTag
  readonly warningRecovery: SectionTag
  readonly noDataRecovery: SectionTag
  /** From Alert to Warn. */
  readonly alertToWarning: SectionTag
}

/** Values that Datadog puts in. */
interface Variables {
  readonly value: MessagePart<never>
  readonly threshold: MessagePart<never>
  readonly warnThreshold: MessagePart<never>
  readonly alertRecoveryThreshold: MessagePart<never>
  readonly warnRecoveryThreshold: MessagePart<never>
  readonly okThreshold: MessagePart<never>
  readonly comparator: MessagePart<never>
  readonly firstTriggeredAt: MessagePart<never>
  readonly lastTriggeredAt: MessagePart<never>
  readonly triggeredDuration: MessagePart<never>
  /** What the check itself said, links kept whole. */
  readonly checkMessage: MessagePart<never>
}

/** What a message is made of. `Allowed` are the tag keys that the monitor's query groups or filters by. */
export interface MessageParts<Allowed extends string = string> extends StateSections, Variables {
  /** Sent in every state. */
  readonly text: SectionTag
  /** The value of a tag that the query groups or filters by. */
  tag<Key extends Allowed>(key: Key): MessagePart<Key>
  /** Any other variable by its path: `variable('log.attributes.[error.message]')`. */
  variable(path: string): MessagePart<never>
  /** Sent when the variable contains one of the texts. */
  match<Key extends string>(
    variable: MessagePart<Key>,
    ...texts: readonly [string, ...string[]]
  ): SectionWithTags<Key>
  /** Sent when the variable is one of the texts; `''` tests whether it is missing. */
  exactMatch<Key extends string>(
    variable: MessagePart<Key>,
    ...texts: readonly [string, ...string[]]
  ): SectionWithTags<Key>
  /** Sent when the variable contains none of the texts. */
  noMatch<Key extends string>(
    variable: MessagePart<Key>,
    ...texts: readonly [string, ...string[]]
  ): SectionWithTags<Key>
  /** Sent when the monitor has this priority. */
  priority(priority: 'P1' | 'P2' | 'P3' | 'P4' | 'P5'): SectionTag
  /** Changes the priority of this notification. */
  overridePriority(priority: 'P1' | 'P2' | 'P3' | 'P4' | 'P5'): MessagePart<never>
  /** Arithmetic on variables: `evaluate('value * 100')`. */
  evaluate(expression: string): MessagePart<never>
  /** A moment in a time zone: `localTime('last_triggered_at', 'Asia/Tokyo')`. */
  localTime(variable: string, timezone: string): MessagePart<never>
  /** A tag's value made safe for an address. */
  urlencode<Key extends string>(variable: MessagePart<Key>): MessagePart<Key>
  /** Template text as it is, for what has no builder. */
  template(text: string): MessagePart<never>
}

type SectionWithTags<Key extends string> = <Tags extends string = never>(
  text: TemplateStringsArray,
  ...holes: readonly MessageHole<Tags>[]
) => MessageSection<Tags | Key>

/**
 * A message by its states. Text in the template literals is Datadog's template language; values put into `${…}` are
 * plain text and can never become syntax, unless they come from the parts given here. `''` is an empty line.
 * @example
 * message(({ alert, recovery, tag }) => [
 *   alert`CPU of ${tag('host')} is high. @slack-sre`,
 *   recovery`Back to normal. @slack-sre`,
 * ])
 */
export function message<Tags extends string = never>(
  build: (parts: MessageParts) => readonly MessageItem<Tags>[],
): Message<Tags> {
  return { kind: 'message', template: joinedSections(build(messageParts)) }
}

/** Sections stand on lines of their own, because a handle ends only at a blank or a line's end. */
export function joinedSections(items: readonly MessageItem[]): string {
  return items.map(item => (item === '' ? '' : item.template)).join('\n')
}

function block(name: string, args: readonly string[] = [], opening: '#' | '^' = '#'): SectionTag {
  const head = [name, ...args.map(quotedArgument)].join(' ')
  return (text, ...holes) => section(`{{${opening}${head}}}\n${filledTemplate(text, holes)}\n{{/${name}}}`)
}

function variableOf(path: string): MessagePart<never> {
  return part(`{{${path}}}`, path)
}

/** `host.name`, `[dot.key].name`: a dot in a key would be read as a step into it. */
function tagVariable(key: string): MessagePart<never> {
  checkPath(key)
  return variableOf(key.includes('.') ? `[${key}].name` : `${key}.name`)
}

function checkPath(path: string): string {
  if (path !== '' && !/[{}"'\s]/.test(path)) return path
  throw definitionError('dsl/message-variable', `'${path}' cannot be the path of a message variable.`, {
    hint: "Write a path such as 'host.name' or 'log.attributes.[error.message]', without braces.",
    text: path,
  })
}

function quotedArgument(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  if (!text.includes("'")) return `'${text}'`
  throw definitionError('dsl/message-argument', 'A text in a condition cannot hold both kinds of quotes.', {
    hint: 'Compare with a part of the text that has no quotes.',
    text,
  })
}

function pathOf(variable: MessagePart): string {
  if (variable.path !== undefined) return variable.path
  throw definitionError('dsl/message-variable', 'Only a variable or a tag can be compared or encoded.', {
    hint: "Pass `tag('host')` or `variable('log.service')`.",
    text: variable.template,
  })
}

/** One object for all messages: none of its members depends on the monitor. */
export const messageParts: MessageParts = {
  text: (text, ...holes) => section(filledTemplate(text, holes)),
  alert: block('is_alert'),
  warning: block('is_warning'),
  recovery: block('is_recovery'),
  noData: block('is_no_data'),
  unknown: block('is_unknown'),
  renotify: block('is_renotify'),
  alertRecovery: block('is_alert_recovery'),
  warningRecovery: block('is_warning_recovery'),
  noDataRecovery: block('is_no_data_recovery'),
  alertToWarning: block('is_alert_to_warning'),
  value: variableOf('value'),
  threshold: variableOf('threshold'),
  warnThreshold: variableOf('warn_threshold'),
  alertRecoveryThreshold: variableOf('alert_recovery_threshold'),
  warnRecoveryThreshold: variableOf('warn_recovery_threshold'),
  okThreshold: variableOf('ok_threshold'),
  comparator: variableOf('comparator'),
  firstTriggeredAt: variableOf('first_triggered_at'),
  lastTriggeredAt: variableOf('last_triggered_at'),
  triggeredDuration: variableOf('triggered_duration_sec'),
  checkMessage: part('{{{check_message}}}', 'check_message'),
  tag: tagVariable,
  variable: path => variableOf(checkPath(path)),
  match: (variable, ...texts) => block('is_match', [pathOf(variable), ...texts]),
  exactMatch: (variable, ...texts) => block('is_exact_match', [pathOf(variable), ...texts]),
  noMatch: (variable, ...texts) => block('is_match', [pathOf(variable), ...texts], '^'),
  priority: priority => block('is_priority', [priority]),
  overridePriority: priority => part(`{{override_priority '${priority}'}}`),
  evaluate: expression => part(`{{eval ${quotedArgument(expression)}}}`),
  localTime: (variable, timezone) => part(`{{local_time '${checkPath(variable)}' '${checkPath(timezone)}'}}`),
  urlencode: variable => part(`{{urlencode ${quotedArgument(pathOf(variable))}}}`),
  template: text => part(text),
}
