import { describe, expect, it } from 'vitest'
import { checkPlanBelongs, encodePlan, type Plan, parsePlan } from '../../src/plan/index.js'
import { monitor, planning } from './harness.js'

function plan(): Plan {
  const result = planning([monitor('a')], [])
  if (!result.ok) throw new Error('no plan')
  return result.plan
}

const code = (text: string) => {
  const parsed = parsePlan(text)
  return parsed.ok ? 'read' : parsed.diagnostics.map(each => each.code).join()
}

describe('a plan file', () => {
  it.each([
    ['as it was written', (text: string) => text, 'read'],
    ['written with other blanks', (text: string) => JSON.stringify(JSON.parse(text)), 'read'],
    ['with another value', (text: string) => text.replace('"a"', '"b"'), 'plan-file/changed'],
    ['without its seal', (text: string) => text.replace(/"seal": "[0-9a-f]+",/, ''), 'plan-file/changed'],
    [
      'of a later version',
      (text: string) => text.replace('"version": 1', '"version": 2'),
      'plan-file/version',
    ],
    ['cut off', (text: string) => text.slice(0, 50), 'plan-file/unreadable'],
    ['that is something else', () => '{"a":1}', 'plan-file/unreadable'],
    ['that is empty', () => '', 'plan-file/unreadable'],
  ])('%s', (_, change, expected) => {
    expect(code(change(encodePlan(plan())))).toBe(expected)
  })

  it('is for one project and one account', () => {
    expect(checkPlanBelongs(plan(), 'shop', 'prod')).toEqual([])
    expect(checkPlanBelongs(plan(), 'shop', 'staging')[0]?.message).toBe(
      'The plan was made for the account `prod`, not `staging`.',
    )
    expect(checkPlanBelongs(plan(), 'blog', 'prod')[0]?.message).toContain('the project `shop`, not `blog`')
  })
})
