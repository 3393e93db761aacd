import { expect, it } from 'vitest'
import { slugOf } from '../../../src/sandbox/dashboard/slug.js'

it.each([
  ['API overview', 'api-overview'],
  ['API - overview', 'api---overview'],
  ["Jo's board (v2.0)", 'jos-board-v20'],
  ['under_score', 'underscore'],
  ['日本', ''],
  ['  padded  ', 'padded'],
  ['x'.repeat(100), 'x'.repeat(80)],
  [`${'x'.repeat(79)} y`, 'x'.repeat(79)],
])('the slug of %j is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})
