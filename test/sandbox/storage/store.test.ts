import { describe, expect, it } from 'vitest'
import { createStore } from '../../../src/sandbox/storage/store.js'

describe('createStore', () => {
  it('takes pending changes back in reverse order', () => {
    const store = createStore()
    store.put('monitor', '1', { name: 'old' })
    store.settle()
    store.put('monitor', '1', { name: 'new' })
    store.put('monitor', '1', { name: 'newer' })
    store.put('monitor', '2', { name: 'other' })
    store.undo()
    expect([store.get('monitor', '1'), store.get('monitor', '2')]).toEqual([{ name: 'old' }, undefined])
  })

  it('gives numbers of a counter back with the changes they belong to', () => {
    const store = createStore()
    expect(store.next('monitor')).toBe(1)
    store.settle()
    expect(store.next('monitor')).toBe(2)
    store.undo()
    expect(store.next('monitor')).toBe(2)
  })

  it('tells watchers of changes and of their undoing', () => {
    const store = createStore()
    const seen: unknown[] = []
    store.watch('slo', (id, before, after) => seen.push([id, before, after]))
    store.put('slo', 'a', { n: 1 })
    store.undo()
    expect(seen).toEqual([
      ['a', undefined, { n: 1 }],
      ['a', { n: 1 }, undefined],
    ])
  })

  it('names a removal as null in what is pending', () => {
    const store = createStore()
    store.put('slo', 'a', { n: 1 })
    store.remove('slo', 'a')
    expect(store.pending()).toEqual([
      ['slo', 'a', { n: 1 }],
      ['slo', 'a', null],
    ])
  })
})
