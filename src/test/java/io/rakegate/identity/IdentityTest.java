package io.rakegate.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/** A test against the identity room on a real port, with the sandbox's people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = IdentityApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "spring.config.import=classpath:sandbox/people.yaml",
            // the database is a copy of a migrated one
            "spring.liquibase.enabled=false",
            "rakegate.sandbox.enabled=true",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.webapp.index-redirect-enabled=false",
            "management.endpoints.web.exposure.include=health,env",
            "server.address=127.0.0.1",
            "rakegate.identity.http-basic=true",
            "rakegate.teams[0].slug=benefits",
            "rakegate.teams[0].name=Benefits",
            "rakegate.teams[1].slug=claims",
            "rakegate.teams[1].name=Claims"
        })
public @interface IdentityTest {}
