import type { SloTarget } from '../../sentences/resource.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { comparedState, eachWords, keysWords, quantity } from './measure.js'

function promised(targets: readonly SloTarget[], say: Say): string {
  if (targets.length === 0) return '測ります。'
  const each = targets.map(({ target, days }) =>
    days === undefined ? `${say.number(target)}%` : `${say.unit(days, 'd')}間で ${say.number(target)}%`,
  )
  return `測り、目標は ${each.join('、')} です。`
}

const needs: Readonly<Record<string, string>> = {
  monitor: 'この種類には `monitor_ids` が必要です',
  metric: 'この種類には `sli_specification.count` または `query` が必要です',
  time_slice: 'この種類には `sli_specification.time_slice` が必要です',
}

export const slo = {
  'summary/slo-ratio': ({ name, good, total, targets }, say) =>
    `${say.quote(name)}は、全イベント(${say.phrase(total).trim()})に占める、正常なイベント(${say.phrase(good).trim()})の割合を${promised(targets, say)}`,
  'summary/slo-bad-ratio': ({ name, bad, good, targets }, say) =>
    `${say.quote(name)}は、正常なイベント(${say.phrase(good).trim()})と異常なイベント(${say.phrase(bad).trim()})を合わせた全体に占める、正常なものの割合を${promised(targets, say)}`,
  'summary/slo-monitors': ({ name, count, targets }, say) =>
    `${say.quote(name)}は、${count === 1 ? 'モニターがアラート状態ではない' : `${say.number(count)} 個のモニターのどれもアラート状態ではない`}時間の割合を${promised(targets, say)}`,
  'summary/slo-time-slice': ({ name, value, comparator, threshold, unit, targets }, say) =>
    `${say.quote(name)}は、${say.phrase(value).trim()}が ${comparedState(comparator as '>', quantity(threshold, unit, say))}時間の割合を${promised(targets, say)}`,
  'summary/slo-unreadable': ({ name, type }, say) =>
    `${say.quote(name)}は SLO ですが、測定方法が書かれていないか、読み取れません。${needs[type] ?? '`type` が `metric`、`monitor`、`time_slice` のどれでもありません'}。`,
  'slo/good': ({ value }, say) => `正常なイベント: ${say.phrase(value).trim()}。`,
  'slo/total': ({ value }, say) => `すべてのイベント: ${say.phrase(value).trim()}。`,
  'slo/bad': ({ value }, say) => `異常なイベント: ${say.phrase(value).trim()}。`,
  'slo/sli': ({ bad }) =>
    bad
      ? 'SLI は、対象期間全体の 100 × 正常 ÷(正常 + 異常)です。イベントが 1 件もなければ SLI はありません。'
      : 'SLI は、対象期間全体の 100 × 正常 ÷ 全体です。イベントが 1 件もなければ SLI はありません。',
  'slo/monitors': ({ ids }, say) => `測定に使うモニター: ${keysWords(ids, say)}。`,
  'slo/monitor-uptime': ({ count }) => {
    const rule =
      count === 1
        ? 'Alert の時間は異常、OK と Warn の時間は正常とみなします。1 分単位で測ります。'
        : 'どれか 1 つでも Alert の時間は異常、OK と Warn の時間は正常とみなします。そのため、全体の値は、最も悪いモニターの値を上回りません。'
    return `${rule}データのない時間は、モニターがデータなしを通知する設定なら異常、そうでなければ正常とみなします。`
  },
  'slo/groups': ({ groups }, say) => `対象はグループ ${keysWords(groups, say)} だけです。`,
  'slo/time-slice': ({ value, comparator, threshold, unit, seconds }, say) =>
    `時間を ${say.seconds(seconds)}ごとに区切ります。${say.phrase(value).trim()}が ${comparedState(comparator as '>', quantity(threshold, unit, say))}区間を正常とみなします。`,
  'slo/slice-rules': ({ strategy }, say) =>
    strategy === undefined
      ? 'データのない区間は正常とみなします。'
      : `データのない区間の扱いは、\`no_data_strategy\` で決まります: ${say.code(strategy)}。`,
  'slo/by-groups': ({ keys, slices }, say) =>
    `${eachWords(keys, say)}ごとに SLI があり、そのほかに全体の SLI があります。${slices ? '全体では、1 つのグループでも異常ならその区間は異常です' : '全体の SLI は、すべてのグループのイベントを合わせたものです'}。`,
  'slo/target': ({ target: percent, days, warning }, say) =>
    `${say.unit(days, 'd')}間で ${say.number(percent)}% 以上が正常であることが目標です${warning === undefined ? '' : `(${say.number(warning)}% を下回ると警告を表示)`}。`,
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
    `Datadog のドキュメントにあるバーンレートアラート(${say.unit(days, 'd')}間): エラーバジェットが、直近 ${say.unit(longHours, 'h')}と直近 ${say.unit(shortMinutes, 'm')}間の両方で、計画の ${say.number(rate)} 倍を超える速さで減ったらアラートにします(バーンレート ${say.number(rate)})。その時点で ${say.number(used)}% を消費しています。`,
  'slo/description': ({ text }, say) => `説明: ${say.quote(text)}。`,
} satisfies Partial<Words>
