/** A third of a frame at most: the rest is for laying out and drawing what was changed. */
const sliceMilliseconds = 5

/** What few lines of the explanation take to lay out depends on the browser alone, so they are counted, too. */
const sliceSteps = 8

/**
 * Does a long work in slices, so that keys are heard and each frame has only the changes of one slice to lay out. Each step
 * of the generator may be followed by a pause; the work ends early when it is no longer wanted.
 */
export async function inSlices(steps: Iterator<void>, isWanted: () => boolean): Promise<void> {
  while (isWanted() && !takeSlice(steps)) await frameDrawn()
}

/** True when there is nothing left to do. */
function takeSlice(steps: Iterator<void>): boolean {
  const until = performance.now() + sliceMilliseconds
  for (let step = 0; step < sliceSteps && performance.now() < until; step += 1)
    if (steps.next().done === true) return true
  return false
}

/** Lets everything else that waits go first. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

/** In a tab that nobody sees no frame is drawn; the work goes on all the same. */
const withoutFrameMilliseconds = 100

function frameDrawn(): Promise<void> {
  return new Promise(resolve => {
    const anyway = setTimeout(resolve, withoutFrameMilliseconds)
    requestAnimationFrame(() => {
      clearTimeout(anyway)
      // The frame is laid out and drawn after this callback and before the next task.
      setTimeout(resolve)
    })
  })
}
