export { type AccountConfig, type DogmaConfig, defineConfig } from './define-config.js'
