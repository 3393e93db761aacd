import { readRecordings } from './recordings-read.js'
import { type Outcome, replayRecording, SERVED_KINDS } from './recordings-replay.js'

/** Figures of one kind of object. */
export interface KindReport {
  readonly kind: string
  readonly interactions: number
  /** Needed objects that existed before the recording. */
  readonly skipped: number
  readonly compared: number
  readonly statusEqual: number
  readonly bodyEqual: number
  /** Without allowance for fields that only some accounts have. */
  readonly bodyEqualStrictly: number
  readonly recordings: number
  readonly recordingsEqual: number
}

export interface Report {
  readonly kinds: readonly KindReport[]
  /** Interactions of kinds that the sandbox does not serve. */
  readonly notServed: number
  readonly differences: readonly string[]
  /** Something was compared, and every kind is as close to the real account as it has to be. */
  readonly ok: boolean
}

/** The least shares of equal statuses, bodies and whole recordings, of the kinds that dogma manages. */
const least: Readonly<Record<string, readonly [status: number, body: number, recordings: number]>> = {
  monitor: [0.99, 0.97, 0.9],
  slo: [0.97, 0.95, 0.85],
  dashboard: [0.97, 0.95, 0.9],
}

/**
 * Replays every recording of a directory, each against a fresh sandbox, and compares status and body apart from ids,
 * times and people.
 *
 * @example
 * const report = await replayRecordings('recordings')
 * report.kinds.find(row => row.kind === 'monitor')?.statusEqual
 */
export async function replayRecordings(directory: string): Promise<Report> {
  const outcomes: Outcome[] = []
  for (const recording of readRecordings(directory)) outcomes.push(...(await replayRecording(recording)))
  const kinds = [...SERVED_KINDS].map(kind =>
    reportOf(
      kind,
      outcomes.filter(outcome => outcome.interaction.kind === kind),
    ),
  )
  return {
    kinds,
    notServed: outcomes.filter(outcome => outcome.kind === 'other').length,
    differences: outcomes.flatMap(outcome => (outcome.difference === undefined ? [] : [describe(outcome)])),
    ok: kinds.some(row => row.compared > 0) && kinds.every(isCloseEnough),
  }
}

function isCloseEnough(row: KindReport): boolean {
  const [status, body, recordings] = least[row.kind] ?? [0, 0, 0]
  return (
    row.statusEqual >= status * row.compared &&
    row.bodyEqual >= body * row.compared &&
    row.recordingsEqual >= recordings * row.recordings
  )
}

function reportOf(kind: string, outcomes: readonly Outcome[]): KindReport {
  const compared = outcomes.filter(outcome => outcome.kind === 'compared')
  const sources = new Set(compared.map(outcome => outcome.interaction.source))
  const unequal = new Set(
    compared.filter(outcome => !isEqual(outcome)).map(outcome => outcome.interaction.source),
  )
  return {
    kind,
    interactions: outcomes.length,
    skipped: outcomes.length - compared.length,
    compared: compared.length,
    statusEqual: compared.filter(outcome => outcome.isStatusEqual).length,
    bodyEqual: compared.filter(outcome => outcome.isBodyEqual).length,
    bodyEqualStrictly: compared.filter(outcome => outcome.isBodyEqualStrictly).length,
    recordings: sources.size,
    recordingsEqual: sources.size - unequal.size,
  }
}

function isEqual(outcome: Outcome): boolean {
  return outcome.isStatusEqual && outcome.isBodyEqual
}

function describe({ interaction, difference }: Outcome): string {
  return `${interaction.source} #${interaction.order} ${interaction.method} ${interaction.path}\n    ${difference}`
}

/** The report as a table, one line per kind. */
export function tableOf(report: Report): string {
  const head = [
    'kind',
    'interactions',
    'skipped',
    'compared',
    'status',
    'body',
    'body strict',
    'recordings',
    'equal',
  ]
  const rows = report.kinds.map(row => [
    row.kind,
    String(row.interactions),
    String(row.skipped),
    String(row.compared),
    percent(row.statusEqual, row.compared),
    percent(row.bodyEqual, row.compared),
    percent(row.bodyEqualStrictly, row.compared),
    String(row.recordings),
    percent(row.recordingsEqual, row.recordings),
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line), `not served by the sandbox: ${report.notServed} interactions`].join(
    '\n',
  )
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}
