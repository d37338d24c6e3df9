/** Whether the page stands inside another one, which asks for that by its address: "?embed". */
export const isEmbedded: boolean = typeof location !== 'undefined' && new URLSearchParams(location.search).has('embed');
