import { readWindow } from '../../window.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { distanceWords, keysWords, lengthWords, quantity, windowWords } from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'

const thresholds: Readonly<Record<string, string>> = {
  critical: 'アラートしきい値',
  warning: '警告しきい値',
  critical_recovery: 'アラートの回復しきい値(値がここを越えて戻るまでアラートが続きます)',
  warning_recovery: '警告の回復しきい値',
  ok: 'OK のチェックの割合',
  unknown: 'UNKNOWN のチェックの割合',
}
const checkThresholds: Readonly<Record<string, string>> = {
  critical: 'アラートになる CRITICAL の連続回数',
  warning: '警告になる WARNING の連続回数',
  ok: '回復とみなす OK の連続回数',
  unknown: 'UNKNOWN を通知するまでの連続回数',
}
const missing: Readonly<Record<string, string>> = {
  default: 'データがないとき: 既定の動き。件数を数えるクエリは 0 とみなし、それ以外は直前の状態を保ちます。',
  show_no_data: 'データがないとき: No Data と表示し、通知しません。',
  show_and_notify_no_data: 'データがないとき: No Data と表示し、通知します。',
  resolve: 'データがないとき: OK にします。',
}
const presets: Readonly<Record<string, string>> = {
  show_all: '通知にすべての内容を含めます。',
  hide_query: '通知にクエリを含めません。',
  hide_handles: '通知に宛先を含めません。',
  hide_all: '通知はメッセージだけにします。',
  hide_query_and_handles: '通知にクエリと宛先を含めません。',
  show_only_snapshot: '通知はメッセージとグラフだけにします。',
  hide_handles_and_footer: '通知に宛先とフッターを含めません。',
}

function windowText(text: string | undefined, say: Say): string {
  if (text === undefined) return '(未設定)'
  const window = readWindow(text)
  return window === undefined ? say.code(text) : windowWords(window, say)
}

