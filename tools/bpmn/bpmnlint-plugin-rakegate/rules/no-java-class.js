/** A diagram names what it calls as ${aBean}; a class name would tie it to a package. */
module.exports = function() {
  function check(node, reporter) {
    for (const attribute of [ 'camunda:class', 'class' ]) {
      if (node.get(attribute)) {
        reporter.report(owner(node).id, `Use a delegate expression instead of the class ${node.get(attribute)}`);
        return;
      }
    }
  }

  return { check };
};

function owner(node) {
  let element = node;

  while (!element.id && element.$parent) {
    element = element.$parent;
  }
  return element;
}
