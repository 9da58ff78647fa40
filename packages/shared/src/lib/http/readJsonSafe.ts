/** The parsed JSON, or the fallback (null) when there is none; never throws on bad JSON. */
export async function readJsonSafe<T>(
  source: Request | Response | string,
  fallback: T | null = null,
): Promise<T | null> {
  try {
    return JSON.parse(typeof source === 'string' ? source : await source.text()) as T
  } catch (error) {
    if (error instanceof SyntaxError) return fallback
    throw error
  }
}
