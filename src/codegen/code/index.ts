export * from './code.js'
export { layOut } from './layout.js'
export { stringLiteral, templateChunk } from './literal.js'
export { keepsIndentation, proseCode } from './prose.js'
