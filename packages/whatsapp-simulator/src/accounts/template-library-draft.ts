export type ParameterType = 'TEXT' | 'AMOUNT' | 'DATE' | 'NUMBER' | 'ADDRESS'

/** A template of the library, in its languages; the n-th text of a button belongs to the n-th button. */
export type LibraryDraft = {
  name: string
  topic: 'ORDER_MANAGEMENT' | 'PAYMENTS' | 'ACCOUNT_UPDATE' | 'CUSTOMER_FEEDBACK'
  usecase: string
  industry: ('E_COMMERCE' | 'FINANCIAL_SERVICES')[]
  params: ParameterType[]
  buttons: LibraryButton['type'][]
  texts: Record<string, { header?: string; body: string; examples: string[]; buttons: string[] }>
}

export type LibraryButton =
  | { type: 'URL'; text: string; url: string }
  | { type: 'PHONE_NUMBER'; text: string; phone_number: string }
  | { type: 'QUICK_REPLY'; text: string }
