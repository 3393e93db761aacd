import type { Loaded } from '../project/index.js'
import type { Context } from './context.js'

/** The proxy that an account is reached through, where there is one. */
export interface ProxyChoice {
  readonly proxy?: string
}

/**
 * The proxy for an address, by `HTTPS_PROXY` and `NO_PROXY` as curl and Terraform read them. Addresses without TLS are
 * those of machines nearby, such as the sandbox, and take none.
 */
export function proxyFor(url: string, environment: Context['environment']): Loaded<ProxyChoice> {
  const proxy = environment.HTTPS_PROXY || environment.https_proxy
  if (!proxy || !url.startsWith('https:')) return { ok: true, value: {}, problems: [] }
  if (isExcepted(new URL(url).hostname, environment.NO_PROXY || environment.no_proxy || ''))
    return { ok: true, value: {}, problems: [] }
  const address = proxy.includes('://') ? proxy : `http://${proxy}`
  if (URL.canParse(address) && /^https?:/.test(address) && !/%(?![0-9a-f]{2})/i.test(address))
    return { ok: true, value: { proxy: address }, problems: [] }
  return {
    ok: false,
    problems: [
      {
        code: 'account/bad-proxy',
        severity: 'error',
        message: 'The environment variable HTTPS_PROXY holds no address of a proxy.',
        hint: 'Write it as `http://proxy.example.com:3128`, or leave hosts out of it with NO_PROXY.',
      },
    ],
  }
}

/** `datadoghq.eu` and `.datadoghq.eu` leave out the domain with all below it, `*` everything. */
function isExcepted(host: string, exceptions: string): boolean {
  const names = exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .map(name => name.replace(/^\*?\./, '').replace(/:\d+$/, ''))
  return names.some(name => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))))
}
