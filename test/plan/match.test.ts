import { describe, expect, it } from 'vitest'
import { live, monitor, planning, slo, steps, unmarked, warnings } from './harness.js'

describe('a live object with a copied mark', () => {
  const older = live(monitor('a'), '5', { created_at: 1000, message: 'old' })
  const younger = live(monitor('a'), '4', { created_at: 2000 })

  it('is reported and left alone; the oldest is ours', () => {
    for (const objects of [
      [older, younger],
      [younger, older],
    ]) {
      const result = planning([monitor('a')], objects)
      expect(result.ok && result.plan.changes.map(({ action, id }) => `${action} ${id}`)).toEqual([
        'update 5',
      ])
      expect(warnings(result)).toEqual(['plan/clone'])
    }
  })

  it('is not deleted even when its key is gone from the code', () => {
    const result = planning([], [older, younger])
    expect(result.ok && result.plan.changes.map(({ action, id }) => `${action} ${id}`)).toEqual(['delete 5'])
  })

  it('is told by its id where both were made in the same second', () => {
    const objects = [live(monitor('a'), '101', { message: 'x' }), live(monitor('a'), '99', { message: 'y' })]
    const result = planning([monitor('a')], objects)
    expect(result.ok && result.plan.changes.map(({ id }) => id)).toEqual(['99'])
  })
})

describe('an alias', () => {
  const renamed = monitor('new', {}, { aliases: ['older', 'old'] })

  it('finds the object under its earlier key', () => {
    const result = planning([renamed], [live(monitor('old'), '1')])
    expect(steps(result)).toEqual(['rename monitor.new'])
    expect(result.ok && result.plan.changes[0]?.reasons).toEqual(['Was `old` before.'])
  })

  it('does not count once the new key is there', () => {
    expect(steps(planning([renamed], [live(renamed, '1')]))).toEqual([])
  })

  it('does not take the object of a resource that still has that key', () => {
    expect(steps(planning([monitor('old'), renamed], [live(monitor('old'), '1')]))).toEqual([
      'create monitor.new',
    ])
  })
})

describe('adopting', () => {
  const adopting = monitor('a', {}, { adopt: '7' })

  it('takes over an unmarked object', () => {
    expect(steps(planning([adopting], [unmarked('monitor', '7', { type: 'query alert' })]))).toEqual([
      'adopt monitor.a',
    ])
  })

  it('is over once the object carries the mark', () => {
    expect(steps(planning([adopting], [live(adopting, '7')]))).toEqual([])
  })

  it('refuses an id that is not there', () => {
    expect(steps(planning([adopting], [unmarked('slo', '7')]))).toEqual(['plan/adopt-missing'])
  })

  it('refuses an object of another project', () => {
    const theirs = live(monitor('x'), '7', { tags: ['dogma:other/x'] })
    const result = planning([adopting], [theirs])
    expect(!result.ok && result.diagnostics[0]?.message).toContain('managed already by the project `other`')
  })

  it.each([
    ['kennel', { message: 'm\n-- Managed by kennel a:b in projects/a.rb, do not modify manually' }],
    ['Terraform', { tags: ['managed_by:terraform'] }],
    ['Terraform', { message: 'Created by Terraform.' }],
  ])('warns when %s signed the object', (tool, payload) => {
    const result = planning([adopting], [unmarked('monitor', '7', { type: 'query alert', ...payload })])
    expect(steps(result)).toEqual(['adopt monitor.a'])
    expect(result.ok && result.plan.warnings[0]?.message).toContain(`managed by ${tool}`)
  })
})

describe('keys', () => {
  it('of different kinds do not meet', () => {
    expect(steps(planning([monitor('a'), slo('a')], [live(monitor('a'), '1')]))).toEqual(['create slo.a'])
  })
})
