package io.rakegate.identity.openid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.rakegate.identity.Browser;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
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
        this.world.issuer = issuer();
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

    /** From now on it answers nothing but that it is down, or answers again. */
    public void unavailable(boolean unavailable) {
        world.unavailable = unavailable;
    }

    /** Somebody logs out at the provider, which tells Rakegate so. */
    public void logOut(Browser browser) {
        HttpResponse<String> form = browser.visit(issuer() + "/logout");
        HttpResponse<String> done = browser.send(HttpRequest.newBuilder(URI.create(issuer() + "/logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + Browser.csrfField(form.body()))));
        if (done.statusCode() != 302 || world.told.get() != 200) {
            throw new AssertionError("The provider did not log out: " + done + " " + world.told);
        }
    }

    /** What the provider says about a log-out, signed; the given claims replace its own. */
    public String logoutToken(Map<String, Object> claims) {
        return world.logoutToken(running.getBean(JwtEncoder.class), claims);
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
        private volatile String issuer = "";
        private volatile boolean unavailable;
        private volatile Duration lifetime = Duration.ofMinutes(5);
        private final AtomicInteger told = new AtomicInteger();

        @Bean
        FilterRegistrationBean<Filter> outage() {
            var outage = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                if (unavailable) {
                    ((HttpServletResponse) response).setStatus(503);
                } else {
                    chain.doFilter(request, response);
                }
            });
            outage.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return outage;
        }

        String logoutToken(JwtEncoder encoder, Map<String, Object> claims) {
            JwtClaimsSet.Builder said = JwtClaimsSet.builder()
                    .issuer(issuer)
                    .audience(List.of("rakegate"))
                    .id(UUID.randomUUID().toString())
                    .issuedAt(Instant.now())
                    .expiresAt(Instant.now().plusSeconds(120))
                    .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
            claims.forEach(said::claim);
            return encoder.encode(JwtEncoderParameters.from(
                            JwsHeader.with(SignatureAlgorithm.RS256)
                                    .type("logout+jwt")
                                    .build(),
                            said.build()))
                    .getTokenValue();
        }

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
        SecurityFilterChain login(HttpSecurity http, JwtEncoder encoder) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .logout(out -> out.addLogoutHandler(
                            (request, response, who) -> tellRakegate(encoder, request.getSession(), who)))
                    .build();
        }

        /** The server calls a session in its tokens by a hash. */
        private void tellRakegate(JwtEncoder encoder, HttpSession session, Authentication who) {
            String said = logoutToken(
                    encoder, Map.of("sub", people.get(who.getName()).subject(), "sid", hash(session.getId())));
            HttpResponse<String> answer = new Browser(port)
                    .send(HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + port + "/logout/connect/back-channel/sso"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + said)));
            told.set(answer.statusCode());
        }

        private static String hash(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
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
