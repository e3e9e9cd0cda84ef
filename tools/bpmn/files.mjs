import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the pictures go. */
export const images = join(root, 'docs', 'images');

/** The diagrams of processes/, or of the folder given. */
export async function diagrams(folder = join(root, 'processes')) {
  const names = (await readdir(folder)).filter(name => name.endsWith('.bpmn')).sort();

  if (!names.length) {
    throw new Error(`No diagram in ${folder}`);
  }
  return names.map(name => join(folder, name));
}
