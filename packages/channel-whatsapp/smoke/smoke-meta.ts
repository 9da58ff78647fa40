// `npm run smoke:meta`: the main job once against real Meta. Without credentials it says which are needed.
import { runSmoke } from './run.ts'

process.env.OM_WHATSAPP_GRAPH_URL ??= 'https://graph.facebook.com'
process.exitCode = await runSmoke(process.env, console.log)
