/** A page of HSDS around its contents; pages count from 1. */
export const hsdsPage = <Content>(
  contents: readonly Content[],
  { count, page, perPage }: { count: number; page: number; perPage: number },
) => {
  const pages = Math.ceil(count / perPage)
  return {
    ...{ total_items: count, total_pages: pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents },
  }
}
