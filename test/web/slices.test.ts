import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inSlices } from '../../src/web/slices.js'

function* counting(done: number[], steps: number): Generator<void> {
  for (let step = 0; step < steps; step += 1) {
    done.push(step)
    yield
  }
}

describe('a long work', () => {
  let frames: (() => void)[] = []
  const drawFrame = async () => {
    for (const draw of frames.splice(0)) draw()
    await vi.advanceTimersByTimeAsync(0)
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw))
  })
  afterEach(() => {
    frames = []
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('goes on only after what it has changed is drawn', async () => {
    const done: number[] = []
    const work = inSlices(counting(done, 20), () => true)
    expect(done.length).toBe(8)
    await vi.advanceTimersByTimeAsync(50)
    expect(done.length).toBe(8)
    await drawFrame()
    expect(done.length).toBe(16)
    await drawFrame()
    await work
    expect(done.length).toBe(20)
  })

  it('goes on where no frame is drawn, as in a hidden tab', async () => {
    const done: number[] = []
    const work = inSlices(counting(done, 10), () => true)
    await vi.advanceTimersByTimeAsync(100)
    await work
    expect(done.length).toBe(10)
  })

  it('ends when nobody wants it any more', async () => {
    const done: number[] = []
    let isWanted = true
    const work = inSlices(counting(done, 20), () => isWanted)
    isWanted = false
    await drawFrame()
    await work
    expect(done.length).toBe(8)
  })
})
