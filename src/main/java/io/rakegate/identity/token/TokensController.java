package io.rakegate.identity.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Tokens")
class TokensController {

    private final TokenRules rules;

    TokensController(TokenRules rules) {
        this.rules = rules;
    }

    /** One's own tokens; an administrator sees everybody's. */
    @GetMapping
    @Operation(summary = "Your tokens", description = "Without their text. An administrator sees everybody's.")
    @ApiResponse(responseCode = "200", description = "The tokens, newest first")
    List<TokenBody> list() {
        return rules.list().stream().map(TokenBody::of).toList();
    }

    /** Makes a token; its text is in this answer and nowhere else. */
    @PostMapping
    @Operation(
            summary = "Make a token",
            description = "For yourself; an administrator also for a service. Not by a token.")
    @ApiResponse(responseCode = "201", description = "Its text, which is not shown again")
    @ApiResponse(responseCode = "400", description = "A field does not fit")
    @ResponseStatus(HttpStatus.CREATED)
    MadeBody create(@Valid @RequestBody TokenRequest request) {
        TokenText token = rules.create(request.owner(), request.name(), request.scope(), request.days());
        return new MadeBody(token.id(), token.whole());
    }

    /** Ends a token at once. */
    @DeleteMapping("/{id}")
    @Operation(summary = "Revoke a token", description = "At once. Your own; an administrator any. Not by a token.")
    @ApiResponse(responseCode = "204", description = "It is revoked")
    @ApiResponse(responseCode = "404", description = "No such token of yours")
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
            @Schema(description = "What it is for") @NotBlank @Size(max = 100) String name,

            @Schema(description = "What it is good for") @NotNull TokenScope scope,

            @Schema(description = "How many days it lives") @Min(1) @Max(365) int days,

            @Schema(description = "The service that it acts for; left out for yourself") @Nullable String owner) {}

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
