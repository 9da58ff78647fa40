// The product in a process of its own. Its workers can be left out, to see what acknowledging costs by itself.
import { serveProduct } from './parts/product.ts'
import { given, onStop, say } from './parts/within-child.ts'

const { host, stop } = await serveProduct()
onStop(stop)
if (given('WORKERS') === 'on') await host.startWorkers()
say({ isReady: true })
