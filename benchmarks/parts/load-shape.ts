export const CONNECTIONS = 50
