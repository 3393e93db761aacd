import type { Recurrence, ResetValues, RuleUnit, ScheduleValues, Weekday } from '../../schedule.js'
import type { Say } from '../say.js'

const units: Record<RuleUnit, readonly [one: string, many: string]> = {
  d: ['毎日', '日'],
  w: ['毎週', '週間'],
  mo: ['毎月', 'か月'],
  y: ['毎年', '年'],
}
const weekdays: Record<Weekday, string> = {
  MO: '月',
  TU: '火',
  WE: '水',
  TH: '木',
  FR: '金',
  SA: '土',
  SU: '日',
}

/** `毎週月曜日の 09:00(Asia/Tokyo)`, or the rule as written. */
export function scheduleWords({ rule, recurrence }: ScheduleValues, say: Say): string {
  return recurrence === undefined ? ` ${say.code(rule)} ` : recurrenceWords(recurrence, say)
}

function recurrenceWords({ every, unit, days, monthDays, at, timezone }: Recurrence, say: Say): string {
  const often = every === 1 ? units[unit][0] : ` ${say.number(every)} ${units[unit][1]}ごと`
  const named = [
    ...(days.length === 0 ? [] : [`${days.map(day => weekdays[day]).join('・')}曜日`]),
    ...(monthDays.length === 0
      ? []
      : [monthDays.map(day => (day === -1 ? '末日' : ` ${say.number(day)} 日`)).join('と')]),
  ].join('かつ')
  const on = named === '' ? '' : `${every === 1 ? '' : 'の'}${named}`
  return `${often}${on}${timeWords(at.length === 0 ? undefined : at.join('、'), timezone, say)}`
}

function timeWords(at: string | undefined, timezone: string | undefined, say: Say): string {
  if (at === undefined) return ''
  return `の ${at}${timezone === undefined ? '' : `(${say.code(timezone)})`}`
}

/** `毎日 09:00(Asia/Tokyo)`, or the setting as written. */
export function resetWords({ text, minute, dayOfMonth, at, timezone }: ResetValues, say: Say): string {
  const zone = timezone ?? 'UTC'
  if (minute !== undefined) return `毎時 ${say.number(minute)} 分`
  if (dayOfMonth !== undefined)
    return `毎月 ${say.number(dayOfMonth)} 日${timeWords(at ?? '00:00', zone, say)}`
  return at === undefined ? say.code(text) : `毎日 ${at}(${say.code(zone)})`
}
