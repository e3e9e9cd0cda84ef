const { is } = require('bpmnlint-utils');

const ONE_VARIABLE = /^\$\{\s*(not\s+|!\s*)?[a-zA-Z]+(\s*(==|!=)\s*('[^']*'|true|false|null))?\s*\}$/;

/** A condition reads one variable, so that what decides is in the data and in the history, not in the diagram. */
module.exports = function() {
  function check(node, reporter) {
    if (is(node, 'bpmn:SequenceFlow') && node.conditionExpression
        && !ONE_VARIABLE.test((node.conditionExpression.body || '').trim())) {
      reporter.report(node.id, `Condition does more than read one variable: ${node.conditionExpression.body}`);
    }
  }

  return { check };
};
