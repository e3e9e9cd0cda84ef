package io.rakegate.sandbox.github;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the sandbox.
 *
 * @param baseUrl address of this server as a browser sees it, without a slash at the end; by default
 *     {@code http://localhost:<port>}
 */
@ConfigurationProperties("rakegate.sandbox")
public record SandboxGitHubProperties(@Nullable String baseUrl) {}
