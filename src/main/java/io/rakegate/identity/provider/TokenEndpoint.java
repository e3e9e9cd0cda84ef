package io.rakegate.identity.provider;

import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A provider's token endpoint, asked with patience that ends. */
public final class TokenEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TokenEndpoint() {}

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> byCode() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http());
        return client;
    }

    /** Renews a token. */
    public static OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> byRefreshToken() {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(http());
        return client;
    }

    /** Requests that end by themselves where nobody answers. */
    public static ClientHttpRequestFactory patientRequests() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    private static RestClient http() {
        return RestClient.builder()
                .requestFactory(patientRequests())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
