import type { CrowdWords } from '../en/crowd.ts';

export const crowdWords: CrowdWords = {
  here: 'Mae llawer o bobl yma',
  keepsTrying: 'Rydym yn dal i roi cynnig arni ar eich rhan, am ba hyd bynnag y bydd. Nid oes angen pwyso eto.',
};
