import type { Account } from './account.js'
import { type Answer, noContent, ok, refuse } from './answer.js'
import type { Json, JsonObject } from './json.js'
import { arrayOf, isArray, objectOf, stringsOf, textOf } from './json.js'
import { bodyOf, type Call, param, type Route } from './route.js'

const PATH = '/api/v2/restriction_policy/:resource'

/** https://docs.datadoghq.com/api/latest/restriction-policies/ */
export const RESTRICTION_POLICY_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, handle: readPolicy },
  { method: 'POST', path: PATH, handle: writePolicy },
  { method: 'DELETE', path: PATH, handle: deletePolicy },
]

const RESOURCE_TYPES: ReadonlySet<string> = new Set([
  'app-builder-app',
  'connection',
  'cross-dc-connection',
  'dashboard',
  'integration-account',
  'integration-service',
  'integration-webhook',
  'monitor',
  'notebook',
  'on-call-escalation-policy',
  'on-call-schedule',
  'powerpack',
  'reference-table',
  'rum-application',
  'security-rule',
  'slo',
  'synthetics-global-variable',
  'synthetics-private-location',
  'synthetics-test',
  'workflow',
])
const PRINCIPAL_TYPES: ReadonlySet<string> = new Set(['org', 'role', 'team', 'user'])

function checkResource(resource: string): string | undefined {
  const [type, id] = resource.split(/:(.*)/s)
  if (type === undefined || !id) return `Invalid resource: '${resource}' is not in a valid format`
  return RESOURCE_TYPES.has(type)
    ? undefined
    : `Invalid resource type: '${type}' does not support restriction policies`
}

function checkBinding(binding: JsonObject): string | undefined {
  const relation = textOf(binding.relation)
  const wrong = stringsOf(binding.principals).find(
    principal => !PRINCIPAL_TYPES.has(principal.split(':')[0]!),
  )
  if (wrong === undefined) return undefined
  return (
    `Invalid request: [PrincipalTypeInvalidForRelation] principal "${wrong}" is not supported by ` +
    `"${relation}" relation, supported types: "org, role, team, user"`
  )
}

/** Whoever is named comes back in alphabetical order, whatever the order that was sent (4/4 recorded with two teams). */
function storedBinding(binding: JsonObject): JsonObject {
  const { principals } = binding
  return isArray(principals) ? { ...binding, principals: stringsOf(principals).toSorted() } : binding
}

function policyOf(resource: string, bindings: readonly Json[]): JsonObject {
  return { type: 'restriction_policy', id: resource, attributes: { bindings } }
}

/** A resource without a policy has one without bindings. */
function readPolicy(call: Call, account: Account): Answer {
  const resource = param(call, 'resource')
  const refusal = checkResource(resource)
  if (refusal !== undefined) return refuse(400, refusal)
  return ok({ data: account.store.get('restriction_policy', resource) ?? policyOf(resource, []) })
}

function writePolicy(call: Call, account: Account): Answer {
  const resource = param(call, 'resource')
  const attributes = objectOf(objectOf(bodyOf(call).data).attributes)
  const bindings = arrayOf(attributes.bindings).map(objectOf).map(storedBinding)
  const refusal = checkResource(resource) ?? bindings.map(checkBinding).find(text => text !== undefined)
  if (refusal !== undefined) return refuse(400, refusal)
  const data = policyOf(resource, bindings)
  account.store.put('restriction_policy', resource, data)
  const principals = bindings.flatMap(binding => [...stringsOf(binding.principals)])
  const roles = principals.filter(name => name.startsWith('role:')).map(name => name.slice('role:'.length))
  restrictMonitor(account, resource, roles.length > 0 ? roles : null)
  return ok({ data })
}

function deletePolicy(call: Call, account: Account): Answer {
  const resource = param(call, 'resource')
  const refusal = checkResource(resource)
  if (refusal !== undefined) return refuse(400, refusal)
  account.store.remove('restriction_policy', resource)
  restrictMonitor(account, resource, null)
  return noContent
}

/** A monitor shows the roles of its policy as `restricted_roles`, and none after the policy is gone. */
function restrictMonitor(account: Account, resource: string, roles: readonly string[] | null): void {
  const id = /^monitor:(\d+)$/.exec(resource)?.[1]
  const monitor = id === undefined ? undefined : account.store.get('monitor', id)
  if (id !== undefined && monitor) account.store.put('monitor', id, { ...monitor, restricted_roles: roles })
}
