import type { Comparator } from '../../../query/index.js'
import type { JudgedBurn } from '../../sentences/definition.js'
import type { AggregatorValues, ComparedValue } from '../../sentences/metric.js'
import type { Judged, ReducedCondition, ShareValues } from '../../sentences/monitor.js'
import type { ResultUnit } from '../../unit.js'
import type { TimeUnit, WindowValue } from '../../window.js'
import type { Say } from '../say.js'
import { spelledOut } from '../spelled-out.js'

// `Intl` gives the point form (15 分); a length of time takes 間 except where the unit already has it.
const spanEnding: Record<TimeUnit, string> = { s: '間', m: '間', h: '', d: '間', w: '', mo: '間' }

/** A length of time: `15 分間`. */
function spanWords(window: Pick<WindowValue, 'amount' | 'unit'>, say: Say): string {
  return `${say.unit(window.amount, window.unit)}${spanEnding[window.unit]}`
}

/** Seconds as a length of time: `15 分間`, `2 時間`. */
export function lengthWords(seconds: number, say: Say): string {
  const words = say.seconds(seconds)
  return words.endsWith('時間') ? words : `${words}間`
}

/** A window as a noun: `直近 15 分間`. */
export function windowWords(window: WindowValue, say: Say): string {
  if (window.form === 'next') return `今後 ${spanWords(window, say)}`
  if (window.form === 'ago') return `${say.unit(window.amount, window.unit)}前`
  if (window.form !== 'current') return `直近 ${spanWords(window, say)}`
  if (window.unit === 'h') return '現在の 1 時間の開始から今まで'
  if (window.unit === 'd') return '当日の開始から今まで'
  return window.unit === 'mo' ? '当月の開始から今まで' : `現在の ${spanWords(window, say)}の開始から今まで`
}

/** `1 時間`, as in `1 時間前`. */
export function distanceWords(window: WindowValue, say: Say): string {
  return say.unit(window.amount, window.unit)
}

/** A condition before と: `4 を超える`. */
export function comparedTo(comparator: Comparator, value: string): string {
  const shown = beforeJapanese(value)
  switch (comparator) {
    case '>':
      return `${shown}を超える`
    case '>=':
      return `${shown}以上になる`
    case '<':
      return `${shown}を下回る`
    case '<=':
      return `${shown}以下になる`
    case '==':
      return `ちょうど ${shown}になる`
    case '!=':
      return `${shown}以外になる`
  }
}

/** The same as a state: `4 を超えている`. */
export function comparedState(comparator: Comparator, value: string): string {
  const shown = beforeJapanese(value)
  switch (comparator) {
    case '>':
      return `${shown}を超えている`
    case '>=':
      return `${shown}以上である`
    case '<':
      return `${shown}を下回っている`
    case '<=':
      return `${shown}以下である`
    case '==':
      return `ちょうど ${shown}である`
    case '!=':
      return `${shown}以外である`
  }
}

/** A blank stands between a number or a Latin word and Japanese, and not after a unit in Japanese. */
function beforeJapanese(value: string): string {
  return /[\x21-\x28\x2a-\x7e]$/.test(value) ? `${value} ` : value
}

const nounLimits: Readonly<Record<string, readonly [mid: string, end: string]>> = {
  '>': ['を超え', 'を超える'],
  '>=': ['以上', '以上の'],
  '<': ['未満', '未満の'],
  '<=': ['以下', '以下の'],
}

/** Conditions before a noun: `1.5 以上、10 未満の`. */
export function limitsNoun(limits: readonly ComparedValue[], say: Say): string {
  return limits
    .map(({ comparator, value, unit }, index) => {
      const last = index === limits.length - 1
      const words = nounLimits[comparator]?.[last ? 1 : 0] ?? (last ? 'の' : '')
      const shown = quantity(value, unit, say)
      return `${shown}${/[!-~]$/.test(shown) ? ' ' : ''}${words}`
    })
    .join('、')
}

const startsInLatin = /^-?[0-9A-Za-z]/

/** Puts two pieces together, with a blank where a number or a Latin word follows Japanese. */
export function joined(before: string, after: string): string {
  return startsInLatin.test(after) ? `${before} ${after}` : before + after
}

