import type { TemplateComponent } from '../templates/component.ts'
import type { DetailOf } from './account-detail.ts'

/**
 * A template's components with the texts that Meta reports. It reports texts only, so what else a component has
 * (examples, media, the settings of a button) stays as Graph described it.
 */
export function changedComponents(
  components: TemplateComponent[],
  change: DetailOf<'template_components'>,
): TemplateComponent[] {
  const typeOf = (component: TemplateComponent) => component.type.toUpperCase()
  const known = (type: string) => components.find((component) => typeOf(component) === type)
  const texts: TemplateComponent[] = []

  const header = known('HEADER')
  const hasMedia = header?.format !== undefined && header.format.toUpperCase() !== 'TEXT'
  if (header && hasMedia) texts.push(header)
  else if (change.header !== null) {
    texts.push({ ...header, type: 'HEADER', format: 'TEXT', text: change.header })
  }
  const body = known('BODY')
  if (change.body !== null) texts.push({ ...body, type: 'BODY', text: change.body })
  else if (body) texts.push(body)
  if (change.footer !== null) texts.push({ ...known('FOOTER'), type: 'FOOTER', text: change.footer })
  if (change.buttons.length > 0) texts.push({ type: 'BUTTONS', buttons: buttons(known('BUTTONS'), change) })

  const replaced = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS'])
  return [...texts, ...components.filter((component) => !replaced.has(typeOf(component)))]
}

function buttons(known: TemplateComponent | undefined, change: DetailOf<'template_components'>) {
  return change.buttons.map((button, index) => {
    const before = known?.buttons?.[index]
    const kept = before?.type.toUpperCase() === button.type.toUpperCase() ? before : {}
    return {
      ...kept,
      type: button.type,
      ...(button.text === null ? {} : { text: button.text }),
      ...(button.url === null ? {} : { url: button.url }),
      ...(button.phone === null ? {} : { phone_number: button.phone }),
    }
  })
}
