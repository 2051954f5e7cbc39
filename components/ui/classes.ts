/** Joins class names, leaving out what is not. Pass a component classes for its place in the page, not for its looks. */
export function classes(...names: (string | false | null | undefined)[]) {
  return names.filter(Boolean).join(' ');
}
