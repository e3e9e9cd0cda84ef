// Configuration of the engine's web application; see its documentation for what can stand here.
import '../../../../login/camunda.js';

export default {};
