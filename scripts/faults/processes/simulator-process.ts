// Meta and the customers: what nothing that is done to the product may take down.
import { startSimulator } from '@open-mercato/whatsapp-simulator'
import { onStop, say } from '../../../benchmarks/parts/within-child.ts'

const simulator = await startSimulator({ port: 0 })
onStop(() => simulator.close())
say({ simulatorUrl: simulator.url })
