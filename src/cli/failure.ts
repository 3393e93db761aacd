import type { ProjectProblem } from '../project/index.js'
import type { Context } from './context.js'
import type { ReportFormat } from './flags.js'
import type { Finding } from './views/plan/report.js'
import { renderProblems } from './views/problems.js'

/** Why there is no plan or drift of an account. Only JSON holds all of it; for all other formats it is also told on stderr. */
export function failure(
  context: Context,
  format: ReportFormat,
  problems: readonly ProjectProblem[],
  account = '',
  project = '',
): Finding<never> {
  if (format !== 'json') context.process.stderr.write(renderProblems(problems, context.colours))
  return { ok: false, account, project, problems }
}
