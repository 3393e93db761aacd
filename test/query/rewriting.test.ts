import { afterEach, describe, expect, it, vi } from 'vitest'
import { metricHabits } from '../../src/query/metric/habits.js'
import { monitorHabits } from '../../src/query/monitor/habits.js'
import { type Habit, rewritingsIn } from '../../src/query/rewriting.js'

const doubled: Habit = {
  code: 'doubled',
  pattern: /(\w)\1+/g,
  message: '`$1` stands here twice.',
  into: '$1',
}

describe('rewritings', () => {
  it('are as small as they can be, and say what they found', () => {
    const [rewriting] = rewritingsIn('abbc', [{ ...doubled, pattern: /a(b)b+c/g, into: 'a$1c' }])
    expect(rewriting).toMatchObject({
      message: '`b` stands here twice.',
      edit: { span: { start: 2, end: 3 }, text: '' },
      written: 'abc',
    })
  })

  it.each([
    ['xx "yy" zz', [1, 9]],
    ["xx 'yy", [1, 5]],
    ['"x\\"yy" zz', [9]],
  ])('in %s are found outside of quotes only', (text, places) => {
    expect(rewritingsIn(text, [doubled]).map(({ edit }) => edit.span.start)).toEqual(places)
  })

  it('do not overlap, and an earlier habit comes first', () => {
    const whole: Habit = { code: 'whole', pattern: /aabb/g, message: 'No.', into: 'c' }
    expect(rewritingsIn('aabb', [whole, doubled]).map(({ habit }) => habit.code)).toEqual(['whole'])
    expect(rewritingsIn('aabb', [doubled, whole]).map(({ habit }) => habit.code)).toEqual([
      'doubled',
      'doubled',
    ])
  })

  it('are none where the habit looks twice and finds nothing wrong', () => {
    expect(rewritingsIn('aabb', [{ ...doubled, into: () => undefined }])).toEqual([])
    expect(rewritingsIn('aabb', [{ ...doubled, into: ([all]) => all }])).toEqual([])
  })

  it('are bounded in number', () => {
    expect(rewritingsIn('aa '.repeat(1000), [doubled]).length).toBeLessThan(50)
  })
})

describe('patterns that are written as texts', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('are global without flags, and take the flags they name', () => {
    const texts = ({ flags }: { readonly flags?: string }) =>
      rewritingsIn('ab AB ab', [{ ...doubled, pattern: 'ab', into: 'c', ...(flags && { flags }) }])
    expect(texts({})).toHaveLength(2)
    expect(texts({ flags: 'gi' })).toHaveLength(3)
  })

  it('are patterns for every place of a text', () => {
    const flagsOf = ({ pattern, flags = 'g' }: Habit) =>
      typeof pattern === 'string' ? new RegExp(pattern, flags).flags : pattern.flags
    const once = [...metricHabits, ...monitorHabits].filter(habit => !flagsOf(habit).includes('g'))
    expect(once).toEqual([])
  })

  it('are not compiled by loading the parsers', async () => {
    const compiled = vi.fn()
    class Counted extends RegExp {
      constructor(pattern: RegExp | string, flags?: string) {
        super(pattern, flags)
        compiled(pattern)
      }
    }
    vi.stubGlobal('RegExp', Counted)
    vi.resetModules()
    const { parseMetricQuery } = await import('../../src/query/index.js')
    const { ok } = parseMetricQuery('avg:system.load.1{env:prod} by {host}')
    expect(ok).toBe(true)
    expect(compiled).not.toHaveBeenCalled()
    parseMetricQuery('avg:system.load.1{env:prod} offset 1h')
    expect(compiled).toHaveBeenCalled()
  })
})
