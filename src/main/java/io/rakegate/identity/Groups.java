package io.rakegate.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ids of the groups that the process speaks of. Configuration, because organisations rename them.
 *
 * @param consoleServices Console Services: approves in step 5
 * @param prodOperators DevOps engineers with production access: run in step 8
 * @param platformLeadership Platform leadership: arranges an operator where a team has none
 * @param processOwners edit and deploy the diagrams
 * @param auditors read everything, change nothing
 */
@ConfigurationProperties("rakegate.groups")
public record Groups(
        @DefaultValue("console-services") String consoleServices,
        @DefaultValue("prod-operators") String prodOperators,
        @DefaultValue("platform-leadership") String platformLeadership,
        @DefaultValue("process-owners") String processOwners,
        @DefaultValue("auditors") String auditors) {}
