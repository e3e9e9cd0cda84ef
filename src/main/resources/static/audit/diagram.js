/* Draws the diagram of a change and marks what it came through and where it is. The page says the same in words. */
(function () {
  'use strict';

  const figure = document.querySelector('.diagram');

  function ids(attribute) {
    return (figure.getAttribute(attribute) || '').split(' ').filter(Boolean);
  }

  function mark(viewer, attribute, marker) {
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    ids(attribute).filter(id => registry.get(id)).forEach(id => {
      canvas.addMarker(id, marker);
      if ((registry.get(id).children || []).length) {
        canvas.addMarker(id, 'scope');
      }
    });
  }

  function fit(viewer) {
    viewer.get('canvas').resized();
    viewer.get('canvas').zoom('fit-viewport', 'auto');
  }

  async function draw() {
    const response = await fetch(figure.dataset.diagram, { headers: { Accept: 'application/xml' } });
    if (!response.ok) {
      throw new Error('The diagram answers ' + response.status);
    }
    const xml = await response.text();
    figure.classList.add('drawn');
    const viewer = new window.BpmnJS({ container: figure });
    await viewer.importXML(xml);
    mark(viewer, 'data-passed', 'passed');
    mark(viewer, 'data-present', 'present');
    fit(viewer);
    // paper is narrower than the window it was drawn for
    window.matchMedia('print').addEventListener('change', () => fit(viewer));
  }

  if (figure && window.BpmnJS) {
    draw().catch(() => figure.classList.remove('drawn'));
  }
}());
