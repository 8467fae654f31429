/** The addresses of posts. */
export const paths = {
  posts: (language: string) => `/${language}/staff/posts`,
  post: (language: string, centreId: string) => `/${language}/staff/posts/${centreId}`,
  plan: (language: string, centreId: string) => `/${language}/staff/posts/${centreId}/plan`,
  assign: (language: string, centreId: string) => `/${language}/staff/posts/${centreId}/assign`,
  contract: (language: string, centreId: string) => `/${language}/staff/posts/${centreId}/contract`,
  end: (language: string, centreId: string, id: string) =>
    `/${language}/staff/posts/${centreId}/assignments/${id}/end`,
}
