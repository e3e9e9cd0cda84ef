package io.rakegate.identity.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tokens}: tokens for programs. */
@RestController
@RequestMapping("/api/tokens")
class TokensController {

    private final TokenRules rules;

    TokensController(TokenRules rules) {
        this.rules = rules;
    }

    /** One's own tokens; an administrator sees everybody's. */
    @GetMapping
    List<TokenBody> list() {
        return rules.list().stream().map(TokenBody::of).toList();
    }

    /** Makes a token; its text is in this answer and nowhere else. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeBody create(@Valid @RequestBody TokenRequest request) {
        TokenText token = rules.create(request.owner(), request.name(), request.scope(), request.days());
        return new MadeBody(token.id(), token.whole());
    }

    /** Ends a token at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        rules.revoke(id);
    }

    /**
     * Asks for a token.
     *
     * @param name what it is for
     * @param scope what it is good for
     * @param days how long it lives, 1 to 365
     * @param owner the service it acts for; null for oneself
     */
    record TokenRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull TokenScope scope,
            @Min(1) @Max(365) int days,
            @Nullable String owner) {}

    /**
     * A token that was made.
     *
     * @param id its id, by which it is revoked
     * @param token its text, to be sent as {@code Authorization: Bearer …}
     */
    record MadeBody(String id, String token) {

        /** The text stays out of logs. */
        @Override
        public String toString() {
            return "MadeBody[id=" + id + "]";
        }
    }

    /** A token without its text. */
    record TokenBody(
            String id,
            String owner,
            String name,
            TokenScope scope,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        static TokenBody of(AccessToken token) {
            return new TokenBody(
                    token.id(),
                    token.userId(),
                    token.name(),
                    token.scope(),
                    token.createdBy(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.revokedAt());
        }
    }
}
