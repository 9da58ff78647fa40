type Json = Record<string, unknown>

/** What Meta lists the button of a one-time code as: a link of its own, which says in its query what the button does. */
const CODE_LINK = /^https:\/\/www\.whatsapp\.com\/otp\/code\/\?/

/**
 * The parts of an authentication template as they were given to Meta. It lists them with the texts that it wrote itself, and
 * takes none of those back.
 */
export function withoutMetasTexts(components: Json[]): Json[] {
  return components.map((component) => {
    const { text: _, example: __, ...own } = component
    if (component.type === 'BODY' || component.type === 'FOOTER') return own
    if (component.type !== 'BUTTONS' || !Array.isArray(component.buttons)) return component
    return { ...component, buttons: component.buttons.map((button: Json) => codeButton(button)) }
  })
}

function codeButton(button: Json): Json {
  const url = String(button.url ?? '')
  if (!CODE_LINK.test(url)) return button
  const query = new URL(url.replaceAll(/[{}]/g, '')).searchParams
  const said = (name: string, key = name) => (query.has(name) ? { [key]: query.get(name)! } : {})
  const app = { ...said('package_name'), ...said('signature_hash') }
  return {
    type: 'OTP',
    otp_type: query.get('otp_type') ?? 'COPY_CODE',
    ...(button.text === undefined ? {} : { text: button.text }),
    ...said('cta_display_name', 'autofill_text'),
    ...(Object.keys(app).length === 2 ? { supported_apps: [app] } : {}),
  }
}
