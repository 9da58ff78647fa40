import { createContext, useContext } from 'react'

/** Sentences about single fields, by their path. */
export type FormErrors = Record<string, string>

export const FormErrorsContext = createContext<FormErrors>({})

export function useFieldError(path: string): string | undefined {
  return useContext(FormErrorsContext)[path]
}
