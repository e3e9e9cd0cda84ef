const { is } = require('bpmnlint-utils');

/** No code in a diagram: it would run unreviewed, and nothing tests it. */
module.exports = function() {
  function check(node, reporter) {
    if (is(node, 'bpmn:ScriptTask')) {
      reporter.report(node.id, 'Element is a script');
    }
    if (is(node, 'bpmn:FormalExpression') && node.language) {
      reporter.report(node.$parent.id, `Condition is a script in ${node.language}`);
    }
    if (is(node, 'bpmn:BaseElement') && containsScript(node.extensionElements)) {
      reporter.report(node.id, 'Element contains a script');
    }
  }

  return { check };
};

function containsScript(element) {
  if (!element || typeof element !== 'object') {
    return false;
  }
  if (element.$type === 'camunda:Script') {
    return true;
  }
  return (element.$descriptor ? element.$descriptor.properties : [])
    .filter(property => !property.isReference)
    .flatMap(property => element.get(property.name) || [])
    .some(containsScript);
}
