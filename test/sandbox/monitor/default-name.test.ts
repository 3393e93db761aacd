import { describe, expect, it } from 'vitest'
import { defaultName } from '../../../src/sandbox/monitor/default-name.js'

describe('the name of a monitor that has none', () => {
  it.each([
    [
      'query alert',
      'avg(last_5m):sum:a.b{host:c} > 100',
      '**a.b** over **host:c** was **> 100.0** on average during the **last 5m**.',
    ],
    [
      'metric alert',
      'min(last_1h):avg:a.b{*} <= 0.5',
      '**a.b** over ***** was **<= 0.5** at all times during the **last 1h**.',
    ],
    ['query alert', 'avg(last_5m):sum:a.b{*} / sum:c.d{*} > 1', 'avg(last_5m):sum:a.b{*} / sum:c.d{*} > 1'],
    ['composite', '1 && 2', '1 && 2'],
  ])('of a %s with %s is made from its query', (type, query, name) => {
    expect(defaultName(type, query)).toBe(name)
  })
})
