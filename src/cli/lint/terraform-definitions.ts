import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { decode } from '../../wire/index.js'
import type { JsonFile, SourcedResource } from './source.js'
import { type TerraformResource, terraformResources } from './terraform.js'
import { monitorFromTerraform } from './terraform-monitor.js'

interface Definitions {
  readonly resources: readonly SourcedResource[]
  readonly problems: readonly ProjectProblem[]
}

/** The Datadog definitions of a Terraform plan; resources of other providers are passed over. */
export function terraformDefinitions(file: JsonFile, plan: JsonObject): Definitions {
  const resources: SourcedResource[] = []
  const problems: ProjectProblem[] = []
  for (const each of terraformResources(plan)) {
    const reading = readings[each.type]
    if (reading === undefined) continue
    const { kind, field, json } = reading
    if (field.some(name => each.unknown.includes(name))) continue
    const payload = json(each.values)
    const decoded = payload === undefined ? undefined : decode(payload, { kind, key: each.address })
    // A plan is one line that a program wrote: the address says where, a column would not.
    const origin = { file: file.path, line: 1, column: 1 }
    if (decoded?.ok) resources.push({ resource: { ...decoded.resource, origin }, source: sourceOf(each) })
    else problems.push({ ...unreadable(each, decoded?.diagnostics[0]?.message), origin })
  }
  return { resources, problems }
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
