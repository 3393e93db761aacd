/** One Datadog site: an independent installation with its own accounts. */
export interface SiteFacts {
  readonly label: string
  /** Where people open it. */
  readonly app: string
  /** Where the API answers. */
  readonly api: string
}

/** Every site by its domain, the value of `DD_SITE`. https://docs.datadoghq.com/getting_started/site/ */
export const sites = {
  'datadoghq.com': {
    label: 'US1',
    app: 'https://app.datadoghq.com',
    api: 'https://api.datadoghq.com',
  },
  'us3.datadoghq.com': {
    label: 'US3',
    app: 'https://us3.datadoghq.com',
    api: 'https://api.us3.datadoghq.com',
  },
  'us5.datadoghq.com': {
    label: 'US5',
    app: 'https://us5.datadoghq.com',
    api: 'https://api.us5.datadoghq.com',
  },
  'datadoghq.eu': {
    label: 'EU1',
    app: 'https://app.datadoghq.eu',
    api: 'https://api.datadoghq.eu',
  },
  'ap1.datadoghq.com': {
    label: 'AP1',
    app: 'https://ap1.datadoghq.com',
    api: 'https://api.ap1.datadoghq.com',
  },
  'ap2.datadoghq.com': {
    label: 'AP2',
    app: 'https://ap2.datadoghq.com',
    api: 'https://api.ap2.datadoghq.com',
  },
  'uk1.datadoghq.com': {
    label: 'UK1',
    app: 'https://uk1.datadoghq.com',
    api: 'https://api.uk1.datadoghq.com',
  },
  'ddog-gov.com': {
    label: 'US1-FED',
    app: 'https://app.ddog-gov.com',
    api: 'https://api.ddog-gov.com',
  },
  'us2.ddog-gov.com': {
    label: 'US2-FED',
    app: 'https://us2.ddog-gov.com',
    api: 'https://api.us2.ddog-gov.com',
  },
} as const satisfies Record<string, SiteFacts>

export type Site = keyof typeof sites

/** All domains, in the documentation's order. */
export const siteNames = Object.keys(sites) as readonly Site[]
