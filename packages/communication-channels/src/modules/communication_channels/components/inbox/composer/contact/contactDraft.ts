import { newKey } from '../../data/newKey.ts'
import type { SendableContent } from '../../model/message.ts'
import type { Complaints, DraftField } from '../attach/fieldChecks.ts'
import { limits } from '../limits.ts'

export type ContactDraft = {
  name: string
  company: string
  email: string
  phones: { id: string; phone: string }[]
}

export const emptyPhone = () => ({ id: newKey(), phone: '' })

export const emptyContact = (): ContactDraft => ({ name: '', company: '', email: '', phones: [emptyPhone()] })

export function isEmptyContact({ name, company, email, phones }: ContactDraft): boolean {
  return [name, company, email, ...phones.map((one) => one.phone)].every((text) => !text.trim())
}

const card = 'content.contacts.0'
const paths = {
  name: `${card}.name.formattedName`,
  company: `${card}.organization.company`,
  email: `${card}.emails.0.email`,
}

export const contactPaths = paths

/** Where a number stands in the request, in which empty lines are left out. */
export function phonePath(draft: ContactDraft, index: number): string {
  const filled = draft.phones.slice(0, index).filter((one) => one.phone.trim()).length
  return draft.phones[index]?.phone.trim() || index === 0
    ? `${card}.phones.${filled}.phone`
    : `${card}.phones.empty.${index}`
}

export const contactFields = (draft: ContactDraft): DraftField[] => [
  { path: paths.name, text: draft.name, limit: limits.contactName, isRequired: true },
  { path: paths.company, text: draft.company, limit: limits.company },
  { path: paths.email, text: draft.email, limit: limits.email },
  ...draft.phones.map(({ phone }, index) => ({
    path: phonePath(draft, index),
    text: phone,
    limit: limits.phone,
  })),
]

/** Short ones are numbers too where they name no country, and so are those with an extension. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length
  const form = /^[+\d\s()./-]+((ext|x|#)\.?\s*\d+)?$/i
  return form.test(text.trim()) && digits >= (text.includes('+') ? 7 : 3)
}

export function checkContact(draft: ContactDraft): Complaints {
  const email = draft.email.trim()
  const isReachable = Boolean(email) || draft.phones.some((one) => one.phone.trim())
  return {
    ...(email && !/^[^\s@]+@[^\s@]+$/.test(email) ? { [paths.email]: { kind: 'email' } as const } : {}),
    ...Object.fromEntries(
      draft.phones.flatMap(({ phone }, index) =>
        phone.trim() && !isPhone(phone) ? [[phonePath(draft, index), { kind: 'phone' } as const]] : [],
      ),
    ),
    ...(isReachable ? {} : { [phonePath(draft, 0)]: { kind: 'reach' } as const }),
  }
}

/** The message of a draft that has no complaints. */
export function contactOf(draft: ContactDraft): SendableContent {
  const phones = draft.phones.map((one) => one.phone.trim()).filter(Boolean)
  const email = draft.email.trim()
  const company = draft.company.trim()
  return {
    type: 'contacts',
    contacts: [
      {
        name: { formattedName: draft.name.trim() },
        ...(phones.length > 0 ? { phones: phones.map((phone) => ({ phone })) } : {}),
        ...(email ? { emails: [{ email }] } : {}),
        ...(company ? { organization: { company } } : {}),
      },
    ],
  }
}
