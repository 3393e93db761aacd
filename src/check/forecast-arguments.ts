import { type ForecastAlgorithm, forecastAlgorithmFacts, notInsideForecast } from '../catalog/index.js'
import type { FunctionCall } from '../query/index.js'
import { expressionOf, namedArgument, textOf } from './argument-values.js'
import type { MetricContext, Report } from './report.js'
import { eachExpression } from './walk.js'

const refused: readonly string[] = notInsideForecast

/** `query/forecast-limits`: functions that a forecast refuses inside. */
export function checkInsideForecast(node: FunctionCall, _context: MetricContext, report: Report): void {
  const inner = expressionOf(node.arguments[0])
  if (inner === undefined) return
  eachExpression(inner, expression => {
    if (expression.kind !== 'call' || !refused.includes(expression.name)) return
    report({
      code: 'query/forecast-limits',
      severity: 'error',
      message: `\`${expression.name}\` cannot stand inside \`forecast\`.`,
      span: expression.nameSpan,
      hint: 'Forecast the query itself, without this function.',
    })
  })
}

/** `query/forecast-limits`: `model` belongs to linear forecasts and `seasonality` to seasonal ones. */
export function checkForecastArguments(node: FunctionCall, _context: MetricContext, report: Report): void {
  const algorithm = textOf(node.arguments[1])
  if (algorithm === undefined || !Object.hasOwn(forecastAlgorithmFacts, algorithm)) return
  const facts = forecastAlgorithmFacts[algorithm as ForecastAlgorithm]
  for (const [name, allowed] of [
    ['model', facts.takesModel],
    ['seasonality', facts.takesSeasonality],
  ] as const) {
    const argument = allowed ? undefined : namedArgument(node, name)
    if (argument === undefined) continue
    report({
      code: 'query/forecast-limits',
      severity: 'warning',
      message: `A \`${algorithm}\` forecast does not use \`${name}\`.`,
      span: argument.span,
      hint: `Leave \`${name}\` out, or use \`'${algorithm === 'linear' ? 'seasonal' : 'linear'}'\`.`,
    })
  }
}
