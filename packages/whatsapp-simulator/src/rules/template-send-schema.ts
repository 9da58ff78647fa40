import { z } from 'zod'

/** The `template` object of a send; what a template needs inside it is checked against the template itself. */
export const templateSendSchema = z.object({
  name: z.string().min(1).max(512),
  language: z.object({ code: z.string().min(2).max(10) }),
  components: z
    .array(
      z.looseObject({
        type: z.string(),
        parameters: z
          .array(
            z.looseObject({
              type: z.string(),
              text: z.union([z.string(), z.number()]).optional(),
              parameter_name: z.string().optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
})
