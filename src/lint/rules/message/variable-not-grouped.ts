import { builtInVariables } from '../../../catalog/index.js'
import { didYouMean } from '../../../diagnostic/index.js'
import { variablesOf } from '../../../query/index.js'
import { metricMonitor, serviceCheck } from '../../example.js'
import { templatesOf } from '../../facts/message-parts.js'
import { availableVariables, tagKeyOf } from '../../facts/message-variables.js'
import { blockTransitions } from '../../facts/transitions.js'
import { defineRule } from '../../rule.js'

export const variableNotGrouped = defineRule({
  id: 'message/variable-not-grouped',
  severity: 'error',
  kinds: ['monitor'],
  title: 'The message uses a tag by which the query neither groups nor filters.',
  why: 'Datadog renders nothing for such a variable. The reader sees “Load of  is high” and does not know where.',
  howToFix: 'Group the query by the tag, `by {host}`, or use a variable of a tag that it has.',
  source: 'https://docs.datadoghq.com/monitors/notify/variables/#tag-variables',
  examples: {
    good: [
      { definition: metricMonitor({ message: '{{host.name}} @slack-sre' }) },
      {
        title: 'Tags of the filter are known too.',
        definition: metricMonitor({ message: '{{env.name}} @slack-sre' }),
      },
      {
        title: 'A key that itself ends in `.name` stands in brackets.',
        definition: metricMonitor({
          query: 'avg(last_5m):avg:system.load.1{env:prod} by {host.name} > 4',
          message: '{{[host.name].name}} @slack-sre',
        }),
      },
      {
        title: 'A host brings its own tags and metadata.',
        definition: metricMonitor({
          message: '{{host.ip}} {{host.metadata_platform}} {{host.role}} @slack-sre',
        }),
      },
      {
        title: 'Facets keep their sign.',
        definition: facet('{{@http.status_code.name}} {{[@http.status_code].name}}'),
      },
      {
        title: '`by("*")` groups by everything.',
        definition: serviceCheck({
          query: '"app.ok".over("*").by("*").last(4).count_by_status()',
          message: '{{anything.name}} {{check_message}} @slack-sre',
        }),
      },
    ],
    bad: [
      {
        definition: metricMonitor({
          query: 'avg(last_5m):avg:postgresql.replication_delay{env:prod} > 4',
          message: 'Replication is late on {{host.name}}. @slack-sre',
        }),
        finds: '`host`',
      },
      { definition: metricMonitor({ message: '{{pod_name.name}} @slack-sre' }), finds: '`pod_name`' },
      {
        title: 'A misspelt name of a variable counts as a tag.',
        definition: metricMonitor({ message: 'Load is above {{treshold}}. @slack-sre' }),
        finds: '`treshold`',
      },
      {
        title: 'A handle without its variable tells nobody.',
        definition: metricMonitor({ message: 'Load is high. @slack-{{team.name}}' }),
        finds: '`team`',
      },
    ],
  },
  *check({ definition }) {
    const available = availableVariables(definition)
    if (!available.known) return
    for (const { path, template } of templatesOf(definition)) {
      for (const variable of template === undefined ? [] : variablesOf(template)) {
        // A condition without its `#` is told by `message/missing-hash`.
        if (available.has(variable.path) || isConditional(variable.path)) continue
        const key = tagKeyOf(variable.path)
        const known = [...available.keys, ...(variable.path.length === 1 ? builtInVariables : [])]
        yield {
          path,
          span: variable.span,
          message: `\`{{${variable.path.join('.')}}}\` stays empty: the query neither groups by \`${key}\` nor filters by it.`,
          hint: didYouMean(key, known) ?? `Add \`${key}\` to \`by {…}\`, or leave the variable out.`,
        }
      }
    }
  },
})

function isConditional([name = '', ...rest]: readonly string[]): boolean {
  return rest.length === 0 && (blockTransitions(name) !== undefined || name === 'is_renotify')
}

function facet(message: string) {
  return {
    type: 'log alert',
    query: 'logs("status:error").index("*").rollup("count").by("@http.status_code").last("5m") > 100',
    name: 'Errors by status',
    message: `${message} @slack-sre`,
    options: { thresholds: { critical: 100 } },
  }
}
