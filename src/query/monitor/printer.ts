import { printComposite } from '../composite/printer.js'
import { printExpression } from '../metric/printer.js'
import type { StringLiteral } from '../node.js'
import { quoted } from '../quoting.js'
import { printSearch } from '../search/printer.js'
import type {
  Condition,
  EmbeddedSearch,
  EvaluationHead,
  MonitorQuery,
  Step,
  StepArgument,
  Window,
} from './ast.js'

/** The normal form of a monitor's query, on one line. */
export function printMonitorQuery(query: MonitorQuery): string {
  switch (query.kind) {
    case 'metric-monitor':
      return `${printHead(query.head)}:${printExpression(query.expression)} ${printCondition(query.condition)}`
    case 'service-check':
      return printQuoted(query.check) + printSteps(query.steps)
    case 'event-monitor':
      return `${query.source}(${printEmbedded(query.search)})${printSteps(query.steps)} ${printCondition(query.condition)}`
    case 'formula-monitor': {
      const formula = quoted(printExpression(query.formula), '"')
      return `formula(${formula})${printSteps(query.steps)} ${printCondition(query.condition)}`
    }
    case 'slo-monitor': {
      const steps = printSteps(query.steps)
      return `${query.measure}(${printQuoted(query.slo)})${steps} ${printCondition(query.condition)}`
    }
    case 'composite':
      return printComposite(query.expression)
    case 'placeholder':
    case 'opaque':
      return query.text
  }
}

export function printHead(head: EvaluationHead): string {
  const window = `${head.aggregator}(${printWindow(head.window)})`
  return head.kind === 'window-head' ? window : `${head.change}(${window},${printWindow(head.shift)})`
}

export function printWindow(window: Window): string {
  const amount = `${window.amount}${window.unit}`
  if (window.form === 'plain') return amount
  return window.form === 'ago' ? `${amount}_ago` : `${window.form}_${amount}`
}

export function printCondition(condition: Condition): string {
  return `${condition.comparator} ${condition.threshold.text}`
}

/** The search in its normal form, quoted; one with quotes that no backslash marks stays as it is. */
export function printEmbedded(search: EmbeddedSearch): string {
  if (search.unescaped !== undefined) return `"${search.unescaped}"`
  return quoted(printSearch(search.expression), '"')
}

export function printSteps(steps: readonly Step[]): string {
  return steps.map(printStep).join('')
}

export function printStep(step: Step): string {
  return `.${step.name}(${printStepArguments(step)})`
}

/** Quoted arguments of a check stand without blanks between them, as the UI writes them; others with. */
function printStepArguments(step: Step): string {
  const separator = step.name === 'over' || step.name === 'exclude' || step.name === 'by' ? ',' : ', '
  return step.arguments.map(printStepArgument).join(separator)
}

export function printStepArgument(argument: StepArgument): string {
  switch (argument.kind) {
    case 'string':
      return printQuoted(argument)
    case 'number':
    case 'word':
      return argument.text
    case 'window':
      return printWindow(argument)
    case 'step-named-argument':
      return `${argument.name}=${argument.value.kind === 'string' ? printQuoted(argument.value) : argument.value.text}`
  }
}

/** Monitor queries around metrics are written with double quotes. */
export function printQuoted(literal: StringLiteral): string {
  return quoted(literal.value, '"')
}
