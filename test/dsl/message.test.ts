import { describe, expect, it } from 'vitest'
import { avg, compile, message, monitor } from '../../src/dsl/index.js'
import { parseMessage } from '../../src/query/index.js'
import { problems } from './printed.js'

type Build = Parameters<typeof message>[0]
const text = (build: Build) => message(build).template

describe('a message', () => {
  it('puts each state into a block of its own lines', () => {
    expect(
      text(({ alert, recovery, tag }) => [
        alert`CPU of ${tag('container_name')} left its usual band. @slack-sre`,
        recovery`Back to normal. @slack-sre`,
      ]),
    ).toBe(
      [
        '{{#is_alert}}',
        'CPU of {{container_name.name}} left its usual band. @slack-sre',
        '{{/is_alert}}',
        '{{#is_recovery}}',
        'Back to normal. @slack-sre',
        '{{/is_recovery}}',
      ].join('\n'),
    )
  })

  it.each<readonly [string, Build]>([
    ['{{value}} > {{threshold}}', m => [m.text`${m.value} > ${m.threshold}`]],
    ['{{{check_message}}}', m => [m.text`${m.checkMessage}`]],
    ['{{[dot.key].name}}', m => [m.text`${m.tag('dot.key')}`]],
    ['{{log.attributes.[error.message]}}', m => [m.text`${m.variable('log.attributes.[error.message]')}`]],
    ['{{eval "value * 100"}}', m => [m.text`${m.evaluate('value * 100')}`]],
    [
      "{{local_time 'last_triggered_at' 'Asia/Tokyo'}}",
      m => [m.text`${m.localTime('last_triggered_at', 'Asia/Tokyo')}`],
    ],
    ['{{urlencode "service.name"}}', m => [m.text`${m.urlencode(m.tag('service'))}`]],
    ["{{override_priority 'P1'}}", m => [m.text`${m.overridePriority('P1')}`]],
    [
      '{{#is_match "env.name" "prod" "stg"}}\nx\n{{/is_match}}',
      m => [m.match(m.tag('env'), 'prod', 'stg')`x`],
    ],
    ['{{#is_exact_match "env.name" ""}}\nx\n{{/is_exact_match}}', m => [m.exactMatch(m.tag('env'), '')`x`]],
    ['{{^is_match "env.name" "prod"}}\nx\n{{/is_match}}', m => [m.noMatch(m.tag('env'), 'prod')`x`]],
    ['{{#is_priority "P1"}}\nx\n{{/is_priority}}', m => [m.priority('P1')`x`]],
    ['{{#is_no_data}}\nx\n{{/is_no_data}}', m => [m.noData`x`]],
    ['{{#is_alert_to_warning}}\nx\n{{/is_alert_to_warning}}', m => [m.alertToWarning`x`]],
    [
      '{{#is_alert}}\na\n{{#is_match "env.name" "prod"}}\nb\n{{/is_match}}\n{{/is_alert}}',
      m => [m.alert`a\n${m.match(m.tag('env'), 'prod')`b`}`],
    ],
    ['{{#is_alert}}\n{{/is_alert}}', m => [m.text`${m.template('{{#is_alert}}\n{{/is_alert}}')}`]],
  ])('can say %j', (expected, build) => {
    expect(text(build)).toBe(expected)
    expect(parseMessage(text(build)).ok).toBe(true)
  })

  it('loses the indentation of the file it is written in', () => {
    expect(
      text(m => [
        m.text`
          First line, ${m.value}.
            - indented

          Last line.
        `,
      ]),
    ).toBe('First line, {{value}}.\n  - indented\n\nLast line.')
  })

  it.each(['{{value}}', '{{#is_alert}}', '{{{{raw}}}}', '{', '}}', '{{', '{{! x', 'a{{b}}c}}'])(
    'keeps the text %j of a value from becoming syntax',
    hostile => {
      const built = text(m => [m.text`{${hostile}}${m.value}${hostile}{`])
      const parsed = parseMessage(built)
      expect(parsed.ok && parsed.node.parts.map(({ kind }) => kind)).toEqual([
        'message-text',
        'message-variable',
        'message-text',
      ])
      expect(built.replaceAll('\u200B', '')).toBe(`{${hostile}}{{value}}${hostile}{`)
    },
  )

  it('leaves plain values as they are', () => {
    expect(text(m => [m.text`${'@slack-sre'} ${3} ${'a{b}c'}`])).toBe('@slack-sre 3 a{b}c')
  })

  it('can be given as text or as a function of its parts', () => {
    const alert = avg('a').by('host').last('5m').above(1)
    const compiled = (spec: Parameters<typeof monitor>[1]) => compile(monitor('m', spec)).message
    expect(compiled({ name: '', alert, message: '{{#is_alert}}as it is{{/is_alert}}' })).toBe(
      '{{#is_alert}}as it is{{/is_alert}}',
    )
    expect(compiled({ name: '', alert, message: m => [m.text`on ${m.tag('host')}`] })).toBe(
      'on {{host.name}}',
    )
  })

  it.each<readonly [string, Build, RegExp]>([
    ['a path with braces', m => [m.text`${m.variable('a}} {{b')}`], /without braces/],
    [
      'a comparison of something that is no variable',
      m => [m.match(m.evaluate('1'), 'x')`y`],
      /Only a variable/,
    ],
    ['a text with both kinds of quotes', m => [m.match(m.tag('a'), `"'`)`y`], /both kinds of quotes/],
    ['an empty tag', m => [m.text`${m.tag('')}`], /cannot be the path/],
  ])('refuses %s', (_, build, sentence) => {
    expect(problems(() => message(build)).join()).toMatch(sentence)
  })
})
