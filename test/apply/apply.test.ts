import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/account/index.js'
import { type ApplyEvent, apply } from '../../src/apply/index.js'
import { encodePlan, type Plan, parsePlan } from '../../src/plan/index.js'
import type { LiveObject } from '../../src/wire/index.js'
import {
  applied,
  briefly,
  composite,
  dashboard,
  liveIn,
  monitor,
  openAccount,
  planFor,
  slo,
  sloOf,
  steps,
} from './harness.js'

const names = (live: readonly LiveObject[]) => live.map(({ payload }) => payload.name ?? payload.title).sort()

async function named(account: Account, name: string): Promise<LiveObject> {
  const found = (await liveIn(account)).find(({ payload }) => payload.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

describe('applying', () => {
  it('changes a threshold and keeps the id', async () => {
    const account = await openAccount()
    await applied(account, [monitor('load')])
    const { id } = await named(account, 'load')
    const query = 'avg(last_5m):avg:system.load.1{*} by {host} > 5'
    await applied(account, [monitor('load', { query, options: { thresholds: { critical: 5 } } })])
    expect((await named(account, 'load')).id).toBe(id)
    expect((await named(account, 'load')).payload.query).toBe(query)
  })

  it('empties what is no longer written, although the API keeps what an update leaves out', async () => {
    const account = await openAccount()
    await applied(account, [
      monitor('load', { priority: 2, tags: ['a'], options: { thresholds: { critical: 4 }, timeout_h: 2 } }),
    ])
    await applied(account, [monitor('load')])
    const { payload } = await named(account, 'load')
    expect([payload.priority, payload.tags]).toEqual([null, ['dogma:shop/load']])
    expect((await planFor(account, [monitor('load')])).changes).toEqual([])
  })

  it('renames by alias and keeps the object', async () => {
    const account = await openAccount()
    await applied(account, [monitor('old')])
    const { id } = await named(account, 'old')
    const renamed = [monitor('new', {}, { aliases: ['old'] })]
    expect(steps(await planFor(account, renamed))).toEqual(['rename monitor.new'])
    await applied(account, renamed)
    expect((await named(account, 'new')).id).toBe(id)
  })

  it('adopts an object by its id', async () => {
    const account = await openAccount()
    const theirs = await account.create('monitor', { ...monitor('x').definition, name: 'theirs' })
    if (!theirs.ok) throw new Error('not created')
    const wanted = [monitor('load', {}, { adopt: Number(theirs.value.id) })]
    expect(steps(await planFor(account, wanted))).toEqual(['adopt monitor.load'])
    await applied(account, wanted)
    expect((await named(account, 'load')).id).toBe(theirs.value.id)
    expect((await planFor(account, wanted)).changes).toEqual([])
  })

  it('replaces a monitor of another type, moves its users over, and deletes the old one last', async () => {
    const account = await openAccount()
    const board = dashboard('board', [
      { type: 'alert_graph', alert_id: '${monitor:a}', viz_type: 'timeseries' },
    ])
    const others = [monitor('b'), composite('both', '${monitor:a} && ${monitor:b}'), board]
    await applied(account, [monitor('a'), ...others])
    const log = monitor('a', {
      type: 'log alert',
      query: 'logs("x").index("*").rollup("count").last("5m") > 4',
    })
    const plan = await planFor(account, [log, ...others])
    expect(steps(plan)).toEqual(['replace monitor.a', 'update monitor.both', 'update dashboard.board'])
    const result = await applied(account, [log, ...others])
    expect(result.failed.map(({ failure }) => failure.message)).toEqual([])
    expect(names(await liveIn(account))).toEqual(['a', 'b', 'board', 'both'])
    expect((await planFor(account, [log, ...others])).changes).toEqual([])
  })

  it('creates composites of composites from the inside out, and takes them away from the outside in', async () => {
    const account = await openAccount({ takesNestedComposites: true })
    const nested = [
      composite('top', '${monitor:middle} && ${monitor:a}'),
      composite('middle', '${monitor:inner} || ${monitor:b}'),
      composite('inner', '${monitor:a} && ${monitor:b}'),
      monitor('a'),
      monitor('b'),
    ]
    expect(steps(await planFor(account, nested))).toEqual([
      'create monitor.a',
      'create monitor.b',
      'create monitor.inner',
      'create monitor.middle',
      'create monitor.top',
    ])
    expect((await applied(account, nested)).failed).toEqual([])
    expect((await planFor(account, nested)).changes).toEqual([])
    const order = ['top', 'middle', 'inner']
    const left = nested.slice(3)
    expect(steps(await planFor(account, left))).toEqual(order.map(key => `delete monitor.${key}`))
    expect((await applied(account, left)).failed).toEqual([])
  })

  it('tells why the account refuses a composite of a composite, and goes on with the rest', async () => {
    const account = await openAccount()
    const resources = [
      monitor('a'),
      monitor('b'),
      composite('inner', '${monitor:a} && ${monitor:b}'),
      composite('top', '${monitor:inner} && ${monitor:a}'),
      monitor('c'),
    ]
    const { done, failed } = await applied(account, resources)
    expect(done).toHaveLength(4)
    expect(failed.map(({ change, failure }) => [change.address, failure.message])).toEqual([
      ['monitor.top', expect.stringContaining('Some monitor IDs are invalid')],
    ])
  })

  it('detaches before it deletes', async () => {
    const account = await openAccount()
    const parts = [monitor('a'), monitor('b'), monitor('c')]
    await applied(account, [
      ...parts,
      composite('both', '${monitor:a} && ${monitor:c}'),
      sloOf('s', ['${monitor:a}', '${monitor:b}']),
    ])
    const wanted = [
      monitor('b'),
      monitor('c'),
      composite('both', '${monitor:b} && ${monitor:c}'),
      sloOf('s', ['${monitor:b}']),
    ]
    expect(steps(await planFor(account, wanted))).toEqual([
      'update monitor.both',
      'update slo.s',
      'delete monitor.a',
    ])
    expect((await applied(account, wanted)).failed).toEqual([])
  })

  it('goes on after a failure, skips what depends on it, and says why', async () => {
    const account = await openAccount()
    const broken = monitor('broken', { options: { thresholds: { critical: 9 } } })
    const events: ApplyEvent[] = []
    const result = await applied(account, [broken, monitor('fine'), sloOf('s', ['${monitor:broken}'])], {
      onEvent: event => events.push(event),
    })
    expect(result.done.map(({ change }) => change.address)).toEqual(['monitor.fine'])
    expect(result.failed.map(({ change, failure }) => [change.address, failure.cause])).toEqual([
      ['monitor.broken', 'Write the same number in `thresholds.critical` and at the end of the query.'],
    ])
    expect(result.skipped).toMatchObject([
      { change: { address: 'slo.s' }, because: '`monitor.broken` was not done.' },
    ])
    expect(events.map(({ kind, change }) => `${kind} ${change.address}`).sort()).toEqual([
      'done monitor.fine',
      'failed monitor.broken',
      'skipped slo.s',
      'started monitor.broken',
      'started monitor.fine',
    ])
  })

  it('asks the given check for the cause of a refusal first', async () => {
    const account = await openAccount()
    const broken = monitor('broken', { options: { thresholds: { critical: 9 } } })
    const checkDefinition = () => [{ message: 'Line 3 says 9.', hint: 'Write 4.' }]
    const result = await applied(account, [broken], { checkDefinition })
    expect(result.failed[0]?.failure.cause).toBe('Line 3 says 9. Write 4.')
  })

  it('deletes nothing without permission, and then writes nothing at all', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a')])
    const outcome = await apply(await planFor(account, [monitor('b')]), account)
    expect(!outcome.ok && outcome.diagnostics[0]?.hint).toContain('--allow-delete 1')
    expect(names(await liveIn(account))).toEqual(['a'])
  })

  it('names what still uses an object that the account refuses to delete', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a')])
    const { id } = await named(account, 'a')
    await account.create('slo', { ...sloOf('theirs', [id]).definition, monitor_ids: [Number(id)] })
    const plan = await planFor(account, [])
    expect(plan.warnings.map(({ message }) => message).join()).toContain('“theirs”')
    const result = await applied(account, [])
    expect(result.failed[0]?.failure.error.code).toBe('conflict')
    expect(result.failed[0]?.failure.cause).toContain('still uses the object')
    expect(names(await liveIn(account))).toEqual(['a', 'theirs'])
  })

  it('hands every object to the backup before it touches it', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a'), monitor('b')])
    const saved: LiveObject[] = []
    await applied(account, [monitor('a', { message: 'new' })], { backup: object => void saved.push(object) })
    expect(saved.map(({ payload }) => [payload.name, payload.message])).toEqual([
      ['a', 'm'],
      ['b', 'm'],
    ])
    expect(saved[0]?.payload).not.toHaveProperty('creator')
  })

  it('touches nothing when the backup fails', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a')])
    const backup = () => Promise.reject(new Error('the disk is full'))
    const result = await applied(account, [], { backup })
    expect(result.failed[0]?.failure.message).toContain('the disk is full')
    expect(names(await liveIn(account))).toEqual(['a'])
  })

  it('stops when it is told to, and says what was not tried', async () => {
    const account = await openAccount()
    const stop = new AbortController()
    const resources = ['a', 'b', 'c', 'd'].map(key => monitor(key))
    const onEvent = ({ kind }: ApplyEvent) => kind === 'done' && stop.abort()
    const result = await applied(account, resources, { concurrency: 1, signal: stop.signal, onEvent })
    expect(result.stopped).toBe('signal')
    expect([result.done.length, result.skipped.length]).toEqual([1, 3])
    await applied(account, resources)
    expect(names(await liveIn(account))).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('a saved plan', () => {
  async function saved(account: Account, resources: Parameters<typeof planFor>[1]): Promise<Plan> {
    const parsed = parsePlan(encodePlan(await planFor(account, resources)))
    if (!parsed.ok) throw new Error('not read')
    return parsed.plan
  }

  it('is applied as it was made', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a')])
    const plan = await saved(account, [monitor('a', { message: 'new' }), slo('s')])
    const outcome = await apply(plan, account, { verify: true, sleep: briefly })
    expect(outcome.ok && outcome.result.done.length).toBe(2)
  })

  it('refuses an object that somebody changed since, and writes nothing', async () => {
    const account = await openAccount()
    await applied(account, [monitor('a')])
    const plan = await saved(account, [monitor('a', { message: 'new' }), slo('s')])
    const { id } = await named(account, 'a')
    await account.update('monitor', id, { message: 'by hand' })
    const outcome = await apply(plan, account, { verify: true })
    expect(!outcome.ok && outcome.diagnostics.map(({ message }) => message)).toEqual([
      `\`monitor.a\` (monitor ${id}) was changed since the plan was made, so the plan no longer holds and nothing was written.`,
    ])
    expect(names(await liveIn(account))).toEqual(['a'])
  })

  it('refuses to create what was created since', async () => {
    const account = await openAccount()
    const plan = await saved(account, [slo('s')])
    await applied(account, [slo('s')])
    const outcome = await apply(plan, account, { verify: true })
    expect(!outcome.ok && outcome.diagnostics[0]?.message).toContain('was created since')
    expect(await liveIn(account)).toHaveLength(1)
  })
})
