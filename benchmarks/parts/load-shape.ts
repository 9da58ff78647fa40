export const CONNECTIONS = 50
/** Not counted: the code is being compiled by the engine. */
export const WARM_UP_SECONDS = 3
