import type { Account, EndlessDowntime } from '../../account/index.js'
import type { LintConfig, LiveFacts, LiveObjectFacts } from '../../lint/index.js'
import {
  addressOf,
  isJsonObject,
  type JsonObject,
  type Resource,
  type ResourceKind,
  referenceText,
  resourceKinds,
} from '../../model/index.js'
import type { Loaded, Project, ProjectProblem } from '../../project/index.js'
import {
  decode,
  type LiveObject,
  readMark,
  titleOf,
  type Use,
  usesOf,
  withReferences,
} from '../../wire/index.js'
import type { Context } from '../context.js'
import type { Found } from '../import/found.js'
import { readWholeAccount } from '../import/from-account.js'
import { openAccount } from '../open-account.js'
import { type ReadAssets, readAssetsInDoubt } from './live-assets.js'
import { covering, readDowntimes } from './live-downtimes.js'
import { readKnownHandles } from './live-handles.js'
import { readMetrics } from './live-metrics.js'
import { readRoutes } from './live-notification-rules.js'
import type { LiveSource } from './source.js'

/** Rules about how a definition is written; an account fills these in or cannot say them otherwise. */
const onlyForAuthors = ['composite/numeric-id', 'options/redundant-default'] as const

/** What was read of an account. */
export interface LiveRead {
  readonly resources: readonly Resource[]
  readonly sources: ReadonlyMap<string, LiveSource>
  readonly problems: readonly ProjectProblem[]
  readonly live: LiveFacts
  /** The project's configuration without rules that are only about definitions. */
  readonly config: LintConfig
}

/** Everything that an account holds, as resources that have their ids as keys, with what the account knows about them. */
export async function readLive(
  context: Context,
  name: string,
  project: Project | undefined,
): Promise<Loaded<LiveRead>> {
  const opened = await openAccount(context, { name, ...(project && { project }) })
  if (!opened.ok) return opened
  const { account, close } = opened.value
  try {
    const [{ found, problems }, metrics, downtimes, routes] = await Promise.all([
      readWholeAccount(context, account, () => false),
      readMetrics(account, context.now()),
      readDowntimes(account),
      readRoutes(account),
    ])
    const isComplete = problems.length === 0
    const endless = downtimes.ok ? downtimes.value : []
    const config = configOf(project)
    const listed = resourcesIn(found, isComplete, endless)
    const assets = await assetsInDoubt(context, account, found, listed, config)
    const read = resourcesIn(withPayloads(found, assets.objects), isComplete, endless)
    const { handles, problems: aboutHandles } = await readKnownHandles(account, read.resources, config)
    const live: LiveFacts = {
      readAt: context.now().toISOString(),
      objects: read.objects,
      ids: read.ids,
      ...(metrics.ok && { metrics: metrics.value }),
      ...(handles !== undefined && { handles }),
      ...(routes.ok && { notificationRules: routes.value }),
    }
    const value: LiveRead = {
      resources: read.resources,
      sources: read.sources,
      problems: [
        ...problems,
        ...read.problems,
        ...assets.problems,
        ...metrics.problems,
        ...downtimes.problems,
        ...routes.problems,
        ...aboutHandles,
      ],
      config,
      live,
    }
    return { ok: true, value, problems: [] }
  } finally {
    await close()
  }
}

interface Read extends Pick<LiveRead, 'resources' | 'sources' | 'problems'> {
  readonly objects: LiveFacts['objects']
  readonly ids: LiveFacts['ids']
}

async function assetsInDoubt(
  context: Context,
  account: Account,
  found: readonly Found[],
  { resources }: Read,
  config: LintConfig,
): Promise<ReadAssets> {
  const listed = found.filter(isLive)
  return readAssetsInDoubt(account, listed, resources, config, context.now().toISOString().slice(0, 10))
}

/** What was read one by one in place of what the listing had. */
function withPayloads(found: readonly Found[], objects: readonly LiveObject[]): readonly Found[] {
  const payloads = new Map(objects.map(({ id, payload }) => [id, payload]))
  return found.map(each => {
    const payload = each.kind === 'monitor' && each.id !== undefined ? payloads.get(each.id) : undefined
    return payload === undefined ? each : { ...each, payload }
  })
}

