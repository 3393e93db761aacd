import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { comparedState, keysWords } from './measure.js'

function target(percent: number | undefined, days: number | undefined, say: Say): string {
  if (percent === undefined) return 'です。'
  return `で、目標は ${days === undefined ? '' : `${say.unit(days, 'd')}間で `}${say.number(percent)}% です。`
}

export const slo = {
  'summary/slo-ratio': ({ name, good, total, target: percent, days }, say) =>
    `${say.quote(name)}は、${say.phrase(total).trim()}のうち、正常なイベント、つまり${say.phrase(good).trim()}の割合${target(percent, days, say)}`,
  'summary/slo-bad-ratio': ({ name, bad, good, target: percent, days }, say) =>
    `${say.quote(name)}は、正常なイベント(${say.phrase(good).trim()})と異常なイベント(${say.phrase(bad).trim()})のうち、正常なものの割合${target(percent, days, say)}`,
  'summary/slo-monitors': ({ name, count, target: percent, days }, say) =>
    `${say.quote(name)}は、${count === 1 ? 'モニターがアラートではない' : `${say.number(count)} 個のモニターのどれもアラートではない`}時間の割合${target(percent, days, say)}`,
  'summary/slo-time-slice': ({ name, value, comparator, threshold, target: percent, days }, say) =>
    `${say.quote(name)}は、${say.phrase(value).trim()}が ${comparedState(comparator as '>', say.number(threshold))}時間の割合${target(percent, days, say)}`,
  'summary/slo-unreadable': ({ name }, say) =>
    `${say.quote(name)}は、測定方法がドキュメントにない形の SLO です。`,
  'slo/good': ({ value }, say) => `正常なイベント: ${say.phrase(value).trim()}。`,
  'slo/total': ({ value }, say) => `すべてのイベント: ${say.phrase(value).trim()}。`,
  'slo/bad': ({ value }, say) => `異常なイベント: ${say.phrase(value).trim()}。`,
  'slo/sli': ({ bad }) =>
    bad
      ? 'SLI は、対象期間全体の 100 × 正常 ÷(正常 + 異常)です。'
      : 'SLI は、対象期間全体の 100 × 正常 ÷ 全体です。',
  'slo/monitors': ({ ids }, say) => `測定に使うモニター: ${keysWords(ids, say)}。`,
  'slo/monitor-uptime': ({ count }) =>
    count === 1
      ? 'Alert の時間が異常です。OK と Warn は正常とみなします。1 分単位で測ります。'
      : 'どれか 1 つでも Alert の時間は異常です。OK と Warn は正常とみなします。そのため、全体の値は個々の値より悪くなります。',
  'slo/groups': ({ groups }, say) => `対象はグループ ${keysWords(groups, say)} だけです。`,
  'slo/time-slice': ({ value, comparator, threshold, seconds }, say) =>
    `時間を ${say.seconds(seconds)}ごとに区切ります。${say.phrase(value).trim()}が ${comparedState(comparator as '>', say.number(threshold))}区間を正常とみなします。`,
  'slo/slice-rules': () =>
    'データのない区間は正常とみなします。グループがある場合は、1 つでも異常ならその区間は異常です。',
  'slo/target': ({ target: percent, days, warning }, say) =>
    `${say.unit(days, 'd')}間で ${say.number(percent)}% 以上が正常であることが目標です${warning === undefined ? '' : `(${say.number(warning)}% を下回ると警告)`}。`,
  'slo/budget-events': ({ percent, days, perMillion }, say) =>
    `エラーバジェット: ${say.unit(days, 'd')}間で ${say.number(percent)}% まで、つまり 1,000,000 件中 ${say.number(perMillion)} 件まで異常が許されます。`,
  'slo/budget-time': ({ seconds, percent, days }, say) =>
    `エラーバジェット: ${say.unit(days, 'd')}間の ${say.number(percent)}%、つまり ${say.seconds(seconds)}まで異常が許されます。`,
  'slo/colours': ({ target: percent, warning }, say) =>
    warning === undefined
      ? `ステータス: ${say.number(percent)}% 以上は緑、それ未満は赤です。`
      : `ステータス: ${say.number(warning)}% 以上は緑、${say.number(percent)}% 以上は黄、それ未満は赤です。`,
  'slo/primary': ({ days }, say) => `最初に表示される期間は ${say.unit(days, 'd')}間です。`,
  'slo/alerts-elsewhere': () =>
    'アラートは SLO には含まれません。この SLO の id を参照する `slo alert` 型のモニターが別に必要です。あるかどうかは、ここからは分かりません。',
  'slo/alert-suggestion': ({ days, rate, longHours, shortMinutes, used }, say) =>
    `ドキュメントが推奨するバーンレートアラート(${say.unit(days, 'd')}間): レート ${say.number(rate)}、ウィンドウは ${say.unit(longHours, 'h')}と ${say.unit(shortMinutes, 'm')}。エラーバジェットの ${say.number(used)}% を消費した時点で通知されます。`,
  'slo/description': ({ text }, say) => `説明: ${say.quote(text)}。`,
} satisfies Partial<Words>
