package io.rakegate.support;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The REST API and the web applications find their engine, and themselves, in registries of the JVM: the context that
 * started last stands there, and one that ends takes them away from all. Before each class its own are put back. Applies
 * to every Spring test ({@code META-INF/spring.factories}).
 */
public final class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ObjectProvider<ProcessEngine> engine = test.getApplicationContext().getBeanProvider(ProcessEngine.class);
        engine.ifAvailable(own -> {
            ProcessEngines.registerProcessEngine(own);
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        });
    }
}