interface LiveFound extends Found {
  readonly kind: ResourceKind
  readonly id: string
}

function resourcesIn(
  found: readonly Found[],
  isComplete: boolean,
  downtimes: readonly EndlessDowntime[],
): Read {
  const objects = found.filter(isLive)
  const ids = idsByKind(objects, isComplete)
  const decoded = objects.map(object => ({
    object,
    result: decode(object.payload, { kind: object.kind, key: object.id }),
  }))
  const readable = decoded.flatMap(({ object, result }) =>
    result.ok ? [{ object, resource: result.resource }] : [],
  )
  const known = new Set(readable.map(({ object }) => nameOf(object)))
  const byAddress = readable.map(({ object, resource }) => ({ object, address: addressOf(resource) }))
  return {
    resources: readable.map(({ resource }) => withKeys(resource, known)),
    sources: new Map(byAddress.map(({ object, address }) => [address, sourceOf(object)])),
    problems: decoded.flatMap(({ object, result }) =>
      result.ok
        ? []
        : result.diagnostics.map(each => ({ ...each, message: `${nameOf(object)}: ${each.message}` })),
    ),
    objects: Object.fromEntries(
      byAddress.map(({ object, address }) => [address, factsOf(object, downtimes)]),
    ),
    ids,
  }
}

function isLive(found: Found): found is LiveFound {
  return found.kind !== undefined && found.id !== undefined
}

/** Of a kind that could not be listed nothing is there, and then nobody knows its ids. */
function idsByKind(objects: readonly LiveFound[], isComplete: boolean): LiveFacts['ids'] {
  const lists = resourceKinds.map(kind => {
    const ids = objects.filter(object => object.kind === kind).map(({ id }) => id)
    return [kind, ids] as const
  })
  return Object.fromEntries(lists.filter(([, ids]) => isComplete || ids.length > 0))
}

/** Rules follow references by key, so the ids of objects that are there become references to them. */
function withKeys(resource: Resource, known: ReadonlySet<string>): Resource {
  const textFor = (use: Use) =>
    known.has(nameOf(use)) ? referenceText({ kind: use.kind, key: use.id }) : undefined
  const definition = withReferences(resource.kind, resource.definition, textFor)
  return { ...resource, definition } as Resource
}

function nameOf({ kind, id }: Use): string {
  return `${kind}/${id}`
}

function sourceOf(object: LiveFound): LiveSource {
  return { kind: 'live', name: nameOf(object), title: titleOf(object.payload) }
}

function factsOf({ kind, payload }: LiveFound, downtimes: readonly EndlessDowntime[]): LiveObjectFacts {
  const { overall_state: state, overall_state_modified: stateSince } = payload
  const silenced = silencedIn(payload)
  return {
    isManaged: readMark(kind, payload) !== undefined,
    uses: usesOf(kind, payload),
    ...(typeof state === 'string' && { state }),
    ...(typeof stateSince === 'string' && { stateSince }),
    ...(silenced !== undefined && { silenced }),
    ...(kind === 'monitor' && { endlessDowntimes: covering(downtimes, payload) }),
  }
}

function silencedIn({ options }: JsonObject): Readonly<Record<string, number | null>> | undefined {
  const silenced = isJsonObject(options) ? options.silenced : undefined
  if (!isJsonObject(silenced)) return undefined
  const scopes = Object.entries(silenced).filter(
    (entry): entry is [string, number | null] => entry[1] === null || typeof entry[1] === 'number',
  )
  return Object.fromEntries(scopes)
}

/** Nobody has checked the configuration yet; where it is not what it should be, lint says so. */
function configOf(project: Project | undefined): LintConfig {
  const config: LintConfig = project?.config.lint ?? {}
  const given: unknown = config.rules ?? {}
  if (!isJsonObject(given)) return config
  const off = Object.fromEntries(onlyForAuthors.map(rule => [rule, 'off' as const]))
  return { ...config, rules: { ...config.rules, ...off } }
}
