import type { SimulatorAccount } from './account.ts'
import type { Template } from './template.ts'

export type TemplateOwner = { account: SimulatorAccount; template: Template }

export function findTemplate(accounts: SimulatorAccount[], templateId: string): TemplateOwner | null {
  for (const account of accounts) {
    const template = account.templates.find((candidate) => candidate.id === templateId)
    if (template) return { account, template }
  }
  return null
}
