import type { Code } from '../code/index.js'

/** The variable of another resource by its id in the account, or by what stands for the id; undefined where there is none. */
export type Variables = (kind: 'monitor' | 'slo', id: string) => Code | undefined

/** For text that stands alone. */
export const noVariables: Variables = () => undefined
