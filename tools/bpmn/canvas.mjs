// bpmn-js, the library that Camunda Modeler is made of, in a headless Chromium.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const CHROMIUM = [ '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'
];

/** The installed Chromium, or the one that CHROMIUM names. */
function chromium() {
  const path = process.env.CHROMIUM || CHROMIUM.find(existsSync);

  if (!path) {
    throw new Error('No Chromium found; install it (Debian: apt-get install chromium) or set CHROMIUM to its path');
  }
  return path;
}

/** Opens each diagram as Camunda Modeler does and hands what came of it to the visitor, with the browser's page. */
export async function eachDiagram(files, visit) {
  const camunda = JSON.parse(await readFile(require.resolve('camunda-bpmn-moddle/resources/camunda.json'), 'utf8'));
  const browser = await puppeteer.launch({ executablePath: chromium(), args: FLAGS });

  try {
    for (const file of files) {
      const page = await browser.newPage();
      await page.setContent('<!doctype html><div id="canvas" style="width: 1600px; height: 900px"></div>');
      await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-modeler.production.min.js') });
      const xml = await readFile(file, 'utf8');
      const opened = await page.evaluate(open, xml, camunda);
      await visit({ file, name: basename(file, '.bpmn'), xml, page, ...opened });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/* global BpmnJS, window */
async function open(xml, camunda) {
  const modeler = new BpmnJS({ container: '#canvas', moddleExtensions: { camunda } });
  window.modeler = modeler;

  try {
    const { warnings } = await modeler.importXML(xml);
    const { svg } = await modeler.saveSVG();
    return { warnings: warnings.map(warning => warning.message), svg };
  } catch (error) {
    return { warnings: [ error.message, ...(error.warnings || []).map(warning => warning.message) ], svg: '' };
  }
}
