declare const __DOGMA_VERSION__: string | undefined

/** The package's version; the build puts it in, tests run without one. */
export const version = typeof __DOGMA_VERSION__ === 'string' ? __DOGMA_VERSION__ : '0.0.0-source'
