/** Half of a frame at most: the other half is for laying out and drawing what was changed. */
const sliceMilliseconds = 5

/**
 * Does a long work in slices, so that keys are heard and frames drawn in between. Each step of the generator may be followed
 * by a pause; the work ends early when it is no longer wanted.
 */
export async function inSlices(steps: Iterator<void>, isWanted: () => boolean): Promise<void> {
  let until = performance.now() + sliceMilliseconds
  while (isWanted() && steps.next().done !== true) {
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + sliceMilliseconds
  }
}

/** Lets everything else that waits go first. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}
