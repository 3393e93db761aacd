// From what an account holds to TypeScript that uses the builders.
export * from './to-builder/index.js'
