/** The thread of a window: started by `in-werker.ts`, it runs the project side and nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import { lijn } from './draad.ts';
import { THUISNAMEN } from './in-werker.ts';
import { maakProjectkant, type Kader, type Projectkant, type Thuis } from './projectkant.ts';

if (!parentPort) throw new Error('werker.ts is started as a worker thread only');

let kant: Projectkant | undefined;
const { ander: thuis } = lijn<Thuis>(parentPort, {
  roep: (...a: Parameters<Projectkant['roep']>) => kant?.roep(...a),
  annuleer: (taak: string) => kant?.annuleer(taak),
  sluit: () => kant?.sluit(),
}, THUISNAMEN);
kant = maakProjectkant(workerData as Kader, thuis);
