import type { OwnModules } from '../project/index.js'

/**
 * What definition files get when they import the package: this very program, so two versions can never meet. Each is loaded
 * only where a file asks for it.
 */
export const ownModules: OwnModules = {
  dogma: () => import('../index.js'),
  'dogma/codegen': () => import('../codegen/index.js'),
  'dogma/explain': () => import('../explain/index.js'),
  'dogma/lint': () => import('../lint/index.js'),
  'dogma/query': () => import('../query/index.js'),
}
