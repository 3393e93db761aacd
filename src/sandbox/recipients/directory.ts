import type { JsonObject } from '../json.js'
import { objectOf } from '../json.js'
import { INCLUDED_PERSON } from '../people.js'
import type { Collection } from '../storage/store.js'

/** One JSON:API collection of those whom notifications reach. */
export interface Directory {
  readonly path: string
  readonly type: string
  readonly collection: Collection
  /** What may be written; other attributes are dropped. */
  readonly writable: readonly string[]
  /** Must be there and not be empty. */
  readonly required: readonly string[]
  /** No two may have the same. */
  readonly unique: string
  /** How a listing is cut; everything comes at once without it. */
  readonly pages?: { readonly size: string; readonly number: string; readonly fallback: number }
  readonly changedBy?: 'PATCH' | 'PUT'
  /** What the server adds to what was sent. */
  readonly added?: (sent: JsonObject) => JsonObject
  /** What a DELETE leaves behind; the object is gone without it. */
  readonly afterDelete?: (attributes: JsonObject) => JsonObject
  /** Who is there without having been made. */
  readonly present?: readonly JsonObject[]
}

const JSON_API_PAGES = { size: 'page[size]', number: 'page[number]', fallback: 10 } as const
const MS_TEAMS = '/api/v2/integration/ms-teams/configuration'
const SERVICENOW = '/api/v2/integration/servicenow'

export const DIRECTORIES: readonly Directory[] = [
  // https://docs.datadoghq.com/api/latest/users/ -- deleting a user disables it.
  {
    path: '/api/v2/users',
    type: 'users',
    collection: 'user',
    writable: ['email', 'name', 'title', 'disabled'],
    required: ['email'],
    unique: 'email',
    pages: JSON_API_PAGES,
    changedBy: 'PATCH',
    added: sent => {
      const disabled = sent.disabled === true
      return { handle: sent.email ?? '', disabled, status: disabled ? 'Disabled' : 'Pending' }
    },
    afterDelete: attributes => ({ ...attributes, disabled: true, status: 'Disabled' }),
    present: [INCLUDED_PERSON],
  },
  // https://docs.datadoghq.com/api/latest/teams/
  {
    path: '/api/v2/team',
    type: 'team',
    collection: 'team',
    writable: ['handle', 'name', 'description', 'avatar', 'banner', 'visible_modules', 'hidden_modules'],
    required: ['handle', 'name'],
    unique: 'handle',
    pages: JSON_API_PAGES,
    changedBy: 'PATCH',
    added: () => ({ link_count: 0, user_count: 0, is_managed: false }),
  },
  // https://docs.datadoghq.com/api/latest/opsgenie-integration/ -- the key of a service is never shown again.
  {
    path: '/api/v2/integration/opsgenie/services',
    type: 'opsgenie-service',
    collection: 'opsgenie_service',
    writable: ['name', 'region', 'custom_url'],
    required: ['name', 'region'],
    unique: 'name',
    changedBy: 'PATCH',
    added: sent => ({ custom_url: sent.custom_url ?? null }),
  },
  // https://docs.datadoghq.com/api/latest/microsoft-teams-integration/
  {
    path: `${MS_TEAMS}/tenant-based-handles`,
    type: 'tenant-based-handle',
    collection: 'ms_teams_tenant_handle',
    writable: ['name', 'tenant_id', 'team_id', 'channel_id'],
    required: ['name', 'tenant_id', 'team_id', 'channel_id'],
    unique: 'name',
    changedBy: 'PATCH',
  },
  // The address of a workflow is never shown again.
  {
    path: `${MS_TEAMS}/workflows-webhook-handles`,
    type: 'workflows-webhook-handle',
    collection: 'ms_teams_workflow_handle',
    writable: ['name'],
    required: ['name'],
    unique: 'name',
    changedBy: 'PATCH',
  },
  // https://docs.datadoghq.com/api/latest/servicenow-integration/
  {
    path: `${SERVICENOW}/handles`,
    type: 'servicenow_templates',
    collection: 'servicenow_handle',
    writable: [
      'handle_name',
      'instance_id',
      'servicenow_tablename',
      'assignment_group_id',
      'business_service_id',
      'user_id',
      'fields_mapping',
    ],
    required: ['handle_name', 'instance_id', 'servicenow_tablename'],
    unique: 'handle_name',
    changedBy: 'PUT',
  },
  // https://docs.datadoghq.com/api/latest/workflow-automation/
  {
    path: '/api/v2/workflows',
    type: 'workflows',
    collection: 'workflow',
    writable: ['name', 'description', 'published', 'spec', 'tags'],
    required: ['name'],
    unique: 'name',
    pages: { size: 'limit', number: 'page', fallback: 50 },
    changedBy: 'PATCH',
    added: sent => ({ published: sent.published === true, spec: objectOf(sent.spec) }),
  },
]
