/** A card as a phone sends it. `contact_request` says that the business asked for this very number. */
export function contactCard(
  person: { name: string; phone: string; email?: string },
  origin: 'other' | 'contact_request' = 'other',
): Record<string, unknown> {
  const [first_name, ...rest] = person.name.split(/\s+/)
  const wa_id = person.phone.replace(/\D/g, '')
  return {
    name: {
      formatted_name: person.name,
      first_name,
      ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}),
    },
    phones: [{ phone: person.phone, type: 'CELL', wa_id }],
    ...(person.email ? { emails: [{ email: person.email, type: 'HOME' }] } : {}),
    origin,
    ...(origin === 'other' ? { vcard: vcard(person, wa_id) } : {}),
  }
}

function vcard(person: { name: string; phone: string }, wa_id: string): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${person.name}`,
    `TEL;type=CELL;waid=${wa_id}:${person.phone}`,
    'END:VCARD',
  ].join('\n')
}
