import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { isUuid, uuid } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { isArray, objectOf, pick, textOf } from '../json.js'
import { bodyOf, type Call, param, type Route } from '../route.js'

const PATH = '/api/v2/monitor/policy'

/** https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor-configuration-policy */
export const POLICY_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, handle: listPolicies },
  { method: 'POST', path: PATH, handle: createPolicy },
  { method: 'GET', path: `${PATH}/:id`, handle: readPolicy },
  { method: 'PATCH', path: `${PATH}/:id`, handle: changePolicy },
  { method: 'DELETE', path: `${PATH}/:id`, handle: deletePolicy },
]

function attributesIn(call: Call): JsonObject {
  return pick(objectOf(objectOf(bodyOf(call).data).attributes), ['policy_type', 'policy'])
}

function check(attributes: JsonObject): string | undefined {
  if (attributes.policy_type !== 'tag') {
    return "Value of parameter 'policy_type' should be any of these ['tag']"
  }
  const policy = objectOf(attributes.policy)
  const isComplete = textOf(policy.tag_key) !== '' && isArray(policy.valid_tag_values)
  return isComplete ? undefined : "'policy' is invalid"
}

function createPolicy(call: Call, account: Account): Answer {
  const attributes = attributesIn(call)
  const refusal = check(attributes)
  if (refusal !== undefined) return refuse(400, refusal)
  const id = uuid('policy', account.store.next('policy'))
  const data = { type: 'monitor-config-policy', id, attributes }
  account.store.put('policy', id, data)
  return ok({ data })
}

function listPolicies(_call: Call, account: Account): Answer {
  return ok({ data: account.store.all('policy') })
}

/** Hands the policy of the id in the path to `answer`. */
function withPolicy(
  call: Call,
  account: Account,
  missing: string,
  answer: (policy: JsonObject, id: string) => Answer,
): Answer {
  const id = param(call, 'id')
  if (!isUuid(id)) return refuse(400, 'Invalid URL param: policy_id must be an uuid')
  const policy = account.store.get('policy', id)
  return policy ? answer(policy, id) : refuse(404, missing)
}

function readPolicy(call: Call, account: Account): Answer {
  return withPolicy(call, account, 'Monitor configuration policy not found', data => ok({ data }))
}

function changePolicy(call: Call, account: Account): Answer {
  return withPolicy(call, account, 'Monitor configuration policy not found', (before, id) => {
    if (objectOf(bodyOf(call).data).id !== id) {
      return refuse(422, 'Policy id in request body does not match id in URL param')
    }
    const attributes = attributesIn(call)
    const refusal = check(attributes)
    if (refusal !== undefined) return refuse(400, refusal)
    const data = { ...before, attributes }
    account.store.put('policy', id, data)
    return ok({ data })
  })
}

function deletePolicy(call: Call, account: Account): Answer {
  return withPolicy(call, account, 'Monitor config policy not found', (_policy, id) => {
    account.store.remove('policy', id)
    return noContent
  })
}
