package io.rakegate.journey;

import io.rakegate.RakegateApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Starts the whole application with its sandbox, without samples, on a free port of this machine. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = RakegateApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "rakegate.sandbox.samples=false",
            "rakegate.audit.archive.folder=${rakegate.test.folder:target/tests}/journey/archive",
            "rakegate.audit.signing.generated-key-file=${rakegate.test.folder:target/tests}/journey/signing-key.pem",
            // a longest wait below this one would be no wait at all
            "camunda.bpm.job-execution.wait-time-in-millis=100",
            "camunda.bpm.job-execution.max-wait=500"
        })
// tests switch the collection of metrics off unless told otherwise
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("sandbox")
@TypeExcludeFilters(OnlyTheApplication.class)
@DirtiesContext
public @interface WholeApplication {}
