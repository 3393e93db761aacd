import { describe, expect, it } from 'vitest'
import type { MessagePart } from '../../../src/query/message/ast.js'
import { read, repaired, reportsOf } from './reading.js'

/** `channel text` of every handle outside blocks. */
const handlesOf = (text: string) =>
  read(text).parts.flatMap((part: MessagePart) =>
    part.kind === 'message-handle' ? [`${part.channel} ${part.text}`] : [],
  )

describe('a handle', () => {
  it.each<[string, string[]]>([
    ['@slack-ops', ['slack @slack-ops']],
    ['a @slack-acme-ops\n@pagerduty', ['slack @slack-acme-ops', 'pagerduty @pagerduty']],
    ['@all', ['all @all']],
    ['@user+x@example.com', ['email @user+x@example.com']],
    ['@slack-{{service.name}} b', ['slack @slack-{{service.name}}']],
    ['@workflow-heal(host=host.name, x=1) b', ['workflow @workflow-heal(host=host.name, x=1)']],
    [
      '@team-sre @oncall-sre @case-x @webhook-y',
      ['team @team-sre', 'oncall @oncall-sre', 'case @case-x', 'webhook @webhook-y'],
    ],
    ['{{! x }}@slack-ops', ['slack @slack-ops']],
    ['@slack-障害通知 対応', ['slack @slack-障害通知']],
    ['a@slack-ops', []],
    ['mail me@example.com', []],
    ['@http.status_code:500 @', []],
    ['@{{user.name}}', ['user @{{user.name}}']],
  ])('%j', (text, handles) => {
    expect(handlesOf(text)).toEqual(handles)
  })

  it('ends where a block begins or ends', () => {
    expect(read('@slack-a{{#is_alert}}@slack-b{{/is_alert}}').parts).toMatchObject([
      { text: '@slack-a' },
      { body: [{ text: '@slack-b' }] },
    ])
  })
})

describe('handles that do not reach anybody', () => {
  it.each<[string, string, string]>([
    ['@slack-ops.', 'warning message/glued-handle 0-11', '@slack-ops .'],
    ['@slack-ops, b', 'warning message/glued-handle 0-11', '@slack-ops , b'],
    ['@slack-ops。', 'warning message/glued-handle 0-11', '@slack-ops 。'],
    ['a:@slack-ops', 'warning message/glued-handle 1-8', 'a: @slack-ops'],
    ['(@slack-ops )', 'warning message/glued-handle 0-7', '( @slack-ops )'],
    ['@slack-', 'error message/handle-syntax 0-7', '@slack-'],
    ['@a/b@example.com', 'warning message/handle-syntax 0-16', '@a/b@example.com'],
    ['@slak-ops', 'warning message/unknown-handle 0-9', '@slack-ops'],
    ['@here', 'warning message/unknown-handle 0-5', '<!here>'],
    ['@someone', 'info message/unknown-handle 0-8', '@someone'],
  ])('%j', (text, report, repair) => {
    expect(reportsOf(text)).toEqual([report])
    expect(repaired(text)).toBe(repair)
  })
})
