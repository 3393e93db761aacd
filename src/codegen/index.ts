// From what an account holds to TypeScript that uses the builders.
export { type Generated, type GeneratedFile, type GenerateOptions, generate } from './generate.js'
export type { RawUse } from './generated.js'
export * from './to-builder/index.js'
