/** Vietnamese. */
import type { Catalogue } from '../text.ts';
export const vi: Catalogue = {
  'app.name': 'Handrail',
};
