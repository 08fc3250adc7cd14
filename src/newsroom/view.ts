/** What moderators are shown. */
export type NewsroomView = { readonly kind: 'notice'; readonly text: string };
