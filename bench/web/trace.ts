import type { Browser, Page } from 'playwright-core'

/** One task of the page's main thread: while it runs, no frame is drawn and no key is heard. */
export interface Task {
  /** Milliseconds of the wall. */
  readonly wall: number
  /** Milliseconds that the processor worked on it: what the wall shows on a machine with nothing else to do. */
  readonly work: number
  /** What took the longest inside it, the longest first. */
  readonly inside: readonly string[]
}

interface TraceEvent {
  readonly name: string
  /** `X`: a whole event with a duration. */
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Times are microseconds; `tdur` is the processor's. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } }
}

const categories = ['toplevel', 'devtools.timeline', '__metadata']

/** Records the page while something is done with it, and gives the tasks of its main thread. */
export async function tasksWhile(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories })
  await act()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  return tasksIn(trace.traceEvents)
}

/** Several renderers may run; the page's is the one that did the most. */
function tasksIn(events: readonly TraceEvent[]): readonly Task[] {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const perThread = threads.map(({ pid, tid }) =>
    events.filter(event => event.pid === pid && event.tid === tid && event.ph === 'X'),
  )
  const [busiest = []] = perThread.sort((a, b) => workOf(b) - workOf(a))
  return busiest.filter(({ name }) => name.endsWith('RunTask')).map(task => taskOf(task, busiest))
}

const workOf = (events: readonly TraceEvent[]) => events.reduce((sum, { tdur = 0 }) => sum + tdur, 0)

const milliseconds = (microseconds = 0) => microseconds / 1000

function taskOf(task: TraceEvent, events: readonly TraceEvent[]): Task {
  const end = task.ts + (task.dur ?? 0)
  const inside = events
    .filter(each => each !== task && each.ts >= task.ts && each.ts + (each.dur ?? 0) <= end)
    .filter(({ dur = 0 }) => dur >= 500)
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 8)
  return { wall: milliseconds(task.dur), work: milliseconds(task.tdur), inside: inside.map(nameOf) }
}

function nameOf({ name, dur, args }: TraceEvent): string {
  const type = args?.data?.type
  return `${name}${type === undefined ? '' : ` of ${type}`} ${milliseconds(dur).toFixed(1)}`
}
