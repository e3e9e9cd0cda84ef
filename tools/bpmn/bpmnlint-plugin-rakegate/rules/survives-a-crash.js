const { isAny } = require('bpmnlint-utils');

/** What is automatic starts in a transaction of its own, so that it is retried and undoes nobody's work. */
module.exports = function() {
  function check(node, reporter) {
    if (isAny(node, [ 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask' ]) && !node.get('camunda:asyncBefore')) {
      reporter.report(node.id, 'Element is not "asynchronous before"');
    }
  }

  return { check };
};
