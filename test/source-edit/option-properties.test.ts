import { describe, expect, it } from 'vitest'
import { avg, monitor } from '../../src/dsl/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { optionProperties } from '../../src/source-edit/option-properties.js'

const values: JsonObject = { renotifyStatuses: ['alert'], notifyBy: ['host'], groupRetention: '1h' }

describe('the names of options', () => {
  it.each(Object.entries(optionProperties))('%s is what `monitor` makes of %s', (option, property) => {
    const spec = {
      name: 'x',
      alert: avg('a').by('host').last('5m').above(1),
      [property]: values[property] ?? 1,
    }
    const { options } = monitor('a', spec as never).definition
    expect(Object.keys(options ?? {})).toEqual(['thresholds', option])
  })
})
