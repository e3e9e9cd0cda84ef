package io.rakegate.attack;

import io.rakegate.RakegateApplication;
import io.rakegate.journey.OnlyTheApplication;
import io.rakegate.support.WithDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Attacks the whole application over HTTP. All attacks share one running application and its changes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = RakegateApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "rakegate.sandbox.samples=false",
            "rakegate.audit.archive.folder=${rakegate.test.folder:target/tests}/attack/archive",
            "rakegate.audit.signing.generated-key-file=${rakegate.test.folder:target/tests}/attack/signing-key.pem",
            "camunda.bpm.job-execution.wait-time-in-millis=100",
            "camunda.bpm.job-execution.max-wait=500",
            "rakegate.engine.refusals-kept-per-minute=100000",
            "rakegate.identity.services[0].user-id=ci",
            "rakegate.identity.services[0].name=Nightly build",
            "rakegate.identity.services[0].groups=team-benefits"
        })
@ActiveProfiles("sandbox")
@TypeExcludeFilters(OnlyTheApplication.class)
@Import(Targets.class)
@WithDatabase
@interface AttackTest {}
