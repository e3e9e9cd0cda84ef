// Configuration of Cockpit; see its documentation for what can stand here.
import '../../../../login/camunda.js';

export default {
  // a panel or tab that leads to the page of the change
  customScripts: ['../../../audit/case-link.js'],
  // the listeners are the rules of the process, so nobody is offered to skip them
  skipCustomListeners: { default: false, hidden: true },
};
