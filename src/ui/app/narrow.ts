/** Below this width panels become tabs. */
export const narrow = '(max-width: 719px)';
