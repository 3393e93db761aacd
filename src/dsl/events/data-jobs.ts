import type { FormulaMonitorQuery, StepArgument } from '../../query/index.js'
import { type AlertCondition, alertCondition, conditionNode } from '../condition.js'
import { comparisons, type Evaluation } from '../evaluation.js'
import { callNode, nowhere, stepNode, wordNode } from '../nodes.js'
import { windowNode } from '../window.js'
import type { EventWindow } from './event-query.js'

/** Failed runs of data jobs, by the keys of the jobs. */
export interface DataJobs<Groups extends string = never> {
  by<Keys extends string>(...keys: readonly Keys[]): DataJobs<Groups | Keys>
  last(window: EventWindow): Evaluation<'data-jobs alert', Groups, Groups>
}

/**
 * Failed runs of data jobs. Datadog wants the one variable to be called `run_query` and its arguments without quotes.
 * @example dataJobs({ jobType: 'databricks.job', query: 'job_name:*' }).by('job_name').last('1d').above(0)
 */
export function dataJobs(jobs: { readonly jobType: string; readonly query: string }): DataJobs {
  return groupedJobs(jobs, [])
}

function groupedJobs(
  jobs: { readonly jobType: string; readonly query: string },
  groups: readonly string[],
): DataJobs<never> {
  return {
    by: (...keys) => groupedJobs(jobs, [...groups, ...keys]),
    last: window =>
      comparisons((comparator, threshold): AlertCondition<'data-jobs alert', never, never> => {
        const by: readonly StepArgument[] = groups.map(wordNode)
        const query: FormulaMonitorQuery = {
          kind: 'formula-monitor',
          quote: '"',
          formula: callNode('failed_runs', [{ kind: 'query-name', name: 'run_query', span: nowhere }]),
          steps: [
            ...(by.length === 0 ? [] : [stepNode('by', by)]),
            stepNode('last', [windowNode('plain', window)]),
          ],
          condition: conditionNode(comparator, threshold),
          span: nowhere,
        }
        const variable = {
          name: 'run_query',
          job_type: jobs.jobType,
          jobs_query: jobs.query,
          query_dialect: 'metric',
        }
        return alertCondition('data-jobs alert', query, threshold, { variables: [variable] })
      }),
  }
}
