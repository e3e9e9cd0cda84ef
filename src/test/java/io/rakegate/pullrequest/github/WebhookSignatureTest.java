package io.rakegate.pullrequest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class WebhookSignatureTest {

    /** GitHub's own example, from "Validating webhook deliveries". */
    private static final String SECRET = "It's a Secret to Everybody";

    private static final String SIGNATURE = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void githubsOwnExampleIsSigned() throws Exception {
        assertThat(isSigned("Hello, World!", "sha256=" + SIGNATURE)).isTrue();
    }

    @Test
    void anotherBodyIsNot() throws Exception {
        assertThat(isSigned("Hello, World?", "sha256=" + SIGNATURE)).isFalse();
    }

    @Test
    void whatWasReadBeforeBelongsToTheBody() throws Exception {
        SignedBody body = body(new ByteArrayInputStream("Hello, World!".getBytes(StandardCharsets.UTF_8)));

        assertThat(body.read()).isEqualTo('H');
        assertThat(body.skip(3)).isEqualTo(3);
        assertThat(body.readNBytes(2)).isEqualTo("o,".getBytes(StandardCharsets.UTF_8));

        assertThat(body.isSignedWith(
                        WebhookSignature.fromHeader("sha256=" + SIGNATURE).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                SIGNATURE,
                "sha1=" + SIGNATURE,
                "sha256=",
                "sha256=" + SIGNATURE + "00",
                "sha256=xx7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void whatHasAnotherFormIsNoSignature(String header) {
        assertThat(WebhookSignature.fromHeader(header)).isEmpty();
    }

    @Test
    void aBodyOfTheLargestSizePasses() throws Exception {
        SignedBody body = body(new EndlessZeros(SignedBody.LARGEST));

        assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(26_214_400);
    }

    @Test
    void aBodyOfUnannouncedExcessiveSizeIsCutOff() {
        SignedBody body = body(new EndlessZeros(Long.MAX_VALUE));

        assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(WebhookRefused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
                    assertThat(refused.sentence())
                            .isEqualTo("The body is larger than 25 MB (26214400 bytes). GitHub sends no such"
                                    + " deliveries.");
                });
    }

    private static boolean isSigned(String body, String signature) throws Exception {
        return body(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .isSignedWith(WebhookSignature.fromHeader(signature).orElseThrow());
    }

    private static SignedBody body(InputStream raw) {
        return new SignedBody(raw, WebhookSignature.mac(SECRET));
    }

    private static final class EndlessZeros extends InputStream {
        private long left;

        EndlessZeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
