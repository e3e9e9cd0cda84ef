package io.rakegate.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test on the real engine: our engine settings and our diagrams on a real PostgreSQL, and nothing else.
 *
 * <p>Jobs run only when the test says so. What the diagrams call comes from {@code @Import} or a nested
 * {@code @TestConfiguration}. Each test starts without a process instance, a task or a job, and camunda-bpm-assert is
 * bound to this engine. Tests that import the same share one engine, so it starts once.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithDatabase
@SpringBootTest(
        classes = EngineTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camunda.bpm.job-execution.enabled=false")
@TestExecutionListeners(listeners = CleanEngine.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface EngineTest {}