export const options = {
  'option/threshold': ({ name, value, inQuery, unit, measured }, say) => {
    if (unit === 'value' && (name === 'ok' || name === 'unknown'))
      return 'サービスチェックだけが持つしきい値です。このモニターでは使われません。'
    const known = unit === 'runs' ? checkThresholds[name] : thresholds[name]
    const words = known ?? say.code(name)
    return `${words}: ${quantity(value, unit === 'percent' ? { name: unit } : measured, say)}。${inQuery ? 'クエリの最後の数値と同じです。' : ''}`
  },
  'option/threshold-windows': ({ trigger, recovery }, say) =>
    `異常検知のウィンドウ。${trigger !== undefined && trigger === recovery ? 'アラートも回復も' : `アラートは${windowText(trigger, say)}、回復は`}${windowText(recovery, say)}の点で判定します。`,
  'option/notify-no-data': ({ on }) =>
    on ? 'データが途絶えたら通知します。' : 'データが途絶えても通知しません。',
  'option/no-data-timeframe': ({ minutes, effective }, say) =>
    effective
      ? `${lengthWords(minutes * 60, say)}データがないと「データなし」とします。`
      : `${lengthWords(minutes * 60, say)}データがないと「データなし」ですが、\`notify_no_data\` が無効なので通知されません。`,
  'option/on-missing-data': ({ mode }, say) =>
    missing[mode] ?? `データがないとき: ${say.code(mode)}(ドキュメントにない値です)。`,
  'option/timeout': ({ hours }, say) =>
    `データがない状態が ${say.unit(hours, 'h')}続くと、自動的に解決します。`,
  'option/require-full-window': ({ on }) =>
    on
      ? '評価ウィンドウがデータで満たされているときだけ評価します(欠けは 3 区間まで、先頭は不可)。満たさなければ評価しません。'
      : '評価ウィンドウがデータで満たされていなくても評価します。まばらなメトリクス向けの設定です。',
  'option/new-group-delay': ({ seconds, grouped }, say) =>
    grouped
      ? `新しく現れたグループは ${lengthWords(seconds, say)}評価しません。起動直後のアラートを防ぎます。`
      : `新しいグループの評価を ${lengthWords(seconds, say)}待つ設定ですが、このモニターにはグループがありません。`,
  'option/new-host-delay': ({ seconds }, say) =>
    `新しいホストは ${lengthWords(seconds, say)}評価しません。非推奨で、\`new_group_delay\` に置き換えられました。`,
  'option/evaluation-delay': ({ seconds }, say) =>
    `${say.seconds(seconds)}前までのデータで評価します。クラウドのメトリクスのように遅れて届くデータ向けです。`,
  'option/renotify-interval': ({ minutes }, say) =>
    `回復するまで ${say.seconds(minutes * 60)}ごとに再通知します。`,
  'option/renotify-statuses': ({ statuses }, say) =>
    `再通知するのは ${keysWords(statuses, say)} の状態だけです。`,
  'option/renotify-occurrences': ({ count }, say) => `再通知は最大 ${say.number(count)} 回です。`,
  'option/escalation-message': ({ effective, empty }) =>
    empty
      ? '再通知専用のメッセージはありません。'
      : effective
        ? '再通知では専用のメッセージを送ります。'
        : '再通知用のメッセージがありますが、`renotify_interval` がないため再通知されません。',
  'option/notify-audit': ({ on }) =>
    on ? 'このモニターが編集されるたびに、通知先に知らせます。' : 'このモニターの編集は通知しません。',
  'option/include-tags': ({ on }) =>
    on
      ? '通知のタイトルに、トリガーしたグループの名前を入れます。'
      : '通知のタイトルに、トリガーしたグループの名前を入れません。',
  'option/notify-by': ({ keys, whole }, say) =>
    keys.includes('*')
      ? '通知は全グループで 1 つにまとめます。'
      : whole
        ? `通知は ${keysWords(keys, say)} ごとです。クエリのグループと同じなので、この設定がなくても変わりません。`
        : `通知は ${keysWords(keys, say)} ごとにまとめます。`,
  'option/preset': ({ preset }, say) =>
    presets[preset] ?? `通知の内容: ${say.code(preset)}(ドキュメントにない値です)。`,
  'option/group-retention': ({ text, window }, say) =>
    `データのないグループは ${window === undefined ? `${say.code(text)} ` : distanceWords(window, say)}後に消えます。`,
  'option/logs-sample': ({ on }) =>
    on ? '通知にログのサンプルを含めます。' : '通知にログのサンプルを含めません。',
  'option/samples': ({ on }) =>
    on ? '通知にイベントのサンプルを含めます。' : '通知にイベントのサンプルを含めません。',
  'option/simple-group': ({ on }) =>
    `${on ? '全グループで 1 つの通知にまとめます。' : 'グループごとに通知します。'}非推奨で、\`notify_by\` に置き換えられました。`,
  'option/schedule': (schedule, say) => `スケジュール(${scheduleWords(schedule, say).trim()})で評価します。`,
  'option/cumulative-window': (reset, say) =>
    `累積ウィンドウがリセットされる時点: ${resetWords(reset, say)}。`,
  'option/variables': ({ names }, say) => `フォーミュラが参照するクエリ: ${keysWords(names, say)}。`,
  'option/silenced': ({ count }, say) =>
    `${count === 0 ? 'ミュートはありません。' : `${say.number(count)} 件のスコープがミュートされています。`}アカウント側が書き込む項目で、ここでは設定できません。`,
  'option/locked': ({ on }) =>
    `${on ? '作成者と管理者だけが編集できます。' : '権限のある人は誰でも編集できます。'}非推奨で、制限ポリシーに置き換えられました。`,
  'option/min-failure-duration': ({ seconds }, say) =>
    `テストが ${lengthWords(seconds, say)}失敗し続けるとアラートになります。`,
  'option/min-location-failed': ({ count }, say) =>
    `同時に ${say.number(count)} か所以上で失敗するとアラートになります。`,
  'option/read-only': () => 'アカウント側が書き込む項目で、ここでは設定できません。',
  'option/undocumented': () => 'ドキュメントにない項目です。そのまま Datadog に渡されます。',
  'option/unreadable': ({ text }, say) => `想定外の種類の値です: ${say.code(text)}。`,
  'option/off': () => '無効です(設定していないのと同じです)。',
  'option/no-effect': () => 'この種類のモニターでは効果がありません。',
  'field/priority': ({ priority }, say) => `優先度は P${say.number(priority)} です(P1 が最高、P5 が最低)。`,
  'field/tags': ({ tags }, say) =>
    `定義自身のタグ(検索や振り分け用で、データの絞り込みではありません): ${keysWords(tags, say)}。`,
  'field/roles': ({ count }, say) =>
    `${count === 1 ? 'このロール' : `この ${say.number(count)} 個のロールのいずれか`}を持つユーザーだけが編集できます。今は制限ポリシーの使用が推奨されています。`,
  'field/draft': () => '下書きです。通知は送られません。',
} satisfies Partial<Words>
