import { describe, expect, it } from 'vitest'
import {
  argumentCountOf,
  conditionalNames,
  isConditional,
  isStateConditional,
} from '../../../src/query/message/conditionals.js'

describe('the table of conditionals', () => {
  it('holds the thirteen documented ones', () => {
    expect(conditionalNames).toHaveLength(13)
  })

  it.each([
    ['is_alert', true, true],
    ['is_match', true, false],
    ['is_priority', true, false],
    ['toString', false, false],
    ['is_down', false, false],
  ])('%s', (name, isKnown, isState) => {
    expect([isConditional(name), isStateConditional(name)]).toEqual([isKnown, isState])
  })

  it('knows how many arguments a function takes', () => {
    expect(['eval', 'local_time', 'is_alert'].map(argumentCountOf)).toEqual([1, 2, undefined])
  })
})
