package io.rakegate.identity;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The REST API and the web applications find their engine by name in a registry of the JVM, where the context that
 * started last stands. Before each class its own engine is put there.
 */
public class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
