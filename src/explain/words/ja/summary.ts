import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import {
  changeUnit,
  compared,
  comparedTo,
  distanceWords,
  emptyWords,
  fallOrRise,
  forEach,
  joined,
  keysWords,
  reducedNoun,
  reducedWords,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { eventsWhere, methodWords } from './sources.js'

const costWords = { anomaly: '異常検知の結果', change: '変化', forecast: '予測' } as const

/** After “SLO”: its name, or its id. */
function sloWords(slo: string, name: string | undefined, say: Say): string {
  return name === undefined ? ` ${say.code(slo)} ` : say.quote(name)
}

/** The tags of a check in brackets, and those that are left out. */
function checkedWhere(tags: readonly string[], excluded: readonly string[], say: Say): string {
  const only = tags.includes('*') ? '' : keysWords(tags, say)
  const without = excluded.length === 0 ? '' : `${keysWords(excluded, say)} を除く`
  if (only === '' || without === '') return only + without === '' ? '' : `(${only}${without})`
  return `(${only}、ただし ${without})`
}

const speeds = {
  '>': 'を超える',
  '>=': '以上の',
  '<': '未満の',
  '<=': '以下の',
  '==': 'ちょうどの',
  '!=': '以外の',
} as const

export const summary = {
  'summary/several': ({ sentences }, say) => sentences.map(say.phrase).join(''),
  'summary/metric-query': ({ value }, say) => `${say.phrase(value).trim()}です。`,
  'summary/formula': ({ value, bare }, say) =>
    bare
      ? `クエリ ${say.phrase(value).trim()} の結果をそのまま表示するフォーミュラです。`
      : `フォーミュラで、${say.phrase(value).trim()}を計算します。`,
  'summary/search': ({ clause }, say) =>
    clause.is === 'all'
      ? '条件がないので、すべてのイベントが見つかります。'
      : `${clauseWords(clause, say)}イベントを探します。`,
  'summary/metric-monitor': ({ value, condition, groups }, say) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を監視し、${reducedWords(condition, say)}とアラートになります。`,
  'summary/dynamic-monitor': ({ value, window, groups }, say) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を${windowWords(window, say)}で監視し、計算で決まる動的なしきい値でアラートになります。`,
  'summary/anomaly': ({ value, share, algorithm, groups }, say) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を監視し、${shareWords(share, say)}、${say.code(algorithm)} アルゴリズムの予測する${sideWords(share)}とアラートになります。`,
  'summary/outlier': ({ value, groups, window, algorithm }, say) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を監視し、${windowWords(window, say)}にほかと違う動きをするグループがあると、アラートになります(${say.code(algorithm)} アルゴリズム)。`,
  'summary/forecast': ({ value, comparator, threshold, unit, horizon, algorithm, groups }, say) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を監視し、${say.code(algorithm)} アルゴリズムで、${windowWords(horizon, say)}のうちに ${compared(comparator, threshold, say, unit)}と予測された時点でアラートになります。`,
  'summary/change': (
    { value, change, aggregator, window, shift, comparator, threshold, unit, groups },
    say,
  ) =>
    `${forEach(groups, say)}${say.phrase(value).trim()}を監視し、${distanceWords(shift, say)}前からの${change === 'change' ? '変化量' : '変化率'}(${joined(`${windowWords(window, say)}の`, reducedNoun({ aggregator }, say))})が ${compared(comparator, threshold, say, changeUnit(change, unit))}${fallOrRise(comparator, threshold, changeUnit(change, unit), say)}とアラートになります。`,
  'summary/events': ({ events, window, comparator, threshold, unit }, say) => {
    const limit = threshold === undefined ? 'しきい値を超える' : compared(comparator, threshold, say, unit)
    const over = window === undefined ? '' : `${windowWords(window, say)}の`
    const how = methodWords(events.method, events.measure, say)
    return `${forEach(events.groups, say)}${eventsWhere(events, say)}について、${over}${how}が ${limit}とアラートになります。`
  },
  'summary/formula-monitor': (
    { value, bare, window, method, judged, comparator, threshold, unit, groups },
    say,
  ) => {
    const limit = threshold === undefined ? 'しきい値を超える' : compared(comparator, threshold, say, unit)
    const whole = judged === 'forecast' ? /の開始から今まで$/ : /$/
    const over = window === undefined ? '' : `${windowWords(window, say).replace(whole, '')}の`
    const result =
      judged === undefined
        ? `結果${method === undefined ? '' : `の${methodWords(method, undefined, say)}`}`
        : costWords[judged]
    return `${forEach(groups, say)}${say.phrase(value).trim()}を${bare ? '監視' : '計算'}し、${over}${result}が ${limit}とアラートになります。`
  },
  'summary/check': ({ check, tags, excluded, groups, critical }, say) => {
    const where = checkedWhere(tags, excluded, say)
    const after =
      critical === undefined
        ? 'しきい値の回数だけ CRITICAL が続くと'
        : `CRITICAL が ${say.number(critical)} 回${critical === 1 ? '出る' : '続く'}と`
    return `${forEach(groups, say)}サービスチェック ${say.code(check)}${where === '' ? ' ' : where}を監視し、${after}アラートになります。`
  },
  'summary/check-share': ({ check, tags, excluded, groups, critical }, say) => {
    const where = checkedWhere(tags, excluded, say)
    const limit = critical === undefined ? 'しきい値を超えると' : `${say.number(critical)}% を超えると`
    return `${forEach(groups, say)}サービスチェック ${say.code(check)}${where === '' ? ' ' : where}を監視し、CRITICAL の割合が ${limit}アラートになります。`
  },
  'summary/composite': ({ value }, say) =>
    `ほかのモニターの状態を組み合わせたモニターで、${say.phrase(value)}の間、アラートになります。`,
  'summary/burn-rate': ({ slo, name, comparator, rate, longWindow, shortWindow, hoursToEmpty }, say) => {
    const windows = [longWindow, shortWindow]
      .filter(window => window !== undefined)
      .map(window => windowWords(window, say))
    const over =
      windows.length === 0 ? '' : `、${windows.join('と')}の${windows.length === 2 ? '両方' : 'データ'}で`
    const gone = hoursToEmpty === undefined ? '' : `(${emptyWords(hoursToEmpty, say)}で使い切る速さ)`
    return `SLO${sloWords(slo, name, say)}のエラーバジェットが${over}、計画の ${say.number(rate)} 倍${gone}${speeds[comparator]}速さで減るとアラートになります。`
  },
  'summary/error-budget': ({ slo, name, comparator, threshold, days }, say) =>
    `SLO${sloWords(slo, name, say)}の${days === undefined ? '' : ` ${say.unit(days, 'd')}間の`}エラーバジェットの消費率が ${comparedTo(comparator, `${say.number(threshold)}%`)}とアラートになります。`,
  'summary/placeholder': () =>
    'Synthetic テストに付属するモニターで、アラートはクエリではなく、テストが決めます。',
  'summary/opaque': () => 'ドキュメントにない書き方のため、働きをここで説明できません。',
  'summary/broken': () =>
    'テキストに誤りがあり、このままでは Datadog に拒否されます。読み取れた範囲を以下で説明します。',
  'summary/unreadable': () =>
    'テキストに誤りがあり、このままでは Datadog に拒否されます。内容を説明できるところまで読み取れませんでした。',
  'summary/empty': () => 'テキストが空です。説明するものがありません。',
  'summary/message': ({ handles }, say) =>
    handles.length === 0
      ? '通知メッセージです。宛先がないため、これだけでは誰にも届きません。'
      : `${keysWords(handles, say)} 宛ての通知メッセージです。`,
  'summary/nobody': ({ empty }) =>
    empty
      ? 'ただし通知メッセージが空なので、このままでは誰にも届きません。'
      : 'ただし通知メッセージに `@` の宛先がないので、このままでは誰にも届きません。',
  'summary/told': ({ handles }, say) => `通知先は ${keysWords(handles, say)} です。`,
} satisfies Partial<Words>