/** `a`, or one of `a`, `b`, before a particle: `a`、`b` のいずれか. */
export function anyWords(values: readonly string[], say: Say): string {
  const list = say.codes(values).join('、')
  return values.length > 1 ? `${list} のいずれか` : `${list} `
}

export function compared(comparator: Comparator, threshold: number, say: Say, unit?: ResultUnit): string {
  return comparedTo(comparator, quantity(threshold, unit, say))
}

/** `90%`、`2 秒`、`毎秒 1,000 バイト`。The bare number where no unit is known. */
export function quantity(value: number, unit: ResultUnit | undefined, say: Say): string {
  const number = say.number(value)
  if (unit?.name === 'percent') return `${number}%`
  const word = unit === undefined ? undefined : besideNumbers[unit.name]
  if (unit === undefined || word === undefined) return number
  const spelled = spelledOut(value, unit.name, say)
  return `${unit.per === undefined ? '' : `${every[unit.per]} `}${number} ${word}${spelled === undefined ? '' : `(${spelled})`}`
}

/** Units that say more beside a number than the number alone. */
const besideNumbers: Readonly<Record<string, string>> = {
  byte: 'バイト',
  nanocore: 'ナノコア',
  core: 'コア',
  second: '秒',
  millisecond: 'ミリ秒',
  nanosecond: 'ナノ秒',
  request: 'リクエスト',
  error: '件',
  connection: '接続',
  process: 'プロセス',
  query: 'クエリ',
}

const every = { second: '毎秒', minute: '毎分', hour: '毎時' } as const

export function percentileWords(percentile: number, say: Say): string {
  return `${say.number(percentile)} パーセンタイル`
}

const aggregators: Readonly<Record<string, string>> = {
  avg: '平均',
  sum: '合計',
  min: '最小値',
  max: '最大値',
  count: '値の数',
  last: '最新値',
  stddev: '標準偏差',
  histogram: '分布',
}

/** `平均`, put after の. */
export function aggregatorWords(aggregator: Pick<AggregatorValues, 'name' | 'percentile'>, say: Say): string {
  if (aggregator.percentile !== undefined) return percentileWords(aggregator.percentile, say)
  return aggregators[aggregator.name] ?? say.code(aggregator.name)
}

/** `min … >` means every point, `max … >` any point; mirrored below. */
export function pointRule(
  condition: Pick<ReducedCondition, 'aggregator' | 'comparator'>,
): 'every' | 'any' | undefined {
  const up = condition.comparator === '>' || condition.comparator === '>='
  const down = condition.comparator === '<' || condition.comparator === '<='
  if (!up && !down) return undefined
  if (condition.aggregator === 'min') return up ? 'every' : 'any'
  if (condition.aggregator === 'max') return up ? 'any' : 'every'
  return undefined
}

const reductions: Readonly<Record<string, string>> = {
  avg: '平均',
  sum: '合計',
  min: '最小値',
  max: '最大値',
  percentile: 'パーセンタイル値',
}

export function reducedNoun(
  condition: Pick<ReducedCondition, 'aggregator' | 'percentile'>,
  say: Say,
): string {
  if (condition.percentile !== undefined) return percentileWords(condition.percentile, say)
  return reductions[condition.aggregator] ?? say.code(condition.aggregator)
}

/** The condition of a metric monitor: `直近 5 分間の平均が 4 を超える`. */
export function reducedWords(condition: ReducedCondition, say: Say): string {
  const window = windowWords(condition.window, say)
  const limit = compared(condition.comparator, condition.threshold, say, condition.unit)
  if (condition.countsFirst) return `${window}の結果が ${limit}`
  const every = pointRule(condition)
  if (every === 'every') return `${window}のすべての点が ${limit}`
  if (every === 'any') return `${window}のうち 1 点でも ${limit}`
  return `${joined(`${window}の`, reducedNoun(condition, say))}が ${limit}`
}

