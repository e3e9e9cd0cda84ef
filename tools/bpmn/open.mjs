// Opens every diagram as Camunda Modeler does; ends with 1 if there is a warning.
import { eachDiagram } from './canvas.mjs';
import { diagrams } from './files.mjs';

await eachDiagram(await diagrams(process.argv[2]), ({ file, warnings }) => {
  if (warnings.length) {
    console.error(`${file}\n  ${warnings.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    console.log(`${file} opens without a warning`);
  }
});
