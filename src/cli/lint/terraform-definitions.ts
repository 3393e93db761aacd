import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { decode } from '../../wire/index.js'
import type { JsonFile, SourcedResource } from './source.js'
import { type TerraformResource, terraformResources } from './terraform.js'
import { monitorFromTerraform } from './terraform-monitor.js'
import { sloFromTerraform } from './terraform-slo.js'

interface Definitions {
  readonly resources: readonly SourcedResource[]
  readonly problems: readonly ProjectProblem[]
}

/** The Datadog definitions of a Terraform plan; resources of other providers are passed over. */
export function terraformDefinitions(file: JsonFile, plan: JsonObject): Definitions {
  const resources: SourcedResource[] = []
  const problems: ProjectProblem[] = []
  const unchecked: string[] = []
  // A plan is one line that a program wrote: the address says where, a column would not.
  const origin = { file: file.path, line: 1, column: 1 }
  for (const each of terraformResources(plan)) {
    const reading = readings[each.type]
    if (reading === undefined) continue
    const { kind, field, json } = reading
    if (field.some(name => each.unknown.includes(name))) {
      unchecked.push(each.address)
      continue
    }
    const payload = json(told(each))
    const decoded = payload === undefined ? undefined : decode(payload, { kind, key: each.address })
    if (decoded?.ok) resources.push({ resource: { ...decoded.resource, origin }, source: sourceOf(each) })
    else problems.push({ ...unreadable(each, decoded?.diagnostics[0]?.message), origin })
  }
  if (unchecked.length > 0) problems.push({ ...notChecked(unchecked), origin })
  return { resources, problems }
}

/** Without what is unknown or sensitive: no report may show a secret. */
function told({ values, unknown }: TerraformResource): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unknown.includes(name)))
}

const mostNamed = 5

function notChecked(addresses: readonly string[]): ProjectProblem {
  const named = addresses.slice(0, mostNamed).join(', ')
  const others = addresses.length > mostNamed ? ` and ${addresses.length - mostNamed} more` : ''
  return {
    code: 'definition/not-known',
    severity: 'info',
    message: `The plan does not tell what these ask for, so they were not checked: ${named}${others}.`,
    hint: 'Their query, or another field without which nothing can be said, is known only after applying, or sensitive.',
  }
}

interface Reading {
  readonly kind: ResourceKind
  /** Without these nothing can be said; a plan may not know them yet. */
  readonly field: readonly string[]
  /** The API's JSON, or undefined when a text in the resource is not JSON. */
  readonly json: (values: JsonObject) => Json | undefined
}

const readings: Readonly<Record<string, Reading>> = {
  datadog_monitor: { kind: 'monitor', field: ['query', 'type'], json: monitorFromTerraform },
  datadog_service_level_objective: {
    kind: 'slo',
    field: ['type', 'thresholds', 'query', 'sli_specification'],
    json: sloFromTerraform,
  },
  datadog_monitor_json: { kind: 'monitor', field: ['monitor'], json: ({ monitor }) => parsed(monitor) },
  datadog_dashboard_json: {
    kind: 'dashboard',
    field: ['dashboard'],
    json: ({ dashboard }) => parsed(dashboard),
  },
}

function parsed(text: Json | undefined): Json | undefined {
  try {
    const value = typeof text === 'string' ? (JSON.parse(text) as Json) : undefined
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function sourceOf({ address, unknown }: TerraformResource): SourcedResource['source'] {
  return { kind: 'terraform', address, unknown }
}

function unreadable({ address }: TerraformResource, reason: string | undefined): ProjectProblem {
  return {
    code: 'definition/unreadable',
    severity: 'error',
    message: `${address}: ${reason ?? 'Its text is not a JSON object.'}`,
    hint: 'Make the plan again with `terraform plan -out plan.bin` and `terraform show -json plan.bin`.',
  }
}
