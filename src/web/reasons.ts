import type { Diagnostic } from '../diagnostic/index.js'
import type { Lang } from '../explain/index.js'
import type { MonitorDefinition } from '../model/index.js'
import { type Refusal, simulate } from '../simulate/index.js'

/** Why a monitor is not simulated, in the reader's language. */
export function reasonsAgainst(monitor: MonitorDefinition, lang: Lang): readonly string[] {
  return reasonsIn(lang, monitor.query, simulate(monitor, [], { from: 0, to: 0 }).unsupported)
}

/** What the simulator does not support, in a language, with the piece of the query that each is about. */
function reasonsIn(lang: Lang, query: string, unsupported: readonly Diagnostic[]): readonly string[] {
  return [...new Set(unsupported.map(each => reasonWords[lang](each, query)))]
}

const reasonWords: Readonly<Record<Lang, (reason: Diagnostic, query: string) => string>> = {
  // The simulator speaks English itself.
  en: ({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`),
  ja: ({ code, span }, query) => {
    const name = code.replace('simulate/', '')
    const words = isRefusal(name) ? japanese[name] : 'この部分はシミュレーションできません。'
    const piece = span === undefined ? '' : query.slice(span.start, span.end)
    const isShort = piece !== '' && piece.length <= longest && !piece.includes('`')
    return isShort ? `\`${piece}\`: ${words}` : words
  },
}

/** A longer piece says nothing that the words do not say. */
const longest = 60

const isRefusal = (name: string): name is Refusal => Object.hasOwn(japanese, name)

/** Complete by its type: a reason that is new in the simulator does not compile without its words here. */
const japanese: Readonly<Record<Refusal, string>> = {
  aggregator: 'この集計はシミュレーションできません。',
  arguments: '引数が足りないか、種類が合いません。',
  check: '直近何回のステータスを見るかが書かれていません(例: `.last(4)`)。',
  depth: '入れ子が深すぎます。',
  distribution: 'この集計はディストリビューションメトリクスだけで使えます。',
  'dynamic-threshold': '動的なしきい値はシミュレーションできません。',
  'event-method': 'この集計には、イベントの 1 件ごとの値が必要です。',
  expression: 'この部分はシミュレーションできません。',
  fill: 'この補間はシミュレーションできません。',
  filter: 'スコープのこの部分は、モニターでは値が決まりません。',
  formula: 'フォーミュラモニターの評価方法は、ドキュメントに書かれていません。',
  function:
    'この関数はシミュレーションできません。過去の履歴が必要か、計算方法がドキュメントに書かれていないためです。',
  'function-of-one-value': '値が 1 つにまとまった後では、この関数に渡す点がありません。',
  member: '複合モニターを構成するモニターがありません。',
  method: 'このメソッドはシミュレーションできません。',
  'mixed-groups': '左右の式が、同じキーでグループ化されていません。',
  'mixed-steps': '左右の式の間隔が違います。そろえ方はドキュメントに書かれていません。',
  'mixed-types': 'ディストリビューションとそれ以外のメトリクスが混ざっています。',
  'on-missing-data': '`on_missing_data` の値がドキュメントにありません。',
  query: 'このクエリは、系列から評価されるものではありません。',
  rollup: 'この `rollup` はシミュレーションできません。',
  schedule: 'カスタムスケジュール(`scheduling_options.custom_schedule`)はシミュレーションできません。',
  slo: 'SLO の目標が分かりません。',
  time: '時刻の指定を読み取れません。',
  'trigger-window': '判定ウィンドウがありません(`threshold_windows.trigger_window` と `alert_window`)。',
  weighted: '`.weighted()` に必要な、タグの値が続く時間が分かりません。',
  window: 'この評価ウィンドウはシミュレーションできません。',
}
