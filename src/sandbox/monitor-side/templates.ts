import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { uuid } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, omit } from '../json.js'
import { PERSON_UUID } from '../people.js'
import { bodyOf, type Call, isFlagSet, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'

const PATH = '/api/v2/monitor/template'

/** https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor-user-template */
export const TEMPLATE_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, handle: listTemplates },
  { method: 'POST', path: PATH, handle: createTemplate },
  { method: 'POST', path: `${PATH}/validate`, handle: validateTemplate },
  { method: 'GET', path: `${PATH}/:id`, handle: readTemplate },
  { method: 'PUT', path: `${PATH}/:id`, handle: changeTemplate },
  { method: 'DELETE', path: `${PATH}/:id`, handle: deleteTemplate },
  { method: 'POST', path: `${PATH}/:id/validate`, handle: validateExistingTemplate },
]

const NOT_FOUND = refuse(404, 'Monitor template not found')
const VERSIONS: ReadonlySet<string> = new Set(['versions'])

/** The fields that a client writes; a variable without `available_values` gets an empty list. */
function contentIn(call: Call): JsonObject {
  const sent = objectOf(objectOf(bodyOf(call).data).attributes)
  const variables = arrayOf(sent.template_variables).filter(isObject)
  return {
    title: sent.title ?? null,
    description: sent.description ?? null,
    tags: arrayOf(sent.tags),
    monitor_definition: objectOf(sent.monitor_definition),
    template_variables: variables.map(variable => ({
      ...variable,
      available_values: arrayOf(variable.available_values),
    })),
  }
}

function check(content: JsonObject): string | undefined {
  if (Object.keys(objectOf(content.monitor_definition)).length === 0) {
    return 'Invalid monitor_definition or template variables: Monitor definition cannot be empty.'
  }
  return typeof content.title === 'string' ? undefined : "'title' is a required property"
}

function shown(template: JsonObject, hasVersions: boolean): JsonObject {
  if (hasVersions) return template
  return { ...template, attributes: omit(objectOf(template.attributes), VERSIONS) }
}

function createTemplate(call: Call, account: Account): Answer {
  const content = contentIn(call)
  const refusal = check(content)
  if (refusal !== undefined) return refuse(400, refusal)
  const id = uuid('template', account.store.next('template'))
  const now = isoMicroseconds(account.clock())
  const versions = [{ id, version: 0, created: now, ...content }]
  const attributes = {
    ...content,
    version: 0,
    created: now,
    modified: now,
    creator_uuid: PERSON_UUID,
    versions,
  }
  const template = { type: 'monitor-user-template', id, attributes }
  account.store.put('template', id, template)
  return ok({ data: shown(template, false) })
}

function listTemplates(_call: Call, account: Account): Answer {
  return ok({ data: account.store.all('template').map(template => shown(template, false)) })
}

function readTemplate(call: Call, account: Account): Answer {
  const template = account.store.get('template', param(call, 'id'))
  return template ? ok({ data: shown(template, isFlagSet(call, 'with_all_versions')) }) : NOT_FOUND
}

/** A PUT makes a new version and lists all of them. */
function changeTemplate(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const before = account.store.get('template', id)
  if (!before) return NOT_FOUND
  const content = contentIn(call)
  const refusal = check(content)
  if (refusal !== undefined) return refuse(400, refusal)
  const old = objectOf(before.attributes)
  const version = arrayOf(old.versions).length
  const created = old.created ?? null
  const entry = {
    id: uuid('template_version', account.store.next('template_version')),
    version,
    created,
    ...content,
  }
  const modified = isoMicroseconds(account.clock())
  const attributes = { ...old, ...content, version, modified, versions: [...arrayOf(old.versions), entry] }
  const template = { ...before, attributes }
  account.store.put('template', id, template)
  return ok({ data: template })
}

function deleteTemplate(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  if (!account.store.get('template', id)) return NOT_FOUND
  account.store.remove('template', id)
  return noContent
}

function validateTemplate(call: Call): Answer {
  const refusal = check(contentIn(call))
  return refusal === undefined ? noContent : refuse(400, refusal)
}

function validateExistingTemplate(call: Call, account: Account): Answer {
  return account.store.get('template', param(call, 'id')) ? validateTemplate(call) : NOT_FOUND
}
