import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createAccount } from './account.js'
import { type Answer, ok } from './answer.js'
import { createFaultPicker } from './http/faults.js'
import { listen } from './http/listen.js'
import { createLimiter, DEFAULT_RATE_LIMIT } from './http/rate-limit.js'
import type { Sandbox, SandboxOptions } from './options.js'
import { acquireLock, type Lock } from './storage/lock.js'
import { fileStorage, type Storage, volatileStorage } from './storage/storage.js'
import { COLLECTIONS, createStore, type Store } from './storage/store.js'

/**
 * Starts a sandbox account on a loopback port and returns its address. Rejects when the file is served by another live
 * sandbox or cannot be read, and when the port is taken.
 *
 * @example
 * const sandbox = await startSandbox()
 * await fetch(`${sandbox.url}/api/v1/monitor`, { headers: { 'DD-API-KEY': 'a', 'DD-APPLICATION-KEY': 'b' } })
 * await sandbox.close()
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (options.file === undefined) return serve(options, undefined)
  const acquired = await acquireLock(resolve(options.file))
  if (acquired.kind === 'held') return serve(options, acquired.lock)
  throw new Error(
    `The sandbox account in ${options.file} is already served by ${acquired.url}. ` +
      'Use that address, or stop that server first.',
  )
}

/**
 * The account of a file, whoever serves it: the address of a live server, whose `close` here does nothing, or a new
 * server.
 *
 * @example
 * const sandbox = await openSandbox({ file: '.dogma/sandbox.json' })
 */
export async function openSandbox(options: SandboxOptions & { readonly file: string }): Promise<Sandbox> {
  const acquired = await acquireLock(resolve(options.file))
  if (acquired.kind === 'held') return serve(options, acquired.lock)
  return { url: acquired.url, close: async () => undefined }
}

/**
 * Empties the account of a file. Rejects while a live server serves it, because that one would write it back.
 *
 * @example
 * await clearSandbox('.dogma/sandbox.json')
 */
export async function clearSandbox(file: string): Promise<void> {
  const path = resolve(file)
  const acquired = await acquireLock(path)
  if (acquired.kind === 'busy') {
    throw new Error(
      `The sandbox account in ${file} is being served by ${acquired.url}. Stop that server first.`,
    )
  }
  await Promise.all([rm(path, { force: true }), rm(`${path}.journal`, { force: true })])
  acquired.lock.release()
}

async function serve(options: SandboxOptions, lock: Lock | undefined): Promise<Sandbox> {
  try {
    return await run(options, lock)
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function run(options: SandboxOptions, lock: Lock | undefined): Promise<Sandbox> {
  const store = createStore()
  const account = createAccount(store, options)
  const storage =
    options.file === undefined ? volatileStorage(store) : fileStorage(resolve(options.file), store)
  let port = 0
  const listening = await listen(options.port ?? 0, {
    account,
    storage,
    limiter: createLimiter(options.rateLimit ?? DEFAULT_RATE_LIMIT),
    pickFault: createFaultPicker(options.faults),
    keys: options.keys,
    latencyMs: options.latencyMs ?? 0,
    port: () => port,
    status: () => statusOf(store, options.file, lock?.token),
  })
  port = listening.port
  try {
    lock?.announce(listening.url)
  } catch (error) {
    // A server that nobody can find must not keep the process alive: the disk may be full.
    await listening.stop()
    storage.close()
    throw error
  }
  return { url: listening.url, close: once(() => shutDown(listening.stop, storage, lock)) }
}

async function shutDown(stop: () => Promise<void>, storage: Storage, lock: Lock | undefined): Promise<void> {
  await stop()
  storage.close()
  lock?.release()
}

/** Closing twice is closing once. */
function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= action()
    return done
  }
}

/** What `GET /sandbox/status` tells: enough to recognise the server and to show what it holds. */
function statusOf(store: Store, file: string | undefined, token: string | undefined): Answer {
  const kinds = COLLECTIONS.filter(collection => collection !== 'counter')
  return ok({
    file: file === undefined ? null : resolve(file),
    pid: process.pid,
    token: token ?? null,
    objects: Object.fromEntries(kinds.map(collection => [collection, store.count(collection)])),
  })
}
