/** Today's date on the calendar of this machine, `jjjj-mm-dd`. */
export function vandaag(nu = new Date()): string {
  return `${nu.getFullYear()}-${String(nu.getMonth() + 1).padStart(2, '0')}-${String(nu.getDate()).padStart(2, '0')}`;
}
