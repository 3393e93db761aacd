/**
 * The blocks that ask about the state or about a variable. This is the whole documented list.
 * https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
export const conditionals = {
  is_alert: { asks: 'state', arguments: 0 },
  is_warning: { asks: 'state', arguments: 0 },
  is_no_data: { asks: 'state', arguments: 0 },
  is_unknown: { asks: 'state', arguments: 0 },
  is_recovery: { asks: 'state', arguments: 0 },
  is_alert_recovery: { asks: 'state', arguments: 0 },
  is_warning_recovery: { asks: 'state', arguments: 0 },
  is_no_data_recovery: { asks: 'state', arguments: 0 },
  is_alert_to_warning: { asks: 'state', arguments: 0 },
  is_renotify: { asks: 'state', arguments: 0 },
  is_priority: { asks: 'variable', arguments: 1 },
  is_match: { asks: 'variable', arguments: 2 },
  is_exact_match: { asks: 'variable', arguments: 2 },
} as const satisfies Record<string, Conditional>

interface Conditional {
  /** What decides: the transition of the monitor, or the value of a variable. */
  readonly asks: 'state' | 'variable'
  /** At least so many arguments; a state takes none. */
  readonly arguments: number
}

export type ConditionalName = keyof typeof conditionals

export type StateConditionalName = Exclude<ConditionalName, 'is_priority' | 'is_match' | 'is_exact_match'>

export function isConditional(name: string): name is ConditionalName {
  return Object.hasOwn(conditionals, name)
}

export function isStateConditional(name: string): name is StateConditionalName {
  return isConditional(name) && conditionals[name].asks === 'state'
}

/**
 * Blocks of Handlebars itself, which only the messages of Synthetics tests know. They take paths without quotes.
 * https://docs.datadoghq.com/synthetics/notifications/advanced_notifications/
 */
const handlebarsBlocks: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with'])

export function isHandlebarsBlock(name: string): boolean {
  return handlebarsBlocks.has(name)
}

/**
 * Functions of templates, with how many arguments each takes.
 * https://docs.datadoghq.com/monitors/notify/variables/#template-variable-eval
 */
const templateFunctions: ReadonlyMap<string, number> = new Map([
  ['eval', 1],
  ['local_time', 2],
  ['urlencode', 1],
  ['override_priority', 1],
])

/** How many arguments a template function takes; undefined for a name that is none. */
export function argumentCountOf(functionName: string): number | undefined {
  return templateFunctions.get(functionName)
}

export const functionNames: readonly string[] = [...templateFunctions.keys()]

export const conditionalNames: readonly string[] = Object.keys(conditionals)
