import * as codegen from '../codegen/index.js'
import * as explain from '../explain/index.js'
import * as dogma from '../index.js'
import * as lint from '../lint/index.js'
import type { OwnModules } from '../project/index.js'
import * as query from '../query/index.js'

/** What definition files get when they import the package: this very program, so two versions can never meet. */
export const ownModules: OwnModules = {
  dogma: () => dogma,
  'dogma/codegen': () => codegen,
  'dogma/explain': () => explain,
  'dogma/lint': () => lint,
  'dogma/query': () => query,
}
