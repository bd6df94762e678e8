import { REFERENCE_FOLDER } from '../model/page-path.ts';

/** Folders of the out folder that hold nothing but generated files: what the schema does not make is deleted there. */
export const OWNED_FOLDERS: readonly string[] = [REFERENCE_FOLDER, 'public/schemas'];
