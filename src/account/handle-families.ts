import { isJsonObject, type JsonObject } from '../model/index.js'
import { type ListOf, numberedPages } from './read-list.js'

/** A name that stands behind the prefix of a handle, as one item of a list tells it. */
export interface ListedName {
  readonly name: string
  /** Why a handle of this name reaches nobody; absent where it works. */
  readonly inactive?: string
}

export interface HandleList extends ListOf {
  readonly nameIn: (item: JsonObject) => ListedName | undefined
}

/** How the API tells which handles of one sort exist. */
export interface HandleFamily {
  /** What the account has of it, for messages: `teams`. */
  readonly label: string
  readonly lookup: HandleLookup
  /** The page that documents the read. */
  readonly source: string
}

export type HandleLookup =
  /** All names are in these lists together. */
  | { readonly kind: 'lists'; readonly lists: readonly HandleList[] }
  /** The lists name only those that reach nobody: every other name may work. */
  | { readonly kind: 'inactive-lists'; readonly lists: readonly HandleList[] }
  /** A list for each Slack workspace. No read tells which ones there are, so somebody must say it. */
  | { readonly kind: 'lists-by-workspace'; readonly list: (workspace: string) => HandleList }
  /** There is no list; a name that does not exist is answered with 404. */
  | { readonly kind: 'each'; readonly path: (name: string) => string }

const api = 'https://docs.datadoghq.com/api/latest'

const teams: HandleList = {
  path: '/api/v2/team',
  pages: numberedPages,
  nameIn: item => named(attributes(item).handle),
}

/**
 * Handles by the word after `@`. Those of other families cannot be read: Google Chat, Amazon SNS, Splunk On-Call, Jira and
 * Case Management have no documented read that gives the names of their handles.
 */
export const handleFamilies: Readonly<Record<string, HandleFamily>> = {
  email: {
    label: 'inactive users',
    // Any address is a handle, but one of a user who was invited or disabled gets no mail.
    // https://docs.datadoghq.com/monitors/notify/#notifications
    lookup: { kind: 'inactive-lists', lists: [inactiveUsers()] },
    source: `${api}/users/#list-all-users`,
  },
  team: {
    label: 'teams',
    lookup: { kind: 'lists', lists: [teams] },
    source: `${api}/teams/#get-all-teams`,
  },
  oncall: {
    label: 'On-Call teams',
    // Whoever is on call belongs to a Datadog team of the same handle.
    lookup: { kind: 'lists', lists: [teams] },
    source: `${api}/on-call/#get-on-call-team-routing-rules`,
  },
  opsgenie: {
    label: 'Opsgenie services',
    lookup: { kind: 'lists', lists: [namedBy('/api/v2/integration/opsgenie/services', 'name')] },
    source: `${api}/opsgenie-integration/#get-all-service-objects`,
  },
  teams: {
    label: 'Microsoft Teams handles',
    lookup: {
      kind: 'lists',
      lists: [
        namedBy('/api/v2/integration/ms-teams/configuration/tenant-based-handles', 'name'),
        namedBy('/api/v2/integration/ms-teams/configuration/workflows-webhook-handles', 'name'),
      ],
    },
    source: `${api}/microsoft-teams-integration/#get-all-tenant-based-handles`,
  },
  servicenow: {
    label: 'ServiceNow handles',
    // The older handles are the names of the instances themselves.
    lookup: {
      kind: 'lists',
      lists: [
        namedBy('/api/v2/integration/servicenow/handles', 'handle_name'),
        namedBy('/api/v2/integration/servicenow/instances', 'instance_name'),
      ],
    },
    source: `${api}/servicenow-integration/#list-servicenow-templates`,
  },
  workflow: {
    label: 'workflows',
    lookup: { kind: 'lists', lists: [workflows()] },
    source: `${api}/workflow-automation/#list-workflows`,
  },
  slack: {
    label: 'Slack channels',
    lookup: { kind: 'lists-by-workspace', list: slackChannels },
    source: `${api}/slack-integration/#get-all-channels-in-a-slack-integration`,
  },
  pagerduty: {
    label: 'PagerDuty services',
    lookup: {
      kind: 'each',
      path: name => `/api/v1/integration/pagerduty/configuration/services/${encodeURIComponent(name)}`,
    },
    source: `${api}/pagerduty-integration/#get-a-single-service-object`,
  },
  webhook: {
    label: 'webhooks',
    lookup: {
      kind: 'each',
      path: name => `/api/v1/integration/webhooks/configuration/webhooks/${encodeURIComponent(name)}`,
    },
    source: `${api}/webhooks-integration/#get-a-webhook-integration`,
  },
}

function inactiveUsers(): HandleList {
  return {
    path: '/api/v2/users?filter[status]=Pending,Disabled',
    pages: numberedPages,
    nameIn(item) {
      const { email, status, disabled, service_account: isRobot } = attributes(item)
      // A service account may have the address of a person who reads it.
      if (typeof email !== 'string' || isRobot === true) return undefined
      if (disabled === true || status === 'Disabled') return { name: email, inactive: 'the user is disabled' }
      return status === 'Pending'
        ? { name: email, inactive: 'the user has not accepted the invitation yet' }
        : undefined
    },
  }
}

/** The handle stands in the specification, which is only given when asked for. */
function workflows(): HandleList {
  return {
    path: '/api/v2/workflows?filter[includeSpecs]=true&filter[includeUnpublished]=true',
    // The largest page is not documented.
    pages: { query: page => `limit=100&page=${page}` },
    nameIn(item) {
      const { spec, published } = attributes(item)
      const listed = named(isJsonObject(spec) ? spec.handle : undefined)
      return listed && published === false
        ? { ...listed, inactive: 'the workflow is not published, so no monitor can start it' }
        : listed
    },
  }
}

/** The one list that is a bare array, whose names begin with `#`. */
function slackChannels(workspace: string): HandleList {
  return {
    path: `/api/v1/integration/slack/configuration/accounts/${encodeURIComponent(workspace)}/channels`,
    nameIn: item => named(item.name),
  }
}

function namedBy(path: string, attribute: string): HandleList {
  return { path, nameIn: item => named(attributes(item)[attribute]) }
}

function attributes(item: JsonObject): JsonObject {
  return isJsonObject(item.attributes) ? item.attributes : {}
}

function named(name: unknown): ListedName | undefined {
  return typeof name === 'string' && name !== '' ? { name: name.replace(/^#/, '') } : undefined
}
