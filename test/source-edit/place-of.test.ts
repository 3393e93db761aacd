import { describe, expect, it } from 'vitest'
import type { Subject } from '../../src/source-edit/index.js'
import { placeIn } from './editing.js'

const alert = "alert: avg('system.load.1').last('5m').above({ critical: 4, warning: 3 })"
const source = `import { avg, message, monitor } from 'dogma'
export const a = monitor('a', {
  name: 'x',
  ${alert},
  message: message(({ alert }) => [
    alert\`Call
      somebody {{check_message}}\`,
  ]),
  tags: ['team:sre', 'Env:prod'],
  noDataTimeframe: 10,
})`
const text = '{{#is_alert}}\nCall\nsomebody {{check_message}}\n{{/is_alert}}'

const cases: readonly { title: string; subject: Subject; before?: string; starts: string | undefined }[] = [
  { title: 'a property', subject: { path: ['name'] }, starts: "'x'," },
  { title: 'an item of a list', subject: { path: ['tags', 1] }, starts: "'Env:prod']" },
  { title: 'an option', subject: { path: ['options', 'no_data_timeframe'] }, starts: '10,' },
  { title: 'a threshold', subject: { path: ['options', 'thresholds', 'warning'] }, starts: '3 }' },
  { title: 'the query as a whole', subject: { path: ['query'] }, starts: "avg('system" },
  { title: 'what decides about the type', subject: { path: ['type'] }, starts: "avg('system" },
  {
    title: 'the list that lacks something',
    subject: { path: ['options', 'thresholds', 'critical_recovery'] },
    starts: '{ critical: 4',
  },
  { title: 'the call, for a property that is not there', subject: { path: ['priority'] }, starts: undefined },
  { title: 'the call, without a path', subject: {}, starts: undefined },
  {
    title: 'a piece of a query that is text',
    before: `monitor('a', { name: 'x', alert: 'avg(last_5m):avg:system.load.1{*}>4' })`,
    subject: {
      path: ['query'],
      span: { start: 31, end: 32 },
      frameText: 'avg(last_5m):avg:system.load.1{*} > 4',
    },
    starts: '*}>4',
  },
  {
    title: 'the whole argument, where the span is about another text',
    before: `monitor('a', { name: 'x', alert: 'avg(last_5m):avg:system.load.1{*}>4' })`,
    subject: { path: ['query'], span: { start: 31, end: 32 }, frameText: 'something else' },
    starts: "'avg(last_5m)",
  },
  {
    title: 'the call, for a resource of a loop',
    before: `for (const key of ['a', 'b']) monitor(key, { name: 'x', ${alert} })`,
    subject: { path: ['name'] },
    starts: "'x'",
  },
  {
    title: 'the call, for a builder that defines several',
    before: `burnRateAlerts(slo('s', { name: 'x', good: 'sum:a{*}', total: 'sum:b{*}', target: { '7d': 99 } }), { page: '@a', ticket: '@b' })`,
    subject: { path: ['name'] },
    starts: "'x', good",
  },
]

describe('the place of a finding in a TypeScript file', () => {
  it.each(cases)('is $title', async ({ before, subject, starts }) => {
    const place = await placeIn(before ?? source, subject)
    if (starts === undefined) expect(place).toBeUndefined()
    else expect(place?.startsWith(starts), place).toBe(true)
  })

  it('is the word inside a section of a message', async () => {
    const start = text.indexOf('{{check')
    const subject = { path: ['message'], span: { start, end: start + 17 }, frameText: text }
    expect(await placeIn(source, subject)).toBe('{{check_message}}`,')
  })
})
