import type { VariableMeaning } from '../../sentences/resource.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { anyWords } from './measure.js'

const variables: Record<
  Exclude<VariableMeaning, 'tag' | 'host' | 'event-attribute' | 'member' | 'unnamed-tag' | 'other'>,
  string
> = {
  value: 'トリガーしたときの値',
  threshold: 'アラートしきい値',
  warn_threshold: '警告しきい値',
  alert_recovery_threshold: 'アラートの回復しきい値',
  warn_recovery_threshold: '警告の回復しきい値',
  ok_threshold: '回復とみなす OK の回数',
  comparator: 'モニターの比較演算子',
  first_triggered_at: '最初にトリガーした時刻',
  first_triggered_at_epoch: '最初にトリガーした時刻(1970 年からのミリ秒)',
  last_triggered_at: '最後にトリガーした時刻',
  last_triggered_at_epoch: '最後にトリガーした時刻(1970 年からのミリ秒)',
  triggered_duration_sec: 'トリガーし続けている秒数',
  check_message: 'チェック自身のメッセージ',
}

/** Events are grouped by attributes, written with `@`, as well as by tags. */
const noun = (key: string) => (key.startsWith('@') ? '属性' : 'タグ')

/** What is no event of a search has another name. */
const bearers: Readonly<Record<string, string>> = { synthetics: 'テスト結果', issue: '問題' }

const availability: Readonly<Record<string, string>> = {
  true: '',
  false: 'ただし、クエリがそのタグでグループ化も絞り込みもしていないため、ここでは空になります。',
  undefined: 'クエリがそのタグでグループ化も絞り込みもしていなければ空です。',
}

const blocks: Readonly<Record<string, string>> = {
  is_alert: 'アラートになったとき',
  is_warning: '警告になったとき',
  is_no_data: 'データが途絶えたとき',
  is_unknown: 'ステータスが UNKNOWN のとき',
  is_recovery: '(どの状態からでも)回復したとき',
  is_alert_recovery: 'アラートから OK に回復したとき',
  is_warning_recovery: '警告から OK に回復したとき',
  is_no_data_recovery: 'データが戻ったとき',
  is_alert_to_warning: 'アラートから警告に下がったとき',
  is_renotify: '再通知のとき',
}

const channels: Readonly<Record<string, string>> = {
  email: 'メール',
  all: '組織の全員',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  hangouts: 'Google Chat',
  pagerduty: 'PagerDuty',
  opsgenie: 'Opsgenie',
  victorops: 'Splunk On-Call',
  oncall: 'Datadog On-Call',
  team: 'Datadog のチーム',
  webhook: 'Webhook',
  sns: 'Amazon SNS',
  case: 'ケース管理',
  incident: 'インシデント管理',
  workflow: 'ワークフロー',
  servicenow: 'ServiceNow',
  jira: 'Jira',
  flowdock: 'Flowdock',
  hipchat: 'サービスを終了した HipChat',
}

/** https://docs.datadoghq.com/synthetics/notifications/advanced_notifications/ */
const testBlocks: Readonly<Record<string, (what: string, inverted: boolean) => string>> = {
  if: (what, inverted) =>
    `${what} が${inverted ? '存在しないか空の' : '存在する'}とき(Synthetic テスト用のブロックです)`,
  unless: (what, inverted) =>
    `${what} が${inverted ? '存在する' : '存在しないか空の'}とき(Synthetic テスト用のブロックです)`,
  each: what => `${what} の要素 1 つにつき 1 回(Synthetic テスト用のブロックです)`,
}

function blockWhen(name: string, values: readonly string[], inverted: boolean, say: Say): string {
  const [variable, ...texts] = values
  if ((name === 'is_match' || name === 'is_exact_match') && variable !== undefined) {
    if (name === 'is_exact_match' && texts.length === 1 && texts[0] === '')
      return `${say.code(variable)} が${inverted ? '空でない' : '存在しないか空の'}とき`
    const list = texts.length === 0 ? '指定の値' : anyWords(texts, say)
    if (name === 'is_match') return `${say.code(variable)} が ${list}を${inverted ? '含まない' : '含む'}とき`
    return `${say.code(variable)} が ${list}${inverted ? 'でない' : 'の'}とき`
  }
  const ofTests = testBlocks[name]
  if (ofTests !== undefined && variable !== undefined) return ofTests(say.code(variable), inverted)
  if (name === 'is_priority') return `優先度が ${anyWords(values, say)}${inverted ? 'でない' : 'の'}とき`
  const state = blocks[name]
  if (state !== undefined) return inverted ? `${state}以外` : state
  return `${say.code([name, ...values].join(' '))} が${inverted ? '成り立たない' : '成り立つ'}とき(ドキュメントにないブロックです)`
}

