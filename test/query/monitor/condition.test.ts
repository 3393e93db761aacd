import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf } from '../reading.js'

const { monitor } = parsers
const query = (condition: string) => `avg(last_5m):a.b{*}${condition}`

describe('conditions', () => {
  it.each([' > 4', ' >= -4.5', ' < 0', ' <= 1', ' == 1', ' != 1', ' > threshold'])('%s is one', condition => {
    expect(normal(query(condition), monitor)).toBe(query(condition))
  })

  it.each([
    [' => 4', 'unknown-comparator «=>»', ' >= 4'],
    [' =< 4', 'unknown-comparator «=<»', ' <= 4'],
    [' = 4', 'unknown-comparator «=»', ' == 4'],
    [' === 4', 'unknown-comparator «===»', ' == 4'],
    [' <> 4', 'unknown-comparator «<>»', ' != 4'],
    [' > = 4', 'unknown-comparator «> =»', ' >= 4'],
    [' ≤ 4', 'unknown-comparator «≤»', ' <= 4'],
    [' below 4', 'unknown-comparator «below»', ' < 4'],
    [' 4', 'missing-comparator «4»', ' > 4'],
    [' > 90%', 'threshold-with-unit «90%»', ' > 90'],
    [' > 90 %', 'threshold-with-unit «90 %»', ' > 90'],
    [' > 5ms', 'threshold-with-unit «5ms»', ' > 5'],
    [' > 2.5M', 'threshold-with-unit «2.5M»', ' > 2500000'],
    [' > 1,000,000', 'thousands-separator «1,000,000»', ' > 1000000'],
    [' > .5', 'leading-dot «.5»', ' > 0.5'],
    [' > -.5', 'leading-dot «-.5»', ' > -0.5'],
    [" > '4.0'", "quoted-threshold «'4.0'»", ' > 4'],
    [' > 4.', 'unexpected-text «.»', ' > 4'],
  ])('%s gives %s and is repaired to %s', (condition, report, expected) => {
    expect(reportsOf(query(condition), monitor)).toEqual([report])
    expect(normal(repaired(query(condition), monitor), monitor)).toBe(query(expected))
  })

  it.each([
    ['', ['missing-comparison «»']],
    [' >', ['missing-threshold «»']],
    [' > x', ['missing-threshold «x»']],
    [' foo > 4', ['unexpected-text «foo»']],
    [' > 4 5', ['missing-operator «5»']],
  ])('%s is refused', (condition, reports) => {
    expect(reportsOf(query(condition), monitor)).toEqual(reports)
  })
})
