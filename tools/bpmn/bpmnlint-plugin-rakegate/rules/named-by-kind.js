const { is } = require('bpmnlint-utils');

const NAMES = [
  [ 'bpmn:CallActivity', /^Call_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:SubProcess', /^SubProcess_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:Activity', /^Task_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:StartEvent', /^Start_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:EndEvent', /^End_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:Event', /^Event_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:Gateway', /^Gateway_[A-Z][A-Za-z]*$/ ],
  [ 'bpmn:SequenceFlow', /^Flow_[A-Z][A-Za-z]*(_[A-Z][A-Za-z]*(_[A-Za-z]+)?)?$/ ],
  [ 'bpmn:Lane', /^Lane_[A-Z][A-Za-z]*$/ ]
];

/** Ids say what kind of element it is and, in words, which one; history and integrations refer to them for years. */
module.exports = function() {
  function check(node, reporter) {
    const [ , pattern ] = NAMES.find(([ type ]) => is(node, type)) || [];

    if (pattern && !pattern.test(node.id)) {
      reporter.report(node.id, `Id does not look like ${pattern.source}`);
    }
  }

  return { check };
};
