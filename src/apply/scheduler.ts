/** One piece of work and what it waits for. */
export interface Task {
  readonly id: string
  readonly after: readonly string[]
  /** Resolves to true when it was done; tasks after it are dropped otherwise. */
  readonly run: () => Promise<boolean>
  /** Called instead of `run`, with the id of the task that was not done, or nothing when the run was stopped. */
  readonly drop: (because: string | undefined) => void
}

/**
 * Runs tasks, each as soon as all before it are done, a limited number at a time. A task whose predecessor was not done is
 * dropped, all others go on. After `isStopped` turns true nothing new starts, and what runs is waited for.
 */
export async function runTasks(
  tasks: readonly Task[],
  concurrency: number,
  isStopped: () => boolean,
): Promise<void> {
  const state = countWaits(tasks)
  const ready = tasks.filter(({ id }) => state.waits.get(id) === 0)
  let next = 0
  const settle = (task: Task, isDone: boolean) => {
    for (const later of state.followers.get(task.id) ?? []) {
      if (!isDone && !state.blocked.has(later.id)) state.blocked.set(later.id, task.id)
      const left = state.waits.get(later.id)! - 1
      state.waits.set(later.id, left)
      if (left === 0) ready.push(later)
    }
  }
  await new Promise<void>((resolve, reject) => {
    let running = 0
    const advance = () => {
      while (next < ready.length && running < concurrency) {
        const task = ready[next]!
        next += 1
        const blocker = state.blocked.get(task.id)
        if (blocker !== undefined || isStopped()) {
          task.drop(blocker)
          settle(task, false)
          continue
        }
        running += 1
        task.run().then(isDone => {
          running -= 1
          settle(task, isDone)
          advance()
        }, reject)
      }
      if (running === 0 && next >= ready.length) resolve()
    }
    advance()
  })
  // Tasks that wait for each other in a circle never became ready.
  for (const task of tasks) if (state.waits.get(task.id)! > 0) task.drop(task.after[0])
}

interface Waits {
  readonly waits: Map<string, number>
  readonly followers: ReadonlyMap<string, readonly Task[]>
  readonly blocked: Map<string, string>
}

function countWaits(tasks: readonly Task[]): Waits {
  const known = new Set(tasks.map(({ id }) => id))
  const followers = new Map<string, Task[]>()
  const waits = new Map<string, number>()
  for (const task of tasks) {
    const after = new Set(task.after.filter(id => known.has(id) && id !== task.id))
    waits.set(task.id, after.size)
    for (const id of after) {
      const list = followers.get(id)
      if (list === undefined) followers.set(id, [task])
      else list.push(task)
    }
  }
  return { waits, followers, blocked: new Map() }
}
