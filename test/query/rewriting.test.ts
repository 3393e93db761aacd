import { describe, expect, it } from 'vitest'
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
