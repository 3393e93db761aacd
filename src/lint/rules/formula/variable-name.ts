import { diagnosed } from '../../diagnosed.js'
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
    good: [
      {
        definition: {
          type: 'data-jobs alert',
          query: 'formula("failed_runs(run_query)").by(job_name).last(10d) > 0',
          name: 'Jobs fail',
          message: '@slack-sre',
          options: {
            thresholds: { critical: 0 },
            variables: [
              {
                name: 'run_query',
                data_source: 'data_jobs_metrics',
                job_type: 'databricks.job',
                jobs_query: '*',
                query_dialect: 'metric',
              },
            ],
          },
        },
      },
    ],
    bad: [
      {
        definition: {
          type: 'data-jobs alert',
          query: 'formula("failed_runs(runs)").by(job_name).last(10d) > 0',
          name: 'Jobs fail',
          message: '@slack-sre',
          options: {
            thresholds: { critical: 0 },
            variables: [
              {
                name: 'runs',
                data_source: 'data_jobs_metrics',
                job_type: 'databricks.job',
                jobs_query: '*',
                query_dialect: 'metric',
              },
            ],
          },
        },
        finds: 'must be called `run_query`',
      },
    ],
  },
  ...diagnosed('formula/variable-name'),
})
