import { describe, expect, it } from 'vitest'
import {
  dashboardId,
  downtimeId,
  isUuid,
  monitorId,
  sloId,
  uuid,
  widgetId,
} from '../../src/sandbox/identifiers.js'

const COUNTS = Array.from({ length: 2000 }, (_, index) => index + 1)

describe('identifiers', () => {
  it.each<[string, (count: number) => string | number, RegExp]>([
    ['monitorId', monitorId, /^\d{9}$/],
    ['downtimeId', downtimeId, /^\d{10}$/],
    ['sloId', sloId, /^[0-9a-f]{32}$/],
    ['dashboardId', dashboardId, /^[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}$/],
    ['widgetId', widgetId, /^\d{1,16}$/],
    [
      'uuid',
      count => uuid('kind', count),
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
  ])('%s never repeats, and looks like the server’s', (_name, make, shape) => {
    const ids = COUNTS.map(make)
    expect(new Set(ids).size).toBe(COUNTS.length)
    expect(ids.every(id => shape.test(String(id)))).toBe(true)
  })

  it('of monitors increase', () => {
    const ids = COUNTS.map(monitorId)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  })

  it('of widgets are exact numbers', () => {
    expect(COUNTS.map(widgetId).every(Number.isSafeInteger)).toBe(true)
  })

  it('of different kinds differ', () => {
    expect(uuid('policy', 1)).not.toBe(uuid('template', 1))
  })

  it('can be recognised', () => {
    expect(['INVALID_UUID', uuid('x', 1), `${uuid('x', 1)}0`].map(isUuid)).toEqual([false, true, false])
  })
})
