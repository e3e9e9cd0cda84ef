package io.rakegate.identity.openid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider on loopback, with people, their groups, and a switch for whether it still renews their
 * tokens. People log in with their e-mail address; the subject is another, immutable id.
 */
public final class OpenIdProvider implements AutoCloseable {

    public static final String AUDIENCE = "rakegate-api";

    private final ServletWebServerApplicationContext running;
    private final World world;

    private OpenIdProvider(ServletWebServerApplicationContext running) {
        this.running = running;
        this.world = running.getBean(World.class);
    }

    /** Starts a provider that Rakegate's server on the port given later is a client of. */
    public static OpenIdProvider start() {
        return new OpenIdProvider((ServletWebServerApplicationContext) new SpringApplicationBuilder(World.class)
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "server.servlet.session.cookie.name", "PROVIDER",
                        "spring.main.banner-mode", "off",
                        "spring.config.location", "optional:classpath:/none/"))
                .run());
    }

    public String issuer() {
        return "http://localhost:" + running.getWebServer().getPort();
    }

    /** Somebody who can log in with e-mail address and the password {@code secret}. */
    public void person(String email, String subject, Set<String> groups) {
        person(email, subject, groups, 4242);
    }

    /** The same, with the number of their account on GitHub. */
    public void person(String email, String subject, Set<String> groups, long gitHubId) {
        world.people.put(email, new Known(subject, groups, gitHubId));
    }

    public void clientAt(int port) {
        world.port = port;
    }

    public void tokensLiveFor(Duration time) {
        world.lifetime = time;
    }

    /** From now on nobody's token is renewed. */
    public void renewNothing() {
        world.renewing = false;
    }

    public void renewAgain() {
        world.renewing = true;
    }

    /** A signed access token as the provider would make it. */
    public String token(String subject, Set<String> groups, String audience, Instant issuedAt) {
        return token(subject, groups, audience, issuedAt, Map.of());
    }

    /** The same with more claims, such as {@code cnf}. */
    String token(
            String subject, Set<String> groups, String audience, Instant issuedAt, Map<String, Object> moreClaims) {
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .claims(it -> it.putAll(moreClaims))
                .issuer(issuer())
                .subject(subject)
                .audience(List.of(audience))
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plusSeconds(300))
                .claim("groups", List.copyOf(groups))
                .build();
        return running.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    @Override
    public void close() {
        running.close();
    }

    private record Known(String subject, Set<String> groups, long gitHubId) {}

    /** What the provider consists of. No annotation marks it, so that no other test finds it. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class World {

        private final Map<String, Known> people = new ConcurrentHashMap<>();
        private volatile int port;
        private volatile boolean renewing = true;
        private volatile Duration lifetime = Duration.ofMinutes(5);

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(
                            it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return email -> User.withUsername(email)
                    .password("{noop}secret")
                    .roles("USER")
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // the server would like to hash the secret anew
                }

                @Override
                public RegisteredClient findById(String id) {
                    return rakegate();
                }

                @Override
                public RegisteredClient findByClientId(String clientId) {
                    return "rakegate".equals(clientId) ? rakegate() : null;
                }
            };
        }

        private RegisteredClient rakegate() {
            String base = "http://localhost:" + port;
            RegisteredClient.Builder client = RegisteredClient.withId("rakegate")
                    .clientId("rakegate")
                    .clientSecret("{noop}client-secret")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(base + "/login/oauth2/code/sso")
                    .postLogoutRedirectUri(base + "/login?logout")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .tokenSettings(TokenSettings.builder()
                            .accessTokenTimeToLive(lifetime)
                            .build());
            if (renewing) {
                client.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
            }
            return client.build();
        }

        @Bean
        OAuth2AuthorizationService authorizations() {
            return new InMemoryOAuth2AuthorizationService();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                Known known = people.get(context.getPrincipal().getName());
                context.getClaims()
                        .subject(known.subject())
                        .claim("name", "Ada " + known.subject())
                        .claim("github_id", known.gitHubId())
                        .claim("preferred_username", "ada-on-github")
                        .claim("groups", List.copyOf(known.groups()));
                if ("access_token".equals(context.getTokenType().getValue())) {
                    context.getClaims().audience(List.of(AUDIENCE));
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("key")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) {
            return new NimbusJwtEncoder(keys);
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) throws Exception {
            RSAKey key = ((ImmutableJWKSet<SecurityContext>) keys)
                    .getJWKSet()
                    .getKeyByKeyId("key")
                    .toRSAKey();
            return NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
