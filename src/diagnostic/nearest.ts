/** Edit distance that also counts a swap of neighbours as one step; gives up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, before[column - 2]! + 1)
      current.push(best)
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}

/**
 * The known name that was probably meant, or undefined when none is close (at most a third of the letters differ).
 * Letter case does not count.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase()
  // Names longer than any fact in our tables are not typos; comparing them would cost quadratic time.
  if (wanted.length === 0 || wanted.length > 64) return undefined
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const name of known) {
    const steps = distance(wanted, name.toLowerCase(), limit)
    if (steps < bestDistance) {
      best = name
      bestDistance = steps
    }
  }
  return best
}

/** “Did you mean x?” for a hint, or undefined. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  const name = nearest(written, known)
  return name === undefined ? undefined : `Did you mean \`${name}\`?`
}
