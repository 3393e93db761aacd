import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineCounter } from '../../../src/cli/lint/lines.js'
import { positionAt } from '../../../src/diagnostic/index.js'

it('the place of every offset is the one that is counted from the start', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u{1F525}') }), text => {
      const place = lineCounter(text)
      for (let offset = 0; offset <= text.length; offset += 1)
        expect(place(offset)).toEqual(positionAt(text, offset))
    }),
  )
})
