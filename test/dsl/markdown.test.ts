import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/dsl/index.js'

describe('markdown', () => {
  it('takes off what belongs to the TypeScript file', () => {
    expect(markdown`
      # Title

        * an item
    `).toBe('# Title\n\n  * an item')
  })

  it('puts texts and numbers in as they are', () => {
    expect(markdown`${'a {{b}}'} is ${3}`).toBe('a {{b}} is 3')
  })
})
