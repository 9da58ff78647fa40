import { KNOWN_NOTIFICATIONS } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/catalogue'
import type { TemplateComponent } from './component.ts'
import { candidatesFor } from './for-notification.ts'
import { defaultTemplates } from './write/defaults/default-templates.ts'

const readyMade = defaultTemplates().map(({ definition }) => definition)

it.each(readyMade)(
  'the ready-made template $name ($language) is filled in by its notification',
  (definition) => {
    const { name, language, category } = definition
    const known = KNOWN_NOTIFICATIONS.find((one) => one.name === name)
    const components = definition.components as TemplateComponent[]
    const data = known?.samples ?? {}
    const template = { ...{ id: '1', status: 'APPROVED' }, ...{ name, language, category, components } }
    const [candidate] = candidatesFor({ languages: [language], data }, [template])
    expect(candidate).toMatchObject({ state: 'usable', missing: [], content: { language } })
  },
)
