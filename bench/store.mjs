/** A store that keeps nothing of the operator's but where the stories lie. */
export function emptyStore(folder) {
  return {
    scopes: () => ['operator'],
    scope: async (scope) => ({ scope, articlesFolder: folder, corrections: new Map(), feeds: new Map() }),
    close: async () => {},
  };
}
