import { nearest } from '../diagnostic/index.js'
import type { Loaded, Project, ProjectProblem } from '../project/index.js'
import type { Context } from './context.js'
import { type ProxyChoice, proxyFor } from './proxy-choice.js'

/** What it takes to talk to a configured account. */
export type AccountSettings = ({ readonly site: string } | { readonly url: string }) &
  ProxyChoice & {
    readonly apiKey: string
    readonly appKey: string
  }

type Environment = Context['environment']

/** Reads keys, site and proxy of an account from the configuration and the environment; tells what is wrong with them. */
export async function accountSettings(
  environment: Environment,
  name: string,
  project: Project,
): Promise<Loaded<AccountSettings>> {
  const { apiKeyEnv, appKeyEnv, site: configuredSite, url } = project.config.accounts[name]!
  const [apiKey, appKey] = [environment[apiKeyEnv], environment[appKeyEnv]]
  if (!apiKey || !appKey) {
    const missing = [...(apiKey ? [] : [apiKeyEnv]), ...(appKey ? [] : [appKeyEnv])]
    return { ok: false, problems: [missingKeys(name, missing)] }
  }
  const site = configuredSite || environment.DD_SITE || 'datadoghq.com'
  const problems = [
    ...unsendable(apiKeyEnv, apiKey),
    ...unsendable(appKeyEnv, appKey),
    ...(url === undefined ? await wrongSite(name, site) : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const proxy = proxyFor(url ?? `https://api.${site}`, environment)
  if (!proxy.ok) return proxy
  const where = url === undefined ? { site } : { url }
  return { ok: true, value: { ...where, apiKey, appKey, ...proxy.value }, problems: [] }
}

function missingKeys(name: string, variables: readonly string[]): ProjectProblem {
  return {
    code: 'account/no-credentials',
    severity: 'error',
    message: `Account ${name} needs ${variables.join(' and ')} in the environment.`,
    hint: 'Keys are read from the environment only. Without keys, use `--account sandbox`.',
  }
}

/** A key goes into a header, which takes no line break; the commonest one is at the end of a secret of CI. */
function unsendable(variable: string, key: string): ProjectProblem[] {
  if (/^[\x21-\x7e]+$/.test(key)) return []
  const what = /^[\x21-\x7e]+\s+$/.test(key)
    ? 'ends with a space or a line break'
    : 'holds a space, a line break or another character that no key has'
  return [
    {
      code: 'account/bad-credentials',
      severity: 'error',
      message: `The environment variable ${variable} ${what}.`,
      hint: 'Copy the key again, for example without the line break that `echo` and editors put at the end.',
    },
  ]
}

/** A site is the bare domain. One that is not known is taken as it is, unless it is nearly one that is. */
async function wrongSite(name: string, site: string): Promise<ProjectProblem[]> {
  const { sites } = await import('../catalog/index.js')
  if (Object.hasOwn(sites, site)) return []
  const known = Object.keys(sites)
  const host = site
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/, '')
  const bare = host.replace(/^(app|api)\./, '')
  const labelled = Object.entries(sites).find(
    ([, { label }]) => label.toLowerCase().replace(/1$/, '') === bare.replace(/1$/, ''),
  )
  const meant = known.find(each => each === bare) ?? labelled?.[0] ?? nearest(bare, known)
  const isHost = host === site && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(site)
  if (meant === undefined && isHost) return []
  return [
    {
      code: 'account/unknown-site',
      severity: 'error',
      message: `\`${site}\` is no site of Datadog; account ${name} has it from \`site\` or DD_SITE.`,
      hint: meant === undefined ? `Known sites: ${known.join(', ')}.` : `Did you mean \`${meant}\`?`,
    },
  ]
}
