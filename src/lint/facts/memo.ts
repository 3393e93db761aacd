/** One table for all facts: a garbage collector pays for every weak table and every entry in it. */
const facts = new WeakMap<object, unknown[]>()
let count = 0

/** Stands for a fact that is not computed yet, because `undefined` is a value that a fact may have. */
const missing = Symbol('missing')

/** Keeps what `compute` gives for each object, so that all rules share one computation and it goes away with the object. */
export function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const slot = count
  count += 1
  return key => {
    const known = slotsOf(key)
    if (known[slot] === missing) known[slot] = compute(key)
    return known[slot] as V
  }
}

function slotsOf(key: object): unknown[] {
  let slots = facts.get(key)
  if (slots === undefined) {
    slots = []
    facts.set(key, slots)
  }
  // Rules of users may bring facts after the first were asked for.
  while (slots.length < count) slots.push(missing)
  return slots
}
