import type { Colours } from '../../colours.js'
import type { LintFlags } from '../../lint/flags.js'
import { version } from '../../version.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { findingsJson } from './json.js'
import { junit } from './junit.js'
import type { FindingsReport } from './report.js'
import { sarif } from './sarif.js'
import { renderFindings, renderSummary } from './text.js'

type View = (report: FindingsReport, flags: Pick<LintFlags, 'summary'>, colours: Colours) => string

const views: Readonly<Record<LintFlags['format'], View>> = {
  text: (report, { summary }, colours) => (summary ? renderSummary : renderFindings)(report, colours),
  json: report => findingsJson(report),
  sarif: report => sarif(report, version),
  gitlab: report => gitlab(report),
  junit: report => junit(report),
  github: report => github(report),
}

/** The report in the format that was asked for. */
export function renderReport(
  report: FindingsReport,
  flags: Pick<LintFlags, 'format' | 'summary'>,
  colours: Colours,
): string {
  return views[flags.format](report, flags, colours)
}