/** The subject of an anomaly condition: `直近 15 分間のすべての点(15 点)が`. */
export function shareWords(values: ShareValues, say: Say): string {
  const window = values.window === undefined ? '判定ウィンドウ' : windowWords(values.window, say)
  if (values.share === 1 && values.comparator === '>=') {
    return `${window}のすべての点${values.points === undefined ? '' : `(${say.number(values.points)} 点)`}が`
  }
  // No share is above 1.
  if (values.share >= 1) return `${window}の点のうち、すべてを超える数(ありえない条件です)が`
  if (values.share === 0 && values.comparator === '>') return `${window}のうち 1 点でも`
  const many =
    values.needed === undefined || values.points === undefined
      ? ''
      : `(${say.number(values.points)} 点中 ${say.number(values.needed)} 点)`
  const half = values.share === 0.5 ? '半分' : `${say.rounded(values.share * 100)}% `
  return `${window}の点のうち${half === '半分' ? '' : ' '}${half}${values.comparator === '>' ? 'を超える数' : '以上'}${many}が`
}

/** `範囲から外れる`, by the side that counts. */
export function sideWords({ direction }: ShareValues): string {
  if (direction === 'above') return '範囲を上回る'
  return direction === 'below' ? '範囲を下回る' : '範囲から外れる'
}

const subjects: Record<Judged, string> = {
  value: '値',
  change: '変化量',
  'percent-change': '変化率',
  outlier: '外れ値の判定値',
  forecast: '予測の中の点',
  budget: 'エラーバジェットの消費率',
  'burn-rate': 'バーンレート',
}

/** A threshold with what it is compared with: `変化率が -40% 以下になる`. */
export function judgedWords(
  judged: Judged,
  comparator: Comparator,
  threshold: number,
  say: Say,
  unit?: ResultUnit,
): string {
  const shown = judged === 'percent-change' || judged === 'budget' ? percentUnit : unit
  return joined(`${subjects[judged]}が`, compared(comparator, threshold, say, shown))
}

const percentUnit: ResultUnit = { name: 'percent' }

/** The unit of the threshold of a change. */
export function changeUnit(change: 'change' | 'pct_change', unit: ResultUnit | undefined) {
  return change === 'pct_change' ? percentUnit : unit
}

/** What a change threshold means in everyday words, or nothing where it is not plain. */
export function fallOrRise(
  comparator: Comparator,
  threshold: number,
  unit: ResultUnit | undefined,
  say: Say,
): string {
  const strict = comparator === '<' || comparator === '>'
  const size = `${beforeJapanese(quantity(Math.abs(threshold), unit, say))}${strict ? 'を超える' : '以上の'}`
  if (threshold < 0 && comparator.startsWith('<')) return `(つまり ${size}減少)`
  return threshold > 0 && comparator.startsWith('>') ? `(つまり ${size}増加)` : ''
}

/** `host`, or the combination of several. */
export function eachWords(groups: readonly string[], say: Say): string {
  return groups.length === 1 ? `${keysWords(groups, say)} ` : `${keysWords(groups, say)} の組み合わせ`
}

/** `host` and `service` as a list of codes. */
export function keysWords(keys: readonly string[], say: Say): string {
  return say.codes(keys).join('、')
}

/** The start of a summary: `host` ごとに、 */
export function forEach(groups: readonly string[], say: Say): string {
  const keys = groups.filter(group => group !== '*')
  return keys.length === 0 ? '' : `${eachWords(keys, say)}ごとに、`
}

/** A burn rate that is passed in both windows: `直近 1 時間と直近 5 分間のバーンレートがどちらも 6 を超える`. */
export function burnWords({ comparator, rate, longWindow, shortWindow }: JudgedBurn, say: Say): string {
  const windows = [longWindow, shortWindow].filter(window => window !== undefined)
  const each = windows.length === 2 ? 'どちらも ' : ' '
  return `${windows.map(window => windowWords(window, say)).join('と')}のバーンレートが${each}${comparedTo(comparator, say.number(rate))}`
}

/** How long a budget lasts: `50 時間`, `5 日`. */
export function emptyWords(hours: number, say: Say): string {
  return hours >= 48 && hours % 24 === 0 ? say.unit(hours / 24, 'd') : `${say.rounded(hours)} 時間`
}

/** A note in brackets behind a noun, inside those that the noun has already. */
export function noted(noun: string, note: string): string {
  const open = noun.endsWith(')') && !noun.endsWith('(%)')
  return open ? `${noun.slice(0, -1)}、${note})` : `${noun}(${note})`
}
