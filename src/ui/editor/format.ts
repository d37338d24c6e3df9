/** placeholder replaced below */
export function formatGo(text: string): string {
  return text;
}
