// Configuration of Cockpit; see its documentation for what can stand here.
import '../../../../login/camunda.js';

export default {
  // the listeners are the rules of the process, so nobody is offered to skip them
  skipCustomListeners: { default: false, hidden: true },
};
