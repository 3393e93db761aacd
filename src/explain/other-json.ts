import type { Json, JsonObject } from '../model/index.js'

/** JSON that people paste by mistake, or from another product. */
export type OtherProduct =
  | 'prometheus-rule'
  | 'prometheus-rules'
  | 'grafana-dashboard'
  | 'grafana-rule'
  | 'cloudwatch-alarm'
  | 'cloudformation'
  | 'google-policy'
  | 'azure-alert'
  | 'new-relic-condition'
  | 'elastic-watch'
  | 'kubernetes'
  | 'terraform'
  | 'datadog-downtime'
  | 'datadog-synthetics'
  | 'datadog-list'
  | 'datadog-event'
  | 'npm-package'

type Field = string | readonly [name: string, is: (value: Json) => boolean]

const isList = (value: Json) => Array.isArray(value)
const isText = (value: Json) => typeof value === 'string'
const startsWith = (start: string) => (value: Json) => typeof value === 'string' && value.startsWith(start)

/** The fields that only such a document has; the first row whose fields are all there names it. */
const marks: readonly (readonly [OtherProduct, readonly Field[]])[] = [
  ['prometheus-rule', ['expr', 'alert']],
  ['prometheus-rules', [['groups', isList]]],
  ['grafana-dashboard', [['panels', isList]]],
  ['grafana-rule', ['condition', ['data', isList]]],
  ['cloudformation', [['Type', startsWith('AWS::')]]],
  ['cloudformation', ['AWSTemplateFormatVersion']],
  ['cloudformation', ['Resources']],
  ['cloudwatch-alarm', ['AlarmName']],
  ['cloudwatch-alarm', ['MetricAlarms']],
  ['google-policy', ['combiner', ['conditions', isList]]],
  ['azure-alert', [['type', startsWith('Microsoft.Insights/')]]],
  ['new-relic-condition', ['nrql']],
  ['elastic-watch', ['trigger', 'actions']],
  [
    'kubernetes',
    [
      ['apiVersion', isText],
      ['kind', isText],
    ],
  ],
  ['terraform', ['terraform_version']],
  ['terraform', ['resource']],
  ['datadog-synthetics', ['locations', 'config']],
  ['datadog-downtime', ['monitor_identifier']],
  ['datadog-downtime', ['scope', 'start', 'end']],
  ['datadog-list', [['monitors', isList]]],
  ['datadog-list', [['dashboards', isList]]],
  ['datadog-list', [['data', isList]]],
  ['datadog-event', ['title', 'alert_type']],
  ['npm-package', ['name', 'dependencies']],
]

/** What a JSON object seems to be, where its fields tell. */
export function otherProduct(object: JsonObject): OtherProduct | undefined {
  return marks.find(([, fields]) => fields.every(field => hasField(object, field)))?.[0]
}

function hasField(object: JsonObject, field: Field): boolean {
  const [name, is] = typeof field === 'string' ? [field, undefined] : field
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return value !== undefined && (is === undefined || is(value))
}
