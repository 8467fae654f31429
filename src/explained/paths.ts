export const paths = {
  page: (language: string) => `/${language}/explained`,
  /** Their addresses change with what they hold. */
  film: (language: string, mark: string) => `/${language}/explained/sign-language.mp4?v=${mark}`,
  captions: (language: string, mark: string) => `/${language}/explained/sign-language.vtt?v=${mark}`,
}
