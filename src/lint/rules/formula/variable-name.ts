import { diagnosed } from '../../diagnosed.js'
import { formulaMonitor } from '../../example.js'
import { defineRule } from '../../rule.js'

export const formulaVariableName = defineRule({
  id: 'formula/variable-name',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The variable of a data jobs monitor has the wrong name.',
  why: 'Datadog looks for a variable of one fixed name in this type. With another name it finds no query and refuses the monitor.',
  howToFix: 'Rename the variable, in the options and in the formula.',
  source: 'https://docs.datadoghq.com/api/latest/monitors/',
  examples: {
    good: [{ definition: jobs('formula("failed_runs(run_query)").by(job_name).last(10d) > 0', 'run_query') }],
    bad: [
      {
        definition: jobs('formula("failed_runs(runs)").by(job_name).last(10d) > 0', 'runs'),
        finds: 'must be called `run_query`',
      },
      {
        title: 'The name that other formulas begin with.',
        definition: jobs('formula("failed_runs(query1)").by(job_name,workspace_name).last(1d) > 2', 'query1'),
        finds: 'must be called `run_query`',
      },
    ],
  },
  ...diagnosed('formula/variable-name'),
})

function jobs(query: string, name: string) {
  const variable = {
    name,
    data_source: 'data_jobs_metrics',
    job_type: 'databricks.job',
    jobs_query: 'env:prod',
    query_dialect: 'metric',
  }
  return formulaMonitor(query, [variable], {
    type: 'data-jobs alert',
    name: 'Nightly jobs fail',
    message: 'Start {{job_name.name}} again. @slack-data',
  })
}
