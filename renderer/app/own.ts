/** The gemeente of who sits at this machine: chosen once, and then one click away in every project that has it. */
import { useOpen } from '../stand/hooks.ts';
import { useSetting } from './settings.ts';

/** In the address, in place of the code of a gemeente: the own one, to be chosen. */
export const OWN = 'mijn';

/** Undefined while it was not chosen, or the project does not have it. */
export function useOwnGemeente(): [{ code: string; naam: string } | undefined, (code: string) => void] {
  const { project } = useOpen();
  const [code, set] = useSetting('eigenGemeente', '');
  return [project.gemeenten.find((g) => g.code === code), set];
}
