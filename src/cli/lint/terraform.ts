import type { JsonPath } from '../../lint/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { markedFields } from './terraform-unknown.js'

/** A resource of a Terraform plan or state, as `terraform show -json` writes it. */
export interface TerraformResource {
  readonly address: string
  readonly type: string
  readonly values: JsonObject
  /** Fields that are known only after applying, and those that are marked as sensitive. */
  readonly unknown: readonly string[]
  /** Its place in the file. */
  readonly path: JsonPath
}

/**
 * True for the output of `terraform show -json`, of a plan and of a state.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export function isTerraformPlan(value: Json): value is JsonObject {
  if (!isJsonObject(value) || typeof value.format_version !== 'string') return false
  return (
    isJsonObject(value.planned_values) || isJsonObject(value.values) || Array.isArray(value.resource_changes)
  )
}

/** Every managed resource that will exist, once, in the order of the file. */
export function terraformResources(plan: JsonObject): TerraformResource[] {
  const changes = changedResources(plan)
  const unknown = new Map(changes.map(change => [change.address, change.unknown]))
  const unknownIn = ({ address, unknown: sensitive }: TerraformResource) => [
    ...new Set([...sensitive, ...(unknown.get(address) ?? [])]),
  ]
  const planned = [
    ...moduleResources(field(plan.planned_values, 'root_module'), ['planned_values', 'root_module']),
    ...moduleResources(field(plan.values, 'root_module'), ['values', 'root_module']),
  ]
  const known = new Set(planned.map(resource => resource.address))
  return [
    ...planned.map(resource => ({ ...resource, unknown: unknownIn(resource) })),
    ...changes.filter(change => !known.has(change.address)),
  ]
}

function moduleResources(module: Json | undefined, path: JsonPath): TerraformResource[] {
  const found: TerraformResource[] = []
  const open: { readonly module: Json | undefined; readonly path: JsonPath }[] = [{ module, path }]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { path } = next
    found.push(
      ...list(field(next.module, 'resources')).flatMap((item, index) =>
        resource(item, field(item, 'values'), [...path, 'resources', index]).map(each => ({
          ...each,
          unknown: markedFields(field(item, 'sensitive_values')),
        })),
      ),
    )
    const children = list(field(next.module, 'child_modules'))
    open.push(...children.map((child, index) => ({ module: child, path: [...path, 'child_modules', index] })))
  }
  return found
}

function changedResources(plan: JsonObject): TerraformResource[] {
  return list(plan.resource_changes).flatMap((item, index) => {
    const change = field(item, 'change')
    const unknown = [
      ...markedFields(field(change, 'after_unknown')),
      ...markedFields(field(change, 'after_sensitive')),
    ]
    const path = ['resource_changes', index, 'change', 'after']
    return resource(item, field(change, 'after'), path).map(each => ({ ...each, unknown }))
  })
}

function resource(item: Json, values: Json | undefined, path: JsonPath): TerraformResource[] {
  const [address, type, mode] = [field(item, 'address'), field(item, 'type'), field(item, 'mode')]
  const isManaged = mode === undefined || mode === 'managed'
  if (typeof address !== 'string' || typeof type !== 'string' || !isManaged || !isJsonObject(values))
    return []
  return [{ address, type, values, unknown: [], path }]
}

function field(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) ? value[name] : undefined
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}
