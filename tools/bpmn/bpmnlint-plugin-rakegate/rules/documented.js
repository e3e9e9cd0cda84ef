const { isAny } = require('bpmnlint-utils');

/** Every element of the flow says what happens there: it is shown in Tasklist and is the manual. */
module.exports = function() {
  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:Process' ])) {
      return;
    }
    if (!(node.documentation || []).some(documentation => (documentation.text || '').trim())) {
      reporter.report(node.id, 'Element has no documentation');
    }
  }

  return { check };
};
