import de from './i18n/de.json' with { type: 'json' }
import en from './i18n/en.json' with { type: 'json' }
import es from './i18n/es.json' with { type: 'json' }
import pl from './i18n/pl.json' with { type: 'json' }
import { integration } from './integration.ts'

const KEY = 'channel_whatsapp.credentials.webhookVerifyToken'
const field = integration.credentials?.fields.find(({ key }) => key === 'webhookVerifyToken')
const steps = field?.helpDetails?.steps ?? []

describe.each(Object.entries({ en, pl, de, es } as Record<string, Record<string, string>>))(
  'in %s the help about receiving',
  (_, texts) => {
    const said = steps.map((_, index) => texts[`${KEY}.guide.step.${index + 1}`] ?? '')

    it('names the button, as it is called there, before any step by hand', () => {
      const button = texts['channel_whatsapp.webhook.set'] as string
      const address = texts['channel_whatsapp.connections.tab'] as string
      expect(said.map((step) => step.includes(button))).toEqual([false, true, false, false])
      expect(said[1]).toContain(address)
      expect(texts[`channel_whatsapp.connections.steps.about`]).toContain(button)
    })
  },
)

it('the help of the integration is its English text', () => {
  const texts = en as Record<string, string>
  expect(steps).toEqual(steps.map((_, index) => texts[`${KEY}.guide.step.${index + 1}`]))
  expect(field?.helpText).toBe(texts[`${KEY}.help`])
})
