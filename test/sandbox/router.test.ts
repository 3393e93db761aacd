import { describe, expect, it } from 'vitest'
import { createRouter } from '../../src/sandbox/router.js'
import { ROUTES } from '../../src/sandbox/routes.js'

const route = createRouter(ROUTES)

describe('createRouter', () => {
  it.each([
    ['GET', '/api/v1/monitor/search', '/api/v1/monitor/search', {}],
    ['GET', '/api/v1/monitor/12', '/api/v1/monitor/:id', { id: '12' }],
    ['GET', '/api/v1/slo/correction', '/api/v1/slo/correction', {}],
    ['GET', '/api/v1/slo/a%2Fb', '/api/v1/slo/:id', { id: 'a/b' }],
    ['GET', '/api/v1/slo/correction/x', '/api/v1/slo/correction/:id', { id: 'x' }],
    ['GET', '/api/v2/monitor/template/x', '/api/v2/monitor/template/:id', { id: 'x' }],
  ])('%s %s goes to %s', (method, path, pattern, params) => {
    const match = route(method, path)
    expect([match?.route.path, match?.params]).toEqual([pattern, params])
  })

  it.each([
    ['GET', '/api/v3/monitor'],
    ['get', '/api/v1/monitor'],
    ['GET', '/api/v1/monitor/%'],
    ['GET', ''],
  ])('%s %j goes nowhere', (method, path) => {
    expect(route(method, path)).toBeUndefined()
  })

  it('has a rate-limit bucket of its own for each route', () => {
    const buckets = ROUTES.map(entry => route(entry.method, entry.path.replaceAll(':', 'x'))?.bucket)
    expect(buckets).toContain('monitor_one_get')
    const versions = new Set(ROUTES.map(entry => `${entry.method} ${entry.path.replace(/v[12]/, 'v')}`))
    expect(new Set(buckets).size).toBe(versions.size)
  })

  it('has every route reachable', () => {
    const reached = ROUTES.filter(
      entry => route(entry.method, entry.path.replaceAll(':', 'x'))?.route === entry,
    )
    expect(reached).toHaveLength(ROUTES.length)
  })
})
