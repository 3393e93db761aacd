import type {
  HttpLibrary,
  HttpMethod,
  RequestContext,
} from '@datadog/datadog-api-client/dist/packages/datadog-api-client-common/http/http.js'
import type { Account } from './account.js'
import { createClient, type TransportEvent } from './client.js'
import type { DashboardCache } from './dashboard-cache.js'
import { createExchanger, type RawRequest } from './exchange.js'
import { createOperations } from './operations.js'
import { redactorOf } from './redact.js'

export interface DatadogOptions {
  /** What people call the account. */
  readonly name: string
  /** `datadoghq.eu`; the default is `datadoghq.com`. Not used when there is a `url`. */
  readonly site?: string
  /** Another host that speaks the same API: `http://127.0.0.1:8126`. */
  readonly url?: string
  readonly apiKey: string
  readonly appKey: string
  /** Put before the client's own user agent: `dogma/1.2.0`. */
  readonly product?: string
  /** For the whole of one request and its answer; 60 seconds by default. */
  readonly timeoutMs?: number
  readonly cache?: DashboardCache
  /** A proxy for addresses with TLS: `http://proxy.example.com:3128`. */
  readonly proxy?: string
  readonly onEvent?: (event: TransportEvent) => void
  readonly now?: () => number
  readonly random?: () => number
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/**
 * A Datadog account over HTTP: any site, or any host that speaks the same API. Nothing is sent before the first call.
 *
 * @example
 * const account = connectDatadog({ name: 'prod', site: 'datadoghq.eu', apiKey, appKey })
 * const monitors = await account.list('monitor')
 */
export function connectDatadog(options: DatadogOptions): Account {
  let maker: Promise<MakeRequest> | undefined
  const makeRequest = async (...request: Parameters<MakeRequest>) => {
    maker ??= requestMaker(options)
    return (await maker)(...request)
  }
  const client = createClient({
    exchanger: createExchanger(options.timeoutMs ?? 60_000, options.proxy),
    makeRequest,
    redact: redactorOf([options.apiKey, options.appKey]),
    // Not the time of day: a clock that is set while a rate limit is waited for would stretch the wait.
    now: options.now ?? (() => performance.now()),
    random: options.random ?? Math.random,
    sleep: options.sleep ?? (milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))),
    ...(options.onEvent && { onEvent: options.onEvent }),
  })
  return createOperations(options.name, client, options.cache)
}

type MakeRequest = (method: string, path: string, body?: string) => RawRequest

/**
 * The official client makes the address and the headers of every request. Its own sending, retrying and (de)serialising
 * are not used: it repeats a create after a 5xx, and its models refuse fields that they do not know.
 */
async function requestMaker(options: DatadogOptions): Promise<MakeRequest> {
  const { createConfiguration, BaseServerConfiguration, userAgent } = await loadClient()
  const configuration = createConfiguration({
    authMethods: { apiKeyAuth: options.apiKey, appKeyAuth: options.appKey },
    httpApi: unusedHttpLibrary,
    isIaC: true,
    ...(options.url !== undefined && {
      baseServer: new BaseServerConfiguration(options.url.replace(/\/+$/, ''), {}),
    }),
  })
  if (options.url === undefined) configuration.setServerVariables({ site: options.site ?? 'datadoghq.com' })
  const agent = [options.product, userAgent].filter(Boolean).join(' ')
  return (method, path, body) => {
    const context = configuration
      .getServer('v1.MonitorsApi.listMonitors')
      .makeRequestContext(path, method as HttpMethod)
    addHeaders(context, agent)
    if (configuration.isIaC) context.setHeaderParam('X-Datadog-Managed-By', 'iac')
    if (body !== undefined) context.setHeaderParam('Content-Type', 'application/json')
    configuration.authMethods.apiKeyAuth?.applySecurityAuthentication(context)
    configuration.authMethods.appKeyAuth?.applySecurityAuthentication(context)
    return {
      method,
      url: context.getUrl(),
      headers: context.getHeaders(),
      ...(body !== undefined && { body }),
    }
  }
}

/** Loaded with the first request: commands that only compile, or only ask for help, must not wait for it. */
async function loadClient() {
  const [{ createConfiguration }, { BaseServerConfiguration }, { userAgent }] = await Promise.all([
    import('@datadog/datadog-api-client/dist/packages/datadog-api-client-common/configuration.js'),
    import('@datadog/datadog-api-client/dist/packages/datadog-api-client-common/servers.js'),
    import('@datadog/datadog-api-client/dist/userAgent.js'),
  ])
  return { createConfiguration, BaseServerConfiguration, userAgent }
}

function addHeaders(context: RequestContext, agent: string): void {
  context.setHeaderParam('Accept', 'application/json')
  context.setHeaderParam('Accept-Encoding', 'gzip')
  context.setHeaderParam('User-Agent', agent)
}

const unusedHttpLibrary: HttpLibrary = {
  send: () => Promise.reject(new Error('Requests are sent by the exchanger, not by the client library.')),
}
