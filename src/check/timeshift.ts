import type { FunctionCall } from '../query/index.js'
import { numberOf, textOf } from './argument-values.js'
import type { MetricContext, Report } from './report.js'

/** `query/timeshift-positive`: dashboards accept it and shift into the future. */
export function checkTimeshift(node: FunctionCall, _context: MetricContext, report: Report): void {
  const argument = node.arguments[1]
  const seconds = numberOf(argument)
  if (argument === undefined || seconds === undefined || seconds < 0) return
  report({
    code: 'query/timeshift-positive',
    severity: 'warning',
    message:
      seconds === 0
        ? 'A shift of 0 seconds changes nothing.'
        : 'A positive shift looks into the future, where there is no data.',
    span: argument.span,
    hint:
      seconds === 0
        ? 'Write a negative number of seconds, such as `-3600`.'
        : `Write \`-${seconds}\` to look back.`,
    ...(seconds === 0 ? {} : { repair: [{ span: argument.span, text: `-${seconds}` }] }),
  })
}

/** `query/function-arity`: `calendar_shift` takes `-1d`, `-2w`, `-1mo`. */
export function checkCalendarShift(node: FunctionCall, _context: MetricContext, report: Report): void {
  const argument = node.arguments[1]
  const shift = textOf(argument)
  if (argument === undefined || shift === undefined || /^-\d+(d|w|mo)$/.test(shift)) return
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`${shift}\` is not a shift of \`calendar_shift\`.`,
    span: argument.span,
    hint: "Write a minus sign, a number and `d`, `w` or `mo`: `'-1mo'`.",
  })
}