/** `a.status`, `b.value` and what else a member of a composite hands on. */
function memberWords(key: string, say: Say): string {
  const [letter = '', ...rest] = key.split('.')
  const what = rest.join('.')
  const noun = what === 'status' ? '状態' : what === 'value' ? '値' : ` ${say.code(what)} `
  return `複合モニターのメンバー ${say.code(letter)} の${noun}`
}

export const message = {
  'message/text': () => 'そのまま送られる本文です(Markdown)。',
  'message/comment': () => 'コメントです。送られません。',
  'message/variable': ({ path, meaning, key, triple, available }, say) => {
    const raw = triple ? '波括弧が 3 つなので、特殊文字はそのまま残ります。' : ''
    switch (meaning) {
      case 'tag':
        return `トリガーした対象の、${noun(key)} ${say.code(key)} の値になります。${availability[String(available)]}${raw}`
      case 'host':
        return `トリガーしたホストの ${say.code(key)} になります。\`host\` でのグループ化が必要です。${raw}`
      case 'event-attribute':
        return `${bearers[path.split('.')[0]!] ?? '一致したイベント'}の ${say.code(path)} になります。なければ空です。${raw}`
      case 'member':
        return `${memberWords(key, say)}になります。文字(\`a\`、\`b\` など)は、クエリに書かれた順に付きます。${raw}`
      case 'unnamed-tag':
        return `クエリには${noun(key)} ${say.code(key)} がありますが、その値は ${say.code(`{{${key.includes('.') ? `[${key}]` : key}.name}}`)} と書きます。${say.code('.name')} のない変数はドキュメントにありません。${raw}`
      case 'other':
        return `${say.code(path)} はドキュメントにない変数です。クエリがそのタグでグループ化していなければ空になります。${raw}`
      default:
        return `${variables[meaning]}になります。${raw}`
    }
  },
  'message/block': ({ name, inverted, values }, say) =>
    `中身は、${blockWhen(name, values, inverted, say)}${inverted && blocks[name] !== undefined ? 'に' : 'だけ'}送られます。`,
  'message/otherwise': () => 'それ以外の場合は、こちらが送られます。',
  'message/unclosed': ({ name }, say) =>
    `${say.code(`{{/${name}}}`)} で閉じられていないため、最後まで続いています。`,
  'message/function': ({ name, values }, say) => {
    const [first, second] = values
    if (name === 'eval' && first !== undefined) return `${say.code(first)} を計算した結果になります。`
    if (name === 'local_time' && first !== undefined && second !== undefined)
      return `時刻 ${say.code(first)} を、タイムゾーン ${say.code(second)} で表示します。`
    if (name === 'urlencode' && first !== undefined)
      return `${say.code(first)} を、リンクに使える形に変換します。`
    if (name === 'override_priority' && first !== undefined)
      return `この通知の優先度を ${say.code(first)} に変えます。`
    return `${say.code([name, ...values].join(' '))} はドキュメントにない関数です。`
  },
  'message/subexpression': ({ name, values }, say) =>
    name === 'eval'
      ? `先に ${say.codes(values).join('、')} を計算します。`
      : `先に ${say.code([name, ...values].join(' '))} を計算します。`,
  'message/raw': () => '中の置き換えをせずに、そのまま送ります。',
  'message/handle': ({ handle, channel, dynamic }, say) => {
    const label = channels[channel]
    const who =
      label === undefined
        ? `${say.code(handle)} に通知します。`
        : `${say.code(handle)}(${label})に通知します。`
    return `${who}${dynamic ? '宛先に変数が含まれるため、グループによって変わります。' : ''}`
  },
} satisfies Partial<Words>
