// Draws every diagram into docs/images. With --check it draws too, but only compares: a picture that was made from
// another state of its diagram ends it with 1.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { eachDiagram } from './canvas.mjs';
import { diagrams, images } from './files.mjs';

const [ folder ] = process.argv.slice(2).filter(argument => argument !== '--check');
const check = process.argv.includes('--check');

/** Fonts differ between machines, and with them every coordinate; what the picture was made from does not. */
const madeFrom = ({ name, xml }) =>
  `<!-- made by tools/bpmn/render from ${name}.bpmn sha256:${createHash('sha256').update(xml).digest('hex')} -->`;

await mkdir(images, { recursive: true });
await eachDiagram(await diagrams(folder), async diagram => {
  const size = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(diagram.svg);
  const file = join(images, diagram.name);

  if (!size) {
    throw new Error(`${diagram.file} could not be drawn: ${diagram.warnings.join('; ')}`);
  }
  if (!check) {
    await writeFile(`${file}.svg`, diagram.svg.replace('<svg ', `${madeFrom(diagram)}\n<svg `));
    await drawPixels(diagram, size.slice(1).map(Number).map(Math.ceil), `${file}.png`);
    console.log(`${file}.svg and .png`);
  } else if (!await isCurrent(diagram, `${file}.svg`)) {
    console.error(`${file}.svg is not of the diagram as it is now; run tools/bpmn/render and commit the pictures`);
    process.exitCode = 1;
  }
});

async function isCurrent(diagram, picture) {
  const drawn = await readFile(picture, 'utf8').catch(() => '');
  return drawn.includes(madeFrom(diagram));
}

async function drawPixels({ page, svg }, [ width, height ], file) {
  await page.setViewport({ width, height });
  await page.setContent(`<!doctype html><style>body { margin: 0; background: white }</style>${svg}`);
  await page.screenshot({ path: file, clip: { x: 0, y: 0, width, height } });
}
