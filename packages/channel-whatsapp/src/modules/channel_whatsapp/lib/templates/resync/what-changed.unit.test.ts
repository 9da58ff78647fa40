import type { TemplateParameters } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import type { Template, TemplateComponent } from '../component.ts'
import { prepareTemplate } from '../prepare-template.ts'
import { whatChanged } from './what-changed.ts'

const body = { type: 'BODY', text: 'Hi {{1}}.' }
const template = (components: TemplateComponent[], status = 'APPROVED'): Template => ({
  ...{ id: '1', name: 'n', language: 'en', category: 'UTILITY', status },
  components,
})
const buttons = (...all: { type: string; text: string; url?: string }[]) => ({
  type: 'BUTTONS',
  buttons: all,
})

/** What a message that was written for `Hi {{1}}.` is told about the template as it is now. */
function changeOf(now: Template | null, parameters: TemplateParameters = { body: { '1': 'Ana' } }) {
  try {
    prepareTemplate({ type: 'template', name: 'n', language: 'en', parameters }, now)
  } catch (refusal) {
    return whatChanged(now, refusal)
  }
  throw new Error('It still fits.')
}

it.each<[string, Template | null, string]>([
  ['was deleted', null, 'template_deleted'],
  ['was paused', template([body], 'PAUSED'), 'template_paused'],
  ['was disabled', template([body], 'DISABLED'), 'template_disabled'],
  ['is in review again', template([body], 'PENDING'), 'template_back_in_review'],
  ['was rejected', template([body], 'REJECTED'), 'template_now_rejected'],
  ['is in a state that nobody knows', template([body], 'FROZEN'), 'template_unavailable'],
  ['has one value more', template([{ type: 'BODY', text: '{{1}} {{2}}' }]), 'template_values_changed'],
  ['has no value any more', template([{ type: 'BODY', text: 'Hi.' }]), 'template_values_changed'],
  ['names its value', template([{ type: 'BODY', text: '{{name}}' }]), 'template_values_changed'],
  ['has a picture', template([{ type: 'HEADER', format: 'IMAGE' }, body]), 'template_header_changed'],
  [
    'has a link to be completed',
    template([body, buttons({ type: 'URL', text: 'Go', url: 'https://a.example/{{1}}' })]),
    'template_buttons_changed',
  ],
  [
    'has cards',
    template([body, { type: 'CAROUSEL', cards: [{ components: [] }, { components: [] }] }]),
    'template_cards_changed',
  ],
  ['has a part that nobody knows', template([body, { type: 'HOLOGRAM' }]), 'template_unavailable'],
])('a template that %s', (_, now, expected) => {
  expect(changeOf(now)).toBe(expected)
})

it('a failure of our own says nothing of the template', () => {
  expect(whatChanged(template([body]), new Error('no database'))).toBeNull()
})
