export const paths = { due: (language: string) => `/${language}/due` }
