declare const __DOGMA_VERSION__: string | undefined
declare const __DOGMA_BUILD__: string | undefined

/** The package's version; the build puts it in, tests run without one. */
export const version = typeof __DOGMA_VERSION__ === 'string' ? __DOGMA_VERSION__ : '0.0.0-source'

/** Tells two builds of one version apart: what one keeps beside a project is of no use to another. */
export const buildId = typeof __DOGMA_BUILD__ === 'string' ? `${version}-${__DOGMA_BUILD__}` : version
