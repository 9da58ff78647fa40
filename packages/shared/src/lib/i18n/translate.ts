export type TranslateParams = Record<string, string | number>
export type TranslateFn = (
  key: string,
  fallbackOrParams?: string | TranslateParams,
  params?: TranslateParams,
) => string

/** Placeholders are `{name}` or `{{name}}`. Without a text, the fallback, then the key itself. */
export function createTranslator(dict: Record<string, string>): TranslateFn {
  return (key, fallbackOrParams, params) => {
    const fallback = typeof fallbackOrParams === 'string' ? fallbackOrParams : key
    const values = typeof fallbackOrParams === 'object' ? fallbackOrParams : params
    return fill(dict[key] ?? fallback, values)
  }
}

function fill(text: string, params: TranslateParams | undefined): string {
  if (!params) return text
  return text.replace(/\{\{?\s*(\w+)\s*\}?\}/g, (whole, name: string) =>
    name in params ? String(params[name]) : whole,
  )
}
