import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from '../../src/sandbox/random.js'

const take = (seed: number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, random)
}

describe('seededRandom', () => {
  it('repeats itself with the same seed only', () => {
    expect(take(1, 5)).toEqual(take(1, 5))
    expect(take(1, 5)).not.toEqual(take(2, 5))
  })

  it('spreads over [0, 1)', () => {
    const numbers = take(3, 10_000)
    expect(numbers.every(number => number >= 0 && number < 1)).toBe(true)
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => numbers.filter(number => Math.floor(number * 10) === tenth).length,
    )
    expect(Math.min(...tenths)).toBeGreaterThan(900)
  })
})

describe('shuffled', () => {
  it('keeps every item and leaves the list alone', () => {
    const items = ['a', 'b', 'c', 'd']
    expect(shuffled(items, seededRandom(1)).toSorted()).toEqual(items)
    expect(items).toEqual(['a', 'b', 'c', 'd'])
  })

  it('reaches every order', () => {
    const random = seededRandom(1)
    const orders = new Set(Array.from({ length: 200 }, () => shuffled([1, 2, 3], random).join('')))
    expect(orders.size).toBe(6)
  })
})
