// A tab in Cockpit and a panel in Tasklist that lead from a running case to the page of its change.
const TEXT = {
  looking: 'Looking for the change …',
  none: 'This case is no production database change, so it has no page.',
  failed: 'The change could not be read. Reload the page, or open the list of changes.',
};

const site = () => new URL(document.baseURI).pathname.split('/camunda/')[0];

async function read(address) {
  const answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(address + ' answers ' + answer.status);
  return answer.json();
}

function add(parent, tag, text) {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = text;
  return element;
}

async function businessKeyOf(api, { taskId, processInstanceId }) {
  const instance = processInstanceId || (await read(api.engineApi + '/task/' + encodeURIComponent(taskId))).processInstanceId;
  if (!instance) return null;
  return (await read(api.engineApi + '/process-instance/' + encodeURIComponent(instance))).businessKey;
}

async function show(node, { api, ...place }) {
  const box = node.appendChild(document.createElement('div'));
  box.className = 'rakegate-change';
  const said = add(box, 'p', TEXT.looking);
  said.setAttribute('role', 'status');
  try {
    const found = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec((await businessKeyOf(api, place)) || '');
    if (!found) {
      said.textContent = TEXT.none;
      return;
    }
    const path = '/changes/' + found[1] + '/' + found[2];
    const change = await read(site() + '/api' + path);
    said.textContent = '';
    const link = add(said, 'a', found[0] + (change.title ? ': ' + change.title : ''));
    link.href = site() + path;
    link.target = '_blank';
    link.rel = 'noopener';
    if (change.step) add(box, 'p', 'At step ' + change.step.number + ': ' + change.step.title + '.');
    add(box, 'p', 'The page shows the ten steps, every act with its person, the evidence and the approvals.');
  } catch (failed) {
    console.error(failed);
    said.textContent = TEXT.failed + ' ';
    const list = add(said, 'a', 'All changes');
    list.href = site() + '/changes';
  }
}

const plugin = (id, pluginPoint, priority) => ({
  id,
  pluginPoint,
  priority,
  properties: { label: 'Change' },
  render: (node, place) => {
    show(node, place);
  },
  unmount: () => {},
});

export default [
  plugin('rakegate-change-panel', 'tasklist.task.detail', 500),
  plugin('rakegate-change-tab', 'cockpit.processInstance.runtime.tab', 1),
];
