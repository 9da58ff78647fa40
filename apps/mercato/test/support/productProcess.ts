// A process of the product with the role and settings of its environment, without the web app, which takes long to
// build. Says on its standard output when it is up.
import { leaveOnSignals } from '../../src/leaveOnSignals.ts'
import { startProduct } from '../../src/product.ts'
import { readSettings } from '../../src/settings.ts'

const starting = startProduct(
  readSettings(process.env),
  () => undefined,
  async () => undefined,
)
leaveOnSignals(starting)
await starting
console.log('It is up.')
