export { type Decoded, type DecodeOptions, decode, keyFrom, kindOf } from './decode.js'
export { encode, encodeMarked, encodeUpdate, markOf } from './encode.js'
export { createdAt, type LiveObject, titleOf } from './live-object.js'
export { type Mark, markText, parseMark, projectPattern, readMark, stripMark, writeMark } from './mark.js'
export {
  differences,
  equalJson,
  type FieldChange,
  normalText,
  type Row,
  type Rule,
  rowsByKind,
  stableText,
  writable,
} from './normalize/index.js'
export { type Use, usesOf, withReferences } from './uses.js'
