/**
 * The facts about the resource that a run is at, by what they are about; absent outside a run. A plain table, because a
 * weak one costs the garbage collector more than all that is in it.
 */
let current: Map<object, unknown[]> | undefined
let count = 0

/** Stands for a fact that is not computed yet, because `undefined` is a value that a fact may have. */
const missing = Symbol('missing')

/**
 * Keeps what `compute` gives for each object, so that all rules share one computation. Facts of this kind hold trees of
 * queries and messages, which fill the memory: they go when the run is done with a resource.
 */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const slot = count
  count += 1
  return key => {
    if (current === undefined) return compute(key)
    const known = slotsOf(current, key)
    if (known[slot] === missing) known[slot] = compute(key)
    return known[slot] as V
  }
}

/** Calls `visit` for each item; the facts of `memo` that it asks for are kept until it is done with that one. */
export function eachAlone<T, R>(items: readonly T[], visit: (item: T) => R): R[] {
  const around = current
  const own = new Map<object, unknown[]>()
  current = own
  try {
    return items.map(item => {
      own.clear()
      return visit(item)
    })
  } finally {
    current = around
  }
}

/** Keeps a fact as long as its object: for what is small, or about a whole project. */
export function kept<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return key => {
    let fact = known.get(key)
    if (fact === undefined) {
      fact = { value: compute(key) }
      known.set(key, fact)
    }
    return fact.value
  }
}

function slotsOf(facts: Map<object, unknown[]>, key: object): unknown[] {
  let slots = facts.get(key)
  if (slots === undefined) {
    slots = []
    facts.set(key, slots)
  }
  // Rules of users may bring facts after the first were asked for.
  while (slots.length < count) slots.push(missing)
  return slots
}
