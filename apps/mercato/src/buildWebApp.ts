// A process of its own: Vite turns the process it runs in to production, which means something else to a server.
import { join } from 'node:path'
import { build } from 'vite'

await build({
  configFile: join(import.meta.dirname, '..', 'vite.config.ts'),
  mode: 'production',
  logLevel: 'warn',
})
